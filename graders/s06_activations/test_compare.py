"""Grades s06_activations/compare: a column of validation losses per activation, all from the same start."""

import ast
import re
from typing import NamedTuple

import numpy as np
import pandas as pd
import pytest

from keraskata import expect

NAMES = ["tanh", "silu"]
EPOCHS = 3
CHANCE = float(np.log(2))  # the loss of the constant answer one half

_QUOTES = "'\""

TABLE = expect.diagnoses(
    dict=("the losses came back as a dict; put it into pd.DataFrame(...)", lambda seen: isinstance(seen.found, dict)),
    list=(
        "without names the curves cannot be told apart: pd.DataFrame",
        lambda seen: isinstance(seen.found, (list, tuple, np.ndarray)),
    ),
    otherwise="the answer is a table: a DataFrame",
)
COLUMNS = expect.diagnoses(
    swapped=(
        "rows and columns are swapped: the activations belong above the columns",
        lambda seen: list(seen.table.index) == NAMES,
    ),
    history=(
        "this is the history of a single network; keep the val_loss of each",
        lambda seen: {"loss", "val_loss"} <= set(seen.table.columns),
    ),
    order=(
        "the columns are in another order than the list of activations",
        lambda seen: sorted(map(str, seen.table.columns)) == sorted(NAMES),
    ),
    first=(
        "only the first activation has a column: does the loop end in its first turn?",
        lambda seen: list(seen.table.columns) == NAMES[:1],
    ),
    last=(
        "only the last activation has a column: does each turn of the loop begin a new table?",
        lambda seen: list(seen.table.columns) == NAMES[-1:],
    ),
    unnamed=(
        "the columns are numbered, and have no names: the name of the activation is the key",
        lambda seen: list(seen.table.columns) == list(range(len(NAMES))),
    ),
    otherwise="each activation has a column, named after it",
)
ROWS = expect.diagnoses(
    third=(
        "fit's third argument is batch_size; write epochs=epochs",
        lambda seen: all(fit.epochs == 1 and fit.batch_size == EPOCHS for fit in seen.fits) and seen.fits,
    ),
    last=(
        "only the last epoch was kept: keep the whole list",
        lambda seen: seen.count == 1 and all(fit.ran == EPOCHS for fit in seen.fits) and seen.fits,
    ),
    begins=(
        expect.SKIPS_EPOCHS,
        lambda seen: {"first": seen.fits[0].initial_epoch} if seen.fits[0].initial_epoch else None,
    ),
    fixed=(
        f"epochs is {EPOCHS} here, and fit was told {{told}}: is the number fixed?",
        lambda seen: {"told": seen.fits[0].epochs} if seen.fits[0].epochs == seen.count else None,
    ),
    otherwise="each epoch has a row",
)
CELLS = expect.diagnoses(otherwise='each column is the list of losses, history.history["val_loss"]')
FALLS = expect.diagnoses(
    untrained=("the loss stands still: the network is evaluated, but not trained", lambda seen: not seen.done.trained),
    still=("the loss stands still: nothing is learned", lambda seen: np.ptp(seen.losses) == 0),
    labels=(
        "rows of train went into fit with another label than their own",
        lambda seen: seen.used.other_labels,
    ),
    validation=(
        "in validation_data rows have another label than their own",
        lambda seen: seen.validated.other_labels,
    ),
    otherwise="a network that learns answers better after each epoch, so that its loss falls",
)
SEEDS = expect.diagnoses(
    one_network=(
        "one network is trained again and again; each activation needs a new one",
        lambda seen: len(seen.first.fits) > len({fit.model for fit in seen.first.fits}) == 1,
    ),
    several=(
        "the seeds were {seeds} in one call: all networks need the same seed",
        lambda seen: {"seeds": expect.number(_seeds(seen.first))} if len(_seeds(seen.first)) > 1 else None,
    ),
    clock=(
        "the seed is another in each run, as a clock gives it; write down one number, and take it in every run",
        lambda seen: _seeds(seen.first) != _seeds(seen.again) and re.search(r"\btime\b|urandom|secrets", seen.source),
    ),
    run=(
        "the seed is another in each run; write down one number, and take it in every run",
        lambda seen: _seeds(seen.first) != _seeds(seen.again) and expect.same(seen.same_run(), seen.right, tol=1e-5),
    ),
    name=(
        "networks of silu and swish, the same function, begin unlike: one seed serves each network, in every run",
        lambda seen: _seeds(seen.first) and _seeds(seen.first) != _seeds(seen.again),
    ),
    late=(
        "the seed is set after the network was built: its first weights are drawn before",
        lambda seen: _seeds(seen.first) and seen.first.steps[0] in seen.first.compiles,
    ),
    behind=(
        "set_random_seed stands behind {call}, where the network is built: its first weights are drawn before",
        lambda seen: _seeds(seen.first) and not _alike(seen.twins()) and _behind(seen.source),
    ),
    carried=(
        "the second network begins with what the first has learned: take no weights and no layer over from it",
        lambda seen: _nothing_random(seen.first) and _alike(seen.untrained()) and not _alike(seen.same_row()),
    ),
    once=(
        "only the first network begins as the seed says: set the same one before each network is built, and take "
        "nothing over from the one before",
        lambda seen: _seeds(seen.first) and _first_only(seen.other_run, *seen.twins()),
    ),
    file=(
        "set_random_seed runs once, when the file is loaded; call it before each network",
        lambda seen: "set_random_seed(" in seen.source and not _seeds(seen.first),
    ),
    numpy=(
        "np.random.seed does not seed Keras; keras.utils.set_random_seed does",
        lambda seen: not _seeds(seen.first) and "numpy.random.seed" in {seed.by for seed in seen.first.seeds},
    ),
    other=(
        "{by} does not seed all that Keras draws; keras.utils.set_random_seed does",
        lambda seen: {"by": re.search(r"(torch\.manual_seed|random\.set_seed|random\.seed)\(", seen.source)[1]},
    ),
    layers=(
        "not everything is seeded: the order of the rows is drawn by chance, too",
        lambda seen: re.search(r"seed\s*=\s*\w", seen.source),
    ),
    nothing=(
        "nothing sets the seed: call keras.utils.set_random_seed before each network",
        lambda seen: "seed(" not in seen.source,
    ),
    otherwise="the first weights, the order of the rows and all else that is drawn depend on the seed",
)
LOSS = expect.diagnoses(
    made_up=(
        "fit was never called: return what a training of the model measured, and nothing made up",
        lambda seen: seen.done.complete and not seen.done.trained,
    ),
    compiled=(
        "the loss that was compiled is {loss}; asked for is binary cross-entropy",
        lambda seen: {"loss": next(loss for loss in seen.done.compiles[0].losses if loss != "binary_crossentropy")},
    ),
    accuracy=("this is the accuracy, not the loss", lambda seen: np.all(seen.losses == 0.5)),
    split=(
        "validation_split takes a part of train; validation has to go into validation_data",
        lambda seen: seen.done.fits[0].validation_split > 0,
    ),
    pair=(
        "the rows in validation_data are not those of validation",
        lambda seen: seen.validated.strange or seen.validated.missing,
    ),
    training=(
        "these are the losses on train: val_loss has those on validation",
        lambda seen: not re.search(r"[\"']val_loss[\"']", seen.source) and not seen.done.asked,
    ),
    logits=(
        "from_logits=True expects scores, and sigmoid makes probabilities of them: leave one of the two out",
        lambda seen: re.search(r"from_logits\s*=\s*True", seen.source) and "sigmoid" in seen.source,
    ),
    otherwise="half of these labels contradict any answer, so that an answer near 0 or 1 costs much",
)
USED = expect.diagnoses(
    constant=(
        'a hidden layer is written with activation="{name}", whatever the column is named',
        lambda seen: _constant(seen.source),
    ),
    missing=(
        "no hidden layer takes the activation: Dense(..., activation=activation)",
        lambda seen: (
            "Activation(" not in seen.source and all(units == "1" or not given for units, given in _dense(seen.source))
        ),
    ),
    otherwise="every hidden layer, and no other, uses the activation that the column is named after",
)
OUTPUT = expect.diagnoses(
    kept=(
        "these are the very losses of a call with other validation rows: keep nothing from an earlier call",
        lambda seen: not seen.done.trained and expect.same(seen.losses, seen.before),
    ),
    activation=(
        "the output layer, Dense(1), takes the activation, too; there sigmoid makes a probability",
        lambda seen: any(units == "1" and _is_name(given) for units, given in _dense(seen.source)),
    ),
    none=(
        "the output layer, Dense(1), has no activation; sigmoid makes a probability",
        lambda seen: ("1", None) in _dense(seen.source) and "Activation(" not in seen.source,
    ),
    other=(
        "the output layer has {given}, and a single unit needs sigmoid to make a probability",
        lambda seen: (
            {"given": next(given for units, given in _dense(seen.source) if units == "1" and given[0] in _QUOTES)}
            if "sigmoid" not in seen.source
            else None
        ),
    ),
    otherwise="a probability is between 0 and 1",
)
TRAINING = expect.diagnoses(
    swapped=(
        "fit trains on validation, and not on train",
        lambda seen: seen.on_validation.own and not seen.on_validation.strange,
    ),
    together=(
        "fit trains on validation, too; train on train alone",
        lambda seen: seen.on_train.own and seen.on_train.strange and seen.on_validation.own,
    ),
    network=(
        "a network of an earlier call is trained further: build a new one in each call",
        lambda seen: not seen.done.compiles,
    ),
    seed=(
        "an earlier call had another seed: take the same one in each call",
        lambda seen: _seeds(seen.done) != _seeds(seen.first),
    ),
    otherwise="the same train and the same seed give the same network, whatever rows validate it",
)


