"""Grades s10_autoencoders/denoise: a network trained to answer noisy rows with clean ones.

Three kinds of pictures are used. Digits, as the notes would. Greys, each of a single shade: whatever is uneven in the
answer to one is noise that was let through. Black ones: only noise in the inputs can move the weights behind them.
"""

import numpy as np
import pytest

from keraskata import expect
from keraskata.datasets import load

(DIGITS, _), (UNSEEN, _) = load.digits()
GREYS = np.repeat(np.linspace(0.2, 0.8, 512, dtype="float32")[:, None], 4, axis=1)
BLACK = np.zeros((16, 4), "float32")
STD, STRONG, WEAK = 0.3, 0.5, 0.2
EPOCHS = 20
OTHER = 1001  # and not 2: it ends with the digit of seed 1


@pytest.fixture(scope="module")
def noisy():
    """Unseen digits with noise of the judge's own."""
    return _with_noise(UNSEEN, STD)


@pytest.fixture(scope="module")
def trained(submission):
    """The model trained on digits, which fill no number of batches, and what was asked of Keras."""
    return submission.train_denoiser(DIGITS, STD, EPOCHS, 1), submission.evidence.of_answer


@pytest.fixture(scope="module")
def denoised(trained, noisy):
    return expect.predict(trained[0], noisy)


@pytest.fixture(scope="module")
def first(submission):
    """One epoch on black pictures: the model, `clean` as the call left it, and what was asked of Keras."""
    return submission.train_denoiser(BLACK, STRONG, 1, 1), submission.argument(0), submission.evidence.of_answer


@pytest.fixture(scope="module")
def short(first):
    return first[0]


@pytest.mark.check(points=1, hint="How many numbers does a clean row have, and how many a noisy one?")
def test_model(short):
    """The answer is a model that gives back rows as wide as those that it reads."""
    expect.model(
        short,
        what="the answer of train_denoiser",
        likely=expect.cause(
            (isinstance(short, dict), "this is the history, which fit returns; return the model"),
            (isinstance(short, np.ndarray), "these are rows; return the model that makes them"),
            "return the model",
        ),
    )
    expect.shape(expect.predict(short, BLACK), BLACK.shape, what="the answer of the model to 16 rows of 4 numbers")


@pytest.mark.check(points=2, needs=["test_model"], hint="What does fit get first, and what second?")
def test_noise_goes_in(submission, short):
    """The inputs of the training are noisy, as noise_std says."""
    without = submission.train_denoiser(BLACK, 0.0, 1, 1)
    expect.that(
        not expect.same(expect.weights_of(short), expect.weights_of(without), tol=0),
        expected=f"another network with noise_std={STRONG} than with noise_std=0.0",
        found="the very same weights",
        likely="the network never meets this noise: noise_std is not used, or the noisy rows are not given to fit",
    )
    expect.that(
        not expect.same(_first_kernel(short), _first_kernel(without), tol=0),
        expected="weights behind the inputs that noise moves, where all pictures are black",
        found=f"the same weights there with noise_std={STRONG} and with noise_std=0.0",
        likely="the clean rows went in and the noisy ones were the target: fit takes the inputs first, so "
        "fit(noisy, clean)",
    )
    model = submission.train_denoiser(DIGITS[:400], WEAK, 1, 1)
    noisy_layer = any(type(layer).__name__ == "GaussianNoise" for layer in model.layers)
    for fit in submission.evidence.of_answer.fits:
        if fit.rows and fit.rows.count >= 400 and fit.rows.difference:
            _expect_gaussian(fit.rows.difference, DIGITS[:400], WEAK)
            expect.that(
                not (noisy_layer and fit.rows.difference.deviation),
                expected="noise that is added once",
                found="noisy rows in fit, and a GaussianNoise layer behind the input",
                likely="the layer adds noise to the rows that have it already: leave one of the two out",
            )


