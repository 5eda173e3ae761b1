"""Grades s02_when_to_use/weigh_evidence: a neural network against a logistic regression."""

import ast
import re

import numpy as np
import pytest

from keraskata import expect
from keraskata.datasets import load

LINEAR, NETWORK = expect.varied("baseline"), expect.varied("network")


# The classes of scikit-learn that are, or can be, a logistic regression.
LOGISTIC = {"LogisticRegression", "LogisticRegressionCV", "SGDClassifier"}
HOLDS = ("CV", "Classifier")  # what can hold one of them, and share the rows out to several
BENDS = {"relu", "relu6", "leaky_relu", "elu", "selu", "gelu", "silu", "swish", "tanh", "softplus", "ReLU", "LeakyReLU"}
# Layers in which nothing bends; Dense is one of them where its activation is not known.
FLAT = {"InputLayer", "Dense", "Dropout", "Flatten", "Rescaling", "Normalization", "BatchNormalization"}

DICT = expect.diagnoses(
    pair=(
        f'the two figures came back without their keys: write {{"{LINEAR}": ..., "{NETWORK}": ...}}',
        lambda seen: isinstance(seen.found, (list, tuple)),
    ),
    otherwise=f'write {{"{LINEAR}": ..., "{NETWORK}": ...}}',
)
KEYS = expect.diagnoses(
    spelling=(
        "the words are right; write them in small letters, with a space between",
        lambda seen: {re.sub(r"[\W_]+", " ", key).strip().lower() for key in seen.found} == {LINEAR, NETWORK},
    ),
    more=("only these two keys are asked for", lambda seen: set(seen.found) > {LINEAR, NETWORK}),
    fewer=("each of the two models has a key of its own", lambda seen: len(seen.found) < 2),
    otherwise=f'the keys are "{LINEAR}" and "{NETWORK}"',
)
FIGURE = expect.diagnoses(
    metrics=(
        "evaluate answers with the loss and the accuracy; the accuracy is the second",
        lambda seen: isinstance(seen.found, (list, tuple)) and len(seen.found) == 2,
    ),
    entry=(
        "evaluate answered with a dict; the accuracy is one of its entries",
        lambda seen: isinstance(seen.found, dict),
    ),
    rows=(
        "there is a figure for each row; the accuracy is their mean",
        lambda seen: len(seen.found) == len(seen.labels),
    ),
    otherwise="an accuracy is one number: how many of the answers are right, divided by how many there are",
)
RANGE = expect.diagnoses(
    count=(
        "this is how many answers are right; divide it by the number of rows",
        lambda seen: isinstance(seen.found, int) and 1 < seen.found <= len(seen.labels),
    ),
    percent=(
        "this looks like a percentage: the accuracy is a share, from 0 to 1",
        lambda seen: 1 < seen.found <= 100 and _is_share(seen.found / 100, seen.labels),
    ),
    otherwise="an accuracy is the share of the right answers; a loss may be larger",
)
RINGS = expect.diagnoses(
    swapped=(
        "the two figures are swapped: this is the network's",
        lambda seen: seen.line >= seen.network and _fitted(seen.evidence) & LOGISTIC and not _others(seen.evidence),
    ),
    other=(
        "scikit-learn fitted {kinds}: with it the baseline is more than a logistic regression",
        lambda seen: _others(seen.evidence),
    ),
    otherwise="a logistic regression alone, on the features as they are, draws a straight line",
)
BENT = expect.diagnoses(
    other=(
        "the network is {kind} of scikit-learn; the task asks for one of Keras",
        lambda seen: next(({"kind": kind} for kind in sorted(_fitted(seen.evidence)) if "MLP" in kind), None),
    ),
    untrained=(
        "no network was trained in this call",
        lambda seen: seen.evidence.complete and not seen.evidence.trained,
    ),
    share=(
        "this is no share of the {rows} test rows, as an accuracy is: is it the loss?",
        lambda seen: None if _is_share(seen.found, seen.labels) else {"rows": len(seen.labels)},
    ),
    argmax=(
        "this is what the answer 0 for each row would get; argmax over a single unit always answers 0",
        lambda seen: "argmax" in _words(seen.source) and expect.same(seen.found, np.mean(seen.labels == 0)),
    ),
    grid=(
        "predict answers with a column, (n, 1), and the labels are (n,): == compares each answer with each label, so "
        "flatten the column first",
        lambda seen: expect.same(seen.found, 0.5) and _is_of_a_grid(seen.few()[NETWORK]),
    ),
    single=(
        "the network is a single Dense layer, which draws a straight line: put a hidden layer before it",
        lambda seen: all(_dense(fit) == 1 for fit in seen.evidence.fits),
    ),
    add=(
        "an activation given to add() is ignored in silence; it is an argument of the layer: "
        'Dense(16, activation="relu")',
        lambda seen: re.search(r"\.add\([^#\n]*\)\s*,\s*[\"']", seen.source),
    ),
    linear=(
        "the hidden layer has no activation, so that the network draws a straight line, too",
        lambda seen: all(_dense(fit) > 1 for fit in seen.evidence.fits) and _bends_nowhere(seen.source),
    ),
    softmax=(
        "softmax over a single unit is always 1, so that each row gets the same answer: a single unit takes sigmoid",
        lambda seen: seen.evidence.fits and all(map(_softmax_of_one, seen.evidence.fits)),
    ),
    unscaled=(
        "fit got other numbers than those of train, and the test rows came to the network as they are: what scales the "
        "rows of train is to scale those of test, too, by the same figures",
        lambda seen: _judged_unscaled(seen.evidence, *load.circles()),
    ),
    exact=(
        "no answer equals its label: a probability is neither 0 nor 1, until > 0.5 makes a class of it",
        lambda seen: seen.found == 0 and "predict" in _words(seen.source),
    ),
    short=(
        "fit trained the network for {ran}: give it more, epochs=...",
        lambda seen: _few_epochs(seen.evidence.fits),
    ),
    otherwise="this takes a hidden layer that bends, such as one with relu, and enough epochs; if both are there, look "
    "at the output, the loss and the learning rate, at how the right answers are counted, and whether each row goes to "
    "fit with its own label",
)
LOGITS = expect.diagnoses(
    logits=(
        "a loss with from_logits=True goes with an output without an activation, which may be any number; "
        'end in Dense(1, activation="sigmoid"), and leave from_logits out',
        lambda seen: not _bends_to_a_probability(seen.source),
    ),
)
KEPT = expect.diagnoses(
    kept=(
        "no network was made and compiled in this call: one of an earlier call, kept in a cache or outside of the "
        "function, goes on learning",
        lambda seen: not seen.evidence.compiles,
    ),
)
TURNED = expect.diagnoses(
    learned=(
        "fit got the rows of test, which are to judge the trained model",
        lambda seen: any(_are_of(step.rows, seen.labels) for step in _trainings(seen.evidence, seen.name)),
    ),
    blind=(
        "the figure is the same when the test labels are turned back: it does not look at them",
        lambda seen: expect.same(seen.found, seen.again()[seen.name]),
    ),
    otherwise="a model that never saw the test rows is wrong about most labels that are turned round",
)
PLACE = expect.diagnoses(
    of_its_own=(
        "the test rows are scaled by what is computed from themselves; take the mean and the deviation of the training "
        "rows for both",
        lambda seen: seen.of_its_own,
    ),
    scaled=(
        "{kind} was fitted on {rows} rows, and train has {own}: the scale is chosen by the test rows, too",
        lambda seen: seen.scaled,
    ),
    joined=(
        "fit got {rows} rows, as many as train and test have together: the test rows are to judge alone",
        lambda seen: seen.joined,
    ),
    moved=(
        "fit got other numbers for the rows of train where test held other rows: what is computed to scale them comes "
        "from the test rows, too; take the rows of train alone",
        lambda seen: seen.moved,
    ),
    validated=(
        "whoever chooses an epoch by the test rows, or stops by them, has used them for the training; train on all "
        "rows of train, for a number of epochs that is chosen beforehand",
        lambda seen: seen.validated,
    ),
    asked=(
        "a figure on the test rows before the training ends can choose the epoch: judge once, at the end",
        lambda seen: seen.asked,
    ),
    chosen=(
        "several models were judged by the test rows, and the best figure was taken: choose by a part of the training "
        "rows, and let the test rows judge the chosen one",
    ),
)
MEASURE = expect.diagnoses(
    otherwise="an accuracy is the number of right answers divided by the number of rows; F1, precision and recall are "
    "other measures",
)
TRAINED = expect.diagnoses(
    left_out=("a part of the rows is left out", lambda seen: seen.most < seen.rows),
    tail=(
        "{lost} of {rows} rows are in no batch: the last batch may be smaller than the others, and counts, too",
        lambda seen: {"lost": seen.lost, "rows": seen.rows},
    ),
    hinge=(
        'SGDClassifier with loss="{loss}" is another linear model; write loss="log_loss", or take LogisticRegression',
        lambda seen: seen.loss and {"loss": seen.loss},
    ),
    other=(f"none of these is a {LINEAR}", lambda seen: seen.fitted),
    otherwise="a model that learned from these rows does better than always giving the commoner answer",
)
APART = expect.diagnoses(
    strangled=(
        "C={c} holds the weights of the logistic regression near zero",
        lambda seen: next({"c": c} for c in _settings(seen.evidence, "C") if c < 1e-3),
    ),
    iterations=(
        "max_iter={most} ends the logistic regression before it has learned",
        lambda seen: next({"most": most} for most in _settings(seen.evidence, "max_iter") if 0 <= most < 20),
    ),
    baseline=(
        f"the {LINEAR} is clearly behind: it is no baseline if it cannot learn",
        lambda seen: seen.turned[LINEAR] > seen.turned[NETWORK],
    ),
    network=(
        f"the {NETWORK} is clearly behind: let it see all features, and train it for long enough",
        lambda seen: seen.turned[NETWORK] > seen.turned[LINEAR],
    ),
)


