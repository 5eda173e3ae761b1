"""Expectations that many graders share: each accepts what is right, and names a fault in the same words everywhere."""

from collections.abc import Callable
from typing import Any

import keras
import numpy as np
import pandas as pd
import pytest
from keras import layers

from keraskata import expect
from keraskata.datasets.calls import TwoCalls
from keraskata.results import Feedback
from keraskata.subject.faults import Fault


def unmet(call: Callable[..., Any], *args: Any, **named: Any) -> Feedback:
    """Return the feedback of an expectation that does not hold."""
    with pytest.raises(expect.Unmet) as caught:
        call(*args, **named)
    return caught.value.feedback


def network(shape: tuple[int, ...], units: int, activation: str = "sigmoid") -> keras.Model:
    return keras.Sequential([keras.Input(shape), layers.Dense(units, activation)])


def test_several_parts_come_as_a_tuple_or_a_list() -> None:
    for answer in (("a", 1), ["a", 1]):
        expect.several(answer, ["the name", "the number"], what="the answer")


@pytest.mark.parametrize(
    ("answer", "found", "likely"),
    [
        (("a", 1, 2), "a tuple of 3", "return both"),
        (np.zeros(2), "[0., 0.]", "return both"),
        ("ab", "'ab'", "return both"),
        (None, "None", "without `return`"),
    ],
)
def test_anything_else_is_not_several_parts(answer: Any, found: str, likely: str) -> None:
    feedback = unmet(expect.several, answer, ["the name", "the number"], what="the answer", likely="return both")
    assert feedback.expected == "the answer: two things, the name and the number"
    assert feedback.found == found
    assert likely in str(feedback.likely)


def test_a_missing_return_is_a_cause_among_others() -> None:
    assert "without `return`" in str(expect.cause(expect.no_return(None), "another"))
    assert expect.cause(expect.no_return(0), "another") == "another"


FRAME = pd.DataFrame({"tanh": [0.5, 0.25]}, index=range(1, 3))
UNLIKE = [
    (np.array([2.0, 1.0]), np.array([1.0, 2.0]), "other values in it"),
    (np.array([1.0, 2.0 + 1e-9]), np.array([1.0, 2.0]), "other values in it"),
    (np.array([[1.0, 2.0]]), np.array([1.0, 2.0]), "other values in it"),
    ({"loss": [1.0]}, {"loss": [1.0], "val_loss": [2.0]}, "other values in it"),
    ({"loss": [1.0], "more": [2.0]}, {"loss": [1.0]}, "other values in it"),
    ({"loss": np.array([2.0])}, {"loss": [1.0]}, "other values in it"),
    (None, {"loss": [1.0]}, "other values in it"),
    (FRAME + 1, FRAME, "other values in it"),
    (FRAME.rename(columns={"tanh": "relu"}), FRAME, "other columns in it: relu"),
    (FRAME.reset_index(drop=True), FRAME, "another index in it, [0, 1] in place of [1, 2]"),
    (FRAME["tanh"].to_numpy(), FRAME["tanh"], "other values in it"),
    (pd.Series([0, 1]), pd.Series(["red", "blue"]), "other values in it"),
    (FRAME.astype("float32"), FRAME, "the same values in it, as another type"),
    (pd.concat([FRAME, FRAME]), FRAME, "4 rows in it, and not 2"),
]


@pytest.mark.parametrize(("left", "given", "found"), UNLIKE)
def test_an_argument_that_was_changed_is_named(left: Any, given: Any, found: str) -> None:
    expect.unchanged(given.copy(), given, what="z")
    feedback = unmet(expect.unchanged, left, given, what="z")
    assert (feedback.expected, feedback.found) == ("z as before the call", found)
    assert feedback.likely == "z was changed in place; make a new one, or a copy first"


def test_a_number_of_epochs_that_is_not_the_one_asked_for() -> None:
    expect.epoch_count(3, 3, what="losses")
    feedback = unmet(expect.epoch_count, 5, 3, what="losses")
    assert feedback.expected == "with epochs=3 the number of losses is 3"
    assert feedback.likely == "as many as epochs says: is the number fixed, or is an epoch left out or counted twice?"
    assert unmet(expect.epoch_count, 1, 3, what="losses", likely="a record per batch").likely == "a record per batch"


