"""Grades s10_autoencoders/denoise: a network trained to answer noisy rows with clean ones.

Three kinds of pictures are used. Digits, as the notes would. Greys, each of a single shade: whatever is uneven in the
answer to one is noise that was let through. Black ones: only noise in the inputs can move the weights behind them.
"""

import re

import keras
import numpy as np
import pytest

from keraskata import expect
from keraskata.datasets import load

(DIGITS, _), (UNSEEN, _) = load.digits()
GREYS = np.repeat(np.linspace(0.2, 0.8, 512, dtype="float32")[:, None], 4, axis=1)
BLACK = np.zeros((16, 4), "float32")
MORE = np.zeros((400, 4), "float32")
# As many numbers in so few rows that they are one batch: how the rows of several batches spread is not known.
WIDE = DIGITS[:400].reshape(16, -1)
FEW = DIGITS[:16]
GREY = np.full_like(WIDE, 0.5)
STD, STRONG, WEAK = 0.3, 0.5, 0.2
FAINT = 0.02  # so little that nothing of it is cut off in grey pictures
EPOCHS = 20
FIRST = 0  # which is false where code asks `if seed`
OTHER = 1000  # and not 1: it ends with the digit of FIRST
_SETS_A_SEED = re.compile(r"seed\w*\s*[(=]")  # whichever library it is of
UNTRAINED = (
    "no training of this model was seen in this call: was a copy trained, or none at all?",
    lambda seen: _untrained(seen.asked),
)

