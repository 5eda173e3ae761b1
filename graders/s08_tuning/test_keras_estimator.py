"""Grades s08_tuning/keras_estimator: a Keras model as a scikit-learn classifier, in a wrapper or in a class."""

import math
import re
from typing import NamedTuple

import keras
import numpy as np
import pytest

from keraskata import expect

GIVEN = {"optimizer": "sgd", "activation": "tanh", "epochs": 10, "batch_size": 4}
OTHER = {"optimizer": "adam", "activation": "relu", "epochs": 2, "batch_size": 20}
DEFAULT = {"optimizer": "adam", "activation": "relu", "epochs": 6, "batch_size": 16}
OPTIMIZERS = {"sgd": "SGD", "adam": "Adam"}
FOR_NUMBERS = ("mean_squared_error", "mean_absolute_error", "mean_squared_logarithmic_error", "huber", "log_cosh")

CLASSIFIER = expect.diagnoses(
    model=("this is the Keras model itself; a wrapper makes a classifier of it", lambda seen: seen.kind == "model"),
    brackets=(
        "the brackets are missing: call the class with the settings",
        lambda seen: seen.kind in ("type", "ABCMeta"),
    ),
    function=("this is a function, and not a classifier that was made with it", lambda seen: seen.kind == "function"),
    no_base=(
        "BaseEstimator brings get_params and set_params: class ...(ClassifierMixin, BaseEstimator)",
        lambda seen: seen.has("fit") and not seen.has("get_params"),
    ),
    otherwise="a classifier of scikit-learn has get_params and set_params",
)
BUILT = expect.diagnoses(
    called=("hand over the function itself, without calling it", lambda seen: seen.model),
    early=(
        "fit builds the network: a new one each time, with the settings that count then",
        lambda seen: seen.has_model,
    ),
)
AGAIN = expect.diagnoses(
    goes_on=(
        "fit goes on with a network that is there already: build a new one in each fit",
        lambda seen: seen.largest >= 500,
    ),
)
OUTPUT = expect.diagnoses(
    changed=(expect.CHANGED, lambda seen: seen.last == "unknown"),
    linear=(
        "without sigmoid or softmax any number comes out, and no probability",
        lambda seen: seen.last == "linear",
    ),
    otherwise="only sigmoid and softmax give probabilities",
)
LOSS = expect.diagnoses(
    numbers=(
        "this loss is for predicting numbers; a classifier needs a cross-entropy",
        lambda seen: seen.loss in FOR_NUMBERS,
    ),
    otherwise="a classifier needs a cross-entropy",
)
ACCURACY = expect.diagnoses(
    missing=('accuracy is missing in compile: metrics=["accuracy"]', lambda seen: not seen.metrics),
    other=(
        "among the metrics of compile there is no accuracy",
        lambda seen: not any("acc" in name for name in seen.metrics),
    ),
    otherwise='metrics=["accuracy"] lets Keras choose the accuracy that fits the output',
)
LABELS = expect.diagnoses(
    column=("this is a column: answer with one label for each row", lambda seen: seen.found.shape == (seen.rows, 1)),
    classes=(
        "these are two numbers for each row: which of the two labels is the more likely one?",
        lambda seen: seen.found.shape == (seen.rows, 2),
    ),
    squeeze=(
        "squeeze takes this axis away, too",
        lambda seen: seen.found.shape == () and "squeeze" in seen.source,
    ),
    true_false=(
        "a comparison gives True and False; astype(int) makes the labels 0 and 1 of them",
        lambda seen: seen.found.dtype == bool,
    ),
    probabilities=(
        "these are probabilities: which label is the more likely one?",
        lambda seen: len(set(seen.found)) > 2 and seen.found.min() >= 0 and seen.found.max() <= 1,
    ),
    turned=("the labels are turned round", lambda seen: (seen.found == 1 - seen.right).all()),
    argmax=(
        "argmax over a single unit is always 0; compare the probability with 0.5",
        lambda seen: not seen.found.any() and seen.units == 1 and "argmax" in seen.source,
    ),
    cut=(
        "astype(int) cuts off what follows the point, so that every probability becomes 0; compare it with 0.5",
        lambda seen: not seen.found.any() and "astype(" in seen.source and not re.search("[<>]", seen.source),
    ),
    elsewhere=(
        "the labels stay as they are where model_ gets quite other weights: let predict ask model_",
        lambda seen: 0 < seen.found.sum() < seen.rows and expect.same(seen.found, seen.spoiled()),
    ),
    border=(
        "the label is 1 from a probability of about {border} on; more likely begins above 0.5",
        lambda seen: (
            {"border": f"{border:.2f}"}
            if (border := _border(seen.found, seen.likelihoods)) and seen.last() in ("sigmoid", "softmax")
            else None
        ),
    ),
    otherwise="each row gets the label that model_ holds more likely",
)
TAKEN_FOR = expect.diagnoses(
    regressor=(
        "it says that it is a regressor, which predicts numbers: take ClassifierMixin, or a wrapper for classifiers",
        lambda seen: seen.regressor(),
    ),
    order=(
        "BaseEstimator stands before ClassifierMixin, and has the first say: class ...(ClassifierMixin, BaseEstimator)",
        lambda seen: re.search(r"class\s+\w+\([^)]*\bBaseEstimator\s*,[^)]*\bClassifierMixin\b", seen.source),
    ),
    otherwise="ClassifierMixin says that it is one, to scikit-learn: class ...(ClassifierMixin, BaseEstimator)",
)
LEARNS = expect.diagnoses(
    one_softmax=(
        "softmax over a single unit is always 1, whatever comes in: end in sigmoid, or in two units",
        lambda seen: seen.model.output_shape[-1] == 1 and expect.output_activation(seen.model) == "softmax",
    ),
    otherwise="the network does not learn from these rows",
)
SHARE = expect.diagnoses(
    evaluate=(
        "this is what evaluate gives, and it begins with the loss; the score is a single number",
        lambda seen: expect.array(seen.found).shape == (2,),
    ),
    loss=("this is the loss; the score is the share of right answers", lambda seen: _is_loss(seen)),
    same=(
        "the score stays the same where each label is turned round: compare what predict answers with the labels that "
        "score is given, whichever fit had",
        lambda seen: expect.is_number(seen.found) and expect.same(seen.found, seen.turned()),
    ),
    otherwise="the score is a single number, the share of right answers",
)
SILENT = expect.diagnoses(
    bars=("the bars of the training were left on: verbose=0", lambda seen: "Epoch 1/" in seen.printed),
    build_fn=("build_fn is the name that wrappers had once: write model=...", lambda seen: seen.build_fn),
    otherwise="fit prints nothing",
)
CLONE = expect.diagnoses(
    forgets=(
        "the clones of keras.wrappers forget fit_kwargs, and train one epoch: write a class of your own whose "
        "__sklearn_clone__ hands them on, or take SciKeras",
        lambda seen: seen.lost == ["fit_kwargs"],
    ),
    shares=(
        "the two share their settings, such as one dict: the clone needs a copy of its own",
        lambda seen: seen.others,
    ),
    otherwise="clone makes a new classifier from get_params",
)
SHAPES = expect.diagnoses(
    one_hot=(
        "keras.wrappers makes the labels one hot, two columns: the network needs two units with softmax",
        lambda seen: "fit_kwargs" in seen.classifier.get_params(),
    ),
    otherwise="the loss compares the output with the labels: how many numbers has each for a row?",
)
TRAINING = expect.diagnoses(
    no_hidden=("there is no hidden layer, only the output", lambda seen: not seen.hidden),
    left_out=(
        "get_params leaves {name} out, so that a clone does not get it: this one has {taken} instead of {wanted}",
        lambda seen: next(
            {"name": name, "taken": _taken(seen)[name], "wanted": wanted}
            for name, wanted in seen.wanted.items()
            if seen.cloned and _is_nowhere(name, seen.settings) and _taken(seen)[name] != wanted
        ),
    ),
    around=(
        "set_params changed the settings, and the function that builds the network does not go by what it is given: "
        "let it take activation and optimizer as its parameters, in place of variables from around it",
        lambda seen: _is_stale(seen) and "model" in seen.settings,
    ),
    stale=(
        "set_params changed the settings and not the network: what __init__ has made of them stays as it was, so let "
        "fit read them and build the network",
        lambda seen: _is_stale(seen),
    ),
    activation=(
        "the activation is fixed, or does not get to the hidden layers",
        lambda seen: seen.hidden != {seen.wanted["activation"]},
    ),
    kept=(
        "SciKeras keeps `optimizer` for networks that are not compiled; write model__optimizer=optimizer",
        lambda seen: (
            _other_optimizer(seen)
            and "model" in seen.settings
            and seen.settings["optimizer"] == seen.wanted["optimizer"]
        ),
    ),
    optimizer=("the optimizer is fixed, or does not get to compile", lambda seen: _other_optimizer(seen)),
    defaults=(
        "the classifier has {name}={value} by itself; the task's default is {wanted}",
        lambda seen: next(
            (
                {"name": name, "value": seen.settings[name], "wanted": seen.wanted[name]}
                for name in ("epochs", "batch_size")
                if seen.wanted == DEFAULT and seen.settings.get(name, DEFAULT[name]) != DEFAULT[name]
            ),
            None,
        ),
    ),
    never=("the network was never trained: fit has to train it", lambda seen: seen.updates == 0),
    rounds=(
        "fit of the network is called {times} times, for {epochs} in all, and {asked} were asked for",
        lambda seen: _too_few_rounds(seen.fits, seen.wanted["epochs"]),
    ),
    twice=(
        "fit of the network is called {times} times, and each time trains it further",
        lambda seen: {"times": len(seen.fits)} if len(seen.fits) > 1 else None,
    ),
    kept_back=(
        "validation_split keeps {rows} rows back; the network is trained on all rows",
        lambda seen: {"rows": seen.fits[0].held_back} if seen.fits[0].held_back else None,
    ),
    cut=(
        "the network is trained on {some} of {rows} rows: are those left out that fill no batch? A last batch may be "
        "smaller",
        lambda seen: (
            {"some": some, "rows": seen.rows}
            if len(seen.fits) == 1
            and (some := seen.fits[0].rows.count) == seen.rows - seen.rows % seen.wanted["batch_size"] < seen.rows
            else None
        ),
    ),
    fewer=(
        "the network is trained on {some} rows, and fit was given {rows}",
        lambda seen: (
            {"some": some, "rows": seen.rows}
            if len(seen.fits) == 1 and (some := seen.fits[0].rows.count) < seen.rows
            else None
        ),
    ),
    cut_by_hand=(
        "each epoch has {batches} batches, and {rows} rows fill more: the last batch may be smaller",
        lambda seen: (
            {"batches": batches, "rows": seen.rows}
            if seen.fits[0].batches
            and (batches := seen.rows // (size := seen.wanted["batch_size"])) * size < seen.rows
            and seen.updates == seen.wanted["epochs"] * batches
            else None
        ),
    ),
    unread=(
        "set_params changed {names} to {wanted}, and fit still takes {given}: what __init__ has copied stays as it "
        "was, so let fit read the setting itself",
        lambda seen: _unread(seen) if seen.cloned else None,
    ),
    stopped=(
        expect.STOPPED_BY,
        lambda seen: expect.stopped_by(seen.fits[0]),
    ),
    epochs=(
        "the network is trained for {ran} instead of {epochs}: epochs does not get to its training",
        lambda seen: (
            {"ran": expect.epochs(seen.fits[0].ran), "epochs": seen.wanted["epochs"]}
            if seen.fits[0].epochs != seen.wanted["epochs"] and not seen.fits[0].batches
            else None
        ),
    ),
    batch_size=(
        "the network is trained in batches of {size} rows instead of {wanted}: batch_size does not get to its training",
        lambda seen: (
            {"size": size, "wanted": seen.wanted["batch_size"]}
            if not (fit := seen.fits[0]).batches and (size := fit.batch_size or 32) != seen.wanted["batch_size"]
            else None
        ),
    ),
    goes_on=(
        "fit goes on with a network that was trained before: build a new one in each fit",
        lambda seen: (
            seen.fits[0].rows.count == seen.rows
            and seen.updates > seen.wanted["epochs"] * math.ceil(seen.rows / seen.wanted["batch_size"])
        ),
    ),
    otherwise="the four settings get to the network and to its training, on all rows",
)


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
        likely=BUILT.of(model=settings.get("model")),
    )
    expect.that(
        not _module(submission, "builtins").hasattr(_classifier(submission), "model_"),
        expected="a classifier that is not trained yet",
        found="one that has its model_ before fit",
        likely=BUILT.of(model=None, has_model=True),
    )