def test_the_words_of_a_row_carry_its_name_whoever_says_them() -> None:
    rows = {expect.FIXED_EPOCHS: "expect.FIT.fixed_epochs", expect.no_return(None)[1]: "expect.CALL.no_return"}
    for words, row in rows.items():
        assert unmet(expect.that, False, expected="5", found="3", likely=words).diagnosis == row
    assert unmet(expect.that, False, expected="5", found="3", likely="other words").diagnosis == ""


def test_a_model_that_was_not_trained_is_told_so() -> None:
    before, after = network((2,), 1), network((2,), 1)
    expect.moved(before, after)
    feedback = unmet(expect.moved, before, before)
    assert "fit has to train this model itself" in str(feedback.likely)
    before.trainable = False
    assert unmet(expect.moved, before, before).diagnosis == "expect.WEIGHTS.frozen"


def test_the_widths_of_rows_and_output() -> None:
    expect.widths(network((3,), 2), 3, 2, what="build(3)")


def test_a_network_that_was_built_by_its_first_batch_reads_any_number_of_rows() -> None:
    model = keras.Sequential([layers.Dense(4, activation="tanh"), layers.Dense(2)])
    model(np.ones((16, 3), "float32"))
    assert model.input_shape == (16, 3)
    expect.widths(model, 3, 2, what="build(3)")
    assert "exactly one unit" in str(unmet(expect.widths, model, 3, 1, what="build(3)").likely)


@pytest.mark.parametrize(
    ("shape", "units", "words"),
    [
        ((2,), 1, "the width is taken from n_labels"),
        ((4,), 1, "the width is fixed"),
        ((64, 3), 1, "an axis too many"),
        ((3,), 3, "an output for each feature"),
        ((3,), 5, "exactly one unit"),
    ],
)
def test_another_width_is_told_what_is_wrong_with_it(shape: tuple[int, ...], units: int, words: str) -> None:
    inputs, outputs = [(2, "the width is taken from n_labels")], [(3, "an output for each feature")]
    feedback = unmet(expect.widths, network(shape, units), 3, 1, what="build(3)", inputs=inputs, outputs=outputs)
    assert words in str(feedback.likely)


def test_a_model_that_knows_no_width_is_told_so() -> None:
    feedback = unmet(expect.widths, keras.Sequential([layers.Dense(1)]), 3, 1, what="build(3)")
    assert "keras.Input" in str(feedback.likely)


def _behind(function: Callable[[Any], Any]) -> keras.Model:
    rows = keras.Input((3,))
    return keras.Model(rows, layers.Dense(2)(function(layers.Dense(8, activation="relu")(rows))))


@pytest.mark.parametrize(
    "function",
    [
        lambda x: x - keras.ops.mean(x, axis=-1, keepdims=True),
        layers.BatchNormalization(),
        layers.Dropout(0.5),
        lambda x: layers.LSTM(4)(layers.Reshape((4, 2))(x)),
        lambda x: x + 0 * keras.ops.mean(x, axis=0),
    ],
)
def test_answers_that_hang_on_their_row_alone(function: Callable[[Any], Any]) -> None:
    model = _behind(function)
    weights = model.get_weights()
    expect.row_by_row(model, what="the model")
    assert all(np.array_equal(*pair) for pair in zip(weights, model.get_weights(), strict=True))


@pytest.mark.parametrize(
    "function",
    [
        lambda x: x - keras.ops.mean(x, axis=0),
        lambda x: x / (1 + keras.ops.max(x, axis=0)),
        lambda x: keras.ops.flip(x, axis=0),
        lambda x: keras.ops.roll(x, 1, axis=0),
        lambda x: keras.ops.sort(x, axis=0),
        lambda x: keras.ops.reshape(keras.ops.transpose(x), (-1, 8)),
        layers.Softmax(axis=0),
    ],
)
def test_an_answer_that_changes_with_the_rows_beside_it(function: Callable[[Any], Any]) -> None:
    with pytest.raises(expect.Unmet, match="changes with the rows beside it") as told:
        expect.row_by_row(_behind(function), what="the model")
    assert told.value.feedback.diagnosis == "expect.EACH_ROW.beside"