ANSWER = expect.diagnoses(
    history=(
        "this is what fit returns, the figures of the training; return the model",
        lambda seen: expect.is_history(seen.found) or "loss" in seen.found,
    ),
    rows=("these are rows; return the model that makes them", lambda seen: np.ndim(seen.found) == 2),
    otherwise="return the model that was trained",
)
WIDTH = expect.diagnoses(
    width=(
        "a row of 4 numbers comes back as {n} numbers: how many units has the last layer?",
        lambda seen: {"n": seen.answers.shape[1]} if seen.answers.shape[1] != 4 else None,
    ),
    otherwise="for each row of 4 numbers come back 4 numbers",
)
ASKED = expect.diagnoses(
    training=(
        "a layer is called with training=True, so that it acts also where the network is called, as in network(rows): "
        "leave it out. fit itself tells the layers that it trains",
    ),
)
_NOISE_IS_TARGET = (
    "the second array that fit got is noise, with the mean 0 and the standard deviation noise_std: let the clean rows "
    "be the target"
)
_NOT_CLEAN = "the second array that fit got is not clean: print both"
LAYER = expect.diagnoses(otherwise="hand noise_std to the layer of noise as it is")
NOISY = expect.diagnoses(
    rounds=(
        "with epochs=1 nothing is trained, and with epochs=2 something is: does a loop go round once too few?",
        lambda seen: _untrained(seen.asked) and seen.two().fits,
    ),
    few=(
        "nothing is trained on {few} rows, and on {many} something is: is the last batch left out?",
        lambda seen: {"few": len(BLACK), "many": len(MORE)} if _untrained(seen.asked) and seen.more().fits else None,
    ),
    untrained=UNTRAINED,
    swapped=(
        "the clean rows went in and the noisy ones were the target. Which of the two does fit take first?",
        lambda seen: _clean(seen.asked, "inputs") and _noise(seen.asked, "targets"),
    ),
    behind=(
        "the layer of noise comes behind the first Dense layer: the rows themselves stay clean",
        lambda seen: _clean(seen.asked, "inputs") and "Dense" in _before_the_noise(seen.model),
    ),
    layer=(
        "the layer of noise does the same for each noise_std",
        lambda seen: seen.same and _clean(seen.asked, "inputs") and _same_noise(seen.model, seen.quiet),
    ),
    multiplies=(
        "a {kind} layer multiplies each number, so that black pixels stay black; noise is added to every number",
        lambda seen: (
            {"kind": _first_kind(seen.model)}
            if _clean(seen.asked, "inputs") and _first_kind(seen.model) in ("Dropout", "GaussianDropout")
            else None
        ),
    ),
    multiplied=(
        "black rows came to fit without noise, and grey rows with some: is the noise multiplied? It is added, to every "
        "number",
        lambda seen: _clean(seen.asked, "inputs") and _noise(seen.grey(), "difference"),
    ),
    black=(
        "with black pictures noise_std changes nothing, and with grey ones it does: is the noise multiplied? It is "
        "added, to every number",
        lambda seen: seen.same and seen.grey_changes(),
    ),
    clean=(
        "the first array that fit got has no noise in it: fit takes the noisy rows first, and clean second",
        lambda seen: _clean(seen.asked, "inputs") and _before_the_noise(seen.model) is None,
    ),
    unscaled=(
        "with noise_std=0.0 the rows in fit are as noisy as with noise_std=0.5",
        lambda seen: _noise(seen.asked, "inputs") and _noise(seen.asked, "inputs") == _noise(seen.without, "inputs"),
    ),
    otherwise="the first layer has to read noisy rows, and noise_std says how noisy they are",
)
NOISE = expect.diagnoses(
    target=(_NOISE_IS_TARGET, lambda seen: seen.strange and _is_noise(seen.target, seen.std)),
    no_target=(_NOT_CLEAN, lambda seen: seen.strange),
    twice=(
        "the layer of noise adds it to rows that have noise already: leave one of the two out",
        lambda seen: seen.layer and seen.found.deviation,
    ),
    offset=(
        "noise_std itself is added to each number; it says how far the noise spreads",
        lambda seen: seen.found.deviation < 1e-4 and abs(seen.found.mean - seen.std) < 1e-4,
    ),
    number=("the same number is added everywhere; draw one for each", lambda seen: seen.found.deviation < 1e-4),
    row=(
        "every picture gets the same row of noise; draw as many numbers as clean has, all from one generator",
        lambda seen: _of_columns(seen.found) or _of_columns(seen.uncut()),
    ),
    column=(
        "all numbers of a picture get the same noise; draw as many numbers as clean has",
        lambda seen: _of_rows(seen.found) or _of_rows(seen.uncut()),
    ),
    uniform=(
        "the noise is uniform: small and large numbers come equally often. In Gaussian noise the small ones are common",
        lambda seen: (
            abs(seen.uncut().kurtosis - 1.8) < 0.05
            and min(abs(seen.uncut().mean), abs(seen.uncut().mean - FAINT / 2)) < 0.05 * FAINT
        ),
    ),
    center=(
        "the noise has the mean {mean} and the standard deviation {deviation}: normal takes the mean first, and "
        "noise_std is to come second",
        lambda seen: (
            {"mean": expect.number(seen.found.mean), "deviation": expect.number(seen.found.deviation)}
            if abs(seen.found.mean - seen.std) < 0.03 and abs(seen.found.deviation - 1) < 0.03
            else None
        ),
    ),
    mean=(
        "the noise changes the mean of all numbers by {mean}. Gaussian noise has the mean 0: it darkens as often as it "
        "brightens",
        lambda seen: (
            {"mean": expect.number(seen.found.mean)}
            if abs(seen.uncut().mean) > max(0.05 * FAINT, 0.1 * seen.uncut().deviation)
            else None
        ),
    ),
    variance=(
        "noise_std is taken for the variance: give it as it is",
        lambda seen: abs(seen.uncut().deviation / FAINT**0.5 - 1) < 0.05,
    ),
    squared=(
        "the noise spreads by the square of noise_std",
        lambda seen: abs(seen.uncut().deviation / FAINT**2 - 1) < 0.05,
    ),
    part=(
        "only about {percent} % of the numbers get noise; every number needs it",
        lambda seen: _share(seen.found, seen.std),
    ),
    parted=(
        "where all pictures are alike the noise is as it should be, and where they differ it is not, though all of the "
        "clean ones are there: were the noisy rows put in another order, apart from the clean ones?",
        lambda seen: seen.clean and abs(seen.uncut().deviation / FAINT - 1) < 0.1 and seen.found.deviation > seen.std,
    ),
    batches=(
        "each batch gets the same noise, as from a generator that begins again with the same seed: of {n} noisy rows, "
        "made of rows that are alike, only {k} differ",
        lambda seen: {"n": seen.n, "k": seen.k},
    ),
    fixed=(
        "with noise_std=0.5 the noise spreads as far as with noise_std=0.2: what does normal get?",
        lambda seen: (
            0.75 < seen.found.deviation / seen.strong().deviation < 1.33
            and abs(seen.uncut().deviation / FAINT - 1) > 0.1
        ),
    ),
    otherwise="noise_std is the second number of normal, which draws one for each number of clean",
)
TARGET = expect.diagnoses(
    changed=(
        "clean itself was changed (+= changes an array), so that no clean rows were left",
        lambda seen: seen.changed and seen.asked.trained_on(None, GREYS).strange,
    ),
    noisy=(
        "fit got the same rows twice: the noisy ones are its target, too",
        lambda seen: _clean(seen.asked, "difference") and seen.asked.trained_on(None, GREYS).strange,
    ),
    noise=(
        _NOISE_IS_TARGET,
        lambda seen: (
            all(_is_noise(fit.rows.targets, STRONG) for fit in seen.asked.fits)
            and seen.asked.trained_on(None, GREYS).strange
        ),
    ),
    other=(
        _NOT_CLEAN,
        lambda seen: seen.asked.trained_on(None, GREYS).strange,
    ),
    otherwise="a network that learned to answer with clean rows lets little noise through: print both arrays of fit",
)
_REMADE = (
    "each of {times} calls of fit trains another network, and the last of these comes back: make one, before the loop"
)
LEARNED = expect.diagnoses(
    untrained=UNTRAINED,
    softmax=(
        "the numbers of each answer add up to 1, as softmax makes them, and those of a picture do not: end in sigmoid, "
        "or without an activation",
        lambda seen: np.allclose(seen.answers.sum(axis=1), 1, atol=1e-3),
    ),
    narrow=(
        "the narrowest layer has {n} units: too few to draw digits",
        lambda seen: {"n": seen.narrowest} if seen.narrowest < 8 else None,
    ),
    remade=(_REMADE, lambda seen: _remade(seen.every)),
    epochs=(
        "the training ran for {ran}, where {asked} were asked for: print epochs, and look at how fit gets it",
        lambda seen: (
            {"ran": expect.epochs(sum(fit.ran for fit in seen.asked.fits)), "asked": EPOCHS}
            if 0 < sum(fit.ran for fit in seen.asked.fits) < EPOCHS
            else None
        ),
    ),
    piles=(
        "the noise grows from call to call of fit, from a standard deviation of {first} to {last}: does each add it to "
        "rows that are noisy already? Begin with clean each time",
        lambda seen: _growth(seen.asked),
    ),
    batch=(
        "a batch of {size} rows leaves {steps} steps for the whole training: take smaller ones",
        lambda seen: _few_steps(seen.asked.fits),
    ),
    rate=(
        "a learning rate of {rate} hardly moves the weights",
        lambda seen: _tiny_rate(seen.asked.fits[-1].optimizer),
    ),
    otherwise="print the loss of each epoch: does it fall, and does it still fall at the end?",
)
ROUNDS = expect.diagnoses(
    remade=(_REMADE,),
    rounds=(
        "fit is called {times} times, for one epoch each, where epochs is {epochs}: how often does the loop go round?",
    ),
    squared=(
        "each of {times} calls of fit trains for all {epochs} epochs: in a loop over the epochs, each call is for one, "
        "epochs=1",
    ),
)
AGAIN = expect.diagnoses(
    zero=(
        "with seed=0 fewer seeds are set than with seed=1: 0 is false in Python, where `if` or `or` asks for it",
        lambda seen: _seeds_set(seen.asked) < _seeds_set(seen.one()),
    ),
    none=(
        "no seed is set anywhere: keras.utils.set_random_seed(seed)",
        lambda seen: (
            not any(seed.value is not None for seed in seen.asked.seeds) and not _SETS_A_SEED.search(seen.source)
        ),
    ),
    weights=(
        "the first weights and the order of the rows have no seed: keras.utils.set_random_seed(seed)",
        lambda seen: not _SETS_A_SEED.search(seen.source),
    ),
    generator=(
        "default_rng() is called without a seed, and begins elsewhere in every run",
        lambda seen: any(seed.by.endswith("default_rng") and seed.value is None for seed in seen.asked.seeds),
    ),
    numpy=(
        "np.random.seed seeds NumPy alone; keras.utils.set_random_seed seeds Keras, too",
        lambda seen: {seed.by for seed in seen.asked.seeds} == {"numpy.random.seed"},
    ),
    hashed=(
        "hash() makes another number of a text in every run of Python: the seed was {one}, and {other} in the next",
        lambda seen: _other_seed(seen) if re.search(r"\bhash\(", seen.source) else None,
    ),
    value=(
        "the seed that is set is {one} in one run, and {other} in the next: make it of seed alone",
        lambda seen: _other_seed(seen),
    ),
    late=(
        "the seed is set only after compile: the first weights of the layers do not come from it. Set it first",
        lambda seen: _seeded_after_compile(seen.asked) and not re.search("initializer", seen.source),
    ),
    noise=(
        "the noise is another in each run: is it drawn before the seed is set, or by something that does not get it?",
        lambda seen: _apart(_noises(seen.asked), _noises(seen.next)) > 1e-3,
    ),
    others=(
        "the noise is the same in both runs, and something else is not: is the seed set before any layer is made?",
        lambda seen: _apart(_noises(seen.asked), _noises(seen.next)) < 1e-6,
    ),
    otherwise="all that is drawn by chance comes from seed: is something drawn before it is set, or without it?",
)
KEPT = expect.diagnoses(
    noise=(
        "the second call adds other noise: a generator goes on from call to call. Make one in each call, from seed",
        lambda seen: _noise(seen.first.of_answer, "difference") != _noise(seen.second.of_answer, "difference"),
    ),
    otherwise="something is kept from the first call, outside of the function, and the second goes on from there",
)
LEFT = expect.diagnoses(
    order=(
        "the rows of clean are in another order after the call, as shuffle leaves them: mix a copy of it",
        lambda seen: np.array_equal(*(np.unique(rows, axis=0) for rows in (seen.left, FEW))),
    ),
    otherwise="clean is another after the call: make a new array, and change no part of this one",
)
SEED = expect.diagnoses(
    value=(
        "with seed=1000 the seed that is set is {value}, as with seed=0: set seed itself, with all its digits",
        lambda seen: next(
            {"value": seed.value} for seed in seen.one.seeds if seed.value is not None and seed in seen.other.seeds
        ),
    ),
    otherwise="the noise, the first weights and the order of the rows all depend on seed",
)


