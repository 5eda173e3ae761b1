"""How long the kit takes and how much memory, as ratios to one `import keras` in the same run: medians of five."""

import os
import resource
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
RUNS = int(os.environ.get("KATA_BENCH_RUNS", "5"))
PYTEST = [sys.executable, "-m", "pytest", "-q"]
FIRST_SIX = [str(path) for path in sorted((ROOT / "solutions").glob("s0[1-6]_*"))]
WORK = {
    "import keras": ([sys.executable, "-c", "import keras"], None, None),
    "sigmoid.py, fresh": ([*PYTEST, "exercises/s03_binary_classification/sigmoid.py"], 1.5, None),
    "s01 to s06, fresh": ([*PYTEST, *FIRST_SIX, "--kata-fresh"], 8.0, 1.5),
    "solutions/, fresh": ([*PYTEST, "solutions/", "--kata-fresh"], 16.0, None),
    "solutions/, nothing changed": ([*PYTEST, "solutions/"], 0.5, None),
    "kata book sigmoid": ([sys.executable, "-m", "keraskata", "book", "sigmoid"], 0.3, None),
}


def measure(command: list[str]) -> tuple[float, float]:
    """Seconds of wall time, and megabytes at the peak, of one run of `command`."""
    start = time.perf_counter()
    child = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, _, usage = os.wait4(child.pid, 0)
    return time.perf_counter() - start, _megabytes(usage)


def _megabytes(usage: resource.struct_rusage) -> float:
    return usage.ru_maxrss / (1024 if sys.platform == "linux" else 1024**2)


def main() -> int:
    """Print the table; exit status 1 where a ratio is over its limit."""
    figures: dict[str, list[tuple[float, float]]] = {name: [] for name in WORK}
    for run in range(RUNS):
        print(f"run {run + 1} of {RUNS}", file=sys.stderr, flush=True)
        for name, (command, _, _) in WORK.items():
            if name.startswith("sigmoid"):
                shutil.rmtree(ROOT / ".kata", ignore_errors=True)
            figures[name].append(measure(command))
    medians = {
        name: [statistics.median(column) for column in zip(*rows, strict=True)] for name, rows in figures.items()
    }
    seconds, memory = medians["import keras"]
    late = False
    print(f"backend: {os.environ.get('KERAS_BACKEND', 'tensorflow')}, medians of {RUNS}")
    print(f"{'':<30} {'seconds':>8} {'ratio':>6} {'limit':>6} {'MB':>6} {'ratio':>6} {'limit':>6}")
    for name, (_, limit, memory_limit) in WORK.items():
        took, peak = medians[name]
        late |= bool(limit and took / seconds > limit) or bool(memory_limit and peak / memory > memory_limit)
        time_columns = f"{took:8.2f} {took / seconds:6.2f} {limit or '':>6}"
        print(f"{name:<30} {time_columns} {peak:6.0f} {peak / memory:6.2f} {memory_limit or '':>6}")
    return int(late)


if __name__ == "__main__":
    sys.exit(main())