@pytest.mark.check(points=1, needs=["test_classifier"], hint="What does sklearn.base.is_classifier say of it?")
def test_kind(submission):
    """It tells scikit-learn that it is a classifier, so that the folds of a cross-validation can be stratified."""
    classifier = _classifier(submission)
    expect.that(
        _says_that_it_is(submission, classifier, "classifier"),
        expected="a classifier, by sklearn.base.is_classifier(make_classifier())",
        found="none",
        likely=TAKEN_FOR.of(
            regressor=lambda: _says_that_it_is(submission, classifier, "regressor"), source=submission.source
        ),
    )


@pytest.mark.check(points=1, needs=["test_classifier"], hint="Which optimizer, activation, epochs and batch_size?")
def test_defaults(submission, default, clouds):
    """make_classifier() trains with adam, relu, six epochs and batches of 16, and a new network in each fit."""
    _expect_training(default, 50, DEFAULT, call="make_classifier()")
    submission.lend("keraskata.datasets.layers.LayerWatch").spoil(default.classifier)
    again = _train(submission, default.classifier, clouds[0][:50], clouds[1][:50])
    largest = np.abs(expect.weights_of(again.model)).max()
    expect.that(
        bool(largest < 500),  # all were 1000; a new one has none above 10
        expected="a new network from a second fit, whatever became of the first one's weights",
        found="the network of the first fit, trained further",
        likely=AGAIN.of(largest=largest),
    )


