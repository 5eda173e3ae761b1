"""Results as Markdown, for the summary that GitHub shows of a job (docs.github.com, "Adding a job summary")."""

import re
from itertools import groupby

from keraskata.report.hosted import Hosted, Test
from keraskata.report.text import details
from keraskata.report.view import View

_CODE_OR_MARK = re.compile(r"(`[^`]*`)|([*_<\[\\])")
_MOST = 900_000  # bytes; GitHub takes no more than 1 MiB


def escaped(text: str) -> str:
    """Return a text as Markdown that shows it unchanged, but for `code`."""
    return _CODE_OR_MARK.sub(lambda found: found[1] or f"\\{found[2]}", text)


def summary(found: Hosted) -> str:
    """Return the points, and each check that a student may see with its feedback; without it if that is too much."""
    tests = list(found.tests())
    for with_feedback in (True, False):
        lines = [f"## {found.points} of {found.most} points", *(["", escaped(found.said)] if found.said else [])]
        for exercise, of_it in groupby(tests, key=lambda test: test.exercise):
            lines += ["", f"### {escaped(exercise)}", ""]
            lines += [line for test in of_it for line in _test(test, with_feedback)]
        text = "\n".join(lines) + "\n"
        if len(text.encode()) <= _MOST:
            return text
    return f"{lines[0]}\n"


def _test(test: Test, with_feedback: bool) -> list[str]:
    line = f"- {View.of(test.check).mark} {escaped(test.check.docstring)} ({test.points}/{test.most})"
    text = details(test.check) if with_feedback else ""
    if not text:
        return [line]
    fence = "`" * (max((len(run) for run in re.findall("`+", text)), default=0) + 3)
    return [line, "", *(f"  {row}" for row in [f"{fence}text", *text.splitlines(), fence]), ""]
