"""What a run did not try, and the command that brings what was missing: a skip that is not read looks like a pass.

As a plugin of pytest (tests/conftest.py) it names it at the end of each run, and keeps it in tox's folder of that
environment; as a script (`tox -e untried`, tox's last environment) it prints what all of them kept.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import textwrap
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest  # which tox's last environment does not have

KEPT = "untried"  # a folder in that of each tox environment


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Name what was skipped, by reason, and keep it for tox's last lines."""
    reasons: dict[str, int] = defaultdict(int)
    for report in terminalreporter.stats.get("skipped", []):
        reasons[report.longrepr[2].removeprefix("Skipped: ")] += 1
    if reasons:
        terminalreporter.section("not tried")
        for reason, count in reasons.items():
            terminalreporter.write_line(line(reason, counted(count)))
    if environment := os.environ.get("TOX_ENV_DIR"):
        run = hashlib.sha256("\0".join(config.invocation_params.args).encode()).hexdigest()[:12]
        kept = Path(environment, KEPT, f"{run}.json")  # the same command says it again
        kept.parent.mkdir(exist_ok=True)
        kept.write_text(json.dumps(reasons), encoding="utf-8")


def counted(count: int) -> str:
    """Return the number in words that fit it; a file that is skipped as a whole counts as one."""
    return f"{count} test or file" if count == 1 else f"{count} tests or files"


def line(reason: str, where: str) -> str:
    """Return one reason with what waits for it, for a terminal."""
    return textwrap.fill(f"- {reason.rstrip('.')} ({where})", 110, subsequent_indent="  ", break_on_hyphens=False)


def main(workdir: Path) -> None:
    """Print what the environments of tox under this folder kept, and forget it."""
    reasons: dict[str, list[str]] = defaultdict(list)
    for kept in sorted(workdir.glob(f"*/{KEPT}/*.json")):
        for reason, count in json.loads(kept.read_text(encoding="utf-8")).items():
            reasons[reason].append(f"{kept.parts[-3]}: {counted(count)}")
        kept.unlink()
    if not reasons:
        print("Nothing was skipped in the environments that ran.")
        return
    print("Not tried here, and why; after the colon stands the command that brings it:")
    for reason, waiting in reasons.items():
        print(line(reason, ", ".join(waiting)))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
