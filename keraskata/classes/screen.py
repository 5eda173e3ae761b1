"""The instructor's screen while a class is graded: a line for each student, the progress, and a summary."""

import re
import sys
from collections.abc import Iterable, Iterator
from statistics import median
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, SpinnerColumn, TimeRemainingColumn
from rich.text import Text

from keraskata.printable import quoted
from keraskata.report.counting import unknown, words

if TYPE_CHECKING:
    from keraskata.classes.bookkeeping import Bookkeeping
    from keraskata.classes.keeping import Grade
    from keraskata.handed_in.downloads import Download
    from keraskata.handed_in.reading import Reading

_MAX_SHOWN = 60  # characters of what is being read
_MORE_SPACES = re.compile(r"(?<= ) ")  # a name with many of them could look like two lines


def followed(grades: "Iterable[Grade]", reading: "Reading") -> "Iterator[Grade]":
    """Yield the same grades, and print a line for each.

    A terminal also shows a progress bar below them, and what is being read.
    """
    shown = sys.stderr.isatty()
    sys.stdout.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]  # a name that a terminal cannot show
    columns = [SpinnerColumn(), BarColumn(), MofNCompleteColumn(), _Rate(), TimeRemainingColumn(compact=True)]
    bar = Progress(
        *columns,
        _Read(reading),
        console=Console(stderr=True),
        transient=True,
        disable=not shown,
        redirect_stdout=shown and sys.stdout.isatty(),
        redirect_stderr=False,
        speed_estimate_period=120,
    )
    with bar:
        task = bar.add_task("", total=len(reading.everyone))
        for grade in grades:
            print(line(grade), flush=True)
            bar.advance(task)
            yield grade


def close(book: "Bookkeeping") -> None:
    """Close the gradebook. A terminal shows meanwhile for how many students it is still written."""
    try:
        with Console(stderr=True).status("") as status:
            for left in book.left():
                status.update(f"writing the gradebook, {left} students left")
    finally:
        book.close()


def about(download: "Download", exercises: int) -> Iterator[str]:
    """Yield the first lines: how many are graded, whose download it is, and what of it does not count."""
    everyone, task = download.students, f" of {quoted([download.task])}" if download.task else ""
    origin = f", a download{task} from {download.title}" if download.title else ""
    yield f"{len(everyone)} submissions{origin}, {exercises} exercises."
    if len(everyone) == 1 and not download.title:  # the class may lie one folder deeper
        yield f"All is graded as {next(iter(everyone))}'s. If students' folders lie in it, name that folder."
    if download.earlier:
        yield f"Earlier attempts, which do not count: {quoted(download.earlier)}."
    if download.others:
        yield f"Nobody's, and not looked at: {quoted(download.others)}."
    yield from download.remarks


class _Rate(ProgressColumn):
    """Grades per minute; nothing before the first."""

    def render(self, task: Any) -> Text:
        return Text(f"{60 * task.speed:.0f} a minute, left:" if task.speed else "starting")


class _Read(ProgressColumn):
    """The file that is being read; nothing at the end."""

    max_refresh = 0.5  # seconds: files that are read quickly are not all shown

    def __init__(self, reading: "Reading") -> None:
        super().__init__()
        self._reading = reading

    def render(self, task: Any) -> Text:
        now = self._reading.now
        shown = now if len(now) <= _MAX_SHOWN else f"{now[: _MAX_SHOWN - 1]}…"
        return Text(f"reading {shown}" if now else "")


def line(grade: "Grade") -> str:
    """Return the line of one student."""
    text = f"{_spaces_shown(grade.student):<32} {grade.final:>4}/{grade.most}"
    text += "  kept" if grade.kept else ""
    text += f"  was {grade.before}" if grade.before is not None else ""
    if grade.late and (said := "time unknown" if unknown(grade.late) else words(grade.late, grade.earned)):
        text += f"  {said}"
    text += f"  {_spaces_shown(grade.note)}" if grade.note else ""
    return text + (f"  ! {_spaces_shown(grade.problem)}" if grade.problem else "")


def _spaces_shown(text: str) -> str:
    return _MORE_SPACES.sub("\N{OPEN BOX}", text)


def summary(grades: "list[Grade]") -> list[str]:
    """Return lines with the full passes and mean points of each exercise, and the scores of the class."""
    if not grades:
        return ["No student was graded."]
    rows = ["", f"{'exercise':<44} {'all points':>10} {'mean':>11}"]
    for results in zip(*(grade.exercises for grade in grades), strict=True):
        whole, most = sum(result.done for result in results), results[0].max_points
        mean = sum(result.points for result in results) / len(results)
        rows.append(f"{results[0].exercise:<44} {f'{whole}/{len(results)}':>10} {f'{mean:.1f}/{most}':>11}")
    scores = [grade.final for grade in grades]
    problems = sum(bool(grade.problem) for grade in grades)
    rows += ["", f"{len(scores)} graded, {problems} with problems; of {grades[0].most} points:"]
    rows[-1] += f" lowest {min(scores)}, median {median(scores):g}, highest {max(scores)}."
    if count := sum(unknown(grade.late) for grade in grades if grade.late):
        rows.append(
            f"Nothing says when {count} of the {len(grades)} handed in; none of these lost points for being late."
        )
    return rows
