"""Grades s07_batches/compare_batch_norm: the same network without and with batch normalization, from one start.

Where all training rows are 0, nothing can be learned, and only the moving variance moves: it shrinks by one and the
same factor in each epoch. So two epochs show what the network with batch normalization answered before the first.
"""

import ast
import re
from typing import NamedTuple

import numpy as np
import pytest

from keraskata import expect

PLAIN, NORM = expect.varied("plain"), expect.varied("batch_norm")
KEYS = [PLAIN, NORM]
EPOCHS = 6
UNLIKE = "{setting} of the {layer} layer is {one} without batch normalization, and {other} with it"
CHANCE = float(np.log(2))  # the least loss on a row that comes twice, once with each label
# One column less than in _rows: a network takes its width from the rows that it is given.
ORIGIN = np.zeros((2, 3), "float32"), np.array([0, 1])
LAYERS = {"InputLayer", "Dense", "BatchNormalization", "ReLU", "Activation", "Dropout", "LayerNormalization"}
_COPIES = re.compile(r"clone|copy|config|session|load|json|pickle|name\s*=[^=]")  # two layers may have one name then
POINTS = [6, -6, 6], [1.5, 1.5, -1.5], [-3, 2, 5]

ANSWER = expect.diagnoses(
    pair=(
        "without keys nobody can tell which list is which",
        lambda seen: isinstance(seen.found, (list, tuple)),
    ),
    otherwise=f'the answer is a dictionary, {{"{PLAIN}": [...], "{NORM}": [...]}}',
)
NAMES = expect.diagnoses(
    first=(f'the key "{NORM}" is missing: does return stand inside the loop?', lambda seen: seen.keys == [PLAIN]),
    twice=("there is only one key, and the second network needs one of its own", lambda seen: len(seen.keys) == 1),
    space=(
        f'the key is "{NORM}", with a space, not {NORM.replace(" ", "_")}',
        lambda seen: NORM.replace(" ", "_") in seen.keys,
    ),
    otherwise=f'the keys are "{PLAIN}" and "{NORM}"',
)
VALUES = expect.diagnoses(
    history=(
        'this is all that fit measured; keep the list under "val_loss"',
        lambda seen: isinstance(seen.found, dict),
    ),
    last=("only one loss was kept; keep the whole list", lambda seen: expect.is_number(seen.found)),
    otherwise='each list is history.history["val_loss"]',
)
COUNT = expect.diagnoses(
    third=(
        "fit's third argument is batch_size; write epochs=epochs",
        lambda seen: seen.fits and all(fit.epochs == 1 and fit.batch_size == EPOCHS for fit in seen.fits),
    ),
    fixed=(
        f"epochs is {EPOCHS} here, and fit was told {{told}}: is the number fixed?",
        lambda seen: {"told": seen.fits[0].epochs} if seen.fits[0].epochs == seen.count else None,
    ),
    stopped=(
        expect.STOPPED_BY,
        lambda seen: next(stop for fit in seen.fits if (stop := expect.stopped_by(fit)) and stop["ran"] == seen.count),
    ),
    otherwise="each epoch has a loss",
)
LOSS = expect.diagnoses(
    made_up=(
        "fit was never called: return what a training of the model measured, and nothing made up",
        lambda seen: seen.done.complete and not seen.done.trained and not seen.done.asked,
    ),
    kept=(
        "these are the losses of an earlier call with other rows: keep nothing from it",
        lambda seen: seen.done.trained and expect.same(seen.losses[PLAIN], seen.before[PLAIN][:2]),
    ),
    compiled=(
        "the loss that was compiled is {loss}; asked for is binary cross-entropy",
        lambda seen: {"loss": next(loss for loss in seen.done.compiles[0].losses if loss != "binary_crossentropy")},
    ),
    accuracy=(
        "this is the accuracy, not the loss",
        lambda seen: all(np.all(values == 0.5) for values in seen.losses.values()),
    ),
    split=(
        "validation_split takes a part of train; validation has to go into validation_data",
        lambda seen: seen.done.fits[0].validation_split > 0,
    ),
    swapped=(
        "fit trains on validation, and not on train",
        lambda seen: _only(seen.done.trained_on(*VALIDATION)),
    ),
    pair=(
        "the rows in validation_data are those of train",
        lambda seen: _only(seen.done.validated_on(*TRAIN)),
    ),
    training=(
        "these are the losses on train: val_loss has those on validation",
        lambda seen: not re.search(r"[\"']val_loss[\"']", seen.source) and not seen.done.asked,
    ),
    otherwise="a row with both labels costs 0.69 at least, and more where the network is sure of its answer",
)
ROWS = expect.diagnoses(
    validation=("fit trains on validation, and not on train", lambda seen: _only(seen.match)),
    together=("fit trains on validation, too; train on train alone", lambda seen: seen.match.own),
)
TRAINED = expect.diagnoses(
    again=(
        "fit is called more than once: each call trains the same model further, so that its epochs add up",
        lambda seen: len(seen.fits) > 1,
    ),
    other=(
        f"epochs is {EPOCHS} here, and fit was told {{told}}",
        lambda seen: {"told": seen.fits[0].epochs} if seen.fits[0].epochs != EPOCHS else None,
    ),
    otherwise="each of the two trains for `epochs` epochs, no more, no less",
)
OUTPUT = expect.diagnoses(
    linear=(
        "without an activation any number comes out of the output layer; the loss takes it for a probability: add "
        'activation="sigmoid"',
        lambda seen: seen.activation == "linear",
    ),
    otherwise="the answer to a yes/no question is a probability, made by sigmoid",
)
NORMED = expect.diagnoses(
    untrained=(
        "the networks are not trained: the same loss comes out in each epoch",
        lambda seen: seen.done.complete and not seen.done.trained,
    ),
    swapped=(f"the keys are swapped: the plain losses are under {NORM}", lambda seen: seen.moves == [True, False]),
    frozen=(
        "the BatchNormalization is frozen: trainable=False keeps its moving averages as they are",
        lambda seen: any(each.kind == "BatchNormalization" and not each.learns for each in _layers(seen.done)),
    ),
    rows=(
        "LayerNormalization looks at each row by itself, and at no batch",
        lambda seen: "LayerNormalization" in _kinds(seen.done),
    ),
    none=(
        "neither of the two networks has a BatchNormalization",
        lambda seen: "Dense" in _kinds(seen.done) <= LAYERS - {"BatchNormalization"},
    ),
    both=(
        "both networks have a BatchNormalization; the plain one gets none",
        lambda seen: (
            all("BatchNormalization" in {layer.kind for layer in fit.layers} for fit in seen.done.fits)
            and seen.done.fits
        ),
    ),
    momentum=(
        "with a momentum of 1 the moving averages never move; 0.99 is the default",
        lambda seen: re.search(r"momentum\s*=\s*1(\.0*)?\s*[,)]", seen.source),
    ),
    same=("both keys have the very same losses", lambda seen: expect.same(*seen.losses.values())),
    otherwise="rows that are all 0 teach nothing: then the moving averages change, and nothing else does",
)
LAYOUT = expect.diagnoses(
    several=("one BatchNormalization is asked for", lambda seen: seen.named.count("BatchNormalization") > 1),
    inputs=(
        "it normalizes the features; it belongs behind the hidden layer",
        lambda seen: seen.named[0] == "BatchNormalization",
    ),
    sum=(
        "it stands behind the sum of the output, not before the output",
        lambda seen: seen.named[-1] == "BatchNormalization",
    ),
    dense=(
        "each network has two Dense layers, a hidden one and the output; this one has {n}",
        lambda seen: {"n": seen.named.count("Dense")} if seen.named.count("Dense") != 2 else None,
    ),
    more=(
        "{kind} is not asked for: the two networks differ in BatchNormalization alone",
        lambda seen: {"kind": next(kind for kind in seen.named if kind not in ("Dense", "BatchNormalization"))},
    ),
    otherwise="BatchNormalization stands between the two Dense layers of one network, and makes all the difference",
)
ALIKE = expect.diagnoses(
    setting=(UNLIKE, lambda seen: seen.unlike),
    activation=(
        "the hidden activation is {one} without batch normalization, and {other} with it",
        lambda seen: seen.bends,
    ),
)
SETTINGS = expect.diagnoses(
    optimizer=("the two have different optimizers", lambda seen: seen.one["optimizer"] != seen.other["optimizer"]),
    batch=("the two have batches of different size", lambda seen: seen.one["batch_size"] != seen.other["batch_size"]),
    rate=(
        "the learning rates are {one} and {other}; both networks need the same",
        lambda seen: _rates(seen) if len(set(_rates(seen).values())) == 2 else None,
    ),
    otherwise="nothing but the layer may make the two differ",
)
BENDS = expect.diagnoses(
    no_relu=("the hidden layer has no relu", lambda seen: not re.search(r"[\"'._]relu\b|ReLU", seen.source)),
    otherwise="with relu a network does not answer like that",
)
SEEDS = expect.diagnoses(
    several=(
        "the seeds were {seeds} in one call: both networks need the same seed",
        lambda seen: {"seeds": expect.number(_seeds(seen.done))} if len(_seeds(seen.done)) > 1 else None,
    ),
    late=(
        "the seed is set after the network was built: its first weights are drawn before",
        lambda seen: _seeds(seen.done) and seen.done.steps[0] in seen.done.compiles,
    ),
    once=(
        "only the first network begins as the seed says: set the same one before each network is built",
        lambda seen: _seeds(seen.done) and _once(seen.source),
    ),
    file=(
        "set_random_seed runs once, when the file is loaded; call it before each network",
        lambda seen: "set_random_seed(" in seen.source and not _seeds(seen.done),
    ),
    numpy=(
        "np.random.seed does not seed Keras; keras.utils.set_random_seed does",
        lambda seen: not _seeds(seen.done) and "numpy.random.seed" in {seed.by for seed in seen.done.seeds},
    ),
    other=(
        "{by} does not seed all that Keras draws; keras.utils.set_random_seed does",
        lambda seen: {"by": re.search(r"(torch\.manual_seed|random\.set_seed|random\.seed)\(", seen.source)[1]},
    ),
    start=(
        UNLIKE,
        lambda seen: _unlike(seen.done, lambda setting: setting.endswith("_initializer")),
    ),
    nothing=(
        "nothing sets the seed: call keras.utils.set_random_seed before each network",
        lambda seen: not re.search(r"seed\s*[=(]", seen.source),
    ),
    otherwise="one seed gives the same weights only to layers that are alike, made in the same order",
)
ANEW = expect.diagnoses(
    run=(
        "the seed is another in each run; write down one number, and take it in every run",
        lambda seen: _seeds(seen.done) != _seeds(seen.again),
    ),
    shared=(
        "the second network goes on with layers that the first has trained; build new Dense layers for each",
        lambda seen: _shared(seen.done) and (seen.good[0] or not _COPIES.search(seen.source)),
    ),
    otherwise="each network starts again from the same seed, with layers of its own",
)
AHEAD = expect.diagnoses(
    other_rows=(
        "the rows that fit got are not those of train: take the features as they are",
        lambda seen: seen.done.trained_on(*TRAIN).strange,
    ),
    none=(
        "neither of the two networks has a BatchNormalization",
        lambda seen: "Dense" in _kinds(seen.done) <= LAYERS - {"BatchNormalization"},
    ),
    otherwise="the layer brings what comes out of the hidden units to one size, before the output",
)