class Answer(NamedTuple):
    """What came back, and what was done for it."""

    table: object
    evidence: object


@pytest.fixture(scope="module")
def train():
    return _clouds(320, seed=1, spread=1)  # wide, so that the order of the rows makes a difference


@pytest.fixture(scope="module")
def validation():
    return _clouds(96, seed=2, spread=0.3)


@pytest.fixture(scope="module")
def origin():
    """Two rows at zero, one per label: there is nothing to learn from them, and the first weights stay."""
    return np.zeros((2, 3), "float32"), np.array([0, 1])


@pytest.fixture(scope="module")
def far_away():
    """Rows far from all others, each with both labels: the least loss is log(2), and a sure answer costs much more."""
    points = 10_000 * np.random.default_rng(3).normal(size=(64, 3)).astype("float32")
    return np.concatenate([points, points]), np.repeat([0, 1], 64)


@pytest.fixture(scope="module")
def mirrored():
    """Rows with the same on the other side of zero, labelled 0, and as many rows of zeros, labelled 1."""
    points = 3 * np.random.default_rng(4).normal(size=(64, 3)).astype("float32")
    return np.concatenate([points, -points, np.zeros((128, 3), "float32")]), np.repeat([0, 1], 128)


@pytest.fixture(scope="module")
def first(submission, train, validation):
    table = submission.compare_activations(NAMES, train, validation, EPOCHS)
    return Answer(table, submission.evidence)