@pytest.mark.check(
    points=3, needs=["test_model"], hint="What should the network answer: the noisy row, or the clean one?"
)
def test_noise_does_not_come_out(submission, trained):
    """The target of the training is clean: trained on plain greys, the network lets no noise through."""
    model = submission.train_denoiser(GREYS, STRONG, EPOCHS, 1)
    evidence = submission.evidence.of_answer
    changed = not expect.same(submission.argument(0), GREYS, tol=0)
    noisy = _with_noise(GREYS, STRONG)
    noise = _uneven(noisy)
    let_through = float(np.sum(noise * _uneven(expect.predict(model, noisy))) / np.sum(noise**2))
    expect.calibrated(
        let_through,
        "share of the noise that greys come back with",
        better="lower",
        what="the share of the noise that is still there when plain greys come back",
        likely=expect.cause(
            (changed, "the noise was added to clean itself (+= changes the array), so that no clean rows were left"),
            "the network learned to reproduce the noise: the target of fit is noisy, and should be clean",
        ),
    )
    for asked, clean in (evidence, GREYS), (trained[1], DIGITS):
        expect.trained_on(asked, None, clean, what="the clean rows")


@pytest.mark.check(
    points=3, needs=["test_model"], hint="Is the network wide enough, and trained for as many epochs as were asked for?"
)
def test_unseen_digits(denoised, noisy):
    """Trained on digits, the network brings noisy digits that it never saw nearer to the clean ones."""
    before, found = (float(np.mean((rows - UNSEEN) ** 2)) for rows in (noisy, denoised))
    shown = [rows[:12].reshape(-1, 8, 8) for rows in (UNSEEN, noisy, denoised)]
    expect.keep_images("Unseen digits, with noise, and with the noise taken away", shown)
    likely = expect.cause(
        (
            np.ptp(denoised, axis=0).max() < 0.3,
            "much the same picture comes back whatever goes in: the network was hardly trained, or its code is "
            "too narrow",
        ),
        "the network was hardly trained, or its hidden layer is too narrow to draw digits",
    )
    notes = [
        f"mean squared error of the noisy digits: {expect.number(before)}",
        f"mean squared error of the denoised digits: {expect.number(found)}",
    ]
    expect.calibrated(
        found / before,
        "error of denoised digits over that of noisy ones",
        better="lower",
        what="the error of the denoised digits, as a share of that of the noisy ones",
        likely=likely,
        notes=notes,
    )


@pytest.mark.check(points=2, needs=["test_model"], hint="Which calls draw numbers by chance, and what seeds them?")
def test_seed(submission, first, trained):
    """The same seed gives the same network in every run, and another seed gives another one."""
    source = submission.source
    short, _, evidence = first
    again = submission.reseeded(1).train_denoiser(BLACK, STRONG, 1, 1)
    expect.that(
        expect.same(expect.weights_of(again), expect.weights_of(short), tol=1e-6),
        expected="the same weights in two runs with seed=1",
        found="other weights",
        likely=expect.cause(
            (
                "set_random_seed" not in source,
                "nothing seeds the first weights and the order of the rows: keras.utils.set_random_seed(seed)",
            ),
            "something is drawn before the seed is set, or from a generator without a seed",
        ),
    )
    expect.that(
        expect.same(expect.weights_of(submission.train_denoiser(BLACK, STRONG, 1, 1)), expect.weights_of(short), 1e-6),
        expected="the same weights in two calls with seed=1",
        found="other weights in the second call",
        likely="a generator is kept, and goes on from call to call: make it again in each call, from seed",
    )
    other = submission.train_denoiser(BLACK, STRONG, 1, OTHER)
    expect.that(
        not _alike(_first_kernel(other), _first_kernel(short)),
        expected=f"another network with seed={OTHER} than with seed=1",
        found="nearly the same weights",
        likely="the seed is fixed, or cut to fewer digits, instead of taken from the argument as it is",
    )
    noises = [
        [
            fit.rows.difference
            for fit in asked.fits
            if fit.rows and fit.rows.difference and fit.rows.difference.deviation
        ]
        for asked in (evidence, submission.evidence.of_answer)
    ]
    expect.that(
        not noises[0] or noises[0] != noises[1],
        expected=f"other noise with seed={OTHER} than with seed=1",
        found="the very same noise",
        likely="the generator of the noise has a fixed seed: give it seed",
    )
    longer = submission.train_denoiser(BLACK, STRONG, 2, 1)
    for asked, epochs in (submission.evidence.of_answer, 2), (trained[1], EPOCHS):
        expect.trained_for(asked, epochs, what="the network")
    steps, twice = (int(model.optimizer.iterations) if model.compiled else 0 for model in (short, longer))
    expect.equal(
        twice,
        2 * steps,
        what=f"the number of training steps with epochs=2, where epochs=1 takes {steps},",
        likely=expect.FIXED_EPOCHS,
    )


