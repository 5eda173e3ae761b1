"""Change every solution in one place at a time: the graders see each change, or `mutants.toml` says why they need not.

`python tests/mutation/run.py [EXERCISE …] [--share N] [--workers N]`; a share of 20 tries every twentieth mutant. It
ends with status 1 for a survivor that is not listed, a listed one that is killed by now, a refused check, a check that
ran out of time, and a solution without full points.
"""

import argparse
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from multiprocessing import get_context
from multiprocessing.util import Finalize
from pathlib import Path

from operators import Mutant, mutants

from keraskata.curriculum import Exercise, load
from keraskata.grading.run import grade
from keraskata.subject.warm import Warm
from keraskata.terms import Terms

KIT = load(Path(__file__).parents[2])
LISTED = Path(__file__).parents[1] / "mutants.toml"
HARMLESS = ("equivalent", "open")  # how the reasons of the list begin, but for those of holes
SECONDS = 20  # for a check: a change may make a loop endless


@dataclass
class Score:
    """What became of the mutants of one exercise."""

    tried: int
    survived: list[str]
    earned_nothing: int
    faults: list[str]  # of a grader, or of the solution


def score(name: str, share: int) -> Score:
    """Grade the mutants of one exercise, each in a process of its own; beside all of them the solution, too."""
    exercise = KIT.exercises[name]
    chosen = mutants(KIT.solution(exercise).read_text(encoding="utf-8"))[::share]
    with tempfile.TemporaryDirectory() as folder:
        files = [_written(Path(folder), exercise, number, mutant) for number, mutant in enumerate(chosen)]
        places = [*files, *([KIT.solution(exercise)] if share == 1 else [])]
        results = grade(KIT, [(exercise, place) for place in places], fresh=True, subjects=_parent())
    faults = [] if share > 1 or results.pop().done else ["the solution does not have all points"]
    for mutant, result in zip(chosen, results, strict=True):
        faults += [
            f"{check.id} {check.outcome}: {mutant.change}"
            for check in result.checks
            if check.outcome in ("refused", "timed out")
        ]
    survived = [mutant.change for mutant, result in zip(chosen, results, strict=True) if result.done]
    return Score(len(chosen), survived, sum(not result.points for result in results), faults)


@cache
def _parent() -> Warm:
    """Return what starts Keras once for this process, and all of its mutants."""
    parent = Warm(Terms("warm", None, SECONDS, refusing=True))
    Finalize(parent, parent.close, exitpriority=1)
    return parent


def _written(folder: Path, exercise: Exercise, number: int, mutant: Mutant) -> Path:
    place = folder / str(number) / f"{exercise.name}.py"
    place.parent.mkdir()
    place.write_text(mutant.source, encoding="utf-8")
    return place


def unlisted(name: str, found: Score, listed: dict[str, str], whole: bool) -> Iterator[str]:
    """Yield what differs from the list: of a sample, only what survived without being listed."""
    yield from found.faults
    yield from (f"survives: {change}" for change in found.survived if change not in listed)
    if whole:
        yield from (f"is listed, and does not survive: {change}" for change in listed if change not in found.survived)


def main() -> int:
    """Print a line for each exercise, and what is not as it is listed."""
    given = argparse.ArgumentParser()
    given.add_argument("exercises", nargs="*", default=[])
    given.add_argument("--share", type=int, default=1)
    given.add_argument("--workers", type=int, default=2)
    options = given.parse_args()
    names = [KIT.find(name).id for name in options.exercises] or list(KIT.exercises)
    listed = tomllib.loads(LISTED.read_text(encoding="utf-8"))
    wrong, all_tried, all_killed, all_faults, all_nothing = 0, 0, 0, 0, 0
    with ProcessPoolExecutor(options.workers, mp_context=get_context("spawn")) as pool:
        for name, found in zip(names, pool.map(score, names, [options.share] * len(names)), strict=True):
            reasons = listed.get(name, {})
            harmless = sum(reasons.get(change, "").startswith(HARMLESS) for change in found.survived)
            killed, faults = found.tried - len(found.survived), found.tried - harmless
            nothing = found.earned_nothing
            print(f"{name:42} {killed:4} of {found.tried:4}, and of {faults:4} faults; {nothing} earn nothing")
            for line in unlisted(name, found, reasons, whole=options.share == 1):
                wrong += 1
                print(f"    {line}", flush=True)
            all_tried, all_killed = all_tried + found.tried, all_killed + killed
            all_faults, all_nothing = all_faults + faults, all_nothing + nothing
    print(
        f"\n{all_killed} of {all_tried} mutants are killed ({all_killed / all_tried:.1%}); {all_nothing} earn nothing."
    )
    seen = f"{all_killed / all_faults:.1%}", f"{(all_killed - all_nothing) / (all_faults - all_nothing):.1%}"
    print(f"Of {all_faults} faults {seen[0]} are killed; of those that earn some points {seen[1]}.")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
