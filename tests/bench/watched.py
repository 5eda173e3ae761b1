"""`kata watch`: from its start and from a save to the verdict, as ratios to one `import keras`; medians of 20 saves."""

import asyncio
import os
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

from speed import ROOT, WORK, measure

from keraskata.curriculum import load
from keraskata.watch.app import Watch
from keraskata.watch.runs import Graded

SAVES = 20
ROWS = {"s03_binary_classification/sigmoid": 0.04, "s01_building_steps/fit_and_evaluate": 0.2}
FIRST = 1.3


class Timed(Watch):
    """Remembers when the last verdict came."""

    came = 0.0

    def _graded(self, graded: Graded) -> None:
        super()._graded(graded)
        assert graded.result and graded.result.done, graded
        self.came = time.perf_counter()


async def saves(kit: Path, name: str) -> tuple[float, list[float]]:
    """Seconds from the start to the first verdict, and from each save to its own."""
    whole = load(kit)
    exercise = whole.exercises[name]
    text, place, took = whole.solution(exercise).read_text(), whole.stub(exercise), []
    place.write_text(text)
    begun = time.perf_counter()
    app = Timed(whole, exercise)
    async with app.run_test(size=(80, 24)) as pilot:
        while not app.came:
            await pilot.pause(0.05)  # Keras starts
        first = app.came - begun
        for number in range(SAVES + 1):
            await pilot.pause(0.3)
            start = time.perf_counter()
            place.write_text(f"{text}# {number}\n")
            while app.came < start:
                await asyncio.sleep(0.002)
            took.append(app.came - start)
    return first, took[1:]


def main() -> int:
    """Print the table; exit status 1 where a figure is over its limit."""
    print(f"backend: {os.environ.get('KERAS_BACKEND', 'tensorflow')}")
    one = statistics.median(measure(WORK["import keras"][0])[0] for _ in range(3))
    print(f"import keras: {one:.2f} s")
    good = True
    with tempfile.TemporaryDirectory() as folder:
        kit = Path(folder) / "kit"
        shutil.copytree(ROOT, kit, ignore=shutil.ignore_patterns(".*", "tests", "docs", "__pycache__"))
        for name, limit in ROWS.items():
            first, took = asyncio.run(saves(kit, name))
            seconds = statistics.median(took)
            good &= seconds / one <= limit and first / one <= FIRST
            print(f"{name}: {first:.2f} s from the start to the verdict = {first / one:.2f} (at most {FIRST})")
            print(f"{name}: {seconds:.2f} s from save to verdict = {seconds / one:.2f} (at most {limit})")
    return int(not good)


if __name__ == "__main__":
    sys.exit(main())
