"""Hosts that grade by themselves: what they are given, laid out as they do it, and results in the published form."""

import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from conftest import RIGHT
from test_exports import kata

from keraskata import curriculum
from keraskata.backend.choice import backend
from keraskata.learner import stubs
from keraskata.report import prairielearn
from keraskata.report.gradescope import no_grade, results_json
from keraskata.report.hosted import Hosted
from keraskata.results import CheckResult, Feedback, Result
from keraskata.subject import walls

WHEN = {"enum": ["hidden", "after_due_date", "after_published", "visible"]}
FORMAT = {"enum": ["text", "html", "simple_format", "md", "ansi"]}
TEST = {
    "type": "object",
    "additionalProperties": False,
    "required": ["score", "max_score", "name", "status"],
    "properties": {
        "score": {"type": "number", "minimum": 0},
        "max_score": {"type": "number", "minimum": 0},
        "status": {"enum": ["passed", "failed"]},
        "name": {"type": "string"},
        "name_format": FORMAT,
        "number": {"type": "string"},
        "output": {"type": "string"},
        "output_format": FORMAT,
        "tags": {"type": "array", "items": {"type": "string"}},
        "visibility": WHEN,
        "extra_data": {"type": "object"},
    },
}
RESULTS = {  # https://gradescope-autograders.readthedocs.io/en/latest/specs/
    "type": "object",
    "additionalProperties": False,
    "required": ["score", "output", "stdout_visibility"],
    "properties": {
        "score": {"type": "number", "minimum": 0},
        "execution_time": {"type": "number"},
        "output": {"type": "string"},
        "output_format": FORMAT,
        "test_output_format": FORMAT,
        "test_name_format": FORMAT,
        "visibility": WHEN,
        "stdout_visibility": {"const": "hidden"},
        "extra_data": {"type": "object"},
        "tests": {"type": "array", "items": TEST},
        "leaderboard": {"type": "array"},
    },
}


def test_students_see_of_hidden_checks_what_they_are_worth() -> None:
    secret = CheckResult("test_x", "A secret.", 0, 2, "failed", Feedback("<b>7</b>", "8"), hidden=True)
    known = CheckResult("test_y", "It is right.", 1, 2, "failed", Feedback("<b>7</b>", "8"))
    found = results_json(Hosted([Result("s01_words/shout", "", [known, secret], 4)]))
    jsonschema.validate(found, RESULTS)
    assert "secret" not in json.dumps(found) and [test["max_score"] for test in found["tests"]] == [2, 2]
    assert "&lt;b&gt;7" in found["tests"][0]["output"] and "<b>7" not in json.dumps(found)
    assert found["score"] == 1 and found["tests"][0]["status"] == "failed"
    jsonschema.validate(no_grade("of the weather"), RESULTS)


class Gradescope:
    """The folder /autograder, as Gradescope makes it of an archive."""

    def __init__(self, kit: Path, *options: str) -> None:
        made = kata(kit, "gradescope", "s01_words", "--out", "autograder.zip", *options)
        assert made.returncode == 0, made.stderr
        self.folder, self.said = kit / "autograder", made.stdout
        with zipfile.ZipFile(kit / "autograder.zip") as archive:
            self.names = archive.namelist()
            archive.extractall(self.folder / "source")
            mode = archive.getinfo("run_autograder").external_attr >> 16
        (self.folder / "run_autograder").write_bytes((self.folder / "source/run_autograder").read_bytes())
        (self.folder / "run_autograder").chmod(mode)
        (self.folder / "submission").mkdir(exist_ok=True)

    def hand_in(self, name: str, text: str) -> None:
        place = self.folder / "submission" / name
        place.parent.mkdir(exist_ok=True)
        place.write_text(text)

    def run(self, **environment: str) -> dict[str, Any]:
        where = {"AUTOGRADER": str(self.folder), "KATA_PYTHON": sys.executable}
        ran = subprocess.run(
            [self.folder / "run_autograder"],
            cwd=self.folder,
            env={**os.environ, **where, **environment},
            capture_output=True,
            text=True,
            timeout=100,
        )
        print(ran.stdout, ran.stderr)
        results = json.loads((self.folder / "results" / "results.json").read_text())
        jsonschema.validate(results, RESULTS)
        return results