class Answer(NamedTuple):
    """What came back, and what was done for it."""

    losses: object
    evidence: object


@pytest.fixture(scope="module")
def answer(submission):
    """What came back for columns of very different size."""
    losses = submission.compare_batch_norm(TRAIN, VALIDATION, EPOCHS)
    return Answer(losses, submission.evidence)


@pytest.fixture(scope="module")
def curves(answer):
    return _losses(answer.losses, EPOCHS, answer.evidence.fits)


@pytest.fixture(scope="module")
def at_point(submission):
    """A single point that comes with both labels, and the losses on it after training on rows that are all 0."""
    for point in POINTS:
        found = _at(submission, point, 2)
        if CHANCE + 0.001 < found[PLAIN][0] < 4:  # near the least, or far above, a loss shows little
            break
    return point, found


@pytest.fixture(scope="module")
def point_curves(at_point):
    return at_point[1]


@pytest.mark.check(
    points=2, hint="One dictionary, two keys, and under each the list val_loss that fit's History keeps."
)
def test_answer(answer):
    """The answer is a dictionary with the keys "{plain}" and "{batch_norm}", and one loss per epoch under each."""
    _losses(answer.losses, EPOCHS, answer.evidence.fits)


@pytest.mark.check(points=2, needs=["test_answer"], hint="Which rows does val_loss come from, and which loss is it?")
def test_validation(submission, answer, curves, point_curves):
    """The figures are binary cross-entropies on `validation`, after each epoch on all rows of `train`."""
    plain = point_curves[PLAIN]
    cause = LOSS.of(done=answer.evidence, losses=point_curves, before=curves, source=_code(submission))
    expect.that(
        not expect.same(plain, curves[PLAIN][:2]),
        expected="other losses on other rows",
        found=f"the same losses, {expect.number(list(plain))}",
        likely=cause,
    )
    lowest = min(min(values) for values in point_curves.values())
    expect.at_least(
        lowest,
        CHANCE - 1e-4,
        what="the validation loss on a row that comes twice, once with each label,",
        likely=cause,
    )
    expect.that(
        plain[0] > CHANCE + 0.001,
        expected=f"a loss above {expect.number(CHANCE)}, which is that of a guess",
        found=f"{expect.number(plain[0])}, as for rows of train, which are all 0",
        likely=cause,
    )
    for key, fits in _networks(answer.evidence).items():
        what = f"the network behind {key!r}"
        strange = fits.trained_on(*VALIDATION)
        expect.trained_on(
            fits,
            *TRAIN,
            what=f"the rows of train, for {what},",
            likely=ROWS.of(match=strange) if strange and strange.own else None,
        )
        expect.validated_on(fits, *VALIDATION, what=f"the rows of validation, for {what},")
        expect.trained_for(fits, EPOCHS, what=what, likely=TRAINED.of(fits=fits.fits))
    _expect_probabilities(answer.evidence, _code(submission))


