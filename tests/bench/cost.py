"""What a verdict costs, walled as in a class: CPU time and memory of each solution, into docs/cost.toml and cost.md.

`python tests/bench/cost.py` takes some minutes for all backends, on a machine that does nothing else. It needs root: no
other user reads how much memory walled processes have. `--backend` measures one, named exercises only these.
"""

import argparse
import datetime
import os
import subprocess
import sys
import time
import tomllib
from collections.abc import Iterable
from importlib import metadata
from pathlib import Path
from typing import Any

import cost_page
from processes import Sampled, below, cpu_seconds, proportional
from speed import ROOT

from keraskata.backend.backends import BACKENDS
from keraskata.curriculum import Exercise, Kit, load
from keraskata.judges.client import Judge, Judges, JudgeSettings, Task

SETTLE = 0.05  # seconds until a process that was ended is counted by the one that waits for it
QUIET = 0.3  # seconds in which memory stays as it is
HEAD = "# Made by `python tests/bench/cost.py`; do not edit it by hand.\n"


def used() -> float:
    """CPU seconds of all processes that were started from here."""
    time.sleep(SETTLE)
    return sum(map(cpu_seconds, below(os.getpid())[1:]))


def held() -> float:
    """Megabytes that these have together; what they share counts once."""
    return sum(map(proportional, below(os.getpid())[1:]))


def settled() -> float:
    """What they hold once nothing changes any more: what the verdict before this one needed is given back late."""
    found = held()
    while True:
        time.sleep(QUIET)
        before, found = found, held()
        if abs(found - before) < 1:
            return found


def measure(kit: Kit, exercises: list[Exercise]) -> dict[str, Any]:
    """What starting costs, and the solution of each exercise: `megabytes` are what one under way adds.

    None are added where what waited for the next file needs less, once the file is there.
    """
    judges = Judges(JudgeSettings(str(kit.root)))
    judge, rows = Judge(judges), {}
    verdict(kit, judge, exercises[0])  # the first in a process pays for what all use, and waits until all have begun
    begun, ready = used(), settled()
    for number, exercise in enumerate(exercises):
        print(f"\r{number + 1} of {len(exercises)}", end="", file=sys.stderr, flush=True)
        idle = settled()
        before, sampled = used(), Sampled(held, pause=0.05)
        sampled.start()
        verdict(kit, judge, exercise)
        sampled.done = True
        sampled.join()
        rows[exercise.id] = {"seconds": round(used() - before, 2), "megabytes": max(round(sampled.most - idle), 0)}
    print(file=sys.stderr)
    start = {"seconds": round(begun - rows[exercises[0].id]["seconds"], 1), "megabytes": round(ready)}
    judge.close()
    judges.close()
    return {"start": start, "exercises": rows}


def verdict(kit: Kit, judge: Judge, exercise: Exercise) -> None:
    """Grade the solution; it has all points."""
    graded = judge.grade(Task({exercise.id: kit.solution(exercise).read_bytes()}, fresh=True))
    assert not graded.problem and all(result.done for result in graded.results), graded


def installed(distributions: Iterable[str]) -> str:
    """The version of the first of these that is installed; TensorFlow has several names."""
    known = {each.name.lower().replace("_", "-"): each.version for each in metadata.distributions()}
    return next(known[name] for name in distributions if name in known)


def machine() -> dict[str, Any]:
    """What the figures depend on; no name of the machine."""
    models = [
        line.split(":")[1].strip() for line in Path("/proc/cpuinfo").read_text().splitlines() if "model name" in line
    ]
    memory = int(Path("/proc/meminfo").read_text().split()[1]) / 2**20
    return {
        "cpu": models[0] if models else "unknown",
        "cores": len(os.sched_getaffinity(0)),
        "gigabytes": round(memory),
    }


def written(found: dict[str, Any]) -> str:
    """The figures as TOML."""
    lines = [HEAD]
    for backend, own in found.items():
        plain = {name: value for name, value in own.items() if not isinstance(value, dict)}
        lines += [f"[{backend}]", *(f"{name} = {_value(value)}" for name, value in plain.items())]
        lines += [f"start = {_row(own['start'])}", "", f"[{backend}.exercises]"]
        lines += [f'"{name}" = {_row(row)}' for name, row in own["exercises"].items()]
        lines.append("")
    return "\n".join(lines)


def _value(value: object) -> str:
    return f'"{value}"' if isinstance(value, str) else str(value)


def _row(row: dict[str, float]) -> str:
    return "{ " + ", ".join(f"{name} = {value}" for name, value in row.items()) + " }"


def main() -> None:
    """Measure, and write both files after each backend."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("exercises", nargs="*", metavar="SECTION/EXERCISE")
    parser.add_argument("--backend", choices=BACKENDS)
    asked = parser.parse_args()
    if not asked.backend:
        for backend in BACKENDS:  # each in a process of its own: Keras has one
            subprocess.run([sys.executable, __file__, "--backend", backend, *asked.exercises], check=True)
        return
    print(asked.backend, file=sys.stderr)
    os.environ["KERAS_BACKEND"] = asked.backend
    kit, chosen = load(ROOT), BACKENDS[asked.backend]
    if unknown := set(asked.exercises) - kit.exercises.keys():
        parser.error(f"there is no exercise {unknown.pop()}: `kata list` names them")
    exercises = [kit.exercises[name] for name in asked.exercises or kit.exercises]
    versions = f"Keras {metadata.version('keras')}, {chosen.title} {installed(chosen.distributions)}"
    own = {"date": datetime.date.today(), "versions": versions, **machine(), **measure(kit, exercises)}
    figures = cost_page.FIGURES
    known = tomllib.loads(figures.read_text(encoding="utf-8")) if figures.is_file() else {}
    found = {**known, asked.backend: own}
    figures.write_text(written({name: found[name] for name in BACKENDS if name in found}), encoding="utf-8")
    cost_page.write()


if __name__ == "__main__":
    main()
