"""Makes the workflow by which GitHub Actions grades each push, in a repository that students have from a template.

Its names are those of the workflow that GitHub Classroom writes itself, so that Classroom finds the points.
"""

import json
from dataclasses import asdict
from pathlib import Path

from keraskata.hosts.choices import Choices

CHOICES = "KATA_CHOICES"
_MADE = "# Made by `kata actions`: "
_WORKFLOW = (
    _MADE
    + """\
grades each push. Points and feedback are in the summary of the run, under Actions.
name: Autograding Tests
on: [push, workflow_dispatch]
permissions:
  contents: read
jobs:
  run-autograding-tests:
    runs-on: ubuntu-latest
    timeout-minutes: 30
    if: github.actor != 'github-classroom[bot]'
    steps:
      - name: Check out
        uses: actions/checkout@v7
      - name: Set up Python
        uses: actions/setup-python@v7
        with:
          python-version: "3.12"
      - name: Install the kit
        run: |
          python -m pip install uv
          uv pip install --system --torch-backend cpu {kit}
      - name: Grade
        env:
          {name}: {choices}
        run: python -m keraskata.hosts.on_actions
"""
)


def workflow(choices: Choices, kit: str) -> str:
    """Return the text of the workflow, in YAML. `kit` is what pip installs: a name, a file of the repository, a URL."""
    named = f"keraskata[{choices.backend}] @ {kit}" if "://" in kit else f"{kit}[{choices.backend}]"
    return _WORKFLOW.format(
        kit=_in_shell(named),
        name=CHOICES,
        choices=_in_yaml(json.dumps(asdict(choices))),
    )


def write(choices: Choices, kit: str, out: Path) -> None:
    """Write the workflow. Raises OSError, also where a file is that was not made here."""
    if out.exists() and not out.read_text(encoding="utf-8", errors="replace").startswith(_MADE):
        raise FileExistsError(f"{out} is there and not made by `kata actions`: move it away, or name another by --out.")
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(workflow(choices, kit), encoding="utf-8", newline="\n")


def _in_yaml(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _in_shell(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"