@pytest.fixture(scope="module")
def ringed(submission):
    """Return the answer, and what was done, for the rings."""
    return submission.compare_with_baseline(*load.circles()), submission.evidence


@pytest.fixture(scope="module")
def circles(ringed):
    return ringed[0]


@pytest.fixture(scope="module")
def compared(submission):
    """Return the answer, and what was done, for tumours with every test label turned: an accuracy a becomes 1 - a."""
    train, (features, labels) = load.breast_cancer()
    return submission.compare_with_baseline(train, (features, 1 - labels)), submission.evidence


@pytest.fixture(scope="module")
def turned(compared):
    return compared[0]


@pytest.mark.check(points=1, hint="A dict with the two keys of the task, and one number under each.")
def test_keys(circles):
    """The answer is a dict with one accuracy in 0..1 for each of the two models."""
    expect.kind(circles, dict, what="the answer", likely=DICT.of(found=circles))
    expect.equal(sorted(circles), [LINEAR, NETWORK], what="the keys, sorted", likely=KEYS.of(found=circles))
    labels = load.circles()[1][1]
    for name, found in circles.items():
        expect.that(
            expect.is_number(found),
            expected=f'one number under "{name}"',
            found=expect.number(found),
            likely=FIGURE.of(found=found, labels=labels),
        )
        expect.between(
            found,
            0,
            1,
            what=f'the accuracy under "{name}"',
            likely=RANGE.of(found=found, labels=labels),
        )


