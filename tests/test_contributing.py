"""The contributor's door: what runs elsewhere is what runs here."""

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_a_commit_is_checked_by_the_ruff_of_the_gate() -> None:
    hooks = (ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8")
    [before_a_commit] = re.findall(r"ruff-pre-commit\n\s+rev: v(\S+)", hooks)
    [in_the_gate] = re.findall(r"^ruff==(\S+)", (ROOT / "constraints.txt").read_text(encoding="utf-8"), re.MULTILINE)
    assert before_a_commit == in_the_gate


def test_workflows_only_call_tox() -> None:
    workflows = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
    steps = [step for path in workflows for step in re.findall(r"- run: (.*)", path.read_text(encoding="utf-8"))]
    assert steps and all(step == "pip install tox" or step.startswith("tox -e ") for step in steps)
    assert not [path for path in workflows if re.search(r"^\s+run:", path.read_text(encoding="utf-8"), re.MULTILINE)]