@pytest.fixture(scope="module")
def curves(first):
    return first.table


@pytest.fixture(scope="module")
def far(submission, origin, far_away):
    table = submission.compare_activations(["tanh", "silu"], origin, far_away, 2)
    return Answer(table, submission.evidence)


@pytest.fixture(scope="module")
def far_curves(far):
    return far.table


@pytest.mark.check(points=2, hint="A dict of lists, {name: losses}, is all that pd.DataFrame needs.")
def test_table(curves, first):
    """The answer is a DataFrame with one column per activation and one row per epoch."""
    expect.kind(
        curves,
        pd.DataFrame,
        what="compare_activations([...], train, validation, 3)",
        likely=TABLE.of(found=curves),
    )
    expect.equal(list(curves.columns), NAMES, what="the names of the columns", likely=COLUMNS.of(table=curves))
    expect.equal(
        len(curves),
        EPOCHS,
        what=f"the number of rows with epochs={EPOCHS}",
        likely=ROWS.of(count=len(curves), fits=first.evidence.fits),
    )
    expect.that(
        all(pd.api.types.is_numeric_dtype(curves[name]) for name in NAMES)
        and np.isfinite(curves.to_numpy(float)).all(),
        expected="a finite number in each cell",
        found=f"{curves.iloc[0].tolist()} in the first row",
        likely=CELLS.of(),
    )


@pytest.mark.check(points=1, needs=["test_table"], hint="Does every network learn? Does every network get new weights?")
def test_falls(curves, first, train, validation):
    """Every network learns: its validation loss falls, or is below that of a guesser at the end."""
    expect.keep_curves(
        "Validation losses with two activations",
        {name: curves[name] for name in NAMES},
        look="Look which line falls sooner, and which ends lower: both networks start from the same seed.",
    )
    for name in NAMES:
        losses = curves[name].to_numpy(float)
        expect.that(
            np.ptp(losses) > 0 and (losses[-1] < losses[0] or losses[-1] < CHANCE),
            expected=f"the last loss of {name} is below its first, {expect.number(losses[0])}",
            found=expect.number(losses[-1]),
            likely=FALLS.of(
                losses=losses,
                done=first.evidence,
                used=first.evidence.trained_on(*train),
                validated=first.evidence.validated_on(*validation),
            ),
        )


