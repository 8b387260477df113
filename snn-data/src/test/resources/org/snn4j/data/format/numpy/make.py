"""Writes the arrays of NumpyFormatsTest into the folder of this script: two events, (100 us, 1, 2, ON) and (2,500,000 us, 3, 0, OFF)."""
import pathlib

import numpy as np

here = pathlib.Path(__file__).parent
t, x, y, p = [100, 2_500_000], [1, 3], [2, 0], [1, 0]
rows = list(zip(t, x, y, p))


def structured(fields, **options):
    array = np.zeros(2, dtype=np.dtype(fields, **options))
    for name, values in zip("txyp", (t, x, y, p)):
        array[name] = values
    return array


np.save(here / "structured-xytp.npy", structured([("x", "<i2"), ("y", "<i2"), ("t", "<i8"), ("p", "?")]))
np.save(here / "structured-big-endian.npy", structured([("t", ">u8"), ("x", ">u2"), ("y", ">u4"), ("p", "i1")]))
np.save(here / "structured-aligned.npy", structured([("p", "u1"), ("t", "<i8"), ("x", "<u2"), ("y", "<u2")], align=True))
np.save(here / "plain-rows.npy", np.array(rows, dtype="<i4"))
np.save(here / "plain-column-major.npy", np.asfortranarray(np.array(rows, dtype="<i8")))
np.save(here / "plain-floating.npy", np.array(rows, dtype="<f8"))
np.save(here / "seconds-xypt.npy", np.array([(b, c, d, a / 1e6) for a, b, c, d in rows], dtype="<f8"))
np.save(here / "objects.npy", np.array(rows, dtype=object), allow_pickle=True)
with open(here / "version-2.npy", "wb") as file:
    np.lib.format.write_array(file, np.array(rows, dtype="<i4"), version=(2, 0))
np.savez(here / "stored.npz", t=np.array(t), x=np.array(x, "u2"), y=np.array(y, "u2"), p=np.array(p, bool))
np.savez_compressed(here / "compressed.npz", t=np.array(t), x=np.array(x), y=np.array(y), p=np.array(p), label=np.array(3))
np.savez(here / "signed-polarity.npz", ts=np.array(t, "f8"), x=np.array(x), y=np.array(y), polarity=np.array([1, -1], "i1"))
np.savez_compressed(here / "one-array.npz", events=np.array(rows))
np.savez(here / "objects.npz", t=np.array(t, object), x=np.array(x), y=np.array(y), p=np.array(p))