@pytest.mark.check(points=3, needs=["test_keys"], hint="What can a hidden layer do that a straight line cannot?")
def test_circles(submission, ringed):
    """On the rings the network beats every straight line, and the logistic regression draws one."""
    (train, test), (circles, evidence) = load.circles(), ringed
    line, linear, network = expect.best_line(*test), circles[LINEAR], circles[NETWORK]
    expect.that(
        linear <= line,
        expected=f"at most {expect.number(line)} from the {LINEAR}: no straight line does better on the rings",
        found=expect.number(linear),
        likely=RINGS.of(linear=linear, network=network, line=line, evidence=evidence),
    )
    expect.that(
        not evidence.complete or evidence.trained,
        expected="a network of Keras that is trained",
        found="nothing that Keras was asked to train",
        likely=BENT.of(found=network, labels=test[1], evidence=evidence, source=submission.source),
    )
    expect.that(
        "from_logits=True" not in submission.source or _bends_to_a_probability(submission.source),
        expected="an output that is a probability",
        found="one that may be any number",
        likely=LOGITS.of(source=submission.source),
    )
    expect.that(
        network > line,
        expected=f"more than {expect.number(line)} from the {NETWORK}: it can do what no straight line can",
        found=expect.number(network),
        likely=BENT.of(
            found=network,
            labels=test[1],
            evidence=evidence,
            source=submission.source,
            few=lambda: submission.compare_with_baseline(train, _three_rows(test)),
        ),
    )