@pytest.mark.check(points=2, needs=["test_classifier"], hint="Follow each of the four from the call to the network.")
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
        likely=OUTPUT.of(last=last),
    )
    expect.that(
        "crossentropy" in expect.loss_name(model),
        expected="a cross-entropy as the loss",
        found=expect.loss_name(model),
        likely=LOSS.of(loss=expect.loss_name(model)),
    )
    metrics = _metrics(model, points, labels)
    share = float(np.mean(_labels(model, points) == labels))
    expect.that(
        any(expect.same(value, share, tol=1e-4) for value in metrics.values()),
        expected=f"a metric that says {share:.3f} where that share of the rows is answered rightly",
        found=", ".join(f"{metric}: {value:.3f}" for metric, value in metrics.items()) or "no metrics",
        likely=ACCURACY.of(metrics=metrics),
    )


@pytest.mark.check(points=2, needs=["test_classifier"], hint="What does a classifier answer: how likely, or which?")
def test_labels(submission, trained, clouds):
    """predict gives one label, 0 or 1, for each row: the one that the trained network holds more likely."""
    points, labels = clouds

    def cause(answers, points):
        likelihoods = expect.predict(trained.model, points)
        return LABELS.of(
            found=expect.array(answers),
            right=_labels(trained.model, points),
            rows=len(points),
            units=likelihoods.shape[1],
            likelihoods=likelihoods[:, -1],
            last=lambda: expect.output_activation(trained.model),
            spoiled=lambda: _after_spoiling(submission, trained.classifier, points),
            source=submission.source,
        )

    found = trained.classifier.predict(points)
    expect.shape(found, (96,), what="what predict answers for 96 rows", likely=cause(found, points))
    found = expect.array(found)
    expect.that(
        found.dtype.kind in "iuf",
        expected="labels that are the numbers 0 and 1",
        found=f"{found.dtype} as their type",
        likely=cause(found, points),
    )
    expect.that(
        np.isin(found, (0, 1)).all(),
        expected="labels, each 0 or 1",
        found=expect.number(found),
        likely=cause(found, points),
    )
    between = np.linspace([-1.0, -1.0], [1.0, 1.0], 101, dtype="float32")  # from one cloud to the other
    asked = expect.array(trained.classifier.predict(between))
    expect.that(
        expect.same(asked, _labels(trained.model, between)),
        expected=f"the label that model_ holds more likely: {_labels(trained.model, between).sum()} ones in 101 rows "
        "between the clouds",
        found=f"{np.sum(asked):g} ones",
        likely=cause(asked, between),
    )
    alone = trained.classifier.predict(between[:1])
    expect.shape(alone, (1,), what="what predict answers for a single row", likely=cause(alone, between[:1]))
    right = _labels(trained.model, points)
    expect.that(
        (found == right).all(),
        expected=f"the label that model_ holds more likely: {right.sum()} ones in 96 rows",
        found=f"{found.sum():g} ones",
        likely=cause(found, points),
    )
    expect.that(
        np.mean(found == labels) > np.mean(labels == 0),
        expected=f"more right answers than the commoner label alone gives, {np.mean(labels == 0):.2f}",
        found=f"{np.mean(found == labels):.2f}",
        likely=LEARNS.of(model=trained.model),
    )


