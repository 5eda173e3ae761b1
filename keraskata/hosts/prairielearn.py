"""Writes a folder for PrairieLearn: a question for each exercise, and what the container image is built of.

The format of questions is that of docs.prairielearn.com/question and docs.prairielearn.com/externalGrading.
"""

import json
import shutil
import uuid
from dataclasses import replace
from html import escape
from pathlib import Path

from keraskata.curriculum import Exercise, Kit
from keraskata.hosts.choices import PLACE, Choices
from keraskata.hosts.packing import files_of, requirements
from keraskata.learner import stubs
from keraskata.lessons.texts import words

_FILES = Path(__file__).with_name("prairielearn_files")
_SECONDS = 600  # the most that PrairieLearn allows
_CODE = "initial_code.py"
_QUESTION = """<pl-question-panel>
  <pre style="white-space: pre-wrap; font-family: inherit">{task}</pre>
  <pl-file-editor file-name="{file}" ace-mode="ace/mode/python" source-file-name="{code}"></pl-file-editor>
</pl-question-panel>

<pl-submission-panel>
  <pl-external-grader-results></pl-external-grader-results>
  <pl-file-preview></pl-file-preview>
</pl-submission-panel>
"""


def write(kit: Kit, choices: Choices, image: str, out: Path) -> None:
    """Write questions/ and image/ in a folder; what an earlier call wrote there is replaced.

    Raises OSError, CurriculumError if a stub is not known, and NoText if one is no text.
    """
    for name in choices.exercises:
        own = replace(choices, exercises=[name], points={n: p for n, p in choices.points.items() if n == name})
        _write_question(kit, kit.exercises[name], own, image, out / "questions" / name)
    _write_image(kit, choices, out / "image")


def _write_question(kit: Kit, exercise: Exercise, choices: Choices, image: str, place: Path) -> None:
    (place / "tests").mkdir(parents=True, exist_ok=True)
    about = {
        "uuid": str(uuid.uuid5(uuid.NAMESPACE_URL, f"keraskata/{exercise.id}")),  # the same in every call
        "title": exercise.title,
        "topic": kit.sections[exercise.section],
        "tags": ["code"],
        "type": "v3",
        "singleVariant": True,
        "showCorrectAnswer": False,
        "gradingMethod": "External",
        "externalGradingOptions": {"image": image, "entrypoint": "/kata/grade", "timeout": _SECONDS},
    }
    page = _QUESTION.format(task=_plain(words(kit, exercise)), file=f"{exercise.name}.py", code=_CODE)
    texts = {
        "info.json": json.dumps(about, indent=2) + "\n",
        "question.html": page,
        _CODE: stubs.shown(kit, exercise),
        f"tests/{PLACE}": choices.text(),
    }
    for name, text in texts.items():
        (place / name).write_text(text, encoding="utf-8", newline="\n")


def _plain(text: str) -> str:
    """Return a text as HTML in which Mustache, which reads the page before a browser does, finds nothing."""
    return escape(text).replace("{", "&#123;").replace("}", "&#125;")


def _write_image(kit: Kit, choices: Choices, place: Path) -> None:
    shutil.rmtree(place / "kit", ignore_errors=True)
    place.mkdir(parents=True, exist_ok=True)
    for script in sorted(_FILES.iterdir()):
        shutil.copy(script, place / script.name)
    (place / "requirements.txt").write_text(requirements(choices.backend, choices.walls), encoding="utf-8")
    for name, source in files_of(kit):
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, place / name)
