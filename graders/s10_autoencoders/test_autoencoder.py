"""Grades s10_autoencoders/autoencoder: through a narrow code and back, compared with PCA on unseen digits."""

from functools import cache, partial

import keras
import numpy as np
import pytest
from sklearn.decomposition import PCA

from keraskata import expect
from keraskata.datasets import load

(TRAIN, _), (TEST, _) = load.digits()
USUAL_INPUTS, USUAL_CODE = expect.varied("usual_inputs"), expect.varied("usual_code")
CODE = 16
STEPS, BATCH = 200, 256
LOSSES = ("binary_crossentropy", "mean_squared_error")

SHAPES = expect.diagnoses(
    code=(
        "the code itself comes out: the way back to {n} numbers is missing",
        lambda seen: (
            {"n": seen.n_inputs}
            if seen.reads == (None, seen.n_inputs)
            and seen.answers == (None, seen.n_code)
            and seen.weighted().count(seen.n_code) == 1
            else None
        ),
    ),
    decoder=(
        "the last layer gives {found} numbers, as many as the code has; n_inputs of them are asked for, {n}",
        lambda seen: (
            {"found": seen.n_code, "n": seen.n_inputs}
            if seen.reads == (None, seen.n_inputs) and seen.answers == (None, seen.n_code)
            else None
        ),
    ),
    defaults=(
        "the defaults are swapped: {n} numbers go in, where n_inputs is {n_inputs} by default, and n_code is {n}",
        lambda seen: (
            {"n": seen.n_code, "n_inputs": seen.n_inputs}
            if seen.n_inputs == USUAL_INPUTS
            and seen.reads == seen.answers == (None, seen.n_code)
            and seen.n_inputs in seen.widths()
            and seen.told.input_shape == (None, 12)
            else None
        ),
    ),
    swapped=(
        "n_inputs and n_code are swapped: {n} numbers go in, where n_inputs is {n_inputs} and n_code is {n}. n_inputs "
        "is the first argument",
        lambda seen: (
            {"n": seen.n_code, "n_inputs": seen.n_inputs}
            if seen.reads == seen.answers == (None, seen.n_code) and seen.n_inputs in seen.widths()
            else None
        ),
    ),
    fixed=(
        "{n} numbers go in and come out, where n_inputs is {asked}: where is n_inputs used?",
        lambda seen: (
            {"n": seen.reads[1], "asked": seen.n_inputs}
            if len(seen.reads) == 2 and seen.reads == seen.answers != (None, seen.n_inputs)
            else None
        ),
    ),
    output=(
        "the last layer has to give n_inputs numbers back",
        lambda seen: seen.reads == (None, seen.n_inputs) != seen.answers,
    ),
    otherwise="the shape of the input is (n_inputs,): one row, without the number of rows",
)
NARROWEST = expect.diagnoses(
    places=(
        "the Dense layer of {units} units works at each of {places} places on its own, and makes {all} numbers in all: "
        "the {units} numbers of the code are made of the whole row at once",
        lambda seen: next(
            {"units": layer.units, "places": width // layer.units, "all": width}
            for layer, width in zip(seen.layers, seen.widths, strict=True)
            if type(layer) is keras.layers.Dense and layer.units == 3 < width
        ),
    ),
    copy=("no layer is narrower than the row, so that a plain copy would do", lambda seen: seen.narrowest >= 12),
    inner=(
        "a layer of {n} is narrower than the code, and loses some of it",
        lambda seen: {"n": seen.narrowest} if seen.narrowest < 3 in seen.widths else None,
    ),
    fixed=(
        "the code has {n} numbers for n_code=3 and for n_code=5: where is n_code used?",
        lambda seen: {"n": seen.narrowest} if seen.narrowest_of(12, 5) == seen.narrowest < 12 else None,
    ),
    more=(
        "the narrowest layer has {n} numbers, where n_code is 3",
        lambda seen: {"n": seen.narrowest} if seen.narrowest > 3 else None,
    ),
    otherwise="the code has exactly n_code numbers, and is the narrowest layer",
)
THROUGH = expect.diagnoses(
    softmax=(
        "softmax makes its numbers sum to 1, so that the last one tells nothing new; relu leaves them free",
        lambda seen: seen.softmax,
    ),
    joined=(
        "{layers} layers of {width} numbers each are joined: together the code has {all} numbers, and not {width}",
        lambda seen: _joined(seen.model, seen.code),
    ),
    beside=(
        "{layer} joins what comes from the code with the row itself, or with what was made of it elsewhere: that goes "
        "around the code",
        lambda seen: _beside(seen.model, seen.code),
    ),
    around=(
        "more of the row comes behind the code than n_code numbers hold: is it too wide, or is there a way around it?",
        lambda seen: seen.spread > 0,
    ),
)
WIDTH = expect.diagnoses(
    sizes=(
        f"with n_inputs={USUAL_INPUTS} and n_code={USUAL_CODE} the code has {{n}} numbers, given or by default: "
        "let the layer of the code have n_code units, whatever n_inputs is",
        lambda seen: {"n": seen.width} if not seen.call and seen.width == seen.given() else None,
    ),
    default=(
        f"without arguments the code has {{n}} numbers: the default of n_code is {USUAL_CODE}",
        lambda seen: {"n": seen.width} if not seen.call else None,
    ),
    less=(
        "the narrowest layer is narrower than n_code, the width of the code: n_code may be any number",
        lambda seen: seen.width < seen.n_code,
    ),
    more=("the code is wider than asked: n_code may also be 1 or 2", lambda seen: seen.width > seen.n_code),
)
OUTPUT = expect.diagnoses(
    softmax=(
        "softmax makes the outputs of a row sum to 1, and the numbers of a row do not; take sigmoid",
        lambda seen: seen.name == "softmax",
    ),
    behind=(
        "behind sigmoid comes {steps}, which moves the outputs out of 0..1: let sigmoid come last",
        lambda seen: (
            {"steps": ", ".join(steps[steps.index("sigmoid") + 1 :])}
            if "sigmoid" in (steps := seen.steps()) and steps[-1] != "sigmoid"
            else None
        ),
    ),
    clipped=(
        "linear outputs may be negative or above 1, and are no probabilities: sigmoid keeps them in 0..1",
        lambda seen: seen.name == "linear" and len(seen.steps()) < 2 and seen.loss == "binary_crossentropy",
    ),
    linear=(
        "without an activation any number comes out; sigmoid keeps it in 0..1",
        lambda seen: seen.name == "linear" and len(seen.steps()) < 2,
    ),
    tanh=("tanh runs from -1 to 1; sigmoid runs from 0 to 1", lambda seen: seen.name == "tanh"),
    endless=(
        "{name} goes on without end; sigmoid stays below 1",
        lambda seen: {"name": seen.name} if seen.name in ("relu", "softplus", "exponential") else None,
    ),
    # What stands behind an activation and has a bias of its own looks linear.
    changed=(expect.CHANGED, lambda seen: seen.name in ("unknown", "linear")),
    otherwise="sigmoid keeps each output in 0..1, on its own",
)
LOSS = expect.diagnoses(
    categorical=(
        "categorical cross-entropy is for one class among many, with outputs that sum to 1; here each output stands "
        "for itself",
        lambda seen: "categorical" in seen.name,
    ),
    none=("compile was called without a loss", lambda seen: seen.name == "none"),
    other=(
        "{name} is another loss of Keras; take one of the two",
        lambda seen: {"name": seen.name} if hasattr(keras.losses, seen.name) else None,
    ),
    mean_first=(
        "errors of 1 and -1 cancel out in {name}, which gives 0 for them; the mean squared error is 1: square each "
        "error first, and take the mean then",
        lambda seen: seen.name == "own_loss" and expect.cancels_out(seen.loss),
    ),
    arguments=(
        "{name} is the binary cross-entropy with its arguments swapped: Keras calls a loss with (y_true, y_pred), the "
        "truth first",
        lambda seen: seen.name == "own_loss" and _swapped(seen.loss.yes_no) and {"name": seen.loss.name},
    ),
    own_value=(
        "{name} of number {number} and output {output} is {value}; the squared error is {square}, and the binary "
        "cross-entropy {entropy}",
        lambda seen: seen.name == "own_loss" and _other_value(seen.loss),
    ),
    own=(
        "{name} computes something else than either of the two, or is not made of keras.ops alone",
        lambda seen: {"name": seen.loss.name} if seen.name == "own_loss" else None,
    ),
    otherwise="the loss compares the output with the row, number by number",
)
LEARNED = expect.diagnoses(
    frozen=(
        "a frozen layer keeps the weights that it began with: leave trainable out",
        lambda seen: any(layer.weights and not layer.trainable for layer in _leaves(seen.model)),
    ),
    activity=(
        "a penalty on what a layer answers (activity_regularizer) is part of the loss: try without it",
        lambda seen: any(layer.activity_regularizer for layer in _leaves(seen.model)),
    ),
    kernel=(
        "a penalty on the weights (kernel_regularizer) is part of the loss: try without it",
        lambda seen: any(getattr(layer, "kernel_regularizer", None) for layer in _leaves(seen.model)),
    ),
    dropout=(
        "Dropout blanks numbers at random, of which a narrow code has none to spare: try without it",
        lambda seen: any(type(layer).__name__.endswith("Dropout") for layer in _leaves(seen.model)),
    ),
    zeros=(
        "all weights of shape {shape} are 0, even after the training: they have to begin with numbers drawn by chance, "
        "and kernel_initializer says how",
        lambda seen: next(
            {"shape": kernel.shape} for kernel in seen.model.get_weights() if kernel.ndim == 2 and not kernel.any()
        ),
    ),
    half=(
        "no number that comes back is below one half: {step} stands before the sigmoid, which never gets a negative "
        "number",
        lambda seen: (
            {"step": behind[0]}
            if seen.restored.min() >= 0.5 and len(behind := expect.last_steps(seen.model)) > 1
            else None
        ),
    ),
    same=(
        "the same picture comes back for every row: nothing of the row gets through. Print the codes of some rows",
        lambda seen: np.ptp(seen.restored, axis=0).max() < 1e-6,
    ),
    otherwise="print the codes of some digits: does each of its numbers differ from row to row?",
)


@pytest.fixture(scope="module")
def model(submission):
    return submission.build_autoencoder(12, 3)


@pytest.fixture(scope="module")
def default(submission):
    return submission.build_autoencoder()


@pytest.fixture(scope="module")
def trained(submission):
    """The autoencoder of digits after training by the judge."""
    model = submission.build_autoencoder(TRAIN.shape[1], CODE)
    keras.utils.set_random_seed(0)
    model.compile(keras.optimizers.Adam(0.02), "mean_squared_error", metrics=[], jit_compile=False)
    # One epoch that passes many times over the rows: the same steps as many epochs, without their overhead.
    rows = np.resize(TRAIN, (STEPS * BATCH, TRAIN.shape[1]))
    model.fit(rows, rows, batch_size=BATCH, shuffle=False, verbose=0)
    return model


@pytest.mark.check(points=1, hint="As many numbers come out as go in. Which argument says how many?")
def test_shapes(submission, default, model):
    """The model reads and answers rows of n_inputs numbers; {usual_inputs} where nothing is said."""
    for found, call, (n_inputs, n_code) in (default, (), (USUAL_INPUTS, USUAL_CODE)), (model, (12, 3), (12, 3)):
        name = f"build_autoencoder({', '.join(map(str, call))})"
        expect.built(found, what=name)
        expect.equal(
            (found.input_shape, found.output_shape),
            ((None, n_inputs), (None, n_inputs)),
            what=f"the input and output shapes of {name}",
            likely=SHAPES.of(
                reads=found.input_shape,
                answers=found.output_shape,
                n_inputs=n_inputs,
                n_code=n_code,
                widths=partial(_widths, found),
                weighted=partial(_weighted, found),
                told=model,
            ),
        )
        expect.row_by_row(found, what=name)
    expect.new_each_call(submission, "build_autoencoder", 12, 3)


@pytest.mark.check(
    points=3, needs=["test_shapes"], hint="How many units has the narrowest layer, and what bypasses it?"
)
def test_code(submission, default, model):
    """Each row passes through a code of exactly n_code numbers, by default {usual_code}, and nothing goes around it."""
    expect.whole_rows(model, what="build_autoencoder(12, 3)")
    layers = _leaves(model)
    widths = _widths(model)
    narrowest = min(widths)
    expect.that(
        narrowest == 3,
        expected="3 numbers in the narrowest layer of build_autoencoder(12, 3)",
        found=f"{narrowest} in the narrowest of the layers of {', '.join(map(str, widths))}",
        likely=NARROWEST.of(
            narrowest=narrowest,
            layers=layers,
            widths=widths,
            narrowest_of=lambda *call: min(_widths(submission.build_autoencoder(*call))),
        ),
    )
    softmax = "softmax" in expect.hidden_activations(model)
    expect.that(
        not softmax,
        expected="a code of 3 independent numbers",
        found="softmax in a hidden layer",
        likely=THROUGH.of(softmax=softmax),
    )
    rows = np.random.default_rng(0).random((8, 12), "float32")
    code = [layer for layer, width in zip(layers, widths, strict=True) if width == narrowest]
    _block(code)
    spread = np.ptp(expect.predict(model, rows), axis=0).max()
    expect.that(
        spread < 1e-6,
        expected="the same answer to every row once the weights of the code are set to zero",
        found="answers that still tell the rows apart",
        likely=THROUGH.of(softmax=softmax, spread=spread, model=model, code=code),
    )
    for call, n_code in ((), USUAL_CODE), ((100, 1), 1), ((20, 2), 2), ((60, 33), 33):
        width = min(_widths(submission.build_autoencoder(*call) if call else default))
        expect.equal(
            width,
            n_code,
            what=f"the width of the narrowest layer of build_autoencoder({', '.join(map(str, call))})",
            likely=WIDTH.of(
                call=call,
                width=width,
                n_code=n_code,
                given=lambda: min(_widths(submission.build_autoencoder(USUAL_INPUTS, USUAL_CODE))),
            ),
        )


@pytest.mark.check(points=2, needs=["test_shapes"], hint="Which activation keeps each output in 0..1, on its own?")
def test_output(submission):
    """The outputs lie in 0..1, as the rows do, whatever the weights are."""
    model = submission.build_autoencoder(12, 3)
    name = expect.output_activation(model)
    loss = expect.loss_name(model)
    model.set_weights([20 * weight for weight in model.get_weights()])
    answers = expect.predict(model, np.random.default_rng(0).random((64, 12), "float32"))
    if expect.same(answers.sum(axis=1), np.ones(64), tol=1e-3):
        name = "softmax"  # whatever layers come between
    expect.that(
        name != "softmax" and answers.min() >= 0 and answers.max() <= 1,
        expected="outputs in 0..1, each of them free",
        found=f"outputs from {expect.number(answers.min())} to {expect.number(answers.max())}"
        f"{', which sum to 1' if name == 'softmax' else ''}",
        likely=OUTPUT.of(name=name, loss=loss, steps=partial(expect.last_steps, model)),
    )


@pytest.mark.check(
    points=2, needs=["test_output"], hint="Which loss compares the output with the row, number by number?"
)
def test_loss(model):
    """The model is compiled with binary cross-entropy or with mean squared error."""
    expect.compiled(model, what="build_autoencoder(12, 3)")
    name, loss = expect.loss_name(model), expect.only_loss(model)
    expect.that(
        name in LOSSES,
        expected="binary_crossentropy or mean_squared_error as loss",
        found=f"a loss of your own, {loss.name}" if name == "own_loss" else name,
        likely=LOSS.of(name=name, loss=loss),
    )
    expect.plain_loss(model)


@pytest.mark.check(
    points=1, needs=["test_loss"], hint="Can the optimizer change every layer, in steps of a sensible size?"
)
def test_trains(submission):
    """As you compiled it, the model learns: the loss falls in the first steps, and every layer takes part."""
    model = submission.build_autoencoder(TRAIN.shape[1], CODE)
    expect.learns(model, TRAIN[:256], TRAIN[:256])


@pytest.mark.check(
    points=3, needs=["test_code", "test_loss"], hint="What keeps the code from telling as much as PCA's components do?"
)
def test_unseen_digits(trained):
    """Trained on digits, the model gives unseen digits back far better than the average digit does, as PCA can."""
    restored = expect.predict(trained, TEST)
    errors = {**_baselines(), "the model": _error(restored)}
    average, pca, found = errors.values()
    shown = [TEST[:12].reshape(-1, 8, 8), restored[:12].reshape(-1, 8, 8)]
    expect.keep_images(
        "Unseen digits, and what comes back through a code of 16 numbers",
        shown,
        look="Look down each column for what 16 numbers cannot hold.",
    )
    expect.calibrated(
        (average - found) / (average - pca),
        "share of what PCA explains",
        better="higher",
        what=f"the error taken away, as a share of what PCA with {CODE} components takes away",
        likely=LEARNED.of(model=trained, restored=restored),
        notes=[f"mean squared error of {name}: {expect.number(float(error))}" for name, error in errors.items()],
    )


def _other_value(loss):
    """The first number and output of which a loss is neither of the two, with all three values."""
    for number, output, value in loss.yes_no:
        square, entropy = (number - output) ** 2, -np.log(output if number else 1 - output)
        if not any(expect.same(value, right, tol=1e-3) for right in (square, entropy)):
            told = {"number": number, "output": output, "value": value, "square": square, "entropy": entropy}
            return {"name": loss.name, **{name: expect.number(float(figure)) for name, figure in told.items()}}
    return None


def _swapped(yes_no):
    """Return whether these are the values of a cross-entropy that takes the output for the number, and the reverse.

    Each number, 0 or 1, is moved a little then, by a power of ten in most cases, and its logarithm is weighted.
    """
    logs = {number: [] for number in (0, 1)}
    for number, output, value in yes_no:
        logs[number].append(-value / abs(number - output) / np.log(10))
    at_zero = round(np.mean(logs[0])) if logs[0] else 0
    return at_zero <= -4 and all(
        expect.same(np.array(found), np.full(len(found), at_zero, float), tol=tol)
        for found, tol in ((logs[0], 1e-3), (logs[1], 0.1))  # 1 - 1e-7 is 1.2e-7 below 1 in float32
    )


def _error(answers):
    return np.mean((answers - TEST) ** 2)


@cache
def _baselines():
    components = PCA(CODE).fit(TRAIN)
    restored = components.inverse_transform(components.transform(TEST))
    return {"the average digit": _error(TRAIN.mean(axis=0)), "PCA": _error(restored)}


def _leaves(model):
    """All layers behind the input that answer rows, those of models within the model in their place.

    A weight that stands for itself, which a layer of one's own has made, answers none.
    """
    layers = [layer for layer in model.layers if not isinstance(layer, keras.layers.InputLayer)]
    layers = [layer for layer in layers if layer.output.shape[:1] == (None,)]
    return [leaf for layer in layers for leaf in (_leaves(layer) if isinstance(layer, keras.Model) else [layer])]


def _widths(model):
    """How many numbers each layer makes of a row."""
    return [int(np.prod(layer.output.shape[1:])) for layer in _leaves(model)]


def _weighted(model):
    """How many numbers each layer that has weights makes of a row."""
    return [width for layer, width in zip(_leaves(model), _widths(model), strict=True) if layer.weights]


def _block(layers):
    """Set the weights of the first of these layers that has any to zero."""
    layer = next(layer for layer in layers if layer.weights)
    layer.set_weights([np.zeros_like(weight) for weight in layer.get_weights()])


def _before(step):
    """The steps of a model whose answers a step reads."""
    return [given._keras_history.operation for node in step._inbound_nodes for given in node.input_tensors]


def _way(step):
    """A step, and all before it."""
    way = [step]
    for reached in way:
        way += [earlier for earlier in _before(reached) if earlier not in way]
    return way


def _joined(model, code):
    """How many layers of the code's width a Concatenate joins that read the row without one another."""
    for step in model.operations:
        parts = _before(step) if type(step).__name__ == "Concatenate" else []
        made_by = [{layer for layer in _way(part) if layer in code and layer.weights} for part in parts]
        if (
            len(parts) > 1
            and all(part in code for part in parts)
            and [len(layers) for layers in made_by] == [1] * len(parts)
            and len(set.union(*made_by)) == len(parts)
        ):
            width = parts[0].output.shape[-1]
            return {"layers": len(parts), "width": width, "all": len(parts) * width}
    return None


def _beside(model, code):
    """The name of a step that reads the row on two ways, one through the code and one around it."""
    for step in model.operations:
        ways = [_way(before) for before in _before(step)]
        reading = [way for way in ways if any(isinstance(earlier, keras.layers.InputLayer) for earlier in way)]
        through = {any(earlier in code for earlier in way) for way in reading}
        if len(step._inbound_nodes) == 1 and through == {True, False}:
            return {"layer": type(step).__name__}
    return None