@pytest.mark.check(points=1, needs=["test_labels"], hint="ClassifierMixin brings the score.")
def test_score(trained, asked):
    """score is the accuracy: the share of rows that are answered rightly."""
    found = trained.classifier.score(*asked)
    expect.close(
        found,
        np.mean(_labels(trained.model, asked[0]) == asked[1]),
        what="the score on rows where some labels are wrong",
        likely=SHARE.of(
            found=found,
            model=trained.model,
            points=asked[0],
            labels=asked[1],
            turned=lambda: trained.classifier.score(asked[0], 1 - asked[1]),
        ),
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
        likely=SILENT.of(printed=default.printed),
    )
    expect.that(
        default.settings.get("build_fn") is None,
        expected="the function that builds the network under the name `model`",
        found="it is under build_fn, and each fit warns that this will go",
        likely=SILENT.of(printed="", build_fn=default.settings.get("build_fn")),
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
        likely=CLONE.of(lost=lost),
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
        likely=CLONE.of(lost=[], others=others),
    )
    _expect_training(
        _train(submission, clone, clouds[0][:40], clouds[1][:40]),
        40,
        {**GIVEN, **{name: OTHER[name] for name in places}},
        call=f"a clone after set_params({', '.join(changed)})",
        cloned=True,
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
            CLASSIFIER.of(
                kind="model" if isinstance(found, keras.Model) else kind,
                has=lambda name: _module(submission, "builtins").hasattr(found, name),
            ),
        ),
    )
    return found