def without_bubblewrap(folder: Path) -> str:
    """A PATH with what `run_autograder` needs and nothing else."""
    (folder / "bin").mkdir()
    for name in ("bash", "env", "mkdir", "cat"):
        (folder / "bin" / name).symlink_to(f"/usr/bin/{name}")
    return str(folder / "bin")


def notebook(*sources: str) -> str:
    cells = [{"cell_type": "code", "source": source, "metadata": {}, "outputs": []} for source in sources]
    return json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": cells})


def test_gradescope_grades_files_and_notebooks(kit: Path) -> None:
    try:
        walls.check()
        walled = []
    except walls.NoWalls:
        walled = ["--no-walls"]
    stubs.write_list(curriculum.load(kit))
    there = Gradescope(kit, "--seed", "7", *walled)
    assert not [name for name in there.names if "solutions" in name or "tests/" in name]
    assert {"setup.sh", "kit/curriculum/s01_words.toml", "kit/graders/s01_words/test_shout.py"} <= set(there.names)
    assert json.loads((there.folder / "source/choices.json").read_text())["seed"] > 2**32  # made of 7 and a secret
    there.hand_in("shout-1.py", "def shout(text):\n    return text or 'X'\n")
    there.hand_in("exercises/shout.py", (kit / "exercises/s01_words/shout.py").read_text())
    there.hand_in("s01_words/count.ipynb", notebook(RIGHT["count"]))
    results = there.run()
    assert "shout-1.py is taken for s01_words/shout" in results["output"]
    assert results["score"] == 3 and "3 of 6 points" in results["output"], results
    tests = {test["name"]: test for test in results["tests"]}
    assert tests["s01_words/count: count(text) is the number of words."]["status"] == "passed"
    wrong = tests["s01_words/shout: shout(text) is in capitals."]
    assert (wrong["score"], wrong["max_score"], wrong["status"]) == (0, 2, "failed") and "AB" in wrong["output"]


def test_gradescope_does_without_walls_only_where_that_was_chosen(kit: Path) -> None:
    there = Gradescope(kit)
    there.hand_in("count.py", RIGHT["count"])
    refused = there.run(PATH=without_bubblewrap(kit))
    assert refused["score"] == 0 and "bubblewrap" in refused["output"] and "tests" not in refused
    chosen = Gradescope(kit, "--no-walls")
    assert "forge its own result" in chosen.said
    assert json.loads((chosen.folder / "source/choices.json").read_text())["walls"] is False


def test_gradescope_fails_closed(kit: Path) -> None:
    there = Gradescope(kit)
    there.hand_in("count.py", RIGHT["count"])
    ended = there.run(KATA_PYTHON="/bin/false")
    assert ended["score"] == 0 and "did not come to its end" in ended["output"]
    (there.folder / "source/kit/curriculum/s01_words.toml").write_text("half of")
    broken = there.run()
    assert broken["score"] == 0 and "CurriculumError" in broken["output"] and "tests" not in broken
    unknown = kata(kit, "gradescope", "s99", "--out", "x.zip")
    assert unknown.returncode == 2 and "There are: s01_words" in unknown.stderr


INFO = {  # apps/prairielearn/src/schemas/schemas/infoQuestion.json of PrairieLearn, what is used of it
    "type": "object",
    "additionalProperties": False,
    "required": ["uuid", "type", "title", "topic"],
    "properties": {
        "uuid": {"type": "string", "pattern": "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"},
        "type": {"const": "v3"},
        "title": {"type": "string"},
        "topic": {"type": "string"},
        "tags": {"type": "array", "items": {"type": "string"}},
        "gradingMethod": {"enum": ["Internal", "External", "Manual"]},
        "singleVariant": {"type": "boolean"},
        "showCorrectAnswer": {"type": "boolean"},
        "partialCredit": {"type": "boolean"},
        "externalGradingOptions": {
            "type": "object",
            "additionalProperties": False,
            "required": ["image"],
            "properties": {
                "image": {"type": "string"},
                "entrypoint": {"type": ["string", "array"]},
                "serverFilesCourse": {"type": "array", "items": {"type": "string"}},
                "timeout": {"type": "integer", "maximum": 600},
                "enableNetworking": {"type": "boolean"},
                "environment": {"type": "object", "additionalProperties": {"type": "string"}},
            },
        },
    },
}
IMAGES = {"type": "array", "items": {"type": "object", "required": ["url"], "additionalProperties": {"type": "string"}}}
TEXTS = {"message": {"type": "string"}, "output": {"type": "string"}, "images": IMAGES}
GRADED = {  # docs/externalGrading.md of PrairieLearn, "Grading results"
    "type": "object",
    "if": {"properties": {"gradable": {"const": False}}, "required": ["gradable"]},
    "else": {"required": ["score"]},
    "additionalProperties": False,
    "properties": {
        "gradable": {"type": "boolean"},
        "score": {"type": "number", "minimum": 0, "maximum": 1},
        "format_errors": {"type": ["string", "array"]},
        **TEXTS,
        "tests": {
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["points", "max_points"],  # without them for any test, none is shown in detail
                "properties": {
                    "name": {"type": "string"},
                    "description": {"type": "string"},
                    "points": {"type": "number", "minimum": 0},
                    "max_points": {"type": "number", "minimum": 0},
                    **TEXTS,
                },
            },
        },
    },
}


