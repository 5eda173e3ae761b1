"""How well `kata likeness` finds copies, and what it costs: `tox -e likeness` prints the figures.

The class has 200 students. Each answer of the bank is one student's, and nobody else's, so an exercise has some 70
programs; twelve students hand in copies of others' answers, of five kinds (tests/copies.py). Two answers of the bank
that were written from each other, as many wrong ones were, are no independent work: half of the lines of one are in the
other, letter by letter, names and all. These are counted apart, as `related`: they are near, and take places among the
first 20. `alone` counts the copies among the first 20 without them.
"""

import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from copies import KINDS, copied, merged

from keraskata.curriculum import Exercise, Kit, load
from keraskata.likeness import fingerprints
from keraskata.likeness.findings import Finding, finding
from keraskata.likeness.gathering import Handed
from keraskata.source.structure import NoStructure, structure

ROOT = Path(__file__).parent.parent
STUDENTS, COPIES, FIRST, GOAL = 200, 12, 20, 10
PLANNED = ["looped"] * 2 + ["reordered"] * 2 + ["merged"] * 2 + ["renamed"] * 3 + ["retyped"] * 3
LARGE = "s03_binary_classification"


@dataclass
class MadeUp:
    """What a class hands in for an exercise, by student, and from whom each copy is."""

    texts: dict[str, str]
    copies: dict[str, set[str]] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)

    def planted(self, one: str, other: str) -> str:
        """The copy of a pair that is a copy and what it was made from; "" for another pair."""
        return next((a for a, b in ((one, other), (other, one)) if b in self.copies.get(a, ())), "")

    def related(self, one: str, other: str, given: set[str]) -> bool:
        """Whether one was written from the other, or from what the other was written from."""
        for a in {one, *self.copies.get(one, ())}:
            for b in {other, *self.copies.get(other, ())}:
                left, right = own_lines(self.texts[a], given), own_lines(self.texts[b], given)
                if a == b or len(left & right) >= min(len(left), len(right)) / 2:
                    return True
        return False


def own_lines(text: str, given: Iterable[str] = ()) -> set[str]:
    """Lines of code without imports, and without those that are given."""
    lines = {line.strip() for line in text.splitlines()}
    return {line for line in lines if line and not line.startswith(("#", "import ", "from "))} - set(given)


def made_up(kit: Kit, exercise: Exercise) -> MadeUp:
    """The answers of the bank that are Python, and twelve copies of answers that are not mostly the solution."""
    chance, bank = random.Random(exercise.id), {}
    for place in sorted(kit.answers(exercise).glob("*.py")):
        text = place.read_text(encoding="utf-8")
        if tokens(text):
            bank[place.stem] = text
    students = chance.sample(range(STUDENTS - COPIES), len(bank))
    names = {name: f"student{number:03}" for name, number in zip(bank, students, strict=True)}
    made = MadeUp({names[name]: text for name, text in bank.items()})
    solution = own_lines(kit.solution(exercise).read_text(encoding="utf-8"))
    sources = [name for name in bank if len(own_lines(bank[name], solution)) >= len(own_lines(bank[name])) / 2]
    chance.shuffle(sources)
    sources.sort(key=lambda name: not name.startswith("right"))
    for number, planned in enumerate(PLANNED, STUDENTS - COPIES):
        for kind in (planned, *KINDS):
            if plant(made, f"student{number}", kind, sources, bank, names, chance, exercise):
                break
    return made


def plant(
    made: MadeUp,
    student: str,
    kind: str,
    sources: list[str],
    bank: dict[str, str],
    names: dict[str, str],
    chance: random.Random,
    exercise: Exercise,
) -> bool:
    """Let a student hand in a copy of that kind of the first answer that has what it takes."""
    for name in sources:
        used = [name, next(other for other in sources if other != name)] if kind == "merged" else [name]
        texts = [bank[each] for each in used]
        text = merged(*texts) if kind == "merged" else copied(*texts, kind, chance, exercise.functions)
        if tokens(text):
            made.texts[student], made.kinds[student] = text, kind
            made.copies[student] = {names[each] for each in used}
            sources[:] = [each for each in sources if each not in used]
            return True
    return False