def _says_that_it_is(submission, estimator, kind):
    """Whether an estimator is of this kind to scikit-learn, or says so in the old way, as SciKeras does."""
    told = _module(submission, "builtins").getattr(estimator, "_estimator_type", None)
    return told == kind or getattr(_module(submission, "sklearn.base"), f"is_{kind}")(estimator)


def _train(submission, classifier, points, labels):
    with expect.explained(lambda fault: SHAPES.of(classifier=classifier) if "same shape" in str(fault) else None):
        classifier.fit(points, labels)
    printed, evidence = submission.printed, submission.evidence
    model = classifier.attribute("model_")
    expect.compiled(model, what="the attribute model_, after fit,")
    updates = _module(submission, "operator").attrgetter("model_.optimizer.iterations")(classifier)
    return Trained(classifier, classifier.get_params(deep=False), model, int(updates), printed, evidence)


def _expect_training(trained, rows, wanted, call, cloned=False):
    """The network has the activation and the optimizer of `wanted`, and was updated once for each of its batches."""
    hidden, optimizer = set(expect.hidden_activations(trained.model)), type(trained.model.optimizer).__name__
    epochs, batches, updates = wanted["epochs"], math.ceil(rows / wanted["batch_size"]), trained.updates
    expect.equal(
        {"hidden": ", ".join(sorted(hidden)) or "none", "optimizer": optimizer, "updates": updates},
        {"hidden": wanted["activation"], "optimizer": OPTIMIZERS[wanted["optimizer"]], "updates": epochs * batches},
        what=f"the network of {call}, after {epochs} epochs of {batches} batches,",
        likely=TRAINING.of(
            hidden=hidden,
            optimizer=optimizer,
            updates=updates,
            rows=rows,
            wanted=wanted,
            settings=trained.settings,
            fits=trained.evidence.fits,
            cloned=cloned,
        ),
    )