@pytest.mark.check(
    points=2, needs=["test_validation"], hint="Which of the two networks has the layer, and does it learn?"
)
def test_batch_norm(submission, answer, curves, at_point, point_curves):
    """The network behind "{batch_norm}" has a BatchNormalization, and is the same as the plain one in all else."""
    _expect_alike(answer.evidence)
    plain, normed = (_score(point_curves[key]) for key in KEYS)
    plain_moves, normed_moves = (abs(score[1] / score[0] - 1) > 2e-4 for score in (plain, normed))
    expect.that(
        normed_moves and not plain_moves,
        expected="after training on rows that are all 0, a plain loss that stays, and a batch norm loss that still "
        "moves, with the moving averages",
        found="; ".join(f"{key}: {point_curves[key][0]:.6g}, then {point_curves[key][1]:.6g}" for key in KEYS),
        likely=NORMED.of(
            done=answer.evidence, moves=[plain_moves, normed_moves], losses=curves, source=_code(submission)
        ),
    )
    _expect_layers(answer.evidence)
    _expect_same_training(answer.evidence)
    _expect_relu(submission, *at_point)


@pytest.mark.check(
    points=3,
    needs=["test_batch_norm"],
    hint="Which function of Keras sets every seed at once, and how often must it be called?",
)
def test_same_start(submission, answer, point_curves):
    """Both networks start with the same weights in their Dense layers."""
    plain, normed = (_score(point_curves[key]) for key in KEYS)
    start = normed[0] ** 2 / normed[1]
    expect.that(
        expect.same(start, plain[0], tol=0.003),
        expected=f"the same loss from both before the training, {expect.number(_loss(plain[0]))}",
        found=f"{expect.number(_loss(start))} from the one with batch normalization",
        likely=SEEDS.of(done=answer.evidence, source=_code(submission)),
    )