@pytest.mark.check(
    points=3,
    needs=["test_table"],
    hint="Which function of Keras sets every seed at once, and how often must it be called?",
)
def test_same_start(submission, curves, first, train, validation):
    """Every network starts from the same seed, in every run: silu alone gives the same column as silu after tanh."""
    # swish is another name of silu: this detects a seed made from the name.
    other = submission.reseeded(1)
    again = other.compare_activations(["swish"], train, validation, EPOCHS)
    expect.equal(_names(again), ["swish"], what="the columns for the one activation swish")

    def losses(*names, rows=train):
        return submission.compare_activations([*names], rows, validation, EPOCHS).to_numpy(float).T

    features, labels = train

    right = curves["silu"].to_numpy(float)
    expect.close(
        again["swish"].to_numpy(float),
        right,
        what="the column of swish, which is another name of silu, in another run",
        tol=1e-5,
        likely=SEEDS.of(
            first=first.evidence,
            again=other.evidence,
            right=right,
            other_run=again["swish"].to_numpy(float),
            source=_code(submission),
            same_run=lambda: losses("swish")[0],
            twins=lambda: losses("silu", "swish"),
            untrained=lambda: losses("silu", "swish", rows=(np.zeros_like(features[:2]), labels[:2])),
            same_row=lambda: losses("silu", "swish", rows=(features[[0, 0]], labels[[0, 0]])),
        ),
    )


@pytest.mark.check(
    points=2, needs=["test_table"], hint="Which rows does val_loss come from, and which loss was compiled?"
)
def test_validation_loss(submission, far_curves, far, far_away):
    """The figures are cross-entropies on `validation`, high where the rows lie far away and have both labels."""
    expect.equal(far_curves.shape, (2, 2), what="the shape of the table for two activations and two epochs")
    # Half of these labels contradict the answer, and silu answers with certainty: each of them costs about 16.
    expect.at_least(
        float(far_curves["silu"].min()),
        2,
        what="the loss of silu on rows far away that all come twice, once with each label",
        likely=LOSS.of(
            losses=far_curves["silu"].to_numpy(float),
            done=far.evidence,
            validated=far.evidence.validated_on(*far_away),
            source=_code(submission),
        ),
    )


@pytest.mark.check(
    points=2, needs=["test_same_start", "test_output"], hint="Where does the name of the activation end up?"
)
def test_activation_used(submission, curves, far_curves, origin, mirrored):
    """The hidden layers use the activation that the column is named after."""
    expect.that(
        not expect.same(curves["tanh"].to_numpy(float), curves["silu"].to_numpy(float)),
        expected="different losses for tanh and for silu",
        found="the very same numbers",
        likely=USED.of(source=submission.source),
    )
    tanh, silu = (float(far_curves[name].iloc[-1]) for name in ("tanh", "silu"))
    expect.that(
        tanh < 0.75 * silu,
        expected="on rows far away a much lower loss for tanh, which never leaves -1..1, than for silu",
        found=f"{expect.number(tanh)} for tanh and {expect.number(silu)} for silu",
        likely=USED.of(source=submission.source),
    )
    # Nothing is learned from `origin`. Where all layers are linear, the logits of a row and its mirror image are on
    # average that of zero; the losses with labels turned round differ by as much as the average logits do.
    rows, labels = mirrored
    tables = [submission.compare_activations(["linear"], origin, (rows, given), 1) for given in (labels, 1 - labels)]
    expect.that(
        all(_names(table) == ["linear"] for table in tables),
        expected="one column, linear, for the one activation linear",
        found="other columns",
    )
    loss, turned = (float(table["linear"].iloc[-1]) for table in tables)
    expect.that(
        abs(loss - turned) < 0.002 or loss + turned > 6,  # losses so large are cut off by Keras, and say nothing
        expected="for linear a network that is linear: rows and their mirror images get on average what zeros get, so "
        "that the loss is the same when all labels are turned round",
        found=f"{expect.number(loss)}, and {expect.number(turned)} with labels turned round",
        likely=USED.of(source=submission.source),
    )


@pytest.mark.check(
    points=1, needs=["test_validation_loss"], hint="Which activation makes a probability of any number, from 0 to 1?"
)
def test_output(submission, far_curves, origin, far_away):
    """The output is a probability: without information it is one half."""
    # The same call as for rows far away, with other numbers: what is kept from call to call is seen, too.
    nothing = np.zeros_like(far_away[0]), far_away[1]
    table = submission.compare_activations(["silu"], origin, nothing, 2)
    expect.equal(_names(table), ["silu"], what="the columns for the one activation silu")
    expect.at_most(
        table["silu"].iloc[-1],
        2,
        what="the loss of silu on rows of zeros, half of each label, where an answer of one half costs 0.69,",
        likely=OUTPUT.of(
            done=submission.evidence,
            losses=table["silu"].to_numpy(float),
            before=far_curves["silu"].to_numpy(float),
            source=submission.source,
        ),
    )