@pytest.mark.check(
    points=3, needs=["test_circles"], hint="Which rows may a model see while it is trained, and on which is it judged?"
)
def test_unseen_rows(submission, ringed, compared, turned):
    """Both figures are test accuracies: with every test label turned round, both fall below one half."""
    evidence, (train, (features, labels)) = compared[1], load.breast_cancer()
    _expect_its_place(evidence)

    def again():
        return submission.compare_with_baseline(train, (features, labels))

    for name in (LINEAR, NETWORK):
        expect.at_most(
            turned[name],
            0.5,
            what=f'the accuracy under "{name}" on tumours with every test label turned round',
            likely=TURNED.of(found=turned[name], name=name, evidence=evidence, labels=1 - labels, again=again),
        )
    for (found, seen), judged in ((ringed, load.circles()[1][1]), (compared, labels)):
        _expect_shares(found, judged, seen)
    if _could_choose(evidence, len(labels)):
        _expect_no_choice(submission)


@pytest.mark.check(
    points=2, needs=["test_circles"], hint="Is the second argument really what the figures are taken on?"
)
def test_training_rows(submission, compared):
    """Both models learn from all training rows; given these as test rows, too, both figures are training accuracies."""
    train, _ = load.breast_cancer()
    expect.trained_on(compared[1], None, train[1], what="the labels of train")
    _expect_each_row_in_a_batch(compared[1], len(np.unique(train[0].astype("float32"), axis=0)))
    _expect_baseline_on_all_rows(compared[1], len(train[1]))
    commoner = max(np.mean(train[1]), 1 - np.mean(train[1]))
    found, evidence = submission.compare_with_baseline(train, train), submission.evidence
    expect.that(
        not (evidence.complete and evidence.fits) or evidence.compiles,
        expected="a new network in each call",
        found="one that was compiled before this call",
        likely=KEPT.of(evidence=evidence),
    )
    for name in (LINEAR, NETWORK):
        expect.at_least(
            found[name],
            commoner,
            what=f'the accuracy under "{name}" on the rows it was trained on',
            likely=TRAINED.of(),
        )
    _expect_same_rows(submission, compared[1], evidence)


@pytest.mark.check(
    points=2,
    needs=["test_unseen_rows"],
    hint="Give both models a fair chance: all features, all rows, enough training.",
)
def test_tumours(compared, turned):
    """On the table of tumours neither of the two wins clearly."""
    _expect_logistic_regression(compared[1])
    expect.calibrated(
        abs(turned[LINEAR] - turned[NETWORK]),
        "distance between the two accuracies on the tumours",
        better="lower",
        what="the distance between the two test accuracies on the tumours",
        likely=APART.of(evidence=compared[1], turned=turned),
    )