@pytest.mark.check(
    points=1, needs=["test_same_start"], hint="What does each network still know of what came before it?"
)
def test_starts_anew(submission, answer, curves):
    """Each network starts again, from the same seed in every run: a single epoch gives the first losses of six."""
    other = submission.reseeded(1)
    once = _losses(other.compare_batch_norm(TRAIN, VALIDATION, 1), 1)
    good = [np.allclose(once[key], curves[key][:1], rtol=1e-4, equal_nan=True) for key in KEYS]
    expect.that(
        all(good),
        expected=f"the first losses that came with {EPOCHS} epochs, "
        + " and ".join(expect.number(curves[key][0]) for key in KEYS),
        found=" and ".join(expect.number(once[key][0]) for key in KEYS),
        likely=ANEW.of(done=answer.evidence, again=other.evidence, good=good, source=_code(submission)),
    )


@pytest.mark.check(points=2, needs=["test_answer"], hint="What reaches the output layer when a column is in thousands?")
def test_ahead(answer, curves):
    """Where columns differ much in size, the network with batch normalization ends far below the plain one."""
    expect.keep_curves(
        "Validation losses without and with batch normalization",
        curves,
        look="Look how soon each line falls, and how far.",
    )
    plain, normed = (curves[key][-1] for key in KEYS)
    expect.calibrated(
        normed / plain if np.isfinite(plain) else 0,
        "loss with batch normalization over loss without",
        better="lower",
        what="the last loss with batch normalization, divided by the plain one,",
        likely=AHEAD.of(done=answer.evidence),
    )


