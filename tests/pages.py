"""What the tests of pages share: a page as its elements, results to show, and a picture of each kind."""

import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import numpy as np
from matplotlib.figure import Figure

from keraskata.boundary import pictures
from keraskata.classes.results_folder import Records
from keraskata.expect import kept
from keraskata.expect.basics import Measuring
from keraskata.report.class_facts import Student
from keraskata.results import CheckResult, Feedback, Result, report

HOSTILE = "</style></td><script>alert(1)</script><img src=x onerror=alert(1)>\"'{{ 7 * 7 }}"
VOID = {"meta", "br", "img", "link", "wbr"}


class Parsed(HTMLParser):
    """A page as its elements: (tag, attributes, text within); fails where tags do not match."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None], list[str]]] = []
        self._open: list[int] = []
        self.feed(text)
        assert not self._open, [self.elements[place] for place in self._open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs), []))
        if tag not in VOID:
            self._open.append(len(self.elements) - 1)

    def handle_endtag(self, tag: str) -> None:
        assert self.elements[self._open.pop()][0] == tag, (tag, self.getpos())

    def handle_data(self, data: str) -> None:
        for place in self._open:
            self.elements[place][2].append(data)

    def all(self, tag: str, **wanted: str) -> list[tuple[dict[str, str | None], str]]:
        found = [
            (attributes, " ".join("".join(text).split())) for name, attributes, text in self.elements if name == tag
        ]
        return [(attributes, text) for attributes, text in found if wanted.items() <= attributes.items()]

    def texts(self, tag: str) -> list[str]:
        return [text for _, text in self.all(tag)]


def sound(text: str) -> Parsed:
    """The page, which has to be one file that runs nothing and asks for nothing, and can be found one's way in."""
    found = Parsed(text)
    assert text.startswith("<!DOCTYPE html>") and found.all("html", lang="en")
    assert not {name for name, _, _ in found.elements} & {"script", "link", "iframe", "object", "form", "svg"}
    for _, attributes, _ in found.elements:
        assert not [name for name in attributes if name.startswith("on")], attributes
        assert not (attributes.get("href") or "#").strip("#/").startswith(("http", "javascript", "data"))
    assert all((attributes["src"] or "").startswith("data:image/svg+xml;base64,") for attributes, _ in found.all("img"))
    assert all(attributes["alt"] for attributes, _ in found.all("img"))
    ids = [attributes["id"] for _, attributes, _ in found.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    for name in ("href", "aria-labelledby"):
        aimed = [attributes[name] for _, attributes, _ in found.elements if name in attributes]
        assert {(aim or "").lstrip("#") for aim in aimed} <= set(ids)
    assert [tag for tag, _, _ in found.elements if tag in ("h1", "main", "header", "footer")] == [
        *("header", "h1", "main", "footer")
    ]
    return found


def check(name: str, outcome: str = "passed", most: int = 2, feedback: Feedback | None = None) -> CheckResult:
    if outcome != "passed" and feedback is None:
        feedback = Feedback("seven", "eight", f"{name} counts one too many")
    return CheckResult(name, f"It {name}s.", most if outcome == "passed" else 0, most, outcome, feedback)


def result(exercise: str, *checks: CheckResult) -> Result:
    return Result(exercise, f"{exercise}.py", list(checks), sum(each.max_points for each in checks))


def drawn_by_learner(label: str = "loss") -> Any:
    axes = Figure().add_subplot()
    axes.plot([3, 2, 1], marker="o", label=label)
    axes.scatter([0, 1], [1, 2])
    axes.imshow(np.eye(3))
    axes.legend()
    axes.set(title="A course", xlabel="epoch")
    return pictures.picture(axes)


def keep_one_of_each(current: Measuring) -> None:
    current.bands["plain"] = [0.9, 0.8, 0.7], [0.1, 0.1, 0.05]
    kept.keep_curves("Two courses", {"plain": [0.9, 0.7, float("nan")], "batch norm": np.array([900.0, 2.0, 0.5])})
    kept.keep_images("Digits", [np.random.default_rng(0).random((12, 8, 8))] * 2)
    kept.keep_confusion("Confused", np.array([0, 1, 1]), np.array([0, 0, 1]), ["zero", "one"])
    kept.keep_table("Words", ["after", "it says"], [("the sea", f"\x00\x1b[31m{HOSTILE}")])
    kept.keep_picture("Own", drawn_by_learner(HOSTILE))


def kata(folder: Path, *arguments: str, status: int = 0) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "keraskata", *arguments]
    ran = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=900)
    assert ran.returncode == status, ran.stdout + ran.stderr
    return ran


def student(name: str, *outcomes: str, problem: str = "") -> Student:
    """Three checks of two exercises, worth two points each."""
    first, second, third = map(check, ("begin", "count", "end"), outcomes)
    return Student(name, [result("s01_words/shout", first, second), result("s01_words/count", third)], problem)


CLASS = [
    student("anna", "passed", "passed", "passed"),
    student("bernd", "passed", "failed", "passed"),
    student("Clara <Ohm>", "failed", "failed", "passed", problem="Clara <Ohm>/notes.txt is no exercise"),
    student("dora", "timed out", "passed", "refused", problem=""),
]


def class_results(folder: Path, students: list[Student] = CLASS) -> Path:
    kept = Records(folder)
    with kept.held():
        for each in students:
            record = report(each.results, 0, "torch")
            about = {"student": each.name, "digest": "", "problem": each.problem}
            kept.save(each.name, {**record, "submission": about})
    return folder
