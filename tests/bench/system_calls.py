"""Which system calls of learners' code are refused behind walls: run it by hand where a library or libc has changed.

It grades the solutions of the exercises whose ids hold one of the words that are given (without words all of them)
under strace(1), which makes them slow, and prints the calls that got EPERM or ENOSYS, most frequent first. Expected are
clone3 (libc then takes clone), mbind (OpenBLAS does without), and what finds out what there is (epoll_create1).
"""

import collections
import os
import re
import shutil
import sys
import tempfile
from pathlib import Path

from speed import ROOT

from keraskata import curriculum
from keraskata.backend import startup
from keraskata.grading.run import grade
from keraskata.subject.warm import Warm
from keraskata.terms import Limits, Terms

REFUSED = re.compile(r"\b(\w+)\((?!PR_CAP_)(.*)\) += -1 (EPERM|ENOSYS) ")  # PR_CAP_AMBIENT is bubblewrap's own
LONGEST = 60


def main() -> int:
    """Print the table; exit status 1 where a solution does not pass."""
    kit = curriculum.load(ROOT)
    chosen = [one for one in kit.exercises.values() if any(word in one.id for word in sys.argv[1:] or [""])]
    startup.prepare()
    startup.start_keras()
    with tempfile.TemporaryDirectory() as name:
        trace, wrapped = Path(name, "trace"), Path(name, "bwrap")
        wrapped.write_text(f'#!/bin/sh\nexec strace -f -qq -e status=failed -o {trace} {shutil.which("bwrap")} "$@"\n')
        wrapped.chmod(0o700)
        os.environ["PATH"] = f"{name}:{os.environ['PATH']}"
        subjects = Warm(Terms("walled", Limits()))
        try:
            results = grade(kit, [(one, kit.solution(one)) for one in chosen], fresh=True, subjects=subjects)
        finally:
            subjects.close()
        calls = collections.Counter(match.groups() for match in REFUSED.finditer(trace.read_text(errors="replace")))
    for (call, arguments, error), count in calls.most_common():
        print(f"{count:6} {error:6} {call}({arguments[:LONGEST]})")
    failed = [result.exercise for result in results if not result.done]
    print(f"{len(results)} solutions, {len(failed)} of them not done: {', '.join(failed)}")
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main())
