"""A class at once: against stock nbgrader on the same work, one worker and two, and a thousand submissions."""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_notebook
from speed import ROOT
from verdict import below, private

SECTION = "s01_building_steps"
STUDENTS, STOCK, THOUSAND = 20, 4, int(os.environ.get("KATA_BENCH_SUBMISSIONS", "1000"))
TIMES_FASTER = {"tensorflow": 15, "torch": 40}
SOURCES = {path.stem: path.read_text() for path in sorted((ROOT / "solutions" / SECTION).glob("*.py"))}
CHECK = """
from pathlib import Path
from keraskata import curriculum, grading
kit = curriculum.load(Path({root!r}))
result, = grading.grade(kit, [(kit.exercises["{section}/{name}"], Path("{name}.py"))], fresh=True)
assert result.done
"""


def hand_in(folder: Path, students: int, sources: dict[str, str], section: str) -> None:
    for number in range(students):
        place = folder / f"student{number:04}" / section
        place.mkdir(parents=True)
        for name, text in sources.items():
            (place / f"{name}.py").write_text(f"{text}# {number}\n")


def graded(folder: Path, *options: str, watch: Callable[[int], None] = lambda pid: None) -> float:
    """Seconds that the class in `folder` takes."""
    command = [sys.executable, "-m", "keraskata", "grade-class", str(folder / "class"), "--out", str(folder / "out")]
    start = time.perf_counter()
    run = subprocess.Popen([*command, "--fresh", *options], cwd=ROOT, stdout=subprocess.DEVNULL)
    while run.poll() is None:
        watch(run.pid)
        time.sleep(0.2)
    assert run.returncode == 0
    return time.perf_counter() - start


def stock(folder: Path, students: int) -> float:
    """Seconds that `nbgrader autograde` takes for notebooks of the same work, graded in their kernels."""
    about = {"schema_version": 3, "task": False, "cell_type": "code"}
    cells = []
    for name, text in SOURCES.items():
        learner = {"grade": False, "solution": True, "locked": False, "grade_id": name}
        check = {"grade": True, "solution": False, "locked": True, "grade_id": f"test-{name}", "points": 1}
        cells.append(new_code_cell(f"%%writefile {name}.py\n{text}", metadata={"nbgrader": {**about, **learner}}))
        code = CHECK.format(root=str(ROOT), section=SECTION, name=name)
        cells.append(new_code_cell(code, metadata={"nbgrader": {**about, **check}}))
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    notebook = new_notebook(cells=cells, metadata={"kernelspec": kernel})
    for place in ("source", *(f"submitted/student{number}" for number in range(students))):
        (folder / place / "ps").mkdir(parents=True)
        nbformat.write(notebook, folder / place / "ps" / "work.ipynb")
    path = os.pathsep.join([os.path.dirname(sys.executable), os.environ["PATH"]])
    environment = {**os.environ, "PATH": path, "TF_CPP_MIN_LOG_LEVEL": "3", "JUPYTER_PREFER_ENV_PATH": "1"}

    def call(*options: str) -> float:
        start = time.perf_counter()
        command = [sys.executable, "-m", "nbgrader", *options, "--course-dir", str(folder)]
        run = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)
        assert run.returncode == 0, run.stderr
        return time.perf_counter() - start

    call("generate_assignment", "ps")
    took = call("autograde", "ps")
    done = [json.loads(path.read_text()) for path in folder.glob("autograded/*/ps/work.ipynb")]
    assert len(done) == students
    assert not [out for book in done for cell in book["cells"] for out in cell["outputs"] if "ename" in out]
    return took


def descriptors(pid: int) -> int:
    try:
        return len(os.listdir(f"/proc/{pid}/fd"))
    except OSError:
        return 0


def against_stock(base: Path) -> bool:
    one, several = stock(base / "stock1", 1), stock(base / "stock4", STOCK)
    each = (several - one) / (STOCK - 1)
    hand_in(base / "class", STUDENTS, SOURCES, SECTION)
    two, alone = (graded(base, "--section", SECTION, "--workers", workers) for workers in ("2", "1"))
    times = (one + each * (STUDENTS - 1)) / two
    least = TIMES_FASTER.get(os.environ.get("KERAS_BACKEND", "tensorflow"), 1)
    print(f"{SECTION}, {STUDENTS} students: stock nbgrader {each:.1f} s each, kata {two / STUDENTS:.2f} s each")
    print(f"as many a minute as stock: {times:.1f} times (at least {least})")
    print(f"two workers: {two:.1f} s, one: {alone:.1f} s, ratio {two / alone:.2f} (0.5, at most 0.625)")
    return times >= least and two / alone <= 0.625


def thousand(base: Path) -> bool:
    """Whether rate, memory and open files are the same at the end as at the beginning."""
    text = (ROOT / "solutions" / "s03_binary_classification" / "sigmoid.py").read_text()
    hand_in(base / "class", THOUSAND, {"sigmoid": text}, "s03_binary_classification")
    seen: list[tuple[int, float, float, int]] = []

    def watch(pid: int) -> None:
        done = len(list((base / "out" / "results").glob("*.json")))
        if done >= (len(seen) + 0.5) * THOUSAND / 10:  # not at the very end: who is left alone shares nothing
            everybody = below(pid)
            seen.append((done, time.perf_counter(), sum(map(private, everybody)), sum(map(descriptors, everybody))))

    graded(base, "--section", "s03_binary_classification", watch=watch)
    rates = [(b[0] - a[0]) / (b[1] - a[1]) for a, b in zip(seen, seen[1:], strict=False)]
    print(f"{THOUSAND} submissions: a second, from tenth to tenth: {', '.join(f'{rate:.1f}' for rate in rates)}")
    print(f"MB of private memory: {', '.join(f'{row[2]:.0f}' for row in seen)}")
    print(f"open files: {', '.join(str(row[3]) for row in seen)}")
    flat = seen[-1][2] <= 1.25 * seen[0][2] and seen[-1][3] <= seen[0][3] + 20
    return flat and sum(rates[-2:]) >= 0.75 * sum(rates[:2])


def main() -> int:
    """Print the table; exit status 1 where a figure is over its limit."""
    print(f"backend: {os.environ.get('KERAS_BACKEND', 'tensorflow')}")
    good = []
    for part in (against_stock, thousand):
        with tempfile.TemporaryDirectory() as folder:
            good.append(part(Path(folder)))
    return int(not all(good))


if __name__ == "__main__":
    sys.exit(main())