@pytest.fixture(scope="module")
def noisy():
    """Unseen digits with noise of the judge's own."""
    return _with_noise(UNSEEN, STD)


@pytest.fixture(scope="module")
def trained(submission):
    """The model trained on digits, which fill no number of batches, and what was asked of Keras, of it and in all."""
    _expect_no_more_epochs(submission)
    model = submission.train_denoiser(DIGITS, STD, EPOCHS, 1)
    return model, submission.evidence.of_answer, submission.evidence


@pytest.fixture(scope="module")
def denoised(trained, noisy):
    return expect.predict(trained[0], noisy)


@pytest.fixture(scope="module")
def first(submission):
    """One epoch on black pictures: the model, `clean` as the call left it, and what was asked of Keras."""
    return submission.train_denoiser(BLACK, STRONG, 1, FIRST), submission.argument(0), submission.evidence


@pytest.fixture(scope="module")
def short(first):
    return first[0]


@pytest.mark.check(points=1, hint="How many numbers does a clean row have, and how many a noisy one?")
def test_model(short):
    """The answer is a model that gives back rows as wide as those that it reads."""
    expect.model(
        short,
        what="the answer of train_denoiser",
        likely=ANSWER.of(found=short),
    )
    answers = expect.predict(short, BLACK)
    expect.shape(
        answers, BLACK.shape, what="the answer of the model to 16 rows of 4 numbers", likely=WIDTH.of(answers=answers)
    )
    expect.row_by_row(short, what="the answer of train_denoiser")


