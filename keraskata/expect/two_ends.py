"""Expectations on the two ends of a network: the width of its rows, and the units and activation of its output."""

import contextlib
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

import numpy as np

from keraskata.expect.activations import activation_of, output_activation, snake, steps
from keraskata.expect.basics import Unmet, equal, that
from keraskata.expect.causes import EACH_ROW, INPUT, OUTPUT
from keraskata.expect.comparing import same
from keraskata.expect.keras_models import built, predict
from keraskata.expect.wording import Likely

_AT_RANDOM = ("Dropout", "Dropout1D", "Dropout2D", "Dropout3D", "Noise")  # how such layers' names end


def widths(
    found: Any,
    n_features: int,
    n_outputs: int,
    *,
    what: str,
    inputs: Sequence[tuple[int, Likely]] = (),
    outputs: Sequence[tuple[int, Likely]] = (),
) -> None:
    """Require a model that reads rows of `n_features` numbers and answers each with `n_outputs` numbers.

    `inputs` and `outputs` say what is wrong with certain other widths: (width, words). For how many rows it was built
    is not asked: without an Input, fit builds it for those of a batch, and it answers any number of them.
    """
    built(found, what=what)
    reads, answers = (None, *found.input_shape[1:]), (None, *found.output_shape[1:])
    equal(
        reads,
        (None, n_features),
        what=f"the input shape of {what}",
        likely=dict(inputs).get(reads[-1] if len(reads) == 2 else 0) or INPUT.of(shape=reads),
    )
    equal(
        answers,
        (None, n_outputs),
        what=f"the output shape of {what}",
        likely=dict(outputs).get(answers[-1] if len(answers) == 2 else 0) or OUTPUT.of(units=n_outputs),
    )
    _ends_in_its_output(found, what)
    whole_rows(found, what=what)


def whole_rows(found: Any, *, what: str) -> None:
    """Require that each number of a row has a say in the answer: none is cut off on its way.

    Meanwhile the model has weights of the judge's own, since those that it came with may be zero. Where its answers do
    not vary at all, or it cannot answer these rows, nothing is required: there are other words for that.
    """
    unread: list[int] = []
    with contextlib.suppress(Unmet), _other_weights(found):
        unread = _unread(found)
    that(
        not unread,
        expected=f"an answer of {what} that depends on each of the {found.input_shape[-1]} numbers of a row",
        found=f"the same answers where number {unread[0] if unread else 0} of each row is another one",
        likely=INPUT.says("cut_off"),
    )


def row_by_row(found: Any, *, what: str) -> None:
    """Require that no answer changes with the rows beside it, at inference: those of a part of the rows stay the same.

    Meanwhile the model has weights of the judge's own, as in `whole_rows`. Where it cannot answer these rows, nothing
    is required.
    """
    changes = False
    with contextlib.suppress(Unmet), _other_weights(found):
        changes = _changes_beside_others(found)
    that(
        not changes,
        expected=f"the same answers of {what} to three rows alone as to these rows among others",
        found="other answers",
        likely=EACH_ROW.says("beside"),
    )


def _changes_beside_others(found: Any) -> bool:
    rows = np.random.default_rng(1).normal(0, 2, size=(16, *found.input_shape[1:])).astype("float32")
    few = [11, 2, 7]
    among, alone = predict(found, rows)[few], predict(found, rows[few])
    return bool(np.abs(alone - among).max() > 0.02 * np.abs(among).max())  # half precision has two digits


@contextlib.contextmanager
def _other_weights(found: Any) -> Iterator[None]:
    """Give a model weights of the judge's own, and then those that it came with again."""
    kept, rng = found.get_weights(), np.random.default_rng(0)
    found.set_weights([_drawn(rng, variable.path, variable.shape) for variable in found.weights])
    try:
        yield
    finally:
        found.set_weights(kept)


def _unread(found: Any) -> list[int]:
    """Return the places in a row, from 1, that no answer depends on."""
    rng = np.random.default_rng(0)
    rows = rng.normal(0, 2, size=(64, found.input_shape[-1])).astype("float32")  # no unit of relu is dead in all rows
    answers, unread = predict(found, rows), []
    if np.ptp(answers, axis=0).max() < 1e-6:
        return []
    for place in range(rows.shape[1]):
        other = rows.copy()
        other[:, place] = rng.permutation(rows[:, place])
        if same(predict(found, other), answers, tol=1e-6):
            unread.append(place + 1)
    return unread


def _drawn(rng: np.random.Generator, path: str, shape: tuple[int, ...]) -> np.ndarray:
    """Draw weights that keep numbers at their size through many layers; variances are positive."""
    scale = 1.4 / np.sqrt(np.prod(shape[:-1])) if len(shape) > 1 else 1.0
    drawn = rng.normal(0, scale, size=shape)
    return np.abs(drawn) + 0.5 if "variance" in path else drawn