def _expect_probabilities(evidence, source):
    """No Dense layer without activation ends a network whose loss takes probabilities, as far as this is known."""
    losses = {loss for network in _networks(evidence).values() for fit in network.fits for loss in fit.losses}
    if losses != {"binary_crossentropy"} or re.search(r"sigmoid|softmax|logits|\bexp(it)?\(", source):
        return
    for key, layers in _layers_of(evidence).items():
        activation = layers[-1].settings.get("activation") if layers[-1].kind == "Dense" else None
        expect.that(
            activation != "linear",
            expected=f"a probability from the network behind {key!r}",
            found="its last layer is a Dense layer with the activation 'linear'",
            likely=OUTPUT.of(activation=activation),
        )


def _networks(evidence):
    """What was done with each of the two networks, by its key; nothing where that is not known for both."""
    fits = {}
    for fit in evidence.fits:
        normed = any(layer.kind == "BatchNormalization" for layer in fit.layers)
        fits.setdefault(KEYS[normed], set()).add(fit.model)
    if not evidence.complete or sorted(map(len, fits.values())) != [1, 1]:
        return {}
    return {key: evidence.of_model(fits[key].pop()) for key in KEYS}


def _layers_of(evidence):
    """The layers of each of the two networks; nothing where that is not known for both."""
    rows = {key: network.fits[0].layers for key, network in _networks(evidence).items()}
    # A block of one's own, or a model inside: what is in it is not known.
    return rows if all({layer.kind for layer in layers} <= LAYERS for layers in rows.values()) else {}


def _expect_alike(evidence):
    """No setting of the Dense layers differs, nor what bends between them.

    An initializer shows in the start; a sigmoid may be left out where the loss has it.
    """
    unlike = _unlike(evidence, lambda setting: setting != "activation" and not setting.endswith("_initializer"))
    expect.that(
        not unlike,
        expected="the Dense layers of both networks with the same settings",
        found="{setting}: {one} without batch normalization, {other} with it".format(**unlike) if unlike else "",
        likely=ALIKE.of(unlike=unlike),
    )
    bends = _unlike_activations(evidence)
    expect.that(
        not bends,
        expected="the same activation behind the hidden layer of both networks",
        found="{one} without batch normalization, {other} with it".format(**bends) if bends else "",
        likely=ALIKE.of(bends=bends),
    )


