"""Shell completion: the names that a learner would have to type, as bash, zsh and fish ask for them."""

import os
import subprocess
import sys
from importlib.metadata import entry_points
from pathlib import Path

import pytest
import typer
from conftest import SECTION

from keraskata.cli import app

KATA = Path(sys.executable).parent / "kata"


def complete(kit: Path, line: str, **environment: str) -> list[str]:
    """What `kata` offers bash at the end of a line."""
    words = line.split(" ")
    asked = {"_KATA_COMPLETE": "complete_bash", "COMP_WORDS": line, "COMP_CWORD": str(len(words) - 1)}
    return said(kit, **asked, **environment).split()


def said(kit: Path, *arguments: str, **environment: str) -> str:
    ran = subprocess.run(
        [KATA, *arguments], cwd=kit, env={**os.environ, **environment}, capture_output=True, text=True, timeout=60
    )
    assert not ran.stderr, ran.stderr
    return ran.stdout


@pytest.mark.parametrize(
    "command", ["watch", "hint", "reset", "solution", "solution --give-up", "grade x.py --as", "calibrate"]
)
def test_exercises(kit: Path, command: str) -> None:
    assert complete(kit, f"kata {command} ") == ["s01_words/shout", "s01_words/count"]
    assert complete(kit, f"kata {command} s01_words/s") == ["s01_words/shout"]
    assert complete(kit, f"kata {command} sh") == ["shout"]
    assert complete(kit, f"kata {command} s02") == []


@pytest.mark.parametrize("command", ["grade-class handed-in --section", "gradescope"])
def test_sections(kit: Path, command: str) -> None:
    assert complete(kit, f"kata {command} s") == ["s01_words"]


def test_sections_where_an_exercise_begins(kit: Path) -> None:
    assert complete(kit, "kata new ") == ["s01_words/"]


def test_the_help_has_every_command_under_who_needs_it(kit: Path) -> None:
    text = said(kit, "--help", COLUMNS="80")
    groups = [line for line in text.splitlines() if line.startswith("For ")]
    assert groups == ["For learners:", "For instructors:", "For authors:"]
    assert "..." not in text.partition("\n")[2] and not [line for line in text.splitlines() if len(line) > 80]
    lines = [line.split()[0] for line in text.partition("For learners")[2].splitlines() if line.startswith("  ")]
    assert sorted(lines) == sorted(typer.main.get_command(app).commands)  # type: ignore[attr-defined]
    keraskata = entry_points(group="console_scripts", name="keraskata")  # where another package has a `kata`
    assert [each.load() for each in keraskata] == [app]


def test_commands_and_options(kit: Path) -> None:
    assert {"reset", "report"} <= set(complete(kit, "kata re"))
    assert "--give-up" in complete(kit, "kata solution --g")


def test_other_shells(kit: Path) -> None:
    zsh = said(kit, _KATA_COMPLETE="complete_zsh", _TYPER_COMPLETE_ARGS="kata hint s01_words/s")
    fish = {"_TYPER_COMPLETE_FISH_ACTION": "get-args", "_TYPER_COMPLETE_ARGS": "kata hint s01_words/s"}
    assert '"s01_words/shout"' in zsh and "count" not in zsh
    assert said(kit, _KATA_COMPLETE="complete_fish", **fish).split() == ["s01_words/shout"]


def test_a_kit_that_cannot_be_read_offers_nothing_and_says_nothing(kit: Path) -> None:
    (kit / SECTION).write_text("[[exercise]")
    assert complete(kit, "kata hint ") == []


def test_installed_in_bash(kit: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    own = {"HOME": str(home), "_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1"}
    assert "bash completion installed" in said(kit, "--install-completion", "bash", **own)
    ask = '. ~/.bashrc; COMP_WORDS=(kata hint s01_words/c); COMP_CWORD=2; _kata_completion kata; echo "${COMPREPLY[@]}"'
    environment = {**os.environ, "HOME": str(home), "PATH": f"{KATA.parent}:{os.environ['PATH']}"}
    ran = subprocess.run(["bash", "-c", ask], cwd=kit, env=environment, capture_output=True, text=True, timeout=60)
    assert ran.stdout == "s01_words/count\n", ran.stderr


def test_nothing_of_it_imports_keras(kit: Path) -> None:
    ask = "import sys; from keraskata.cli import completion, main; completion.exercises('')"
    ask += "; print('keras' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", ask], cwd=kit, capture_output=True, text=True, timeout=60)
    assert ran.stdout == "False\n", ran.stderr