@pytest.mark.check(points=2, needs=["test_model"], hint="What does fit get first, and what second?")
def test_noise_goes_in(submission, first):
    """The inputs of the training are noisy, as noise_std says."""
    short, asked = first[0], first[2].of_answer
    without = submission.train_denoiser(BLACK, 0.0, 1, FIRST)
    same = expect.same(expect.weights_of(short), expect.weights_of(without), tol=0)
    likely = NOISY.of(
        asked=asked,
        model=short,
        quiet=without,
        without=submission.evidence.of_answer,
        same=same,
        two=lambda: _asked(submission, BLACK, 2),
        more=lambda: _asked(submission, MORE, 1),
        grey=lambda: _asked(submission, GREYS[:16], 1),
        grey_changes=lambda: not expect.same(*_weights_of_greys(submission, STRONG, 0.0), tol=0),
    )
    expect.that(
        not same,
        expected=f"another network with noise_std={STRONG} than with noise_std=0.0",
        found="the very same weights",
        likely=likely,
    )
    expect.that(
        not expect.same(_first_kernel(short), _first_kernel(without), tol=0),
        expected="weights behind the inputs that noise moves, where all pictures are black",
        found=f"the same weights there with noise_std={STRONG} and with noise_std=0.0",
        likely=likely,
    )
    model = submission.train_denoiser(WIDE, WEAK, 1, 1)
    noisy_layer = _before_the_noise(model) is not None
    spread = _noise_of_inputs(model)
    expect.that(
        spread is None or abs(spread / WEAK - 1) < 0.1,
        expected=f"noise with the standard deviation {WEAK}, as noise_std says",
        found=f"a layer of noise with {expect.number(spread)}",
        likely=LAYER.of(),
    )
    for fit in submission.evidence.of_answer.fits:
        if fit.rows and fit.rows.count == len(WIDE) and fit.rows.difference:
            match = fit.trained_on(None, WIDE)
            likely = NOISE.of(
                found=fit.rows.difference,
                target=fit.rows.targets,
                strange=match and match.strange,
                std=WEAK,
                clean=match and match.own == len(WIDE) and not match.strange,
                layer=noisy_layer,
                strong=lambda: asked.fits[0].rows.difference,
                uncut=lambda: _asked(submission, GREY, 1, FAINT).fits[0].rows.difference,
            )
            what = "a difference between the two arrays of fit" if match and match.strange else "noise"
            _expect_gaussian(fit.rows.difference, WIDE, WEAK, likely, what)
            expect.that(
                not (noisy_layer and fit.rows.difference.deviation),
                expected="noise that is added once",
                found="noisy rows in fit, and a layer of noise behind the input",
                likely=likely,
            )