def _unlike(evidence, wanted):
    """The first wanted setting in which the Dense layers of the two networks differ, as values for words."""
    rows = [[layer for layer in layers if layer.kind == "Dense"] for layers in _layers_of(evidence).values()]
    if len(rows) != 2 or list(map(len, rows)) != [2, 2]:
        return None
    for place, both in zip(("hidden", "output"), zip(*rows, strict=True), strict=True):
        one, other = (layer.settings for layer in both)
        for setting in sorted(one | other) if one and other else ():
            values = one.get(setting), other.get(setting)
            if setting != "name" and wanted(setting) and values[0] != values[1]:
                shown = ("the default" if value is None else str(value) for value in values)
                return {"setting": setting, "layer": place, **dict(zip(("one", "other"), shown, strict=True))}
    return None


def _unlike_activations(evidence):
    """The activations before the output of the two networks as values for words, where they are known and differ."""
    rows = _layers_of(evidence).values()
    if len({sum(layer.kind == "Dense" for layer in layers) for layers in rows}) > 1:
        return None  # a Dense layer more is another fault
    found = [_hidden_activation(layers) for layers in rows]
    return dict(zip(("one", "other"), found, strict=True)) if len(set(found) - {None}) == 2 else None


def _hidden_activation(layers):
    """What bends before the output, by its name; None where that is not known."""
    last = max((place for place, layer in enumerate(layers) if layer.kind == "Dense"), default=0)
    if not all(layer.settings for layer in layers[:last] if layer.kind in ("Dense", "ReLU", "Activation")):
        return None
    names = [_bend(layer) for layer in layers[:last] if layer.kind in ("Dense", "ReLU", "Activation")]
    return ", ".join(name for name in names if name != "linear") or "linear"


def _bend(layer):
    if layer.kind != "ReLU":
        return layer.settings["activation"]
    changed = {name: value for name in ("max_value", "negative_slope", "threshold") if (value := layer.settings[name])}
    return f"ReLU({', '.join(f'{name}={value}' for name, value in changed.items())})" if changed else "relu"


def _expect_layers(evidence):
    """Two Dense layers in each network, and the normalization between the two."""
    for key, layers in _layers_of(evidence).items():
        kinds = [layer.kind for layer in layers]
        named = [kind for kind in kinds if kind not in ("InputLayer", "ReLU", "Activation")]
        right = ["Dense", "Dense"] if key == PLAIN else ["Dense", "BatchNormalization", "Dense"]
        expect.that(
            named == right,
            expected=f"the layers {', '.join(right)} behind {key!r}",
            found=", ".join(named),
            likely=LAYOUT.of(named=named),
        )


def _expect_same_training(evidence):
    """The same optimizer, learning rate and size of batches for both networks."""
    first, *others = [fit for network in _networks(evidence).values() for fit in network.fits] or [None]
    for fit in others:
        settings = [
            {"optimizer": each.optimizer and each.optimizer.kind, "batch_size": each.batch_size or 32}
            | ({"learning_rate": each.optimizer.settings.get("learning_rate")} if each.optimizer else {})
            for each in (first, fit)
        ]
        expect.that(
            settings[0] == settings[1],
            expected=f"the same training for both: {expect.number(settings[0])}",
            found=expect.number(settings[1]),
            likely=SETTINGS.of(one=settings[0], other=settings[1]),
        )


def _expect_relu(submission, known, losses):
    """The plain network bends: a point and its opposite do not give the same score with the sign turned round.

    The losses at one point are known.
    """
    for point in (known, *(point for point in POINTS if point != known)):
        near = losses if point == known else _at(submission, point, 1)
        far = _at(submission, np.negative(point), 1)
        if not expect.same(*(_score(found[PLAIN])[0] for found in (near, far)), tol=1e-4):
            return
    expect.that(
        False,
        expected="another answer of the plain network to a point than to its opposite, with the sign turned round",
        found="always the same before the sigmoid, but for its sign",
        likely=BENDS.of(source=_code(submission)),
    )


