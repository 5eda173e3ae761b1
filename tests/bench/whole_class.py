"""A class at once: against stock nbgrader on the same notebooks, one worker and two, a thousand, a gradebook."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from itertools import pairwise
from pathlib import Path
from statistics import median

from processes import below, private
from speed import ROOT

from keraskata.classes.gradebook import Gradebook
from keraskata.curriculum import load
from keraskata.results import CheckResult, Result

# Three notebooks, all of which train: what a judge does in a minute. And six, two of which train: a whole run, for the
# fewer notebooks there are, the more of it is its start.
TRAINING, WHOLE = "s01_building_steps", "s03_binary_classification"
STUDENTS, STOCK, THOUSAND = 20, 4, int(os.environ.get("KATA_BENCH_SUBMISSIONS", "1000"))
BOOKED = 200  # students
BACKEND = os.environ.get("KERAS_BACKEND", "tensorflow")
TIMES_FASTER, IN_NBGRADER, SAME_NOTEBOOKS = {"tensorflow": 15, "torch": 40}, 8, 15


def hand_in(folder: Path, students: int, sources: dict[str, str], section: str) -> None:
    for number in range(students):
        place = folder / f"student{number:04}" / section
        place.mkdir(parents=True)
        for name, text in sources.items():
            (place / f"{name}.py").write_text(f"{text}# {number}\n")


def nbgrader(course: Path, *options: str) -> float:
    """Seconds that a command of nbgrader's takes."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    environment = {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT), "JUPYTER_PREFER_ENV_PATH": "1"}
    start = time.perf_counter()
    command = [sys.executable, "-m", "nbgrader", *options]
    run = subprocess.run(command, cwd=course, env=environment, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr[-3000:]
    return time.perf_counter() - start


def course(folder: Path, section: str, students: int, stock: bool) -> Path:
    """A course with solutions handed in, each a little different from all others; `stock` without the kit's passes."""
    command = [sys.executable, "-m", "keraskata", "notebooks", "build", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    nbgrader(folder, "generate_assignment", section)
    for number in range(students):
        place = folder / "submitted" / f"student{number:04}" / section
        place.mkdir(parents=True)
        for source in (folder / "source" / section).glob("*.ipynb"):
            notebook = json.loads(source.read_text())
            for cell in notebook["cells"]:
                if cell["metadata"]["nbgrader"]["solution"]:
                    cell["source"] = [*cell["source"], f"\n# {number} {time.time_ns()}\n"]
            (place / source.name).write_text(json.dumps(notebook))
    if stock:
        (folder / "nbgrader_config.py").write_text("get_config().Execute.timeout = 300\n")
    return folder


def autograded(folder: Path, section: str) -> float:
    """Seconds that `nbgrader autograde` takes; everybody has all points."""
    took = nbgrader(folder, "autograde", section)
    books = [json.loads(path.read_text()) for path in folder.glob("autograded/*/*/*.ipynb")]
    assert len(books) == len(list(folder.glob("submitted/*/*/*.ipynb")))
    assert not [out for book in books for cell in book["cells"] for out in cell.get("outputs", ()) if "ename" in out]
    return took


def graded(folder: Path, *options: str, watch: Callable[[int], None] = lambda pid: None) -> float:
    """Seconds that the class in `folder` takes."""
    command = [sys.executable, "-m", "keraskata", "grade-class", str(folder / "class"), "--out", str(folder / "out")]
    start = time.perf_counter()
    run = subprocess.Popen([*command, "--fresh", *options], cwd=ROOT, stdout=subprocess.DEVNULL)
    while run.poll() is None:
        watch(run.pid)
        time.sleep(0.05)
    assert run.returncode == 0
    return time.perf_counter() - start


def descriptors(pid: int) -> int:
    try:
        return len(list(Path(f"/proc/{pid}/fd").iterdir()))
    except OSError:
        return 0


def against_stock(base: Path, section: str) -> bool:
    """Print the rows of a section; False where one that is meant for it is over its limit."""
    walled = autograded(course(base / "walled", section, STUDENTS, stock=False), section)
    (base / "class").symlink_to(base / "walled" / "submitted")
    # In turn with stock's own: a machine has slow minutes.
    kata: dict[str, list[tuple[float, float]]] = {"1": [], "2": []}
    stock = []
    for students in (1, STOCK):
        for workers in ("2", "1"):
            kata[workers].append(timed(base, section, "--workers", workers))
        stock.append(autograded(course(base / f"stock{students}", section, students, stock=True), section))
    kata["2"].append(timed(base, section, "--workers", "2"))
    one, several = stock
    each = (several - one) / (STOCK - 1)
    whole = one + each * (STUDENTS - 1)
    (two, each_of_two), (_, each_of_one) = (map(median, zip(*kata[workers], strict=True)) for workers in ("2", "1"))
    faster, in_nbgrader, in_all = each / each_of_two, whole / walled, whole / two
    least = [0.0, IN_NBGRADER, SAME_NOTEBOOKS] if section == WHOLE else [TIMES_FASTER.get(BACKEND, 1), 0.0, 0.0]
    said = [f" (at least {limit})" if limit else "" for limit in least]
    notebooks = len(list((base / "walled" / "source" / section).glob("*.ipynb")))
    print(f"{section}, {STUDENTS} students with {notebooks} notebooks each; a minute, once it runs:")
    print(f"  stock nbgrader {60 / each:.1f}, kata {60 / each_of_two:.1f}, with one worker {60 / each_of_one:.1f}")
    print(f"kata: {faster:.1f} times as many as stock{said[0]}")
    print(f"two workers take {each_of_two / each_of_one:.2f} of what one takes (0.5, at most 0.625)")
    print("the whole run, with its start:")
    print(f"  stock nbgrader {whole:.0f} s, with the course's config {walled:.0f} s, kata grade-class {two:.0f} s")
    print(f"the course's config: {in_nbgrader:.1f} times as fast as stock{said[1]}")
    print(f"kata: {in_all:.1f} times as fast as stock{said[2]}")
    fast = all(found >= limit for found, limit in zip((faster, in_nbgrader, in_all), least, strict=True))
    return fast and each_of_two / each_of_one <= 0.625


def timed(base: Path, section: str, *options: str) -> tuple[float, float]:
    """Seconds that the class takes, and seconds for each submission behind the first."""
    shutil.rmtree(base / "out", ignore_errors=True)
    seen: list[tuple[int, float]] = []

    def watch(pid: int) -> None:
        done = len(list((base / "out" / "results").glob("*.json")))
        if done > (seen[-1][0] if seen else 0):
            seen.append((done, time.perf_counter()))

    took = graded(base, "--section", section, *options, watch=watch)
    (before, start), (after, end) = seen[0], seen[-1]
    return took, (end - start) / (after - before)


def thousand(base: Path) -> bool:
    """Whether rate, memory and open files are the same at the end as at the beginning."""
    text = (ROOT / "solutions" / WHOLE / "sigmoid.py").read_text()
    hand_in(base / "class", THOUSAND, {"sigmoid": text}, WHOLE)
    seen: list[tuple[int, float, float, int]] = []

    def watch(pid: int) -> None:
        done = len(list((base / "out" / "results").glob("*.json")))
        if done >= (len(seen) + 0.5) * THOUSAND / 10:  # not at the very end: the last process shares nothing
            everybody = below(pid)
            seen.append((done, time.perf_counter(), sum(map(private, everybody)), sum(map(descriptors, everybody))))

    graded(base, "--section", WHOLE, watch=watch)
    rates = [(b[0] - a[0]) / (b[1] - a[1]) for a, b in pairwise(seen)]
    print(f"{THOUSAND} submissions: a second, from tenth to tenth: {', '.join(f'{rate:.1f}' for rate in rates)}")
    print(f"MB of private memory: {', '.join(f'{row[2]:.0f}' for row in seen)}")
    print(f"open files: {', '.join(str(row[3]) for row in seen)}")
    flat = seen[-1][2] <= 1.25 * seen[0][2] and seen[-1][3] <= seen[0][3] + 20
    return flat and sum(rates[-2:]) >= 0.75 * sum(rates[:2])


def gradebook(base: Path) -> bool:
    """Whether a student with all exercises takes little time in nbgrader's gradebook, written alone or with others."""
    took = []
    for at_once in (1, 50):
        book = Gradebook(f"sqlite:///{base}/{at_once}.db")
        start = time.process_time()
        for first in range(0, BOOKED, at_once):
            book.put({f"s{number}": made_up(number) for number in range(first, first + at_once)})
        took.append((time.process_time() - start) / BOOKED)
        book.close()
    print(
        f"nbgrader's gradebook, all exercises: {took[0]:.3f} CPU s a student (at most 0.1), {took[1]:.3f} of 50 at once"
    )
    return took[0] <= 0.1


def made_up(number: int) -> list[Result]:
    """Six checks in each exercise, as there are in the mean."""
    checks = [CheckResult(f"test_{check}", "", (number + check) % 2, 1, "passed") for check in range(6)]
    return [Result(exercise, "", checks, len(checks)) for exercise in load(ROOT).exercises]


def main() -> int:
    """Print the table; exit status 1 where a figure is over its limit."""
    print(f"backend: {BACKEND}")
    good = []
    for part in (partial(against_stock, section=TRAINING), partial(against_stock, section=WHOLE), thousand, gradebook):
        with tempfile.TemporaryDirectory() as folder:
            good.append(part(Path(folder)))
    return int(not all(good))


if __name__ == "__main__":
    sys.exit(main())