def _expect_its_place(evidence):
    """Require that the test rows are used once, at the end: they neither choose an epoch nor stop a training."""
    (_, own), (features, labels) = load.breast_cancer()
    expect.that(
        not _scaled_by_itself(evidence, features),
        expected="test rows that only judge the trained models",
        found="test rows that choose their own scale",
        likely=PLACE.of(of_its_own=True),
    )
    scaled = _scaled_on_both(evidence, len(own))
    expect.that(
        not scaled,
        expected="test rows that only judge the trained models",
        found="more rows than those of train in what scales them",
        likely=PLACE.of(scaled=scaled),
    )
    joined = _joined(evidence, len(own) + len(labels))
    expect.that(
        not joined,
        expected="test rows that only judge the trained models",
        found="test rows that a model learns from",
        likely=PLACE.of(scaled=None, joined=joined),
    )
    validated = [fit.validation.against(None, 1 - labels) for fit in evidence.fits if fit.validation]
    expect.that(
        not any(match and match.own == len(labels) and not match.strange for match in validated),
        expected="test rows that only judge the trained network",
        found="fit got the test rows to validate on",
        likely=PLACE.of(scaled=None, validated=True),
    )
    asked = [step for step in evidence.asked if step.rows and step.rows.count == len(labels)]
    places = {id(step): at for at, step in enumerate(evidence.steps)}
    last = {fit.model: places[id(fit)] for fit in evidence.fits if id(fit) in places}
    expect.that(
        not any(places.get(id(step), 0) < last.get(step.model, -1) for step in asked),
        expected="test rows that only judge the trained network",
        found="the network was asked about them before its training had ended",
        likely=PLACE.of(scaled=None, validated=False, asked=True),
    )


def _expect_same_rows(submission, evidence, other):
    """Require that what learns gets the same rows of train, whatever test holds; what draws by chance is not known."""
    went_in = _went_in(evidence)
    if not went_in or went_in == _went_in(other):
        return
    train, (features, labels) = load.breast_cancer()
    submission.compare_with_baseline(train, (features, 1 - labels))
    expect.that(
        went_in != _went_in(submission.evidence),
        expected="the same rows in fit, whatever rows test holds",
        found="rows in fit that change with those of test",
        likely=PLACE.of(joined=_joined(evidence, len(train[1]) + len(labels)), moved=True),
    )


def _went_in(evidence):
    """Return the rows that fits of Keras and scikit-learn got; None where some are not known."""
    steps = [*evidence.fits, *(step for step in evidence.estimates if step.what == "fit")]
    known = evidence.complete and all(step.rows and step.rows.whole for step in steps)
    return {mark for step in steps for mark in step.rows.marks} if known else None


def _expect_shares(figures, labels, evidence):
    """Require figures that some number of right answers gives; of several networks it may be the mean."""
    runs = max(1, len({fit.model for fit in evidence.fits}))
    for name, found in figures.items():
        expect.that(
            _is_share(found, np.tile(labels, runs)),
            expected=f'a share of the {len(labels)} test rows under "{name}"',
            found=f"{expect.number(found)}, which no number of right answers gives",
            likely=MEASURE.of(),
        )


def _could_choose(evidence, rows):
    """Return whether more models were judged by the test rows, or fitted on all rows, than the two of the task."""
    networks = {step.model for step in evidence.asked if step.rows and step.rows.count == rows}
    fits = [step for step in evidence.estimates if step.what == "fit" and step.by.kind in LOGISTIC]
    return len(networks) > (1 if fits else 2)


def _expect_no_choice(submission):
    """Require that a figure a becomes 1 - a with every label turned, which the best figure of several does not.

    The rows lie far out, where networks disagree; a small train is trained on soon, and leaves them more room for it.
    """
    (features, own), random = load.breast_cancer()[0], np.random.default_rng(2)
    train = features[:60], own[:60]
    rows = random.normal(features.mean(axis=0), 3 * features.std(axis=0), (400, features.shape[1]))
    labels = random.integers(0, 2, len(rows))
    found, turned = (submission.compare_with_baseline(train, (rows, given)) for given in (labels, 1 - labels))
    for name in (LINEAR, NETWORK):
        expect.that(
            found[name] + turned[name] < 1 + 2.5 / len(rows),
            expected=f'{expect.number(1 - found[name])} under "{name}" once every test label is turned round, where it '
            f"was {expect.number(found[name])}",
            found=expect.number(turned[name]),
            likely=PLACE.says("chosen"),
        )


