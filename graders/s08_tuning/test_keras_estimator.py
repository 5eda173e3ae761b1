"""Grades s08_tuning/keras_estimator: a Keras model as a scikit-learn classifier, in a wrapper or in a class."""

import math
from typing import NamedTuple

import keras
import numpy as np
import pytest

from keraskata import expect

GIVEN = {"optimizer": "sgd", "activation": "tanh", "epochs": 10, "batch_size": 4}
OTHER = {"optimizer": "adam", "activation": "relu", "epochs": 2, "batch_size": 20}
DEFAULT = {"optimizer": "adam", "activation": "relu", "epochs": 6, "batch_size": 16}
OPTIMIZERS = {"sgd": "SGD", "adam": "Adam"}


class Trained(NamedTuple):
    """A classifier after fit: its settings, its network, the updates of its weights, what fit printed and did."""

    classifier: object
    settings: dict
    model: keras.Model
    updates: int
    printed: str
    evidence: object


@pytest.fixture(scope="module")
def clouds():
    """Two clouds of points that a straight line separates; 56 rows of label 0 and 40 of label 1."""
    labels = np.arange(96) % 12 % 5 % 2
    points = np.random.default_rng(0).normal(0, 0.3, size=(96, 2)) + (3.0 * labels[:, None] - 1.5)
    return points.astype("float32"), labels


@pytest.fixture(scope="module")
def asked(clouds):
    """The clouds again, where every third row with label 1 is now said to have label 0."""
    points, labels = clouds
    return points, np.where(np.cumsum(labels) % 3 == 0, 0, labels)


@pytest.fixture(scope="module")
def default(submission, clouds):
    return _train(submission, _classifier(submission), clouds[0][:50], clouds[1][:50])


@pytest.fixture(scope="module")
def trained(submission, clouds):
    return _train(submission, _classifier(submission, **GIVEN), *clouds)


@pytest.mark.check(points=1, hint="Print type(make_classifier()) and make_classifier().get_params().")
def test_classifier(submission):
    """make_classifier() gives a scikit-learn classifier, which knows its settings."""
    settings = _classifier(submission).get_params()
    expect.that(
        not isinstance(settings.get("model"), keras.Model),
        expected="the function that builds the network, so that each fit builds a new one",
        found="a network that is built already",
        likely="hand over the function itself, without calling it",
    )
    expect.that(
        not _module(submission, "builtins").hasattr(_classifier(submission), "model_"),
        expected="a classifier that is not trained yet",
        found="one that has its model_ before fit",
        likely="fit builds the network: a new one each time, with the settings that count then",
    )


@pytest.mark.check(points=1, needs=["test_classifier"], hint="Which optimizer, activation, epochs and batch_size?")
def test_defaults(submission, default, clouds):
    """make_classifier() trains with adam, relu, six epochs and batches of 16, and a new network in each fit."""
    _expect_training(default, 50, DEFAULT, call="make_classifier()")
    submission.lend("keraskata.datasets.layers.LayerWatch").spoil(default.classifier)
    again = _train(submission, default.classifier, clouds[0][:50], clouds[1][:50])
    expect.that(
        bool(np.abs(expect.weights_of(again.model)).max() < 500),  # all were 1000; a new one has none above 10
        expected="a new network from a second fit, whatever became of the first one's weights",
        found="the network of the first fit, trained further",
        likely="fit goes on with a network that is there already: build a new one in each fit",
    )


@pytest.mark.check(points=3, needs=["test_classifier"], hint="Follow each of the four from the call to the network.")
def test_parameters(trained, clouds):
    """The four parameters reach the network and its training, on all rows."""
    call = f"make_classifier({', '.join(map(repr, GIVEN.values()))})"
    _expect_training(trained, 96, GIVEN, call=call)
    points, labels = clouds
    for step in trained.evidence.fits:
        if (step.losses or [""])[0] == "categorical_crossentropy":
            labels = np.eye(2, dtype="float32")[clouds[1]]
    expect.trained_on(trained.evidence, points, labels, what="the rows that fit was given")
    expect.trained_for(trained.evidence, GIVEN["epochs"], what=f"the network of {call}")


