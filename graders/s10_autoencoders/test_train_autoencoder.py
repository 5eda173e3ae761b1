"""Grades s10_autoencoders/train_autoencoder: the target is the input, for training and validation rows.

With a learning rate of zero each figure can be worked out beforehand, whatever the size of the batches.
"""

import keras
import numpy as np
import pytest
from sklearn.decomposition import PCA

from keraskata import expect
from keraskata.datasets import load

(DIGITS, _), (UNSEEN, _) = load.digits()
CODE, EPOCHS = 16, 5
KEYS = ["loss", "val_loss"]


@pytest.fixture(scope="module")
def rows():
    """Training and validation rows that are unlike each other, so that their errors differ a lot.

    Some of their numbers are below 0 or above 1. Whoever learns the ones forgets the others.
    """
    rng = np.random.default_rng(3)
    return rng.uniform(-0.3, 0.4, (40, 6)).astype("float32"), rng.uniform(0.5, 1.3, (24, 6)).astype("float32")


@pytest.fixture(scope="module")
def still(submission, rows):
    """Two epochs in which nothing can change: the answer, and the model as it began."""
    model = _autoencoder(6, 2, keras.optimizers.SGD(0.0))
    return submission.train_autoencoder(model, *rows, 2), model


@pytest.fixture(scope="module")
def trained(submission):
    """Training on digits: the answer, the model before and after, and what was asked of Keras."""
    model = _autoencoder(DIGITS.shape[1], CODE, keras.optimizers.Adam(0.01))
    answer = submission.train_autoencoder(model, DIGITS, UNSEEN, EPOCHS)
    return answer, model, submission.argument(0), submission.evidence.of_argument(0)


@pytest.mark.check(points=2, hint="What does fit return, and where does that keep its figures?")
def test_history(still, trained):
    """The answer is a dictionary with loss and val_loss: one number for each epoch."""
    for (found, *_), epochs in ((still, 2), (trained, EPOCHS)):
        expect.kind(
            found,
            dict,
            what="the answer of train_autoencoder",
            likely="fit returns a History; its dictionary is history.history",
        )
        missing = [key for key in KEYS if key not in found]
        expect.that(
            not missing,
            expected="the keys loss and val_loss",
            found=", ".join(map(str, found)) or "no keys at all",
            likely="val_loss is there only if fit gets validation_data"
            if missing == ["val_loss"]
            else "return the dictionary of the History, with the names that fit gives",
        )
        for key in KEYS:
            values = found[key]
            expect.that(
                isinstance(values, (list, tuple, np.ndarray)) and all(map(expect.is_number, values)),
                expected=f"a list of numbers under {key}",
                found=expect.number(values),
                likely="keep the whole list that the History has under this name",
            )
            expect.equal(
                len(values),
                epochs,
                what=f"with epochs={epochs} the number of values under {key}",
                likely="the number of epochs is fixed; or it went to fit without its name, epochs=epochs",
            )


@pytest.mark.check(
    points=3, needs=["test_history"], hint="fit takes what goes in, then what should come out. What should come out?"
)
def test_target(still, rows):
    """The target of each training row is that row: the loss is the error between the row and what comes back."""
    _expect_error(still, rows[0], "loss", "the rows of train")


@pytest.mark.check(
    points=2, needs=["test_history"], hint="validation_data is a pair as well: what goes in, and what should come out."
)
def test_validation(still, rows):
    """The target of each validation row is that row."""
    _expect_error(still, rows[1], "val_loss", "the rows of validation")


@pytest.fixture(scope="module")
def worse(submission, rows):
    """Training that makes the validation rows worse in each epoch: answer, model afterwards, and what was asked."""
    answer = submission.train_autoencoder(_autoencoder(6, 2, keras.optimizers.Adam(0.05)), *rows, EPOCHS)
    return answer, submission.argument(0), submission.evidence.of_argument(0)