@pytest.mark.check(
    points=2,
    needs=["test_same_start"],
    hint="Who may see which rows: what does fit train on, and what goes to validation_data?",
)
def test_training(submission, curves, first, train, validation):
    """The networks are trained on `train` alone: it changes nothing to give each row of `validation` four times."""
    copies = tuple(np.concatenate([part] * 4) for part in validation)
    again, evidence = submission.compare_activations(["silu"], train, copies, EPOCHS), submission.evidence
    expect.equal(_names(again), ["silu"], what="the columns for the one activation silu")
    expect.close(
        again["silu"].to_numpy(float),
        curves["silu"].to_numpy(float),
        what="the column of silu when each row of validation is there four times",
        tol=1e-4,
        likely=TRAINING.of(
            done=evidence,
            first=first.evidence,
            on_train=evidence.trained_on(*train),
            on_validation=evidence.trained_on(*copies),
        ),
    )
    for number in {fit.model for fit in evidence.fits}:
        expect.trained_for(evidence.of_model(number), EPOCHS, what="each network")


def _names(table):
    """Return the names of the columns; None if this is not a table."""
    return list(table.columns) if isinstance(table, pd.DataFrame) else None


def _code(submission):
    """Return the code without its comments."""
    return re.sub(r"#.*", "", submission.source)


def _seeds(evidence):
    """Return the different seeds that Keras got in a call, in order."""
    return [seed.value for seed in evidence.seeds if seed.by == "keras.utils.set_random_seed"]


def _nothing_random(evidence):
    """Return whether no layer draws anything while it is trained."""
    kinds = [layer.kind for fit in evidence.fits for layer in fit.layers]
    return kinds and not any(re.search("Dropout|Noise|Random", kind) for kind in kinds)


def _alike(twins):
    """Return whether two networks of the same function have the same losses."""
    return expect.same(twins[0], twins[1], tol=1e-5)


def _first_only(alone, first, second):
    """Return whether a network alone is like the first of two that should be alike, and not like the second."""
    return expect.same(alone, first, tol=1e-5) and not expect.same(alone, second, tol=1e-5)


def _behind(source):
    """Return what builds a network before the one place where the seed is set, in the same block, as a value for words.

    It is a call of a function that makes Dense layers, with the width of the rows, so that it draws their weights.
    """
    tree = ast.parse(source)
    made = {
        node.name
        for node in tree.body
        if isinstance(node, ast.FunctionDef) and "Dense(" in (text := ast.unparse(node)) and "Input(" in text
    }
    if source.count("set_random_seed(") != 1:
        return None
    for block in (getattr(node, "body", None) for node in ast.walk(tree)):
        calls = []
        for statement in block if isinstance(block, list) else ():
            if isinstance(statement, ast.Expr) and "set_random_seed(" in ast.unparse(statement):
                return {"call": calls[-1]} if calls else None
            nodes = ast.walk(statement) if isinstance(statement, ast.Assign) else ()
            calls += [name for node in nodes if isinstance(node, ast.Call) and (name := ast.unparse(node.func)) in made]
    return None


def _dense(source):
    """Give units and activation of each Dense in the code, as they are written; None for no activation."""
    for call in (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)):
        if ast.unparse(call.func).split(".")[-1] == "Dense":
            given = dict(zip(("units", "activation"), call.args, strict=False))
            given |= {keyword.arg: keyword.value for keyword in call.keywords}
            yield tuple(ast.unparse(given[name]) if name in given else None for name in ("units", "activation"))


def _is_name(written):
    return bool(written) and written.isidentifier() and written != "None"


def _constant(source):
    """Return the first activation that is written out in a hidden layer, as a value for words."""
    for units, given in _dense(source):
        if units != "1" and given and given[0] in _QUOTES and "linear" not in given:
            return {"name": given.strip("'\"")}
    return None


def _clouds(n, seed, spread):
    """Return two clouds of points, one per label, that a straight plane separates more or less.

    They have four features, the other rows of this file three: a network takes its width from the rows it is given.
    """
    labels = np.arange(n) % 2
    points = np.random.default_rng(seed).normal(0, spread, size=(n, 4)) + (2 * labels[:, None] - 1)
    return points.astype("float32"), labels