@pytest.mark.check(points=2, needs=["test_classifier"], hint="What does compile need, so that an accuracy is measured?")
def test_compiled(trained, asked):
    """The network gives probabilities, and is compiled with a cross-entropy and accuracy."""
    model, (points, labels) = trained.model, asked
    last = expect.output_activation(model)
    expect.that(
        last in ("sigmoid", "softmax"),
        expected="a network that ends in sigmoid or softmax",
        found=f"it ends in {last}",
        likely=expect.cause(
            (last == "unknown", expect.CHANGED), "without sigmoid or softmax any number comes out, and no probability"
        ),
    )
    expect.that(
        "crossentropy" in expect.loss_name(model),
        expected="a cross-entropy as the loss",
        found=expect.loss_name(model),
        likely="this loss is for predicting numbers; a classifier needs a cross-entropy",
    )
    metrics = _metrics(model, points, labels)
    share = float(np.mean(_labels(model, points) == labels))
    expect.that(
        any(expect.same(value, share, tol=1e-4) for value in metrics.values()),
        expected=f"a metric that says {share:.3f} where that share of the rows is answered rightly",
        found=", ".join(f"{metric}: {value:.3f}" for metric, value in metrics.items()) or "no metrics",
        likely='accuracy is missing in compile: metrics=["accuracy"]',
    )


@pytest.mark.check(points=2, needs=["test_classifier"], hint="What does a classifier answer: how likely, or which?")
def test_labels(trained, clouds):
    """predict gives one label, 0 or 1, for each row: the one that the trained network holds more likely."""
    points, labels = clouds
    found = trained.classifier.predict(points)
    expect.shape(
        found,
        (96,),
        what="what predict answers for 96 rows",
        likely="this is a column, or one number for each class: answer with one label for each row",
    )
    expect.that(
        expect.array(found).dtype.kind in "iuf",
        expected="labels that are the numbers 0 and 1",
        found=f"{expect.array(found).dtype} as their type",
        likely="a comparison gives True and False; astype(int) makes the labels 0 and 1 of them",
    )
    found = expect.array(found)
    expect.that(
        np.isin(found, (0, 1)).all(),
        expected="labels, each 0 or 1",
        found=expect.number(found),
        likely="these are probabilities: which label is the more likely one?",
    )
    between = np.linspace([-1.0, -1.0], [1.0, 1.0], 101, dtype="float32")  # from one cloud to the other
    asked = expect.array(trained.classifier.predict(between))
    expect.that(
        expect.same(asked, _labels(trained.model, between)),
        expected=f"the label that model_ holds more likely: {_labels(trained.model, between).sum()} ones in 101 rows "
        "between the clouds",
        found=f"{np.sum(asked):g} ones",
        likely=expect.cause(
            ((asked == 1 - _labels(trained.model, between)).all(), "the labels are turned round"),
            (not asked.any(), "argmax over a single unit is always 0; compare the probability with 0.5"),
            "where one probability comes out, 1 is more likely above 0.5, and nowhere else",
        ),
    )
    alone = trained.classifier.predict(between[:1])
    expect.shape(alone, (1,), what="what predict answers for a single row", likely="squeeze takes this axis away, too")
    right = _labels(trained.model, points)
    expect.that(
        (found == right).all(),
        expected=f"the label that model_ holds more likely: {right.sum()} ones in 96 rows",
        found=f"{found.sum():g} ones",
        likely=expect.cause(
            ((found == 0).all(), "argmax over a single unit is always 0; compare the probability with 0.5"),
            ((found == 1 - right).all(), "the labels are turned round"),
            "the answers come from another network than the one that fit trained",
        ),
    )
    expect.that(
        np.mean(found == labels) > np.mean(labels == 0),
        expected=f"more right answers than the commoner label alone gives, {np.mean(labels == 0):.2f}",
        found=f"{np.mean(found == labels):.2f}",
        likely="the network does not learn from these rows",
    )


