"""docs/own-exercise.md, followed to the letter: its files, its commands, and what it says is printed.

So the page stays true, and the engine works for a curriculum that is not this one, and not about Keras.
"""

import asyncio
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from test_watch import wait

from keraskata import curriculum
from keraskata.watch.app import Watch

PAGE = (Path(__file__).parent.parent / "docs" / "own-exercise.md").read_text(encoding="utf-8")
BLOCK = re.compile(
    r"^(?:\*\*`(?P<file>[^`\n]+)`\*\*\n\n)?```(?P<kind>\w+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL
)


@pytest.fixture(scope="module")
def followed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[tuple[str, str, str]]]:
    """A folder in which the page was followed; each command of the page, what it says is printed, and what was."""
    folder, commands = tmp_path_factory.mktemp("words-course"), []
    for block in BLOCK.finditer(PAGE):
        if block["file"]:
            place = folder / block["file"]
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(block["text"], encoding="utf-8")
        elif block["kind"] == "console":
            for command, _, said in (part.partition("\n") for part in block["text"].split("$ ")[1:]):
                commands.append((command, said, run(folder, command)))
    return folder, commands


def run(folder: Path, command: str) -> str:
    """What is printed in a terminal of 80 columns."""
    environment = {**os.environ, "PYTHONUTF8": "1", "COLUMNS": "80"}
    program, *arguments = shlex.split(command)
    module = {"kata": "keraskata", "pytest": "pytest"}[program]
    ran = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert not ran.stderr, ran.stderr
    return ran.stdout


def test_what_the_page_says_is_printed(followed: tuple[Path, list[tuple[str, str, str]]]) -> None:
    _, commands = followed
    assert [command.split()[:2] for command, _, _ in commands[:5]] == [
        ["kata", "new"],
        ["kata", "check"],
        ["kata", "check"],
        ["kata", "stubs"],
        ["kata", "check"],
    ]
    for command, said, printed in commands:
        parts = [re.escape(part) for part in re.split(r"^\.\.\.\n", said, flags=re.MULTILINE)]
        assert re.fullmatch(r"(?:.*\n)*?".join(parts), printed.lstrip("\n")), (command, printed)


def test_an_answer_that_is_judged_otherwise_is_named(followed: tuple[Path, list[tuple[str, str, str]]]) -> None:
    folder, _ = followed
    bank = folder / "tests/answers/s01_words/vowels"
    kept = {file: file.read_text() for file in bank.iterdir()}
    (bank / "right_loop.py").write_text(kept[bank / "wrong_list.py"])
    (bank / "wrong_list.py").write_text(kept[bank / "right_loop.py"])
    (bank / "wrong_prints.py").write_text(kept[bank / "wrong_prints.py"].replace("`return`", "a word"))
    try:
        said = run(folder, "kata check --answers")
    finally:
        for file, text in kept.items():
            file.write_text(text)
    assert "right_loop.py: it is right, and fails test_plain_words" in said
    assert "wrong_list.py: its first lines are to be `# fails: CHECK` and `# says: WORDS`" in said
    assert "wrong_prints.py: the feedback should say: without a word" in said


def test_a_learner_watches(followed: tuple[Path, list[tuple[str, str, str]]]) -> None:
    folder, _ = followed
    kit = curriculum.load(folder)

    async def scene() -> None:
        app = Watch(kit, kit.exercises["s01_words/vowels"])
        async with app.run_test(size=(80, 24)) as pilot:
            await wait(app, pilot, "Count the vowels", "still to be written", "0 of 3 points")
            mine = "def count_vowels(text):\n    return len([letter for letter in text.lower() if letter in 'aeiou'])\n"
            (folder / "exercises/s01_words/vowels.py").write_text(mine)
            await wait(app, pilot, "✓ 3 of 3 points", "1 of 1 exercises done")

    asyncio.run(scene())
