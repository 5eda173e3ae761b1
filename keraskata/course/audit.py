"""Lists for authors what is missing or wrong in a kit, and what to do about it, one line each."""

import ast
import re
from collections.abc import Collection, Iterator
from pathlib import Path

from keraskata.course import coverage, diagnoses, made_pages, reading, varying
from keraskata.course.answers import answers, differences
from keraskata.course.new import MARK
from keraskata.curriculum import CURRICULUM, STEPS, Exercise, Kit, section_files
from keraskata.expect.mistakes import watched
from keraskata.grading.run import grade
from keraskata.learner import stubs
from keraskata.results import Result

MIN_CHECKS, MIN_RIGHT, MIN_WRONG = 2, 3, 6


def problems(kit: Kit, chosen: Collection[Exercise]) -> Iterator[str]:
    """Give the problems of the kit: first of its files, then of its verdicts on stubs and solutions of the chosen."""
    yield from _stray_files(kit)
    known = set(coverage.defects(kit))
    for defect in coverage.uncovered(kit):
        yield f"{defect}: no exercise corrects it; name it in `defects` of one, in {CURRICULUM}/"
    yield from _of_marks(kit)
    yield from _of_hints(kit)
    whole = []
    for exercise in kit.exercises.values():
        found = list(_of_files(kit, exercise, known))
        yield from found
        if all(place.is_file() for place in _places(kit, exercise)):
            yield from varying.problems(kit, exercise)
            whole += [exercise] if exercise in chosen else []
    yield from _of_stubs(kit)
    yield from _of_made_pages(kit)
    yield from reading.problems(kit)
    with watched() as trial:
        solutions = _graded(kit, [(exercise, kit.solution(exercise)) for exercise in whole])
    yield from trial.problems()
    for exercise in whole:
        yield from diagnoses.unmet(kit, exercise)
    yield from diagnoses.unmet_in_bank(kit)
    stubs = _graded(kit, [(exercise, kit.stub(exercise)) for exercise in whole], until_fault=True)
    for exercise, solution, stub in zip(whole, solutions, stubs, strict=True):
        yield from _of_verdicts(exercise, solution, stub)


def wrong_verdicts(kit: Kit, chosen: Collection[Exercise]) -> Iterator[str]:
    """Give every answer to the chosen exercises whose verdict is not the one that the answer asks for."""
    bank = [answer for e in chosen if kit.grader(e).is_file() for answer in answers(kit, e)]
    results = _graded(kit, [(answer.exercise, answer.path) for answer in bank])
    for answer, result in zip(bank, results, strict=True):
        place = answer.path.relative_to(kit.root).as_posix()
        for words in differences(answer, result):
            yield f"{place}: {words}; to see why: kata grade {place} --as {answer.exercise.id}"


def _graded(kit: Kit, targets: list[tuple[Exercise, Path]], until_fault: bool = False) -> list[Result]:
    """Return the verdicts; an empty list for no targets, which would be an error for pytest."""
    return grade(kit, targets, until_fault=until_fault) if targets else []


def _places(kit: Kit, exercise: Exercise) -> list[Path]:
    return [kit.stub(exercise), kit.solution(exercise), kit.grader(exercise)]


def _stray_files(kit: Kit) -> Iterator[str]:
    expected = {place for exercise in kit.exercises.values() for place in _places(kit, exercise)}
    for tree in ("exercises", "solutions", "graders"):
        for path in sorted((kit.root / tree).rglob("*.py")):
            if path not in expected:
                yield f"{_shown(kit, path)}: a stray file, which the curriculum does not name; delete it, or name it"
    for path in sorted((kit.root / CURRICULUM).glob("*.toml")):
        if path not in section_files(kit.root) and path != kit.root / coverage.DEFECTS:
            yield f"{_shown(kit, path)}: a stray file; the file of a section is named like s01_words.toml"