@pytest.mark.check(points=1, needs=["test_labels"], hint="ClassifierMixin brings the score.")
def test_score(trained, asked):
    """score is the accuracy: the share of rows that are answered rightly."""
    expect.close(
        trained.classifier.score(*asked),
        np.mean(_labels(trained.model, asked[0]) == asked[1]),
        what="the score on rows where some labels are wrong",
        likely="score is a single number, the share of right answers; what evaluate gives begins with the loss",
    )


@pytest.mark.check(
    points=1, needs=["test_defaults"], hint="Where does verbose=0 belong? What does the wrapper warn of?"
)
def test_silent(default):
    """fit prints nothing, and warns of nothing: a search trains hundreds of networks."""
    expect.that(
        not default.printed.strip(),
        expected="no printed text",
        found=f"{len(default.printed)} characters",
        likely="the bars of the training were left on: verbose=0",
    )
    expect.that(
        default.settings.get("build_fn") is None,
        expected="the function that builds the network under the name `model`",
        found="it is under build_fn, and each fit warns that this will go",
        likely="build_fn is the name that wrappers had once: write model=...",
    )


@pytest.mark.check(points=2, needs=["test_parameters"], hint="What would a search do? clone, set_params, fit.")
def test_clone(submission, clouds):
    """A clone has the same settings, and other settings change its training: that is how a search works."""
    classifier = _classifier(submission, **GIVEN)
    clone = _module(submission, "sklearn.base").clone(classifier)
    before, after = classifier.get_params(deep=False), clone.get_params(deep=False)
    lost = [name for name, value in before.items() if isinstance(value, (str, int, dict)) and after[name] != value]
    expect.that(
        not lost,
        expected="a clone with the same settings",
        found=", ".join(f"{name}={after[name]!r}" for name in lost),
        likely=expect.cause(
            (
                lost == ["fit_kwargs"],
                "the clones of keras.wrappers forget fit_kwargs, and train one epoch: write a class of your own whose "
                "__sklearn_clone__ hands them on, or take SciKeras",
            ),
            "clone makes a new classifier from get_params",
        ),
    )
    places, changed = _places(after), {}
    for name, (key, inside) in places.items():
        changed[key] = {**changed.get(key, after[key]), name: OTHER[name]} if inside else OTHER[name]
    clone.set_params(**changed)
    now = classifier.get_params(deep=False)
    others = [name for name, value in before.items() if isinstance(value, (str, int, dict)) and now[name] != value]
    expect.that(
        not others,
        expected="the settings of the first classifier as they were, after set_params of its clone",
        found=", ".join(f"{name}={now[name]!r}" for name in others),
        likely="the two share their settings, such as one dict: the clone needs a copy of its own",
    )
    _expect_training(
        _train(submission, clone, clouds[0][:40], clouds[1][:40]),
        40,
        {**GIVEN, **{name: OTHER[name] for name in places}},
        call=f"a clone after set_params({', '.join(changed)})",
        likely="set_params changed the setting and not the network: what is built in __init__ stays as it was, so "
        "build the network in fit",
    )


def _classifier(submission, **settings):
    found = submission.make_classifier(*settings.values())
    kind = getattr(found, "kind", type(found).__name__)
    uncalled = kind in ("type", "ABCMeta", "function")
    expect.that(
        hasattr(found, "kind") and not uncalled and _module(submission, "builtins").hasattr(found, "get_params"),
        expected="a scikit-learn classifier, with get_params and set_params, from make_classifier()",
        found={"type": "a class", "ABCMeta": "a class", "NoneType": "None"}.get(kind, f"a {kind}"),
        likely=expect.cause(
            expect.no_return(found),
            (
                isinstance(found, keras.Model),
                "this is the Keras model itself; a wrapper makes a classifier of it",
            ),
            (uncalled, "the brackets are missing: call it with the settings"),
            "BaseEstimator brings get_params and set_params: class ...(ClassifierMixin, BaseEstimator)",
        ),
    )
    return found