def _is_stale(seen):
    """Return whether the network of a clone is as the settings were before set_params."""
    return seen.cloned and seen.hidden == {GIVEN["activation"]} and seen.optimizer == OPTIMIZERS[GIVEN["optimizer"]]


def _too_few_rounds(fits, asked):
    ran = sum(fit.ran for fit in fits)
    return {"times": len(fits), "epochs": expect.epochs(ran), "asked": asked} if len(fits) > 1 and ran < asked else None


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
    return answers.argmax(axis=1) if answers.shape[1] > 1 else (answers[:, 0] > _even(model)).astype(int)


def _even(model):
    """What a single unit answers where both labels are as likely: 0 if the loss makes the probability of it."""
    logits = isinstance(model.loss, keras.losses.Loss) and model.loss.get_config().get("from_logits")
    return 0.0 if logits and expect.output_activation(model) == "linear" else 0.5


def _is_nowhere(name, settings):
    """Whether nothing in get_params has this name, also in a dict of it, or the value that was given for it."""
    names = {key.split("__")[-1] for key in settings}
    names.update(key for inside in settings.values() if isinstance(inside, dict) for key in inside)
    return name not in names and GIVEN[name] not in settings.values()


def _after_spoiling(submission, classifier, points):
    """What predict answers where each weight of the network is the same large number."""
    submission.lend("keraskata.datasets.layers.LayerWatch").spoil(classifier)
    return expect.array(classifier.predict(points))


def _taken(seen):
    """The four settings, as the training had them."""
    fit = seen.fits[0]
    optimizer = next(name for name, kind in OPTIMIZERS.items() if kind == seen.optimizer)
    hidden = ", ".join(sorted(seen.hidden))
    return {"optimizer": optimizer, "activation": hidden, "epochs": fit.epochs, "batch_size": fit.batch_size or 32}


def _unread(seen):
    """The settings that fit takes as they were before set_params, as values for words."""
    names = [
        name
        for name in ("epochs", "batch_size")
        if _taken(seen)[name] == GIVEN[name] and seen.wanted[name] == OTHER[name]
    ]
    values = {"wanted": OTHER, "given": GIVEN}
    shown = {key: " and ".join(str(value[name]) for name in names) for key, value in values.items()}
    return {"names": " and ".join(names), **shown} if names and not seen.fits[0].batches else None


def _other_optimizer(seen):
    return seen.optimizer != OPTIMIZERS[seen.wanted["optimizer"]]


def _border(found, likelihoods):
    """The probability from which on the label is 1, if there is one."""
    ones, zeros = likelihoods[found == 1], likelihoods[found == 0]
    return (ones.min() + zeros.max()) / 2 if ones.min() > zeros.max() else None


def _is_loss(seen):
    return expect.same(seen.found, _evaluated(seen.model, seen.points, seen.labels)["loss"], tol=1e-3)


def _metrics(model, points, labels):
    return {name: value for name, value in _evaluated(model, points, labels).items() if name != "loss"}


def _evaluated(model, points, labels):
    """The loss and the compiled metrics, for labels in the form that the model's loss reads."""
    if model.output_shape[-1] > 1 and "sparse" not in expect.loss_name(model):
        labels = np.eye(model.output_shape[-1])[labels]
    else:
        labels = labels[:, None]
    model.run_eagerly = True
    return expect.evaluate(model, points, labels)


def _module(submission, name):
    """A module in the subject: its functions can be called on what stays there."""
    return submission.lend("importlib.import_module", name=name)
