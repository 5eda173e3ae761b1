"""Try what a change can touch, in at most two minutes: the inner loop. The gate tries everything.

What changed is what git says since the branch left `main`, with all that is not committed yet. `tox -e quick` runs it
after the lint.
"""

import re
import subprocess
import sys
import time
from pathlib import Path

SECONDS = 100  # two minutes, less the lint
ROOT = Path(__file__).parent.parent
ROOMS = {  # the tests that see a room best and take seconds
    "backend": "backends startup",
    "book": "chapters",
    "boundary": "boundary bounds remote",
    "classes": "class_by_section records class_facts exports late missing regraded choosing",
    "cli": "helping completion engine",
    "course": "authoring own_exercise",
    "doctor": "doctor",
    "expect": "kept probing public_api",
    "grading": "engine fails_closed collecting",
    "handed_in": "handed_in reading",
    "hosts": "hosts choosing",
    "judges": "overdue hidden_seed class_by_section",
    "learner": "helping finished standing",
    "lessons": "learner_notebooks",
    "likeness": "likeness",
    "nbgrader": "course own_outputs plain_maths",
    "report": "report view golden exports class_facts",
    "source": "reading not_loading",
    "subject": "remote causes missing_names warm bounds",
    "timing": "overdue engine",
    "verdicts": "finished engine",
    "watch": "watch view plain standing",
    "workplace": "workplace update",
}
EVERY_GRADER = ("boundary", "expect", "grading", "subject")  # a change of these can turn any verdict
HALL = "engine"  # the files beside the rooms
EXERCISE = re.compile(r"(?:exercises|solutions|graders|tests/answers)/(s\d\d_\w+)/(?:test_)?(\w+?)(?:\.py|/.*)")


def main() -> int:
    """Run the tests of what changed, and say what was run. Returns pytest's status."""
    changed = _changed()
    files, exercises = touched(changed)
    print(f"{len(changed)} files changed. Tests: {', '.join(sorted(files)) or 'none'}.")
    print(f"Answers of: {', '.join(sorted(exercises)) or 'none'}.", flush=True)
    runs = [[f"tests/test_{name}.py" for name in sorted(files)]] if files else []
    if exercises:
        chosen = " or ".join(f"{exercise}/ or {exercise}]" for exercise in sorted(exercises))
        runs.append(["tests/test_answers.py", "-k", chosen])
    if any(path.startswith(f"keraskata/{room}/") for path in changed for room in EVERY_GRADER):
        runs.append(["solutions"])
    end = time.monotonic() + SECONDS
    try:
        for run in runs:
            command = [sys.executable, "-m", "pytest", *run, "-q", "-x", *sys.argv[1:]]
            if status := subprocess.run(command, cwd=ROOT, timeout=end - time.monotonic()).returncode:
                return status
    except subprocess.TimeoutExpired:
        print(f"\nNothing failed in {SECONDS} seconds; the gate tries the rest.")
    return 0


def touched(changed: list[str]) -> tuple[set[str], set[str]]:
    """Return the names of test files, and the exercises whose answers a change of these paths can touch."""
    files, exercises = set(), set()
    for path in changed:
        room = re.match(r"keraskata/(?:(\w+)/)?", path)
        if room:
            files |= set(ROOMS[room[1]].split()) if room[1] else {HALL}
            files |= {"house"} if path.endswith(".py") else set()
        elif test := re.fullmatch(r"tests/test_(\w+)\.py", path):
            files |= {test[1]} - {"answers"}
        elif found := EXERCISE.fullmatch(path):
            exercises.add(f"{found[1]}/{found[2]}")
        elif path.endswith(".md"):
            files |= {"docs", "book", "chapters"} if path.startswith("docs/book/") else {"docs"}
        elif path.startswith("curriculum/"):
            files.add("authoring")
    return files, exercises


def _changed() -> list[str]:
    base = _git("merge-base", "HEAD", "main") or ["HEAD"]
    paths = [*_git("diff", "--name-only", base[0]), *_git("ls-files", "--others", "--exclude-standard")]
    return sorted({path for path in paths if path})


def _git(*command: str) -> list[str]:
    return subprocess.run(["git", *command], cwd=ROOT, capture_output=True, text=True).stdout.splitlines()


if __name__ == "__main__":
    sys.exit(main())