def _scaled_on_both(evidence, own):
    """Return what of scikit-learn was fitted on more rows than train has, to scale them."""
    fitted = (step for step in evidence.estimates if step.what == "fit" and step.rows and "Scaler" in step.by.kind)
    more = (step for step in fitted if step.rows.count > own)
    return next(({"kind": step.by.kind, "rows": step.rows.count, "own": own} for step in more), None)


def _joined(evidence, rows):
    """Return how many rows a model learned from, if these are all that there are."""
    fits = [fit.rows for fit in evidence.fits if not fit.batches]
    fitted = [*fits, *(step.rows for step in evidence.estimates if step.what == "fit")]
    return {"rows": rows} if any(each and each.count == rows for each in fitted) else None


def _scaled_by_itself(evidence, features):
    """Return whether a scaler was fitted on the test rows alone, or the network met them with all means at 0.

    Where the training rows choose the scale, no mean of the test rows is exactly 0.
    """
    fitted = [step.rows for step in evidence.estimates if step.what == "fit" and step.rows and "Scaler" in step.by.kind]
    alone = (rows.against(features) for rows in fitted if rows.count == len(features))
    met = (step.rows.inputs for step in evidence.asked if step.rows and step.rows.count == len(features))
    centred = (max(abs(spread.mean), spread.of_columns) < 1e-4 * spread.deviation for spread in met if spread)
    return any(match and match.own == len(features) for match in alone) or any(centred)


def _expect_each_row_in_a_batch(evidence, rows):
    """Require that train_on_batch met all rows, whatever was made of them; the first few thousand are known of each.

    A few may be missing there by chance, where batches are drawn.
    """
    trained = [fit.rows for fit in evidence.fits]
    known = evidence.complete and not evidence.by_hand and all(trained) and any(fit.batches for fit in evidence.fits)
    lost = rows - len({mark for met in trained for mark in met.marks}) if known else 0
    expect.that(
        lost <= 3,
        expected=f"a network that learns from all {rows} rows of train",
        found=f"batches of {rows - lost} of them",
        likely=TRAINED.of(rows=rows, lost=lost),
    )


def _expect_baseline_on_all_rows(evidence, rows):
    """Require that the logistic regression got all rows, where it is one of scikit-learn."""
    fitted = [step for step in evidence.estimates if step.what == "fit" and step.rows]
    seen = [step.rows.count for step in fitted if step.by.kind in LOGISTIC or step.by.kind.endswith(HOLDS)]
    expect.that(
        not seen or max(seen) >= rows,
        expected=f"a {LINEAR} that learns from all {rows} training rows",
        found=f"{max(seen, default=0)} rows",
        likely=TRAINED.of(most=max(seen, default=0), rows=rows),
    )


def _expect_logistic_regression(evidence):
    """Require that something can have been a logistic regression: one of scikit-learn, or a second network."""
    fitted = _fitted(evidence)
    networks = {step.model for step in evidence.fits}
    expect.that(
        not evidence.complete
        or evidence.by_hand
        or not fitted
        or len(networks) > 1
        or (bool(fitted & LOGISTIC) and not _other_loss(evidence)),
        expected=f"a {LINEAR} as the baseline",
        found=", ".join(sorted(fitted)),
        likely=TRAINED.of(loss=_other_loss(evidence), fitted=fitted),
    )


def _is_share(found, labels):
    """Return whether so large a part of the rows can be right: as it is, or rounded to a few digits."""
    count = found * len(labels)
    return abs(count - round(count)) < 1e-3 or found == round(found, 4)


def _fitted(evidence):
    return {step.by.kind for step in evidence.estimates if step.what == "fit"}