@pytest.mark.check(
    points=1, needs=["test_model"], hint="Which operators change an array itself, and which make a new one?"
)
def test_clean_stays(first):
    """The rows that were passed in stay clean."""
    expect.unchanged(first[1], BLACK, what="clean")


def _with_noise(rows, std):
    noise = np.random.default_rng(7).normal(0, std, size=rows.shape)
    return (rows + noise).astype("float32")


def _expect_gaussian(found, clean, std):
    """Require that noise spreads as Gaussian noise does, be the noisy rows cut to 0..1 or not.

    Of some 25,000 numbers each quantity is known to a tenth of what it may differ by.
    """
    if not (found.deviation or found.mean):
        return  # the noise is made elsewhere, as by a layer
    noise = _with_noise(clean, std) - clean
    kinds = [noise, np.clip(clean + noise, 0, 1) - clean, np.maximum(clean + noise, 0) - clean]
    [mean, deviation] = zip(*[(float(kind.mean()), float(kind.std())) for kind in kinds], strict=True)
    near = [
        abs(found.mean - mean[i]) < 0.05 * std and abs(found.deviation - deviation[i]) < 0.05 * std for i in range(3)
    ]
    words = f"standard deviation {expect.number(found.deviation)} and mean {expect.number(found.mean)}"
    expect.that(
        any(near),
        expected=f"noise with standard deviation {std} and mean 0",
        found=f"noise with {words}",
        likely=expect.cause(
            (abs(found.deviation - std**0.5) < 0.05 * std, "noise_std is taken for the variance: give it as it is"),
            (
                found.deviation < 0.01 * std,
                "the same number is added everywhere: noise_std is the second number of normal",
            ),
            (abs(found.mean) > 0.05 * std, "Gaussian noise has the mean 0: it darkens as often as it brightens"),
            (abs(found.deviation - std / 2**0.5) < 0.05 * std, "only a part of the numbers gets noise"),
            "the standard deviation is not noise_std",
        ),
    )
    if not near[0]:
        return  # cut off, it has other figures in each place
    expect.that(
        abs(found.kurtosis - 3) < 0.3,
        expected="Gaussian noise",
        found=f"noise of another distribution (its kurtosis is {expect.number(found.kurtosis)}, and not 3)",
        likely="draw with the method normal of the generator",
    )
    expect.that(
        max(found.of_rows * np.sqrt(clean.shape[1]), found.of_columns * np.sqrt(len(clean))) < 3 * std,
        expected="a number of its own for each number of each row",
        found="the same noise in many places",
        likely="draw as many numbers as clean has: size=clean.shape",
    )


def _uneven(rows):
    """What differs within a row from its mean."""
    return rows - rows.mean(axis=1, keepdims=True)


def _first_kernel(model):
    return next((weight for weight in model.get_weights() if weight.ndim > 1), np.zeros(0))


def _alike(one, other):
    """Whether two kernels began as the same random numbers; an epoch more moves them only a little."""
    return one.shape == other.shape and np.corrcoef(np.ravel(one), np.ravel(other))[0, 1] > 0.8