def test_a_sigmoid_output() -> None:
    expect.sigmoid_output(network((3,), 2))


@pytest.mark.parametrize(
    ("activation", "words"),
    [
        ("softmax", "labels exclusive"),
        ("linear", "any number comes out"),
        ("tanh", "from -1 to 1"),
        ("relu", "without end"),
        ("softplus", 'activation="sigmoid"'),
        ("hard_sigmoid", "activation"),
    ],
)
def test_each_other_output_is_told_what_is_wrong_with_it(activation: str, words: str) -> None:
    feedback = unmet(expect.sigmoid_output, network((3,), 2, activation), softmax="it makes the labels exclusive")
    assert words in str(feedback.likely)
    assert feedback.expected == "the activation of the output is 'sigmoid'"


def test_softmax_over_a_single_unit_always_answers_1() -> None:
    assert "always answers 1" in str(unmet(expect.sigmoid_output, network((3,), 1, "softmax")).likely)


class _Raising:
    """Stands for a call of a function that raises `error`, as a fault with words of its own."""

    def __init__(self, error: BaseException | None) -> None:
        self.fault = Fault(Feedback("f(1) to run", "an error", "its own words", ["line 2"]), error)

    def __call__(self) -> None:
        raise self.fault


def explained(error: BaseException | None, likely: Callable[[Fault], Any]) -> Feedback:
    """Return what a learner reads of a call that ends so."""
    with pytest.raises((expect.Unmet, Fault)) as caught, expect.explained(likely):
        _Raising(error)()
    assert isinstance(caught.value, expect.Unmet | Fault)
    return caught.value.feedback


def test_an_error_of_the_function_is_explained_where_its_cause_is_known() -> None:
    table = expect.diagnoses(one=("the cause", lambda seen: seen.count == 1))
    told = explained(ValueError(), lambda fault: table.of(count=1))
    assert (told.likely, told.found, told.notes) == ("the cause", "an error", ["line 2"])
    for likely in (lambda fault: table.of(count=2), lambda fault: None, lambda fault: 1 / 0):
        assert explained(ValueError(), likely).likely == "its own words"


@pytest.mark.parametrize("error", [None, NotImplementedError(), SystemExit()], ids=["no call", "a stub", "exit"])
def test_what_never_ran_to_an_error_of_its_own_keeps_its_words(error: BaseException | None) -> None:
    assert explained(error, lambda fault: "the cause").likely == "its own words"


class _File:
    """Stands for a learner's file whose function gives out a model for each optimizer."""

    def __init__(self, model: keras.Model | None, *optimizers: Any) -> None:
        self.models = [model or network((3,), 1) for _ in optimizers]
        for each, optimizer in zip(self.models, optimizers, strict=True):
            if optimizer:
                each.compile(optimizer=optimizer, loss="mean_squared_error")

    def lend(self, path: str) -> TwoCalls:
        return TwoCalls()

    def function(self, name: str) -> Callable[..., Any]:
        return lambda *_: self.models.pop(0)


def test_a_new_model_from_each_call_has_an_optimizer_of_its_own() -> None:
    for given in ((None, None), ("adam", "adam"), ("adam", None), (keras.optimizers.Adam(), keras.optimizers.Adam())):
        expect.new_each_call(_File(None, *given), "build", 3)
    one = keras.optimizers.Adam()
    for model, given, common, row in (
        (None, (one, one), "optimizer", "one_optimizer"),
        (network((3,), 1), (one, one), "weights", "kept"),
        (network((3,), 1), ("adam", "adam"), "weights", "kept"),
    ):
        feedback = unmet(expect.new_each_call, _File(model, *given), "build", 3)
        assert feedback.found == f"one that has its {common} in common with the model of the call before"
        assert feedback.diagnosis == f"expect.CALL.{row}"