@pytest.mark.check(
    points=2, needs=["test_target"], hint="Which model does fit belong to? After the last epoch its weights stay."
)
def test_trained(trained, worse, rows):
    """The model that was passed in is trained, and its last val_loss is the error that it has now."""
    answer, before, after, evidence = trained
    expect.moved(before, after, likely="fit was never called on this model: a copy was trained, or none at all")
    expect.close(
        answer["val_loss"][-1],
        _error(after, UNSEEN),
        what="the last val_loss",
        tol=1e-4,
        likely="the figures belong to another model than the one that came back, or are not as they were measured",
    )
    expect.trained_for(evidence, EPOCHS)
    answer, after, evidence = worse
    expect.trained_for(evidence, EPOCHS)
    values = answer["val_loss"]
    expect.close(
        values[-1],
        _error(after, rows[1]),
        what="the last val_loss of a training in which it rises",
        tol=1e-4,
        likely=expect.cause(
            (
                len(values) > 1 and values[-1] == min(values),
                "this is the lowest so far; give what was measured after each epoch, also where it rises",
            ),
            "the figures are not as they were measured, or belong to another model",
        ),
    )


@pytest.mark.check(
    points=2, needs=["test_trained"], hint="What would the error be if the answer were the same for each row?"
)
def test_unseen_digits(trained):
    """Trained on digits, the model gives unseen digits back better than the average digit does."""
    answer, _, after, evidence = trained
    expect.keep_curves("The losses while the autoencoder learns digits", {"training": answer["loss"]})
    restored = expect.predict(after, UNSEEN)
    shown = [UNSEEN[:12].reshape(-1, 8, 8), restored[:12].reshape(-1, 8, 8)]
    expect.keep_images("Unseen digits, and what comes back", shown)
    components = PCA(CODE).fit(DIGITS)
    pca = np.mean((components.inverse_transform(components.transform(UNSEEN)) - UNSEEN) ** 2)
    expect.at_most(
        _error(after, UNSEEN),
        float(np.mean((DIGITS.mean(axis=0) - UNSEEN) ** 2)),
        what="the mean squared error on unseen digits",
        likely=expect.cause(
            (
                any((fit.batch_size or 0) > 64 for fit in evidence.fits),
                "the batches are so large that five epochs have few steps; Keras' usual size, 32, is small enough",
            ),
            "the model hardly learned: it was trained on few of the rows, or on other rows than those of train",
        ),
        notes=[f"with the average digit it is the bound above; with PCA it is {expect.number(float(pca))}"],
    )


def _expect_error(still, rows, key, whose):
    answer, model = still
    restored, cut = expect.predict(model, rows), np.clip(rows, 0, 1)
    right = _error(model, rows)
    found = answer[key]
    expect.that(
        expect.same(found, [right] * 2, tol=1e-4),
        expected=f"{key} the same in two epochs at a learning rate of zero: {expect.number(right)}, the mean squared "
        f"difference between {whose} and what the model makes of them",
        found=expect.number(found),
        likely=expect.cause(
            (
                float(np.max(np.abs(expect.array(found)))) < 1e-6,
                "the model is told to learn its own answers, so that there is nothing to learn: the target is the row",
            ),
            (expect.same(found, [float(np.mean(restored**2))] * 2, tol=1e-4), "the target is 0 everywhere"),
            (
                any(
                    expect.same(found, [float(np.mean((made - cut) ** 2))] * 2, tol=1e-4)
                    for made in (restored, expect.predict(model, cut))
                ),
                "the numbers are cut to 0..1; each row is to come back as it is",
            ),
            (
                not expect.same(found[0], found[1], tol=1e-6),
                "the model was compiled again, and so lost the optimizer that it came with; or the rows change from "
                "epoch to epoch",
            ),
            f"the input or the target is not exactly {whose}, each row with itself",
        ),
    )


def _error(model, rows):
    return float(np.mean((expect.predict(model, rows) - rows) ** 2))


def _autoencoder(width, code, optimizer):
    keras.utils.set_random_seed(0)
    model = keras.Sequential()
    model.add(keras.Input((width,)))
    model.add(keras.layers.Dense(code, activation="tanh"))
    model.add(keras.layers.Dense(width, activation="sigmoid"))
    model.compile(optimizer=optimizer, loss="mean_squared_error")
    return model