@pytest.mark.check(
    points=3, needs=["test_model"], hint="What should the network answer: the noisy row, or the clean one?"
)
def test_noise_does_not_come_out(submission, request):
    """The target of the training is clean: trained on pictures of one grey each, the network lets no noise through."""
    _expect_no_more_epochs(submission)
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
        what="the share of the noise that is still there when pictures of one grey each come back",
        likely=TARGET.of(asked=evidence, changed=changed),
    )
    expect.trained_on(evidence, None, GREYS, what="the clean rows")
    if any(fit.batches or (fit.rows and fit.rows.count < len(GREYS)) for fit in evidence.fits):
        _expect_other_noise_in_each_batch(submission)
    called = keras.ops.convert_to_numpy(model(GREYS[:16]))
    expect.that(
        expect.same(called, expect.predict(model, GREYS[:16]), tol=1e-3),
        expected="the same answers where the network is called with rows as from its predict, without noise of its own",
        found="other answers",
        likely=ASKED.says("training"),
    )
    expect.trained_on(request.getfixturevalue("trained")[1], None, DIGITS, what="the clean rows")


@pytest.mark.check(
    points=3, needs=["test_model"], hint="Is the network wide enough, and trained for as many epochs as were asked for?"
)
def test_unseen_digits(trained, denoised, noisy):
    """Trained on digits, the network brings noisy digits that it never saw nearer to the clean ones."""
    before, found = (float(np.mean((rows - UNSEEN) ** 2)) for rows in (noisy, denoised))
    shown = [rows[:12].reshape(-1, 8, 8) for rows in (UNSEEN, noisy, denoised)]
    expect.keep_images(
        "Unseen digits, with noise, and with the noise taken away",
        shown,
        look="Look down each column: is the last digit nearer to the first than the noisy one between them?",
    )
    likely = LEARNED.of(asked=trained[1], every=trained[2], answers=denoised, narrowest=_narrowest(trained[0]))
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
def test_seed(submission, first, request):
    """The same seed gives the same network in every run, and another seed gives another one."""
    short, _, evidence = first
    anew = submission.reseeded(1)
    again = anew.train_denoiser(BLACK, STRONG, 1, FIRST)
    expect.that(
        expect.same(expect.weights_of(again), expect.weights_of(short), tol=1e-6),
        expected=f"the same weights in two runs with seed={FIRST}",
        found="other weights",
        likely=AGAIN.of(
            asked=evidence,
            next=anew.evidence,
            source=submission.source,
            one=lambda: _evidence(submission, seed=1),
        ),
    )
    second = submission.train_denoiser(BLACK, STRONG, 1, FIRST)
    expect.that(
        expect.same(expect.weights_of(second), expect.weights_of(short), 1e-6),
        expected=f"the same weights in two calls with seed={FIRST}",
        found="other weights in the second call",
        likely=KEPT.of(first=evidence.of_answer, second=submission.evidence.of_answer),
    )
    other = submission.train_denoiser(BLACK, STRONG, 1, OTHER)
    likely = SEED.of(one=evidence, other=submission.evidence)
    expect.that(
        not _alike(_first_kernel(other), _first_kernel(short)),
        expected=f"another network with seed={OTHER} than with seed={FIRST}",
        found="nearly the same weights",
        likely=likely,
    )
    noises = [_noise(asked.of_answer, "difference") for asked in (evidence, submission.evidence)]
    expect.that(
        not noises[0] or noises[0] != noises[1],
        expected=f"other noise with seed={OTHER} than with seed={FIRST}",
        found="the very same noise",
        likely=likely,
    )
    _, longest, every = request.getfixturevalue("trained")
    expect.trained_for(longest, EPOCHS, what="the network", likely=_rounds(every, EPOCHS))
    longer = submission.train_denoiser(BLACK, STRONG, 2, 1)
    fits = submission.evidence.of_answer
    expect.trained_for(fits, 2, what="the network", likely=_rounds(submission.evidence, 2))
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
def test_clean_stays(submission, first):
    """The rows that were passed in stay clean, and in their order."""
    expect.unchanged(first[1], BLACK, what="clean")
    submission.train_denoiser(FEW, STRONG, 1, 1)
    left = submission.argument(0)
    expect.unchanged(left, FEW, what="clean", likely=LEFT.of(left=left))