def _train(submission, classifier, points, labels):
    try:
        classifier.fit(points, labels)
    except Exception as fault:
        expect.that(
            "same shape" not in str(fault),
            expected=f"{classifier.kind}.fit to train",
            found="the network's output has another shape than the labels",
            likely="keras.wrappers makes the labels one hot, two columns: the network needs two units with softmax",
        )
        raise
    printed, evidence = submission.printed, submission.evidence
    model = classifier.attribute("model_")
    expect.compiled(model, what="the attribute model_, after fit,")
    updates = _module(submission, "operator").attrgetter("model_.optimizer.iterations")(classifier)
    return Trained(classifier, classifier.get_params(deep=False), model, int(updates), printed, evidence)


def _expect_training(trained, rows, wanted, call, likely=None):
    """The network has the activation and the optimizer of `wanted`, and was updated once for each of its batches."""
    hidden, optimizer = set(expect.hidden_activations(trained.model)), type(trained.model.optimizer).__name__
    epochs, batches, updates = wanted["epochs"], math.ceil(rows / wanted["batch_size"]), trained.updates
    scikeras = "model" in trained.settings and trained.settings.get("optimizer") == wanted["optimizer"]
    expect.equal(
        {"hidden": ", ".join(sorted(hidden)) or "none", "optimizer": optimizer, "updates": updates},
        {"hidden": wanted["activation"], "optimizer": OPTIMIZERS[wanted["optimizer"]], "updates": epochs * batches},
        what=f"the network of {call}, after {epochs} epochs of {batches} batches,",
        likely=likely
        or expect.cause(
            (not hidden, "there is no hidden layer, only the output"),
            (hidden != {wanted["activation"]}, "the activation is fixed, or does not get to the hidden layers"),
            (
                optimizer != OPTIMIZERS[wanted["optimizer"]] and scikeras,
                "SciKeras keeps `optimizer` for networks that are not compiled; write model__optimizer=optimizer",
            ),
            (optimizer != OPTIMIZERS[wanted["optimizer"]], "the optimizer is fixed, or does not get to compile"),
            (updates == 0, "the network was never trained: fit has to train it"),
            (updates == batches, "this is a single epoch: epochs does not get to the training"),
            (
                updates == epochs * math.ceil(rows / 32),
                "these are batches of 32, the default: batch_size does not get to the training",
            ),
            (wanted == DEFAULT, "the defaults are epochs=6, batch_size=16, on all rows, without a validation_split"),
            "epochs and batch_size are fixed, or some rows are kept back",
        ),
    )


def _places(settings):
    """For each of the four that a search could change: the key, and whether it is inside a dict (keras.wrappers)."""
    places = {}
    for name, given in GIVEN.items():
        for key, value in settings.items():
            if key.split("__")[-1] == name and value == given:
                places[name] = (key, False)
            elif isinstance(value, dict) and value.get(name) == given:
                places[name] = (key, True)
    return places


def _labels(model, points):
    """The more likely label of each row."""
    answers = expect.predict(model, points)
    return answers.argmax(axis=1) if answers.shape[1] > 1 else (answers[:, 0] > 0.5).astype(int)


def _metrics(model, points, labels):
    """The compiled metrics, for labels in the form that the model's loss reads."""
    if model.output_shape[-1] > 1 and "sparse" not in expect.loss_name(model):
        labels = np.eye(model.output_shape[-1])[labels]
    else:
        labels = labels[:, None]
    model.run_eagerly = True
    return {name: value for name, value in expect.evaluate(model, points, labels).items() if name != "loss"}


def _module(submission, name):
    """A module in the subject: its functions can be called on what stays there."""
    return submission.lend("importlib.import_module", name=name)
