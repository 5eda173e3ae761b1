"""The tables of docs/cost.md, made of the figures in docs/cost.toml: run it after a change of an assumption."""

import math
import tomllib
from pathlib import Path
from statistics import mean
from typing import Any

from keraskata.backend.backends import BACKENDS

DOCS = Path(__file__).parent.parent.parent / "docs"
FIGURES, PAGE = DOCS / "cost.toml", DOCS / "cost.md"

# What is assumed; the page names each.
SIZES = {"a class": 120, "a course": 5_000, "a MOOC": 100_000}  # students
EXERCISES, ATTEMPTS = 4, 3  # a week, and graded attempts at each
SHARE = 0.7  # of the cores' time goes into grading
LAST, HOURS = 0.5, 12  # this part of a week's work comes in so many hours before the deadline
CORES, POD = 8, 4  # of a machine, and of a pod
MOST = 2_064  # megabytes that a walled file may use: --memory and --scratch


def write() -> None:
    """Put the tables into the page."""
    found = tomllib.loads(FIGURES.read_text(encoding="utf-8"))
    PAGE.write_text(filled(PAGE.read_text(encoding="utf-8"), found), encoding="utf-8")


def filled(page: str, found: dict[str, Any]) -> str:
    """The page with what is between `<!-- NAME -->` and `<!-- end -->` made again."""
    blocks = {"machine": _machine, "exercises": _exercises, "assumed": _assumed, "needs": _needs, "sum": _sum}
    for name, made in blocks.items():
        before, mark, rest = page.partition(f"<!-- {name} -->\n")
        _, end, after = rest.partition("<!-- end -->")
        assert mark and end, name
        page = f"{before}{mark}\n{made(found)}\n\n{end}{after}"
    return page


def _table(head: list[str], rows: list[list[str]]) -> str:
    rule = ["---", *["---:"] * (len(head) - 1)]
    return "\n".join("| " + " | ".join(row) + " |" for row in [head, rule, *rows])


def _machine(found: dict[str, Any]) -> str:
    rows = []
    for own in found.values():
        said = f"{own['cores']} cores ({own['cpu']}), {own['gigabytes']} GB"
        costs = [_cost(own["start"]), str(len(own["exercises"])), _cost(_mean(own))]
        rows.append([own["versions"], str(own["date"]), said, *costs])
    return _table(["measured with", "on", "machine", "start, once", "exercises", "their mean"], rows)


def _exercises(found: dict[str, Any]) -> str:
    names = sorted({name for own in found.values() for name in own["exercises"]})
    rows = [[f"`{name}`", *(_cost(own["exercises"].get(name)) for own in found.values())] for name in names]
    return _table(["solution of", *(BACKENDS[name].title for name in found)], rows)


def _assumed(_: dict[str, Any]) -> str:
    return _table(
        ["assumed", "figure"],
        [
            ["exercises a week for each student", str(EXERCISES)],
            ["graded attempts at each", str(ATTEMPTS)],
            ["share of the cores' time that goes into grading", f"{SHARE:g}"],
            [f"part of a week's work that comes in the last {HOURS} hours", f"{LAST:g}"],
            ["cores of a machine, and of a pod", f"{CORES} and {POD}"],
        ],
    )


def _needs(found: dict[str, Any]) -> str:
    rows = []
    for size, students in SIZES.items():
        for name, own in found.items():
            seconds = _seconds(students, own)
            cores = math.ceil(LAST * seconds / (HOURS * 3600 * SHARE))
            threads = min(cores, CORES)
            rows.append(
                [
                    f"{size} of {students:,}, {BACKENDS[name].title}",
                    f"{_verdicts(students):,}",
                    _time(seconds),
                    _time(seconds / (CORES * SHARE)),
                    str(cores),
                    f"{math.ceil(cores / CORES)} with {_memory(own, threads)}",
                    f"{math.ceil(cores / POD)} with {_memory(own, min(cores, POD))}",
                ]
            )
    head = ["a week of", "verdicts", "CPU time", f"one machine of {CORES} cores works", "cores before the deadline"]
    return _table([*head, "as machines, with Dask", "as pods, on Kubernetes"], rows)


def _sum(found: dict[str, Any]) -> str:
    name = "torch" if "torch" in found else next(iter(found))
    own, (size, students) = found[name], [*SIZES.items()][1]
    verdicts, each, seconds = _verdicts(students), _mean(own)["seconds"], _seconds(students, own)
    share, last = f"{CORES} cores x {SHARE:g}", LAST * seconds / (HOURS * 3600 * SHARE)
    start, most = own["start"]["megabytes"], _most(own)
    limit = (start + CORES * MOST) / 1000
    return "\n".join(
        [
            f"The sums for {size} of {students:,} on {BACKENDS[name].title}:",
            "",
            "```",
            f"verdicts   {students:,} students x {EXERCISES} exercises x {ATTEMPTS} attempts = {verdicts:,}",
            f"CPU time   {verdicts:,} x {each:.2f} s = {seconds:,.0f} s = {_time(seconds)}",
            f"a machine  {seconds:,.0f} s / ({share}) = {_time(seconds / (CORES * SHARE))}",
            f"deadline   {LAST:g} x {seconds:,.0f} s / ({HOURS} x 3600 s x {SHARE:g}) = {last:.2f} cores",
            f"memory     {start:,} MB + {CORES} at a time x {most:,} MB at most = {_memory(own, CORES)}",
            f"limit      {start:,} MB + {CORES} x {MOST:,} MB = {limit:.1f} GB, where files take all that they may",
            "```",
        ]
    )


def _verdicts(students: int) -> int:
    return students * EXERCISES * ATTEMPTS


def _seconds(students: int, own: dict[str, Any]) -> float:
    return _verdicts(students) * _mean(own)["seconds"]


def _mean(own: dict[str, Any]) -> dict[str, float]:
    rows = own["exercises"].values()
    return {what: round(mean(row[what] for row in rows), 2) for what in ("seconds", "megabytes")}


def _most(own: dict[str, Any]) -> int:
    return max(row["megabytes"] for row in own["exercises"].values())


def _memory(own: dict[str, Any], at_a_time: int) -> str:
    return f"{(own['start']['megabytes'] + at_a_time * _most(own)) / 1000:.1f} GB"


def _cost(row: dict[str, float] | None) -> str:
    return f"{row['seconds']:.2f} s, {row['megabytes']:,.0f} MB" if row else "–"


def _time(seconds: float) -> str:
    if seconds < 5400:
        return f"{seconds / 60:.0f} min"
    return f"{seconds / 3600:,.1f} h"


if __name__ == "__main__":
    write()