def _expect_no_more_epochs(submission):
    """Require, before a long training, that no loop over the epochs trains for all of them each time."""
    submission.train_denoiser(BLACK, STRONG, 3, 1)
    fits = submission.evidence.of_answer
    expect.that(
        len(fits.fits) != 3 or any(fit.ran != 3 for fit in fits.fits),
        expected="the network trained for 3 epochs in all",
        found="9 epochs, in 3 calls of fit",
        likely=ROUNDS.says("squared", times=3, epochs=3),
    )


def _with_noise(rows, std):
    noise = np.random.default_rng(7).normal(0, std, size=rows.shape)
    return (rows + noise).astype("float32")


def _expect_gaussian(found, clean, std, likely, what):
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
        found=f"{what} with {words}",
        likely=likely,
    )
    if not near[0]:
        return  # cut off, it has other figures in each place
    expect.that(
        abs(found.kurtosis - 3) < 0.3,
        expected="Gaussian noise",
        found=f"noise of another distribution (its kurtosis is {expect.number(found.kurtosis)}, and not 3)",
        likely=likely,
    )
    expect.that(
        max(found.of_rows * np.sqrt(clean.shape[1]), found.of_columns * np.sqrt(len(clean))) < 3 * std,
        expected="a number of its own for each number of each row",
        found="the same noise in many places",
        likely=likely,
    )