def _of_marks(kit: Kit) -> Iterator[str]:
    """Give the marks of `kata new` that the author has not replaced yet."""
    places = section_files(kit.root)
    for exercise in kit.exercises.values():
        places += [*_places(kit, exercise), *(answer.path for answer in answers(kit, exercise))]
    for place in filter(Path.is_file, places):
        for number, line in enumerate(place.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
            if found := re.search(rf'{MARK}([^"]*)', line):
                yield f"{_shown(kit, place)}, line {number}: fill in {found[1].strip()}"


def _shown(kit: Kit, place: Path) -> str:
    return place.relative_to(kit.root).as_posix()


def _of_made_pages(kit: Kit) -> Iterator[str]:
    for name, text in made_pages.made(kit).items():
        place = kit.root / name
        if not place.is_file() or place.read_text(encoding="utf-8") != text:
            yield f"{name}: not what `kata coverage` makes of the tables now; run it again"


def _of_hints(kit: Kit) -> Iterator[str]:
    """Give missing hints, unless no exercise of the kit has any."""
    if not kit.hints:
        return
    for name, exercise in kit.exercises.items():
        hints = kit.hints.get(name, ("",) * len(STEPS))
        missing = [step for step, text in zip(STEPS, hints, strict=True) if not text.strip()]
        place = f"{CURRICULUM}/{exercise.section}.toml"
        yield from (f"{name}: its hints in {place} have no {step}; write it" for step in missing)


def _of_stubs(kit: Kit) -> Iterator[str]:
    if not (kit.root / stubs.LIST).is_file():
        yield f"{stubs.LIST} is missing: `kata stubs` makes it of exercises/"
        return
    known = stubs.listed(kit)
    for name in known:
        if name not in kit.exercises:
            yield f"{stubs.LIST}: there is no exercise {name}; `kata stubs` makes the list again"
    for exercise in kit.exercises.values():
        place = kit.stub(exercise)
        if place.is_file() and stubs.digest(place.read_bytes()) != known.get(exercise.id):
            yield f"{_shown(kit, place)}: not the stub in {stubs.LIST}; `kata stubs` makes that again"


def _of_files(kit: Kit, exercise: Exercise, known: set[str]) -> Iterator[str]:
    for place, what in zip(_places(kit, exercise), ("stub", "solution", "grader"), strict=True):
        if not place.is_file():
            yield f"{exercise.id}: {_shown(kit, place)} is missing; write the {what} there"
    for defect in exercise.defects:
        if defect not in known:
            yield f"{exercise.id}: {coverage.DEFECTS} does not know {defect}; describe it there"
    yield from _of_task(kit, exercise)
    for place in (kit.stub(exercise), kit.solution(exercise)):
        yield from (f"{_shown(kit, place)}: {words}" for words in _signatures(exercise, place))
    bank = answers(kit, exercise)
    right = sum(answer.right for answer in bank)
    if right < MIN_RIGHT or len(bank) - right < MIN_WRONG:
        wrong = len(bank) - right
        yield (
            f"{exercise.id}: {right} right and {wrong} wrong answers; {MIN_RIGHT} and {MIN_WRONG} are the least: "
            f"write more in {_shown(kit, kit.answers(exercise))}/, as right_*.py and wrong_*.py"
        )


def _of_task(kit: Kit, exercise: Exercise) -> Iterator[str]:
    """Compare the task in the stub, as text because its syntax may be wrong, with the solution's, for notebooks."""
    stub, solution = kit.stub(exercise), kit.solution(exercise)
    if stub.is_file() and solution.is_file():
        opening = solution.read_text(encoding="utf-8").split('"""')[:2]
        if stub.read_text(encoding="utf-8").split('"""')[:2] != opening:
            yield f"{_shown(kit, stub)}: another task than {_shown(kit, solution)} opens with; copy the right one"


def _signatures(exercise: Exercise, place: Path) -> Iterator[str]:
    try:
        module = ast.parse(place.read_bytes())
    except (OSError, SyntaxError):
        return  # missing files are reported elsewhere; a syntax error may be intended
    if not ast.get_docstring(module):
        yield "it does not open with the task (a docstring); write it"
    functions = {node.name: _parameters(node) for node in module.body if isinstance(node, ast.FunctionDef)}
    for name, signature in exercise.functions.items():
        wanted = ast.parse(f"def {signature.split(' -> ')[0]}: ...").body[0]
        assert isinstance(wanted, ast.FunctionDef)
        if name not in functions:
            yield f"there is no function {name}; define it as {signature}"
        elif functions[name] != _parameters(wanted):
            yield f"the signature of {name} differs from the curriculum's {signature}; correct one of them"


def _parameters(function: ast.FunctionDef) -> list[tuple[str, str]]:
    """Return names and defaults, without annotations."""
    names = [argument.arg for argument in function.args.args]
    defaults = [""] * (len(names) - len(function.args.defaults)) + [ast.unparse(d) for d in function.args.defaults]
    return list(zip(names, defaults, strict=True))


def _of_verdicts(exercise: Exercise, solution: Result, stub: Result) -> Iterator[str]:
    if len(solution.checks) < MIN_CHECKS:
        yield f"{exercise.id}: {len(solution.checks)} check; {MIN_CHECKS} are the least: write more in its grader"
    for check in solution.checks:
        if check.outcome == "passed" and not check.hint.strip():  # an error of the answer's own goes without it
            yield f"{exercise.id}: {check.id} has an empty hint; write one in its marker"
        if check.docstring == check.id:
            yield f"{exercise.id}: {check.id} has no docstring; write it: it is the sentence that learners read"
        if check.outcome != "passed":
            yield f"{exercise.id}: the solution fails {check.id}; to see why: pytest solutions/{exercise.id}.py"
    if stub.done:
        yield f"{exercise.id}: the stub passes every check; leave something to do in it"