class PrairieLearn:
    """The folder /grade of a question, as `buildDirectory` of PrairieLearn makes it (externalGraderCommon.ts)."""

    def __init__(self, kit: Path, exercise: str, *options: str) -> None:
        made = kata(kit, "prairielearn", "s01_words", "--image", "we/kata", "--out", "pl", *options)
        assert made.returncode == 0, made.stderr
        self.said, self.question, self.image = made.stdout, kit / "pl/questions" / exercise, kit / "pl/image"
        self.info = json.loads((self.question / "info.json").read_text())
        jsonschema.validate(self.info, INFO)
        self.folder = kit / "grade"
        for name in ("serverFilesCourse", "student", "data", "shared"):
            (self.folder / name).mkdir(parents=True, exist_ok=True)
        shutil.copytree(self.question / "tests", self.folder / "tests", dirs_exist_ok=True)
        (self.folder / "data/data.json").write_text("{}")

    def run(self, text: str, **environment: str) -> dict[str, Any]:
        page = (self.question / "question.html").read_text()
        [name] = re.findall(r'file-name="(.+?)" ', page)
        (self.folder / "student" / name).write_text(text)
        where = {"GRADE": str(self.folder), "KIT": str(self.image / "kit"), "KATA_PYTHON": sys.executable}
        ran = subprocess.run(
            [self.image / "grade"], env={**os.environ, **where, **environment}, capture_output=True, text=True
        )
        print(ran.stdout, ran.stderr)
        content = (self.folder / "results/results.json").read_bytes()
        assert len(content) <= 1_000_000
        results: dict[str, Any] = json.loads(content)
        jsonschema.validate(results, GRADED)
        return {**results, "status": ran.returncode}


def test_prairielearn_grades_what_was_typed_in(kit: Path, walled: None) -> None:
    text = '"""Make a text {{loud}} & <b>large</b>."""\n\ndef shout(text):\n    raise NotImplementedError\n'
    (kit / "exercises/s01_words/shout.py").write_text(text)
    (kit / "solutions/s01_words/shout.py").write_text(text)
    stubs.write_list(curriculum.load(kit))
    there = PrairieLearn(kit, "s01_words/shout", "--seed", "7")
    assert there.info["gradingMethod"] == "External" and there.info["topic"] == "Words"
    assert there.info["externalGradingOptions"]["image"] == "we/kata" and "try one submission" in there.said
    page = (there.question / "question.html").read_text()
    assert "{{" not in page and "<b>" not in page and "&#123;loud&#125;" in page and "&lt;b&gt;large" in page
    assert (there.question / "initial_code.py").read_text() == text
    assert (
        os.access(there.image / "grade", os.X_OK) and f"[{backend()}," in (there.image / "requirements.txt").read_text()
    )
    packed = [str(path.relative_to(there.image)) for path in there.image.rglob("*")]
    assert "kit/graders/s01_words/test_shout.py" in packed
    assert not [name for name in packed if "solutions" in name or "tests/" in name]
    wrong = there.run("def shout(text):\n    return text or 'X'\n")
    assert wrong["status"] == 0 and wrong["score"] == 0 and wrong["message"].startswith("0 of 3 points.")
    first = wrong["tests"][0]
    assert first["name"] == "s01_words/shout: shout(text) is in capitals." and "AB" in first["output"]
    assert [test["max_points"] for test in wrong["tests"]] == [2, 1]
    right = there.run(RIGHT["shout"])
    assert right["score"] == 1 and [test["points"] for test in right["tests"]] == [2, 1]