def _at(submission, point, epochs):
    """The losses on a point that comes with both labels, after training on rows that are all 0."""
    validation = np.array([point, point], "float32"), np.array([0, 1])
    return _losses(submission.compare_batch_norm(ORIGIN, validation, epochs), epochs)


def _losses(found, epochs, fits=()):
    """The two lists of losses as arrays; the check fails where they are none."""
    expect.kind(
        found,
        dict,
        what="the answer of compare_batch_norm",
        likely=ANSWER.of(found=found),
    )
    keys = sorted(map(str, found))
    expect.equal(
        keys,
        sorted(KEYS),
        what="the list of keys",
        likely=NAMES.of(keys=keys),
    )
    for key in KEYS:
        values = found[key]
        expect.that(
            expect.array(values).ndim == 1
            and np.asarray(values).dtype.kind in "iuf"
            and (key == PLAIN or np.isfinite(values).all()),  # on such columns a plain network may well diverge
            expected=f"a list of losses under {key!r}, one for each epoch",
            found=expect.number(values),
            likely=VALUES.of(found=values),
        )
        expect.equal(
            len(values),
            epochs,
            what=f"the number of losses under {key!r} with epochs={epochs}",
            likely=COUNT.of(count=len(values), fits=fits),
        )
    return {key: np.asarray(found[key], float) for key in KEYS}


def _code(submission):
    """Return the code without its comments."""
    return re.sub(r"#.*", "", submission.source)


def _seeds(evidence):
    """Return the different seeds that Keras got in a call, in order."""
    return [seed.value for seed in evidence.seeds if seed.by == "keras.utils.set_random_seed"]


def _once(source):
    """Return whether the seed is set in one place, in compare_batch_norm itself, and in no loop of it."""
    function = next(node for node in ast.walk(ast.parse(source)) if getattr(node, "name", "") == "compare_batch_norm")
    loops = [node for node in ast.walk(function) if isinstance(node, (ast.For, ast.While, ast.comprehension))]
    places = [source.count("set_random_seed("), *(ast.unparse(node).count("set_random_seed(") for node in loops)]
    return places[0] == ast.unparse(function).count("set_random_seed(") == 1 and not any(places[1:])


def _rates(seen):
    return {"one": expect.number(seen.one["learning_rate"]), "other": expect.number(seen.other["learning_rate"])}


def _layers(evidence):
    return [layer for fit in evidence.fits for layer in fit.layers]


def _kinds(evidence):
    return {layer.kind for layer in _layers(evidence)}


def _shared(evidence):
    """Return whether a Dense layer of the first network is in the last one, too."""
    first, last = (
        {layer.name for layer in fit.layers if layer.kind == "Dense"}
        for fit in evidence.fits[:: len(evidence.fits) - 1]
    )
    return first & last


def _only(match):
    """Return whether fit got these rows, and no others."""
    return bool(match and match.own and not match.strange)


def _loss(score):
    """The mean cross-entropy on a row that comes with both labels, where `score` comes out before the sigmoid."""
    return np.log(2 * np.cosh(score / 2))


def _score(losses):
    """The other way round: how far from 0 the output before the sigmoid is, for each loss."""
    return 2 * np.arccosh(np.maximum(np.exp(losses) / 2, 1))


def _rows(n, seed):
    """Four columns, from some units to some thousands; the largest tells the label, in seven of eight rows."""
    rng = np.random.default_rng(seed)
    features = rng.normal(0, [5000, 500, 50, 5], size=(n, 4))
    flipped = rng.permutation(n) < n // 8
    return features.astype("float32"), ((features[:, 0] > 0) ^ flipped).astype("int64")


TRAIN, VALIDATION = _rows(256, seed=1), _rows(128, seed=2)