def tokens(text: str) -> list[tuple[str, int]]:
    try:
        return structure(text)
    except NoStructure:
        return []


def handed(made: MadeUp) -> list[Handed]:
    return [Handed(student, False, text, fingerprints.all_of(structure(text))) for student, text in made.texts.items()]


@dataclass(frozen=True)
class Score:
    """How many copies are among the first pairs, and whom the marks meet."""

    copies: int
    first: int
    alone: int
    marked: int
    related: int
    independent: int


def score(kit: Kit, made: MadeUp, found: Finding) -> Score:
    given = own_lines(kit.solution(found.exercise).read_text(encoding="utf-8"))
    order = [(one[0], other[0]) for one, other in found.order]
    alone = [pair for pair in order if made.planted(*pair) or not made.related(*pair, given)]
    first, first_alone = ({made.planted(*pair) for pair in some[:FIRST]} - {""} for some in (order, alone))
    pairs = [(near.one.students[0], near.other.students[0]) for near in found.pairs]
    marked = {made.planted(*pair) for pair in pairs} - {""}
    others = [pair for pair in pairs if not made.planted(*pair)]
    related = sum(made.related(*pair, given) for pair in others)
    return Score(len(made.copies), len(first), len(first_alone), len(marked), related, len(others) - related)


def found_in_the_bank(kit: Kit) -> None:
    """Print for each exercise what is found of the copies, and who else is marked."""
    print(f"{'exercise':<44} programs copies first{FIRST} alone marked related independent noticed")
    scores: list[tuple[Score, bool]] = []
    for exercise in kit.exercises.values():
        made = made_up(kit, exercise)
        found = finding(kit, exercise, handed(made))
        one = score(kit, made, found)
        scores.append((one, not found.nothing))
        figures = f"{found.programs:>8} {one.copies:>6} {one.first:>7} {one.alone:>5} {one.marked:>6} {one.related:>7}"
        nothing = "  a match means nothing" if found.nothing else ""
        print(f"{exercise.id:<44} {figures} {one.independent:>11} {found.noticed:>7.0%}{nothing}")
    for title, some in ("All", scores), ("Where a match means something", [each for each in scores if each[1]]):
        ones = [one for one, _ in some]
        print(
            f"{title}, {len(ones)} exercises: at least {GOAL} copies are among the first {FIRST} in"
            f" {sum(one.first >= GOAL for one in ones)}, alone in {sum(one.alone >= GOAL for one in ones)};"
            f" of {sum(one.copies for one in ones)} copies {sum(one.first for one in ones)} are,"
            f" alone {sum(one.alone for one in ones)}; marked are {sum(one.marked for one in ones)} copies,"
            f" {sum(one.related for one in ones)} related and {sum(one.independent for one in ones)} independent pairs."
        )


def costs(kit: Kit, students: int, sections: list[str], folder: Path) -> None:
    """Print the seconds and the memory of a class, each of whose programs is one of the bank's, with a change."""
    exercises = kit.exercises_of(sections)
    for number in range(students):
        chance = random.Random(number)
        for exercise in exercises:
            text = chance.choice(sorted(kit.answers(exercise).glob("*.py"))).read_text(encoding="utf-8")
            sum_ = " + ".join(chance.choices(["x", "x[1]", "x.y", "x(2)", "3"], k=9))
            place = folder / f"student{number:05}" / f"{exercise.id}.py"
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(f"{text}\n\ndef extra(x):\n    return {sum_}\n", encoding="utf-8")
    command = [sys.executable, "-m", "keraskata", "likeness", str(folder), "--no-open", "--out", f"{folder}.html"]
    command += [option for name in sections for option in ("--section", name)]
    start = time.monotonic()
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    seconds, most = time.monotonic() - start, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"{students} students x {len(exercises)} exercises: {seconds:.0f} s, {most:.0f} MB in the largest process")


def main() -> None:
    kit = load(ROOT)
    found_in_the_bank(kit)
    with tempfile.TemporaryDirectory() as folder:
        costs(kit, 120, list(kit.sections), Path(folder, "class"))
        costs(kit, 5_000, [LARGE], Path(folder, "course"))


if __name__ == "__main__":
    main()
