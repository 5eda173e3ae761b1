"""Measures thresholds and bands of trained checks, by reference and answer bank over many seeds."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from statistics import mean, pstdev, stdev
from typing import Any

from keraskata.curriculum import Exercise, Kit
from keraskata.grading.run import grade

MARGIN = 4.0
Row = dict[str, Any]


@dataclass(frozen=True)
class Quantity:
    """One measured quantity of a check: `right` and `wrong` are its values over seeds and answers."""

    name: str
    right: list[float]
    wrong: list[float]

    def row(self) -> dict[str, float]:
        """Return mean, spread, threshold, and the margins on both sides in standard deviations of the right answers.

        Raises ValueError if fewer than MARGIN standard deviations lie between the right answers and the threshold.
        """
        centre, spread = mean(self.right), max(stdev(self.right), 1e-6)
        higher = not self.wrong or mean(self.wrong) < centre
        nearest = (max(self.wrong) if higher else min(self.wrong)) if self.wrong else centre - 3 * MARGIN * spread
        sign = 1 if higher else -1
        inner = centre - sign * MARGIN * spread
        if sign * (inner - nearest) <= 0:
            raise ValueError(
                f"{self.name}: right {centre:.4g} ± {spread:.2g}, wrong {nearest:.4g}: no room for a threshold"
            )
        threshold = (inner + nearest) / 2
        return {
            "mean": centre,
            "deviation": spread,
            "lowest": min(self.right),
            "highest": max(self.right),
            "threshold": threshold,
            "margin_right": abs(centre - threshold) / spread,
            "nearest_wrong": nearest,
            "margin_wrong": abs(nearest - threshold) / spread,
        }


@dataclass
class Curve:
    """The value of each epoch of a training, for every run of a right answer."""

    name: str
    runs: list[list[float]]

    def row(self) -> dict[str, list[float]]:
        """Return the band for a picture: mean and standard deviation of each epoch, without the runs that diverged."""
        whole = [run for run in self.runs if len(run) == max(map(len, self.runs))]
        epochs = list(zip(*whole, strict=True))
        return {"mean": [mean(values) for values in epochs], "deviation": [pstdev(values) for values in epochs]}


def measure(
    kit: Kit, exercise: Exercise, seeds: int, wrong: Iterable[tuple[Path, tuple[str, ...]]]
) -> list[Quantity | Curve]:
    """Measure the quantities and curves of one exercise; `wrong` maps wrong answers to the checks they must fail."""
    right = [kit.solution(exercise), *sorted(kit.answers(exercise).glob("right_*.py"))]
    fails = {str(path): names for path, names in wrong}
    values: dict[str, tuple[list[float], list[float]]] = {}
    curves: dict[str, Curve] = {}
    for seed in range(seeds):
        # Three seeds are enough for wrong answers: they show where the other side lies, not its spread.
        files = right + ([Path(path) for path in fails] if seed < 3 else [])
        for result in grade(kit, [(exercise, file) for file in files], seed=seed, fresh=True, calibrating=True):
            for check in result.checks:
                for name, line in check.curves.items() if result.path not in fails else ():
                    curves.setdefault(name, Curve(name, [])).runs.append(line)
                for name, value in check.measured.items():
                    sides = values.setdefault(name, ([], []))
                    if result.path not in fails:
                        sides[0].append(value)
                    elif check.id in fails[result.path] and check.outcome == "passed":
                        sides[1].append(value)
    bands = [curve for curve in curves.values() if any(run != curve.runs[0] for run in curve.runs)]
    return [*(Quantity(name, *sides) for name, sides in values.items()), *bands]


def write(place: Path, table: dict[str, dict[str, Row]]) -> None:
    """Write the thresholds and bands of all exercises as readable TOML."""
    lines = ["# Measured by `kata calibrate`; graders read thresholds and bands. Margins are in standard deviations.\n"]
    for exercise, rows in sorted(table.items()):
        for name, row in rows.items():
            lines.append(f"[{exercise!r}.{name!r}]\n".replace("'", '"'))
            lines += [f"{key} = {_toml(value)}\n" for key, value in row.items()]
            lines.append("\n")
    place.write_text("".join(lines).rstrip("\n") + "\n", encoding="utf-8")


def _toml(value: float | list[float]) -> str:
    return f"[{', '.join(map(_toml, value))}]" if isinstance(value, list) else f"{value:.6g}"
