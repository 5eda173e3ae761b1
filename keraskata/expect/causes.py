"""The causes that expectations word themselves: a table for each thing they look at, its rows with names.

Graders have tables of their own beside their checks. A row without a condition is named by the expectation that found
it; a grader may say its words, too, and they keep the name.
"""

from functools import cache
from typing import Any

from keraskata.expect import compile_causes, drawing_causes
from keraskata.expect.mistakes import Table, diagnoses, take_names
from keraskata.subject.keras_causes import THIRD_OF_COMPILE

NO_RETURN = "the function ends without `return`, or returns what has no answer, as compile() and append() have none"
FIXED_EPOCHS = "the number of epochs is fixed, instead of taken from epochs"
SKIPS_EPOCHS = "fit was told initial_epoch={first}, so that it skips the epochs before; leave it out"
OWN_SPARSE_LOSS = (
    "your own loss computes something else than -log of the probability at the place of the label, counted from 0"
)
STOPPED_BY = "{by} ended the training after {ran} of {epochs} epochs: train for all of them, whatever the loss does"
CHANGED = "what comes out is not what an activation alone gives: something before or behind it changes or cuts it off"

CALL = diagnoses(
    no_return=(NO_RETURN,),
    error_returned=("`return` hands the error back like any value; write raise {error}(...)",),
    no_array=("lists and tables cannot be computed with as arrays can: return the array, or make one of it",),
    changed=("{what} was changed in place; make a new one, or a copy first",),
    kept=(
        "it, or a part of it, is kept between calls, as in a global or a cache: both would then share their weights",
    ),
    one_optimizer=(
        "the optimizer is made once and kept between calls, as in a global or the default of an argument: once it has "
        "trained one model, it fits no other; make a new one in each call",
    ),
    written_again=("the function gives an array out that it writes into again later; make a new one in each call",),
)
FIT = diagnoses(
    never=("nothing was trained in this call: return what fit measured, and nothing made up",),
    again=(
        "fit is called more than once: each call trains the same model further, so that its epochs add up",
        lambda seen: len(seen.fits) > 1 and seen.ran > seen.wanted,
    ),
    other_epochs=(
        "fit's epochs is {given} here, and {wanted} came in: take the number from epochs",
        lambda seen: len(seen.fits) == 1 and _other_epochs(seen.fits[0], seen.wanted),
    ),
    fixed_epochs=(FIXED_EPOCHS,),
    early_stopping=("EarlyStopping may end the training early: train for `epochs` epochs, whatever the loss does",),
    split=("validation_split takes rows away from train; give validation_data=validation",),
    steps=("steps_per_epoch={steps} ends each epoch after {seen} of {rows} rows: leave it out",),
)
COUNT = diagnoses(otherwise="as many as epochs says: is the number fixed, or is an epoch left out or counted twice?")
ROWS = diagnoses(
    held_back=(
        "validation_split keeps the last part of the rows from the training",
        lambda seen: seen.held_back > 0 and seen.used and not seen.used.strange,
    ),
    labels_alone=("fit got the labels as its features: fit(features, labels)", lambda seen: seen.labels_alone()),
    changed=("they are changed on their way, or come from somewhere else", lambda seen: seen.used.strange),
    parted=(
        "features and labels are put in another order, or cut, apart from each other",
        lambda seen: seen.used.other_labels,
    ),
    left_out=("a part of them is left out", lambda seen: seen.used.missing),
)
HISTORY = diagnoses(
    not_a_dict=("fit returns a History; its dictionary is history.history",),
    no_validation=("fit measures val_loss where it is given validation_data, and history.history holds it",),
    no_loss=("return history.history, the dictionary that fit fills",),
    no_lists=("return the lists of fit's History as they are",),
    skipped=("fit validates after each epoch, unless validation_freq says otherwise: is it set, or was a list cut?",),
)
WEIGHTS = diagnoses(
    not_numbers=("the weights were set so, or the training has ruined them",),
    frozen=(
        "all layers are frozen: trainable=False keeps their weights as they are",
        lambda seen: seen.after.weights and not seen.after.trainable_weights,
    ),
    cut_off=("keras.Input has dtype {dtype}, which cuts the fractions off the rows: leave dtype out",),
    no_gradient=("the gradient does not come through to this layer, so that it keeps the weights that it began with",),
    zeros=(
        "the weights of shape {shape} are all zero, and no gradient comes through to change that: leave out what sets "
        "them so, such as kernel_initializer",
    ),
    otherwise="fit has to train this model itself: a copy was trained, or none at all, or its weights were put back",
)
LEARNING = diagnoses(
    frozen=("a frozen layer keeps the weights that it began with: leave trainable out",),
    nothing_left=(
        "the loss is 0 before the first step, and nothing is left to learn: does what comes in go out as it is?",
        lambda seen: seen.before == 0,
    ),
    still=(
        "nothing moved: the learning rate is zero, or too small to matter, or the output is always the same",
        lambda seen: seen.after == seen.before,
    ),
    overshoots=(
        "the learning rate is too large, so that each step overshoots",
        lambda seen: seen.small_steps_help(),
    ),
    otherwise="no step makes the loss smaller: look at the optimizer and the loss in compile",
)
COMPILE = diagnoses(
    never=("`compile` is not called on it",),
    again=("compile was called on {what} again: what it arrived with, and compile is not given, is lost",),
    third=(THIRD_OF_COMPILE, lambda seen: any(isinstance(weight, str) for weight in seen.loss_weights)),
    otherwise="look at what compile was given: loss, metrics, and the shape of the output they are for",
)
OUTPUT = diagnoses(
    softmax=(
        "softmax makes a row sum to 1: over a single unit it always answers 1, and nothing is learned",
        lambda seen: seen.name == "softmax",
    ),
    linear=(
        "without an activation any number comes out; sigmoid makes a probability of it",
        lambda seen: seen.name == "linear",
    ),
    tanh=("tanh runs from -1 to 1; a probability runs from 0 to 1", lambda seen: seen.name == "tanh"),
    relu=("relu goes on without end; a probability runs from 0 to 1", lambda seen: seen.name == "relu"),
    cut=(
        "the output is cut out of a softmax over several units; a probability takes one unit, with sigmoid",
        lambda seen: seen.name == "unknown" and seen.steps() == ["softmax", "get_item"],
    ),
    below=(
        "relu stands before the sigmoid, so that no answer is below 0.5: leave it out at the output",
        lambda seen: seen.name == "unknown" and seen.steps() == ["relu", "sigmoid"],
    ),
    twice=(
        "sigmoid is applied more than once, so that no answer is below 0.5: once is enough",
        lambda seen: seen.name == "unknown" and seen.steps() == ["sigmoid"],
    ),
    steps=(
        "between the last weights and the output stand {steps}; a probability takes sigmoid, and nothing more",
        lambda seen: seen.name == "unknown" and len(seen.steps()) > 1 and {"steps": ", ".join(seen.steps())},
    ),
    changed=(CHANGED, lambda seen: seen.name == "unknown"),
    at_random=("in training it would change the answers themselves at random; it belongs between hidden layers",),
    one_unit=("the last Dense layer needs exactly one unit", lambda seen: seen.units == 1),
    units=("the last Dense layer needs {units} units here", lambda seen: {"units": seen.units}),
    otherwise='give the output layer activation="sigmoid"',
)
INPUT = diagnoses(
    unknown=("the model does not begin with keras.Input(shape=(n_features,))",),
    rows_counted=(
        "the shape has an axis too many: that of a single row is (n_features,)",
        lambda seen: len(seen.shape) > 2,
    ),
    other_width=(
        "the width is fixed, or taken from something else than n_features: the shape of a row is (n_features,)",
        lambda seen: len(seen.shape) == 2,
    ),
    cut_off=("a part of the row is cut off before it reaches the layers",),
)
EACH_ROW = diagnoses(
    number=("each row gets one answer: let nothing run along axis 0, which counts the rows",),
    beside=(
        "the answer to a row changes with the rows beside it: let nothing run along axis 0, which counts the rows",
    ),
)
HIDDEN = diagnoses(
    none=(
        "no hidden layer stands between the inputs and the outputs: does what it answers go into the next layer? One "
        "that is made and not passed on is no part of the model",
    ),
    units=("the task asks for at least {least}; with fewer, a training often gets stuck",),
    otherwise="far fewer units, filters or layers will do",
)
_HELD = globals(), vars(compile_causes), vars(drawing_causes)
for _names in _HELD:
    take_names(_names, "expect.")  # a grader's own table may have the same name


@cache
def _rows() -> dict[str, str]:
    return {
        words: f"{table.name}.{row}"
        for table in tables()
        for row, (words, *_) in table.rows.items()
        if "{" not in words
    }


def tables() -> list[Table]:
    """Return all of these tables."""
    return [value for names in _HELD for value in names.values() if isinstance(value, Table)]


def row_of(words: str | None) -> str:
    """Return the name of the row that has these words; "" if none has."""
    return _rows().get(words or "", "")


def _other_epochs(fit: Any, wanted: int) -> dict[str, int] | None:
    return {"given": fit.epochs, "wanted": wanted} if not fit.batches and fit.epochs != wanted else None