def _expect_other_noise_in_each_batch(submission):
    """Require that rows that are alike, and come in several batches, all get another noise."""
    alike = np.full_like(MORE, 0.5)
    used = [fit.rows for fit in _asked(submission, alike, 1, FAINT).fits]
    if all(rows and rows.whole for rows in used):
        n, k = sum(rows.count for rows in used), len({mark for rows in used for mark in rows.marks})
        expect.that(
            k == 1 or k > 0.9 * n,  # a layer adds the noise, or each row has its own
            expected=f"other noise for each of {len(alike)} rows that are alike",
            found=f"{k} different rows in all batches together",
            likely=NOISE.says("batches", n=n, k=k),
        )


def _asked(submission, clean, epochs, std=STRONG):
    """What is asked of Keras in a training on these rows."""
    submission.train_denoiser(clean, std, epochs, 1)
    return submission.evidence.of_answer


def _weights_of_greys(submission, *stds):
    return [expect.weights_of(submission.train_denoiser(GREYS[:16], std, 1, 1)) for std in stds]


def _evidence(submission, seed):
    """What a training with this seed does."""
    submission.train_denoiser(BLACK, STRONG, 1, seed)
    return submission.evidence


def _seeds_set(evidence):
    return sum(seed.value is not None for seed in evidence.seeds)


def _untrained(asked):
    return asked.complete and not asked.fits and not asked.by_hand


def _rounds(evidence, epochs):
    """Why a loop around fit trained for another number of epochs; None where there is no such loop."""
    fits = evidence.of_answer.fits
    if times := _remade(evidence):
        return ROUNDS.says("remade", **times)
    if len(fits) < 2 or any(fit.batches or fit.epochs != 1 for fit in fits):
        return None
    return ROUNDS.says("rounds", times=len(fits), epochs=epochs)


def _remade(evidence):
    """How many networks were trained where each call of fit trained another one, and the last one came back."""
    fits = evidence.fits
    alone = evidence.complete and len({fit.model for fit in fits}) == len(fits) > 1
    return {"times": len(fits)} if alone and fits[-1:] == evidence.of_answer.fits else None


def _is_noise(spread, std):
    """Whether numbers have the mean 0 and this standard deviation."""
    return spread and abs(spread.mean) < 0.1 * std and abs(spread.deviation / std - 1) < 0.1


def _other_seed(seen):
    """The first seeds of two runs that are not the same."""
    pairs = zip(seen.asked.seeds, seen.next.seeds, strict=True)
    return next(
        {"one": one.value, "other": other.value}
        for one, other in pairs
        if None not in (one.value, other.value) and one != other
    )


def _noise(asked, which):
    """How the inputs, the targets or their difference spread, in each fit of which this is known; [] if they do not."""
    spreads = [getattr(fit.rows, which) for fit in asked.fits if fit.rows]
    return [spread for spread in spreads if spread and spread.deviation]


def _noises(asked):
    """How far the noise of each fit spreads, where fit got the same rows in each epoch."""
    return [] if any(fit.batches for fit in asked.fits) else [at.deviation for at in _noise(asked, "difference")]


