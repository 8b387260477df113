"""How the comparisons measure; org.snn4j.benchmarks.Timing does the same."""

import os
import time

WARM_UP = 3
WARM_UP_SECONDS = float(os.environ.get("WARM_UP_SECONDS", "10"))
KEPT = 1001
MEASURED_SECONDS = float(os.environ.get("MEASURED_SECONDS", "3"))


def pytorch():
    """Version and build of PyTorch."""
    import torch

    build = f"wheel with CUDA {torch.version.cuda}, on the CPU" if torch.version.cuda else "CPU wheel"
    return f"PyTorch {torch.__version__} ({build})"


def settings(repetitions):
    """How it is measured, for the reports."""
    return {"warmUpPasses": WARM_UP, "warmUpSeconds": WARM_UP_SECONDS, "repetitions": repetitions, "measuredSeconds": MEASURED_SECONDS}


def run(repetitions, seconds, work):
    """Repeats the work at least so often and so long."""
    times = []
    begin = time.perf_counter()
    while len(times) < repetitions or time.perf_counter() - begin < seconds:
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return times


def timed(repetitions, work):
    """Seconds of each repetition, after a warm-up; of very many, so many in equal distances of their order, with the least and the greatest."""
    run(WARM_UP, WARM_UP_SECONDS, work)
    times = run(repetitions, MEASURED_SECONDS, work)
    if len(times) <= KEPT:
        return times
    order = sorted(times)
    return [order[i * (len(order) - 1) // (KEPT - 1)] for i in range(KEPT)]


def peak():
    """Largest resident set of this process so far, in MiB."""
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) // 1024 for line in status if line.startswith("VmHWM:"))
