"""Each variant of the exercises that vary: its solution has all points, its stub none, and a neighbour's answer fails.

One variant in the gate; `tox -e variants` tries 20 of each, and the answer bank under three.
"""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from keraskata.course.answers import answers, differences
from keraskata.curriculum import Exercise, load
from keraskata.grading.run import grade
from keraskata.report.markdown import escaped
from keraskata.source.python_text import docstring

KIT = load(Path(__file__).parent.parent)
VARIED = [exercise for exercise in KIT.exercises.values() if exercise.varies]
ACCUSING = re.compile(r"cheat|copi|copy|stole|plagiar|another student|somebody else|neighbour|not yours", re.IGNORECASE)
MOST_LETTERS = 130  # of a line: a word may be longer than the one in its place


def variants(exercise: Exercise, count: int) -> list[Exercise]:
    """Variants in which nothing is as in the kit, first those whose values no earlier one has."""
    found: dict[tuple[object, ...], Exercise] = {}
    for number in range(1, 2_000):
        own = exercise.of(number)
        if all(own.values[each.name] != each.values[0] for each in own.varies):
            found.setdefault(tuple(own.values.values()), own)
    return (list(found.values()) * count)[:count]


def written(folder: Path, name: str, text: str) -> Path:
    place = folder / name
    place.write_text(text, encoding="utf-8")
    return place


def respelled(own: Exercise, text: str) -> str:
    """A wrong answer may have a name with other capitals than the task, or a number in another one's place."""
    for each in own.varies:
        usual, value = each.values[0], own.values[each.name]
        if isinstance(usual, str) and isinstance(value, str):
            for spelled in (str.capitalize, str.title, str.upper, lambda name: f'"{name.replace(" ", "_")}"'):
                text = text.replace(spelled(usual), spelled(value))
        for other in own.varies:
            for phrase in each.phrases if other is not each and isinstance(usual, int) else ():
                text = text.replace(phrase.format(other.values[0]), phrase.format(own.values[other.name]))
    return text


@pytest.mark.parametrize("exercise", VARIED, ids=lambda exercise: exercise.id)
def test_its_texts_are_whole(exercise: Exercise) -> None:
    for place in (KIT.stub(exercise), KIT.solution(exercise)):
        text = place.read_text(encoding="utf-8")
        for own in variants(exercise, 20):
            made = own.stub(text)
            assert made.count("\n") == text.count("\n") + 1 and f"\nVariant: {own.variant}\n" in made
            assert max(map(len, made.splitlines())) <= MOST_LETTERS
            assert own.varied(text) != text or place == KIT.stub(exercise)
            task = docstring(text)
            assert own.varied(escaped(task), escaped) == escaped(own.varied(task))  # in a notebook


@pytest.mark.parametrize("exercise", VARIED, ids=lambda exercise: exercise.id)
def test_its_solution_passes_and_other_answers_do_not(
    exercise: Exercise, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    count = request.config.getoption("variants")
    own, solution, stub = (
        variants(exercise, count + 1),
        KIT.solution(exercise).read_text(),
        KIT.stub(exercise).read_text(),
    )
    right = [written(tmp_path, f"right_{each.variant}.py", each.stub(solution)) for each in own]
    stubs = [written(tmp_path, f"stub_{each.variant}.py", each.stub(stub)) for each in own]
    results = grade(KIT, [(exercise, place) for place in dict.fromkeys((*right[:count], *stubs[:count]))], fresh=True)
    assert not [result for result in results if Path(result.path) in right and not result.done]
    assert not [result.path for result in results if Path(result.path) in stubs and result.points]
    for each, neighbours in zip(own[: min(count, 3)], right[1:], strict=False):
        (result,) = grade(KIT, [(each, neighbours)], fresh=True)
        texts = [str(check.feedback) for check in result.checks if check.outcome == "failed"]
        assert result.variant and result.variant.unlike_said
        assert "This is graded with the values of your own stub" in texts[0]
        assert not ACCUSING.search(" ".join(texts))


@pytest.mark.parametrize("exercise", VARIED, ids=lambda exercise: exercise.id)
def test_its_answers_are_as_right_and_as_wrong(
    exercise: Exercise, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    count = request.config.getoption("variant_banks")
    if not count:
        pytest.skip("tox -e variants grades the answer bank under variants")
    for own in variants(exercise, count):
        bank = []
        for answer in answers(KIT, exercise):
            text = answer.path.read_bytes()
            place = tmp_path / answer.path.name
            try:
                place.write_text(respelled(own, own.varied(text.decode())), encoding="utf-8")
            except UnicodeDecodeError:
                place.write_bytes(text)
            bank.append(replace(answer, path=place, says=tuple(map(own.varied, answer.says))))
        only = {answer.path: answer.fails for answer in bank if answer.fails}
        results = grade(KIT, [(own, answer.path) for answer in bank], fresh=True, only=only)
        said = [
            f"{own.values} {answer.path.name}: {words}"
            for answer, result in zip(bank, results, strict=True)
            for words in differences(answer, result)
        ]
        assert not said, "\n".join(said)