def _apart(one, other):
    """By how much the largest of these differences stands out; it raises where there is nothing to compare."""
    return max(np.abs(np.subtract(one, other)))


def _seeded_after_compile(asked):
    """Whether the first seed of Keras was set after its first compile."""
    places = {id(step): at for at, step in enumerate(asked.steps)}
    seeds = [places[id(seed)] for seed in asked.seeds if "set_random_seed" in seed.by]
    return asked.complete and min(places[id(step)] for step in asked.compiles) < min(seeds)


def _of_rows(spread):
    """Whether the numbers of a row are nearly the same, and those of different rows are not."""
    return spread.of_rows > 0.9 * spread.deviation


def _of_columns(spread):
    """Whether the rows are nearly the same, and the numbers in each are not."""
    return spread.of_columns > 0.9 * spread.deviation


def _growth(asked):
    """The noise of the first and of the last call of fit, where it grew in each, and by half or more in all."""
    noises = [spread.deviation for spread in _noise(asked, "difference")]
    grew = len(noises) == len(asked.fits) > 1 and np.all(np.diff(noises) > 0) and noises[-1] > 1.5 * noises[0]
    return {"first": expect.number(noises[0]), "last": expect.number(noises[-1])} if grew else None


def _clean(asked, which):
    """Whether it is known of each fit that they do not spread."""
    return bool(asked.fits) and not any(getattr(fit.rows, which).deviation for fit in asked.fits)


def _kinds(model):
    """The kinds of the layers behind the input; one of the learner's own that adds noise is a GaussianNoise here."""
    return [type(layer).__name__ for layer in model.layers if type(layer).__name__ != "InputLayer"]


def _before_the_noise(model):
    """The kinds of the layers before a GaussianNoise layer; None where there is no such layer."""
    kinds = _kinds(model)
    return kinds[: kinds.index("GaussianNoise")] if "GaussianNoise" in kinds else None


def _noise_of_inputs(model):
    """The standard deviation of the layer of noise that the rows themselves meet; None where there is no such layer."""
    before = _before_the_noise(model)
    if before is None or "Dense" in before:
        return None
    return next(float(at.stddev) for at in model.layers if type(at).__name__ == "GaussianNoise")


def _same_noise(*models):
    """Whether both networks have layers of noise, which spread equally far; of one's own, it is measured."""
    one, other = ([at.stddev for at in model.layers if type(at).__name__ == "GaussianNoise"] for model in models)
    return bool(one) and expect.same(one, other, tol=0.05)


def _first_kind(model):
    return next(iter(_kinds(model)), None)


def _share(found, std):
    """The share of the numbers that got noise, by two figures that agree on it: deviation and kurtosis."""
    share = (found.deviation / std) ** 2
    known = 0.02 < share < 0.95 and abs(share * found.kurtosis - 3) < 0.2
    return {"percent": round(100 * share)} if known else None


def _few_steps(fits):
    """Fewer than 60 steps, by the size of the batches."""
    steps = sum(-(-fit.rows.count // fit.batch_size) * fit.ran for fit in fits)
    return {"size": fits[0].batch_size, "steps": steps} if 0 < steps < 60 else None


def _tiny_rate(optimizer):
    rate = optimizer.settings["learning_rate"]
    return {"rate": expect.number(rate)} if rate < 1e-4 else None


def _narrowest(model):
    return min((weight.shape[-1] for weight in model.get_weights() if weight.ndim > 1), default=0)


def _uneven(rows):
    """What differs within a row from its mean."""
    return rows - rows.mean(axis=1, keepdims=True)


def _first_kernel(model):
    return next((weight for weight in model.get_weights() if weight.ndim > 1), np.zeros(0))


def _alike(one, other):
    """Whether two kernels began as the same random numbers; an epoch more moves them only a little."""
    return one.shape == other.shape and np.corrcoef(np.ravel(one), np.ravel(other))[0, 1] > 0.8