def test_prairielearn_fails_closed_and_uses_up_no_attempt(kit: Path) -> None:
    there = PrairieLearn(kit, "s01_words/count")
    ended = there.run(RIGHT["count"], KATA_PYTHON="/bin/false")
    assert ended["status"] and not ended["gradable"] and "did not come to its end" in ended["format_errors"]
    refused = there.run(RIGHT["count"], PATH=without_bubblewrap(kit))
    assert not refused["gradable"] and "bubblewrap" in refused["format_errors"] and "tests" not in refused
    (there.image / "kit/curriculum/s01_words.toml").write_text("half of")
    assert "CurriculumError" in there.run(RIGHT["count"])["format_errors"]
    assert "the container is the wall" in PrairieLearn(kit, "s01_words/count", "--no-walls").said
    unknown = kata(kit, "prairielearn", "s99", "--image", "we/kata", "--out", "x")
    assert unknown.returncode == 2 and "There are: s01_words" in unknown.stderr and not (kit / "x").exists()


def test_prairielearn_takes_no_more_than_a_megabyte() -> None:
    """Pictures go first, then long texts; the points stay. Of hidden checks there is only what they are worth."""
    picture = {"title": "Losses", "svg": "<svg>" + "x" * 300_000 + "</svg>", "alt": ""}
    long = Feedback("é" * 5_000, "é" * 5_000, None, ["é" * 5_000])
    shown = CheckResult("test_x", "It is right.", 1, 2, "failed", long, pictures=[picture])
    one = prairielearn.results_json(Hosted([Result("s01_words/shout", "", [shown], 2)]))
    assert one["score"] == 0.5 and one["tests"][0]["images"][0]["url"].startswith("data:image/svg+xml;base64,")
    many = [Result(f"s01_words/e{number}", "", [shown] * 10, 20) for number in range(4)]
    found = prairielearn.results_json(Hosted(many, worth={"s01_words/e0": 80}))
    assert len(json.dumps(found)) <= 1_000_000 and len(found["tests"]) == 40 and "images" not in found["tests"][0]
    assert found["tests"][0]["max_points"] == 8 and found["score"] == 0.5
    secret = CheckResult("test_y", "A secret.", 0, 2, "failed", Feedback("7", "8"), hidden=True)
    hidden = prairielearn.results_json(Hosted([Result("s01_words/shout", "", [shown, secret], 4)]))
    jsonschema.validate(hidden, GRADED)
    assert "secret" not in json.dumps(hidden) and hidden["score"] == 0.25


STEP = {
    "type": "object",
    "additionalProperties": False,
    "oneOf": [{"required": ["uses"]}, {"required": ["run"]}],
    "properties": {
        "name": {"type": "string"},
        "id": {"type": "string"},
        "if": {"type": "string"},
        "uses": {"type": "string", "pattern": "^[\\w.-]+/[\\w.-]+@[\\w.-]+$"},
        "run": {"type": "string"},
        "shell": {"enum": ["bash", "sh", "python"]},
        "working-directory": {"type": "string"},
        "with": {"type": "object", "additionalProperties": {"type": ["string", "number", "boolean"]}},
        "env": {"type": "object", "additionalProperties": {"type": ["string", "number", "boolean"]}},
        "timeout-minutes": {"type": "number"},
    },
}
WORKFLOW = {  # docs.github.com, "Workflow syntax for GitHub Actions", and SchemaStore's github-workflow.json
    "type": "object",
    "additionalProperties": False,
    "required": ["on", "jobs"],
    "properties": {
        "name": {"type": "string"},
        "on": {"type": "array", "items": {"enum": ["push", "workflow_dispatch", "repository_dispatch"]}},
        "permissions": {"type": "object", "additionalProperties": {"enum": ["read", "write", "none"]}},
        "jobs": {
            "type": "object",
            "minProperties": 1,
            "patternProperties": {
                "^[_a-zA-Z][a-zA-Z0-9_-]*$": {
                    "type": "object",
                    "additionalProperties": False,
                    "required": ["runs-on"],
                    "properties": {
                        "name": {"type": "string"},
                        "runs-on": {"type": "string"},
                        "timeout-minutes": {"type": "number"},
                        "if": {"type": "string"},
                        "steps": {"type": "array", "minItems": 1, "items": STEP},
                    },
                }
            },
            "additionalProperties": False,
        },
    },
}


