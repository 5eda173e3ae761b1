"""Tables of mistakes: the first row that fits speaks, and a row that cannot be tried does not."""

import numpy as np

from keraskata import expect
from keraskata.expect.wording import Likely, diagnosed

EPOCHS = expect.diagnoses(
    lost=(
        "{lost} of the {epochs} epochs are missing",
        lambda seen: {"lost": seen.epochs - seen.found, "epochs": seen.epochs} if seen.found < seen.epochs else None,
    ),
    braces=("write {'accuracy': ...}", lambda seen: seen.found == "a dict"),
    otherwise="count the epochs",
)
SIGNS = expect.mistakes(
    sign=("the sign is the wrong way round", np.negative),
    near=("the values are near", expect.near(np.positive, 0.1)),
)


def words(likely: Likely) -> str | None:
    return diagnosed(likely).words


def test_a_condition_can_fill_the_words_with_values() -> None:
    assert words(EPOCHS.of(found=3, epochs=5)) == "2 of the 5 epochs are missing"


def test_words_without_values_keep_their_braces() -> None:
    assert words(EPOCHS.of(found="a dict", epochs=5)) == "write {'accuracy': ...}"


def test_a_row_that_raises_on_what_came_says_nothing() -> None:
    assert words(EPOCHS.of(found=None, epochs=5)) == "count the epochs"
    assert words(EPOCHS.of()) == "count the epochs"


def test_a_fact_that_takes_time_is_worked_out_once_and_only_where_a_row_needs_it() -> None:
    asked: list[str] = []
    table = expect.diagnoses(
        small=("it is small", lambda seen: seen.size() < 3),
        large=("it is large", lambda seen: seen.size() > 9),
        odd=("it is odd", lambda seen: seen.size() % 2),
        never=("the other one", lambda seen: seen.other()),
    )
    found = table.of(size=lambda: asked.append("size") or 5, other=lambda: asked.append("other"))
    assert not asked
    assert words(found) == "it is odd"
    assert asked == ["size"]


def test_an_answer_is_compared_with_wrong_functions_of_the_same_inputs() -> None:
    z = np.array([1.0, 2.0])
    assert words(SIGNS.of(-z, z)) == "the sign is the wrong way round"
    assert words(SIGNS.of(z + 0.01, z)) == "the values are near"
    assert words(SIGNS.of(z + 1, z)) is None
