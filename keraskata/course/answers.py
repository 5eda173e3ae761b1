"""Reads the answer bank: each answer with the checks that must fail, and what feedback must say: a row, or words."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from keraskata.backend.choice import backend
from keraskata.curriculum import Exercise, Kit
from keraskata.printable import listed
from keraskata.results import Result

_FAILED = ("failed", "timed out")


@dataclass(frozen=True)
class Answer:
    """One file of the bank."""

    exercise: Exercise
    path: Path
    fails: tuple[str, ...]
    says: tuple[str, ...]
    diagnosis: tuple[str, ...]

    @property
    def right(self) -> bool:
        return self.path.name.startswith("right_")


def answers(kit: Kit, exercise: Exercise) -> list[Answer]:
    """Return the bank of one exercise, by name."""
    return [_read(exercise, path) for path in sorted(kit.answers(exercise).glob("*.py"))]


def differences(answer: Answer, result: Result) -> Iterator[str]:
    """Give each difference between the verdict on an answer and the verdict that its first lines ask for."""
    checks = {check.id: check for check in result.checks}
    if answer.right:
        yield from (f"it is right, and fails {name}" for name, check in checks.items() if check.outcome != "passed")
        return
    if not (answer.fails and (answer.diagnosis or answer.says)):
        yield "its first lines are to be `# fails: CHECK` and `# says: WORDS`, or `# diagnosis: TABLE.row`"
    failed = [checks[name] for name in answer.fails if name in checks and checks[name].outcome in _FAILED]
    yield from (f"it should fail {name}" for name in answer.fails if name not in [check.id for check in failed])
    rows = sorted({check.feedback.diagnosis for check in failed if check.feedback} - {""})
    found = listed(rows) or "a text without a row"
    yield from (f"the cause should be {row}, and is {found}" for row in answer.diagnosis if row not in rows)
    said = " ".join(str(check.feedback) for check in failed).lower()
    said = said.replace("a cell that python", "a file that python")  # if the answer was handed in as a notebook
    yield from (f"the feedback should say: {words}" for words in answer.says if words.lower() not in said)


def _read(exercise: Exercise, path: Path) -> Answer:
    said: dict[str, tuple[str, ...]] = {}
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines()[:4]:
        for key in ("fails", "says", "diagnosis"):
            if line.startswith((f"# {key}:", f"# {key} on {backend()}:")):
                said[key] = tuple(word.strip() for word in line.split(":", 1)[1].split(",") if word.strip())
    return Answer(exercise, path, *(said.get(key, ()) for key in ("fails", "says", "diagnosis")))
