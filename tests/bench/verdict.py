"""What a verdict on an untrusted file costs where the judge is warm: medians, and ratios to one `import keras`.

Private memory is what the file's processes have beyond what they share with the parent (proc_pid_smaps(5)).
"""

import os
import statistics
import sys
import time

from processes import Sampled, below, private
from speed import ROOT, RUNS, measure

from keraskata import curriculum
from keraskata.backend import startup
from keraskata.grading.run import grade
from keraskata.subject.warm import Warm
from keraskata.terms import Limits, Terms

PLAIN, TRAINED = "s03_binary_classification/sigmoid", "s01_building_steps/fit_and_evaluate"
LIMITS = {PLAIN: 0.03, TRAINED: 0.2}
MOST_ADDED_MS, MOST_MEGABYTES = 15, 120


def verdict(kit: curriculum.Kit, subjects: Warm, name: str) -> float:
    """Seconds of one verdict on the reference solution."""
    exercise = kit.exercises[name]
    start = time.perf_counter()
    (result,) = grade(kit, [(exercise, kit.solution(exercise))], fresh=True, subjects=subjects)
    assert result.done, result
    return time.perf_counter() - start


def main() -> int:
    """Print the table; exit status 1 where a figure is over its limit."""
    kit, late = curriculum.load(ROOT), False
    startup.prepare()
    once = statistics.median(measure([sys.executable, "-c", "import keras"])[0] for _ in range(RUNS))
    startup.start_keras()
    warm, walled = Warm(Terms("warm")), Warm(Terms("walled", Limits()))
    print(f"backend: {os.environ.get('KERAS_BACKEND', 'tensorflow')}; import keras: {once:.2f} s")
    for name, limit in LIMITS.items():
        # Side by side, for a machine has slow minutes; the first pair does not count.
        pairs = [(verdict(kit, warm, name), verdict(kit, walled, name)) for _ in range(2 * RUNS + 1)][1:]
        behind = statistics.median(walls for _, walls in pairs)
        added = 1000 * statistics.median(walls - plain for plain, walls in pairs)
        late |= behind / once > limit or added > MOST_ADDED_MS
        print(
            f"{name:<38} walled {behind:5.2f} s, {behind / once:4.2f} (limit {limit}); "
            f"walls add {added:3.0f} ms ({MOST_ADDED_MS})"
        )
    known = set(below(walled._parent.pid))
    sampled = Sampled(lambda: sum(private(pid) for pid in below(walled._parent.pid) if pid not in known))
    sampled.start()
    for _ in range(RUNS):
        verdict(kit, walled, TRAINED)
    sampled.done = True
    late |= not 0 < sampled.most <= MOST_MEGABYTES
    print(f"private memory of a trained submission: {sampled.most:.0f} MB (limit {MOST_MEGABYTES})")
    warm.close()
    walled.close()
    return int(late)


if __name__ == "__main__":
    sys.exit(main())
