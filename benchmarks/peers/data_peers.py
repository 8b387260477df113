"""One case of compare-data.sh with a peer; prints a line of JSON as org.snn4j.benchmarks.DataBenchmark does.

Arguments: side, then frames FOLDER THREADS REPETITIONS, decode FORMAT FILE REPETITIONS, folder FOLDER CACHE THREADS, or memory FILE WINDOW
"""

import hashlib
import importlib.metadata
import json
import multiprocessing
import os
import platform
import sys
import time

import numpy as np
from timing import peak, settings, timed

STEPS = 10
SIDE = 34
LAST = 127  # of the columns and rows of a DVS128
LARGEST_WHOLE = 200_000_000  # bytes of an EVT 2 file; evlib takes about 30 bytes of memory for each


class Folder:
    """Recordings of N-MNIST and their frames, as tonic.datasets.NMNIST with a transform gives them."""

    def __init__(self, folder):
        import tonic

        self.files = sorted(os.path.join(path, name) for path, _, names in os.walk(folder) for name in names if name.endswith(".bin"))
        self.dtype = tonic.datasets.NMNIST.dtype
        self.transform = tonic.transforms.ToFrame(sensor_size=tonic.datasets.NMNIST.sensor_size, n_time_bins=STEPS)
        self.read = tonic.io.read_mnist_file

    def __len__(self):
        return len(self.files)

    def __getitem__(self, index):
        path = self.files[index]
        return self.transform(self.read(path, dtype=self.dtype)), int(os.path.basename(os.path.dirname(path)))

    def events(self):
        return sum(os.path.getsize(file) // 5 for file in self.files)


SOURCE = None  # of the processes of a pool, which inherit it


def touch(index):
    SOURCE[index]


def passes(pool, count, threads):
    """Reads every sample once, in as many processes; frames stay where they are made."""
    if pool:
        for _ in pool.imap_unordered(touch, range(count), chunksize=max(1, count // (8 * threads))):
            pass
    else:
        for index in range(count):
            touch(index)


def pool_of(source, threads):
    global SOURCE
    SOURCE = source
    return multiprocessing.get_context("fork").Pool(threads) if threads > 1 else None


def digest(source):
    """SHA-256 of all counts as 16-bit numbers."""
    total = hashlib.sha256()
    for index in range(len(source)):
        total.update(np.ascontiguousarray(source[index][0], dtype="<i2").tobytes())
    return total.hexdigest()


def plural(threads):
    return f"{threads} thread" if threads == 1 else f"{threads} processes"


def frames(folder, threads, repetitions):
    threads, repetitions = int(threads), int(repetitions)
    source = Folder(folder)
    pool = pool_of(source, threads)
    return {
        "configuration": plural(threads),
        "settings": settings(repetitions),
        "seconds": timed(repetitions, lambda: passes(pool, len(source), threads)),
        "events": source.events(),
        "found": digest(source),
    }


def folder(path, cache, threads):
    from tonic import DiskCachedDataset

    threads = int(threads)
    source = DiskCachedDataset(Folder(path), cache_path=cache)
    pool = pool_of(source, threads)
    start = time.perf_counter()
    passes(pool, len(source), threads)
    middle = time.perf_counter()
    passes(pool, len(source), threads)
    end = time.perf_counter()
    size = sum(os.path.getsize(os.path.join(cache, name)) for name in os.listdir(cache))
    return {"settings": {"threads": threads}, "first": middle - start, "cached": end - middle, "samples": len(source), "bytes": size,
            "found": digest(source)}


def columns(events):
    """x, y, p, t of a structured array, whatever its fields are called."""
    names = {"p": ("p", "on", "polarity"), "x": ("x",), "y": ("y",), "t": ("t", "timestamp")}
    return tuple(np.asarray(events[next(n for n in names[key] if n in events.dtype.names)]) for key in "xypt")


def sums(x, y, p, t):
    """Number of events, sums of columns, rows and polarities, and of times since the first event."""
    t = t.astype(np.int64)
    return [int(len(t)), int(x.sum(dtype=np.int64)), int(y.sum(dtype=np.int64)), int((p > 0).sum()), int((t - t[0]).sum())]


def tonic_reader(form):
    import tonic

    if form == "aedat-4":
        return tonic.io.read_aedat4, columns
    if form == "aedat-2":
        # read_dvs_128 of this release takes two values of a header that has three by now, and fails unless it gets two.
        header = tonic.io.read_aedat_header_from_file
        tonic.io.read_aedat_header_from_file = lambda file: header(file)[:2]

        # tonic counts columns and rows from the other side, and leaves the bit of the polarity as it is.
        def turned(found):
            x, y, p, t = columns(found[1])
            return LAST - x.astype(np.int64), LAST - y.astype(np.int64), 1 - p.astype(np.int64), t
        return tonic.io.read_dvs_128, turned
    return None


def expelliarmus_reader(form):
    from expelliarmus import Wizard

    if form != "evt-2":
        return None
    return lambda file: Wizard(encoding="evt2").read(file), columns


def dv_reader(form):
    if form != "aedat-4":
        return None
    import dv_processing as dv

    def read(file):
        recording, store = dv.io.MonoCameraRecording(file), dv.EventStore()
        while (batch := recording.getNextEventBatch()) is not None:
            store.add(batch)
        return store.numpy()
    return read, columns


def evlib_reader(form):
    import evlib

    if form not in ("evt-2", "aedat-2", "aedat-4"):
        return None

    def collected(frame):
        time = frame["t"]
        micros = time.dt.total_microseconds() if hasattr(time.dtype, "time_unit") else time
        return frame["x"].to_numpy(), frame["y"].to_numpy(), frame["polarity"].to_numpy(), micros.to_numpy()
    return lambda file: evlib.load_events(file).collect(), collected


READERS = {"tonic": tonic_reader, "dv-processing": dv_reader, "expelliarmus": expelliarmus_reader, "evlib": evlib_reader}


def decode(side, form, file, repetitions):
    reader = READERS[side](form)
    if reader is None:
        return {"unread": f"{side} does not read {form}"}
    read, arrays = reader
    try:
        found = sums(*arrays(read(file)))
    except Exception as error:  # what a peer cannot read is reported, not measured
        return {"unread": f"{type(error).__name__}: {error}"[:200]}
    return {"settings": settings(int(repetitions)), "seconds": timed(int(repetitions), lambda: read(file)), "events": found[0], "found": found}


def memory(side, file, window):
    """Frames of windows of so many microseconds; by the smallest pieces that the peer can read."""
    if side != "expelliarmus" and os.path.getsize(file) > LARGEST_WHOLE:
        return {"unread": f"{side} reads a file as a whole, with about 30 bytes of memory for each of its bytes: not run"}
    width, height, window = 640, 480, int(window)
    start = time.perf_counter()
    total, weighted, count, origin = 0, 0, 0, None
    frame = np.zeros(2 * width * height, dtype=np.float32)

    def close():
        nonlocal total, weighted, count, frame
        count += 1
        number = int(frame.sum(dtype=np.float64))
        total += number
        weighted += count * number
        frame = np.zeros(2 * width * height, dtype=np.float32)

    def add(x, y, p, t):
        nonlocal origin
        t = t.astype(np.int64)
        origin = int(t[0]) if origin is None else origin
        place = (p.astype(np.int64) > 0) * (width * height) + y.astype(np.int64) * width + x.astype(np.int64)
        while len(t):
            inside = int(np.searchsorted(t, origin + (count + 1) * window))
            np.add.at(frame, place[:inside], 1)
            if inside == len(t):
                return
            close()
            t, place = t[inside:], place[inside:]

    if side == "expelliarmus":
        from expelliarmus import Wizard

        for events in Wizard(encoding="evt2", fpath=file, chunk_size=1 << 14).read_chunk():
            add(*columns(events))
    else:
        read, arrays = READERS[side]("evt-2")
        add(*arrays(read(file)))
    close()
    return {"settings": {"window": window}, "seconds": time.perf_counter() - start, "events": total, "found": [count, total, weighted],
            "bytes": os.path.getsize(file), "peakMiB": peak()}


def main():
    side, case, *arguments = sys.argv[1:]
    if case == "frames":
        result = frames(*arguments)
    elif case == "folder":
        result = folder(*arguments)
    elif case == "decode":
        result = decode(side, *arguments)
    else:
        result = memory(side, *arguments)
    version = f"{side} {importlib.metadata.version(side)}, NumPy {np.__version__}, Python {platform.python_version()}"
    print(json.dumps({"name": side, "configuration": "", "version": version, **result}))


if __name__ == "__main__":
    main()