def _ends_in_its_output(found: Any, what: str) -> None:
    """Require that nothing behind the last layer with weights changes answers at random in training."""
    behind = []
    for step in reversed(steps(found)):
        if getattr(step, "weights", None) and not type(step).__name__.endswith(_AT_RANDOM):
            break
        behind.append(type(step).__name__)
    found_there = [name for name in behind if name.endswith(_AT_RANDOM)]
    that(
        not found_there,
        expected=f"{what} ends in its output",
        found=f"{' and '.join(found_there)} behind it",
        likely=OUTPUT.says("at_random"),
    )


def sigmoid_output(found: Any, *, what: str = "the activation of the output", softmax: Likely = None) -> None:
    """Require that each output of a model is made by sigmoid; `softmax` says why softmax is wrong here."""
    name = output_activation(found)
    equal(
        name,
        "sigmoid",
        what=what,
        likely=(softmax if name == "softmax" else None) or OUTPUT.of(name=name, steps=partial(last_steps, found)),
    )


def last_steps(found: Any) -> list[str]:
    """Return what makes the output of the last weighted sums, by its names and in its order, such as ["sigmoid"]."""
    behind, waiting = set(), list(found.outputs)
    while waiting:
        step, place, _ = waiting.pop()._keras_history
        if id(step) not in behind and not _sums(step):
            waiting += step._inbound_nodes[place].input_tensors
        behind.add(id(step))
    names = (_step_name(step) for step in steps(found) if id(step) in behind)
    return [name for name in dict.fromkeys(names) if name]


def _sums(step: Any) -> bool:
    return any(len(weight.shape) > 1 for weight in getattr(step, "weights", ()))


def _step_name(step: Any) -> str | None:
    name = activation_of(step)
    if name is None and not _sums(step):
        name = snake(type(step).__name__)
    return None if name in ("linear", "input_layer", "dropout") else name


def separate_outputs(found: Any) -> bool:
    """Return whether each output runs from 0 to 1 with units of its own, as behind a softmax over a pair for each.

    All other weights are zero meanwhile, in a copy in which each layer has a bias.
    """
    from keraskata.boundary.keras_models import emptied

    probe = emptied(found)
    row = np.zeros((1, *probe.input_shape[1:]), "float32")
    biases = [weight for weight in probe.weights if weight.name in ("bias", "beta")]
    ends = {bias.path: np.zeros(bias.shape, "float32") for bias in biases}
    moved = np.zeros(probe.output_shape[-1], int)
    still = predict(probe, row)
    for bias in biases:
        bias.assign(np.linspace(-1, 1, ends[bias.path].size, dtype="float32").reshape(bias.shape))
        units = np.ndindex(*bias.shape) if np.any(predict(probe, row) != still) else ()  # a hidden layer moves nothing
        for unit in units:
            sweep = []
            for number in (-2, -1, 1, 2):
                tried = np.zeros(bias.shape, "float32")
                tried[unit] = number
                bias.assign(tried)
                sweep.append(np.ravel(predict(probe, row)))
            steps = np.sign(np.round(np.diff(sweep, axis=0), 6))
            moves = np.any(steps, axis=0)
            if moves.sum() > 1 or np.any(steps[:, moves] != steps[0, moves]):
                return False
            moved += moves
            ends[bias.path][unit] = 10 * steps[0].sum()
        bias.assign(np.zeros(bias.shape, "float32"))
    reached = []
    for sign in (-1, 1):
        for bias in biases:
            bias.assign(sign * ends[bias.path])
        reached.append(np.ravel(predict(probe, row)))
    return bool(np.all(moved) and np.allclose(reached, [[0], [1]], atol=1e-3))


def tied_outputs(found: Any) -> bool:
    """Return whether units of a layer move several outputs each, and each other's, as before what normalizes a row.

    All weights are zero meanwhile, but for the scales of what normalizes, in a copy in which each layer has a bias.
    """
    from keraskata.boundary.keras_models import emptied

    probe = emptied(found)
    row = np.zeros((1, *probe.input_shape[1:]), "float32")
    for weight in probe.weights:
        if weight.name == "gamma":
            weight.assign(np.ones(weight.shape, "float32"))
    still = predict(probe, row)
    for bias in (weight for weight in probe.weights if weight.name in ("bias", "beta")):
        size = int(np.prod(bias.shape))
        tried = [np.linspace(-1, 1, size), *np.eye(size)]
        moved: list[np.ndarray] = []
        while tried and (not moved or moved[0].any()):  # a layer before the last weighted sums moves nothing
            bias.assign(tried.pop(0).reshape(bias.shape).astype("float32"))
            moved.append(np.abs(predict(probe, row) - still).ravel() > 1e-6)
        bias.assign(np.zeros(bias.shape, "float32"))
        by_unit = np.array(moved[1:])
        if len(by_unit) > 1 and by_unit.sum(axis=0).max() > 1 and by_unit.sum(axis=1).max() > 1:
            return True
    return False