class Actions:
    """The workflow in a repository, and its step that grades."""

    def __init__(self, kit: Path, *options: str) -> None:
        made = kata(kit, "actions", *options)
        assert made.returncode == 0, made.stderr
        self.kit, self.said, self.place = kit, made.stdout, kit / ".github/workflows/classroom.yml"
        read = yaml.safe_load(self.place.read_text())
        workflow = {"on" if key is True else key: value for key, value in read.items()}  # YAML 1.1 reads "on" as yes
        jsonschema.validate(workflow, WORKFLOW)
        [job] = workflow["jobs"].values()
        *_, self.install, self.grade = job["steps"]

    def push(self, **answers: str) -> tuple[int, str, str]:
        """Hand in, and run the step as GitHub does: the status, the log and the summary."""
        for name, text in answers.items():
            (self.kit / f"exercises/s01_words/{name}.py").write_text(text)
        summary = self.kit / "summary.md"
        summary.write_text("")
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        environment = {**os.environ, **self.grade["env"], "GITHUB_STEP_SUMMARY": str(summary), "PATH": path}
        ran = subprocess.run(
            ["bash", "-e", "-c", self.grade["run"]], cwd=self.kit, env=environment, capture_output=True, text=True
        )
        print(ran.stdout, ran.stderr)
        return ran.returncode, ran.stdout, summary.read_text()


def test_actions_grade_a_push_with_points_and_a_summary(kit: Path) -> None:
    there = Actions(kit, "s01_words")
    assert "2 exercises" in there.said and "can change it" in there.said
    wrong = "def shout(text):\n    return text + '```'\n"
    status, log, summary = there.push(shout=wrong, count=RIGHT["count"])
    assert status == 1 and "::notice title=Autograding complete::Points 3/6" in log
    assert '::notice title=Autograding report::{"totalPoints": 3, "maxPoints": 6}' in log
    assert summary.startswith("## 3 of 6 points\n") and "### s01\\_words/shout" in summary
    assert "- ✓ count(text) is the number of words. (3/3)" in summary
    assert "- ✗ shout(text) is in capitals. (0/2)\n\n  ``````text\n  expected: " in summary  # longer than those in it
    status, log, summary = there.push(shout=RIGHT["shout"])
    assert status == 0 and "Points 6/6" in log and summary.startswith("## 6 of 6 points\n")


def test_actions_count_what_the_course_says(kit: Path) -> None:
    text = 'exercises = ["s01_words/shout"]\ndue = 2026-12-05T23:59:00+01:00\n[points]\n"s01_words/shout" = 12\n'
    (kit / "course.toml").write_text(text)
    there = Actions(kit, "--course", "course.toml")
    assert "set it there" in there.said
    status, log, _ = there.push(shout="def shout(text):\n    return text.upper() or 'X'\n")
    assert status == 1 and "Points 8/12" in log


def test_actions_say_why_nothing_was_graded(kit: Path) -> None:
    there = Actions(kit, "s01_words")
    (kit / "graders/s01_words/test_shout.py").write_text("import nothing_of_this_name\n")
    (kit / "graders/s01_words/test_count.py").write_text("import nothing_of_this_name\n")
    status, log, summary = there.push(**RIGHT)
    assert status == 2 and "::error title=Not graded::" in log and "notice" not in log
    assert "could not be graded" in summary and "tell your instructor" in summary


@pytest.mark.parametrize(
    ("kit_is", "line"),
    [
        ("keraskata", "'keraskata[torch]'"),
        ("./keraskata-0.1.0-py3-none-any.whl", "'./keraskata-0.1.0-py3-none-any.whl[torch]'"),
        ("git+https://example.org/o'kit.git", "'keraskata[torch] @ git+https://example.org/o'\\''kit.git'"),
    ],
)
def test_actions_install_the_kit_from_where_it_is(
    kit: Path, kit_is: str, line: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KERAS_BACKEND", "torch")
    assert Actions(kit, "s01_words", "--kit", kit_is).install["run"].endswith(f"--torch-backend cpu {line}\n")


def test_actions_overwrite_their_own_workflow_only(kit: Path) -> None:
    place = Actions(kit, "s01_words").place
    Actions(kit, "s01_words")
    place.write_text("name: mine\n")
    refused = kata(kit, "actions", "s01_words")
    assert refused.returncode == 2 and "move it away" in refused.stderr and place.read_text() == "name: mine\n"
    assert kata(kit, "actions").returncode == 2