def _other_loss(evidence):
    """Return the loss of SGDClassifier, where it makes no logistic regression of it and none was fitted besides."""
    fitted = [step.by for step in evidence.estimates if step.what == "fit" and step.by.kind in LOGISTIC]
    losses = [by.settings.get("loss", "log_loss") if by.kind == "SGDClassifier" else "log_loss" for by in fitted]
    return losses[0] if losses and "log_loss" not in losses else None


def _others(evidence):
    """Return what makes a baseline of scikit-learn more than a line, or another model."""
    others = {kind for kind in _fitted(evidence) - LOGISTIC if "Scaler" not in kind and kind != "Pipeline"}
    return {"kinds": ", ".join(sorted(others))} if others else None


def _settings(evidence, name):
    """Return this setting of each logistic regression that was fitted."""
    fitted = (step.by for step in evidence.estimates if step.what == "fit" and step.by.kind in LOGISTIC)
    return [by.settings[name] for by in fitted if isinstance(by.settings.get(name), (int, float))]


def _trainings(evidence, name):
    return evidence.fits if name == NETWORK else [step for step in evidence.estimates if step.what == "fit"]


def _are_of(rows, labels):
    """Return whether these are as many rows as there are labels, with labels like these."""
    match = rows and rows.count == len(labels) and rows.against(None, labels)
    return bool(match) and not match.strange and not match.missing


def _dense(fit):
    """Return the number of the Dense layers of a network that has nothing else that could bend."""
    kinds = [layer.kind for layer in fit.layers]
    return kinds.count("Dense") if set(kinds) <= FLAT else None


def _softmax_of_one(fit):
    """Return whether the last Dense layer has a single unit, and softmax is its activation or that of what follows."""
    last = next(at for at in reversed(range(len(fit.layers))) if fit.layers[at].kind == "Dense")
    dense, behind = fit.layers[last], fit.layers[last + 1 :]
    activations = [layer.settings.get("activation") for layer in (dense, *behind)]
    softmax = "softmax" in activations or any(layer.kind == "Softmax" for layer in behind)
    return dense.settings["units"] == 1 and softmax and {layer.kind for layer in behind} <= {"Softmax", "Activation"}


def _few_epochs(fits):
    ran = max(0 if fit.batches else fit.ran for fit in fits)
    return {"ran": expect.epochs(ran)} if 0 < ran <= 3 else None


def _judged_unscaled(evidence, train, test):
    """Return whether networks learned from no row as train has it, of another scale, and met those of test as is."""
    fits = [fit.rows for fit in evidence.fits]
    learned = [rows.against(train[0]) for rows in fits]
    asked = [step.rows.against(test[0]) for step in evidence.asked]
    apart = [abs(np.log(rows.inputs.deviation / train[0].std())) for rows in fits]
    strange = bool(learned) and not any(match.own for match in learned) and min(apart) > 0.1
    return strange and bool(asked) and all(match.own and not match.strange for match in asked)


def _words(source):
    """Return each name and each text in the code."""
    nodes = list(ast.walk(ast.parse(source)))
    return [str(getattr(node, part)) for node in nodes for part in ("id", "attr", "value") if hasattr(node, part)]


def _bends_nowhere(source):
    """Return whether no activation that bends is named, and sigmoid, at the output, once at most."""
    words = _words(source)
    return not BENDS & set(words) and words.count("sigmoid") <= 1


def _bends_to_a_probability(source):
    """Return whether something is named that can make a probability of a logit."""
    return any(name in word for word in _words(source) for name in ("sigmoid", "softmax", "expit"))


def _three_rows(test):
    """Return three of the rows, of which one has label 1."""
    features, labels = test
    places = [*np.flatnonzero(labels == 1)[:1], *np.flatnonzero(labels == 0)[:2]]
    return features[places], labels[places]


def _is_of_a_grid(found):
    """Return whether this is 4/9 or 5/9: no share of three rows, but one of nine pairs of an answer and a label."""
    return expect.same(found, 4 / 9) or expect.same(found, 5 / 9)
