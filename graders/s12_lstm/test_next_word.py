"""Grades s12_lstm/next_word: a network that was trained on a text says the next word.

If the same words are followed by different words, the next word cannot be known: such windows are not asked.
"""

import re
from collections import defaultdict

import keras
import numpy as np
import pytest

from keraskata import expect
from keraskata.datasets import load

EPOCHS, SEED = 30, 1
_ORDER_OF_A_SET = re.compile(r"\b(enumerate|list|tuple)\(\s*set\(")
# Nearly every set of words comes in several orders here, each with a next word of its own; "the" is the last word of
# the alphabet.
SENTENCE = (
    "one day the cat met the dog and the dog met the cat so the sun met the day and the day met the sun "
    "so one cat and one dog met one day"
)
# Each window comes several times here, and all of them are more than a batch of 64: now their order matters, too.
# Two short trainings are compared, which is why a few epochs are enough.
THRICE, FEW = "\n".join([SENTENCE] * 3), 5
# Short, for its training is what this grader costs: 64 windows, one step of an epoch in batches of 64. In lines, over
# whose ends the windows go. The lighthouse has a name, where "stands" stood in the alphabet, too: lower() leaves its
# last letter as it is, and casefold() does not.
WORDS = load.lighthouse().replace("stands", "Straß", 1).split()[:66]
TEXT = "\n".join(" ".join(WORDS[start : start + 6]) for start in range(0, 66, 6))
LINES = "each line was cut by itself; windows go over the ends of lines, too, for these are white space"
STUCK = "words at the ends of lines stick together, as in {word!r}: the end of a line is white space, too"
ERROR = "an error, where there was an answer before"
# Layers that may hold an LSTM; of all others the name says whether it is one.
MAY_HOLD = {"RNN", "Bidirectional", "TimeDistributed", "StackedRNNCells", "Sequential", "Functional", "Lambda"}


def _following(text, seq_len):
    """For each row of seq_len - 1 words, the words that follow it somewhere."""
    words = text.lower().split()
    following = defaultdict(set)
    for start in range(len(words) - seq_len + 1):
        *row, word = words[start : start + seq_len]
        following[tuple(row)].add(word)
    return following


def _windows(text, seq_len):
    """The next word of each row of seq_len - 1 words that has only one."""
    return {row: found.pop() for row, found in _following(text, seq_len).items() if len(found) == 1}


IN_SENTENCE, IN_TEXT = _windows(SENTENCE, 4), _windows(TEXT, 3)
# The next word cannot be known here; but a predictor that chooses the likeliest says the same one each time.
OPEN = [row for row, found in _following(TEXT, 3).items() if len(found) > 1][:5]


def _share(answers, says):
    """The share of rows to which the answer is what `says` makes of row and right word."""
    return np.mean([answer == says(row, right) for row, (answer, right) in answers.items()])


def _follows(answers, key):
    """Whether rows with the same key always get the same answer, of many that there are."""
    groups = defaultdict(set)
    for row, (answer, right) in answers.items():
        groups[key(row, right)].add(answer)
    some = len({answer for answer, _ in answers.values()}) > 3
    return some and len(groups) + 5 <= len(answers) and all(len(group) == 1 for group in groups.values())


def _neighbour(answers, text):
    """An answer and the right word, where each answer is the word before the right one in a list, or each behind it.

    The words are listed by the alphabet or as they are first seen, the last before the first.
    """
    words = text.lower().split()
    pairs = list(answers.values())
    for known in (sorted(set(words)), list(dict.fromkeys(words))):
        steps = {(known.index(answer) - known.index(right)) % len(known) for answer, right in pairs}
        if steps in ({1}, {len(known) - 1}):
            return {"found": pairs[0][0], "right": pairs[0][1]}
    return None


def _before(text, row):
    """The word that stands before these in the text."""
    text = f"  {' '.join(text.lower().split())} "
    return text[: text.index(f" {' '.join(row)} ")].split(" ")[-1]


def _ran(evidence):
    """Whether anything was trained for an epoch or more."""
    return evidence.by_hand or any(fit.ran != 0 or fit.batches for fit in evidence.fits)


def _sides(code):
    """The sides on which calls of pad_sequences fill rows up."""
    calls = re.findall(r"pad_sequences\((?:[^()]|\([^()]*\))*\)", code)
    return {"post" if re.search(r"padding\s*=\s*.post", call) else "pre" for call in calls}


def _set_to(evidence, value):
    return any("set_random_seed" in seed.by and seed.value == value for seed in evidence.seeds)


PREDICTOR = expect.diagnoses(
    model=(
        "this is the trained model, which takes numbers; put a function around it that takes words",
        lambda seen: isinstance(seen.found, keras.Model),
    ),
    answer=(
        "this is an answer: return the predictor itself, and let others call it",
        lambda seen: isinstance(seen.found, str),
    ),
    otherwise="return a function, or an object with __call__",
)
ANSWER = expect.diagnoses(
    none=("the predictor ends without `return`", lambda seen: seen.found is None),
    number=(
        "this is the number of the word; index_to_word has the word",
        lambda seen: expect.is_number(seen.found) and int(seen.found) == seen.found,
    ),
    probabilities=(
        "these are probabilities; np.argmax gives the place of the largest",
        lambda seen: seen.found.dtype.kind == "f" and seen.found.size > 1,
    ),
    line=("this is a line of words; return the next word alone", lambda seen: " " in seen.found.strip()),
    boxed=(
        "the word is inside something else; return it alone, as text",
        lambda seen: isinstance(seen.found, (list, tuple, np.ndarray)) and isinstance(seen.found[0], str),
    ),
    otherwise="the answer is the next word, a text",
)
ONCE = expect.diagnoses(
    late=(
        "the training stands where questions are answered; call fit once, before the first question",
        lambda seen: not seen.trained,
    ),
    again=(
        "it was trained, and learns further when it is asked; it only answers there",
        lambda seen: seen.trained,
    ),
)
TRAINED = expect.diagnoses(
    never=(
        "it was never trained: nothing calls fit",
        lambda seen: "keras" in seen.code and not re.search(r"\bfit\(|train_on_batch|GradientTape|backward", seen.code),
    ),
    table=(
        "this is a table of what follows what; a network learns, and has an answer to rows that it never saw",
        lambda seen: not re.search(r"keras|torch|tensorflow|jax", seen.code),
    ),
    otherwise="a network of Keras is trained before it answers, for `epochs` epochs",
)
LAYERS = expect.diagnoses(
    frozen=(
        "trainable=False keeps its first weights for ever",
        lambda seen: any("LSTM" in layer.kind and not layer.learns for layer in seen.layers),
    ),
    relative=(
        "this is a relative of the LSTM; the task asks for an LSTM",
        lambda seen: any(layer.kind in ("GRU", "SimpleRNN") for layer in seen.layers),
    ),
    none=(
        "the LSTM reads the words one after the other; no other layer of these does",
        lambda seen: not any("LSTM" in layer.kind or layer.kind in MAY_HOLD for layer in seen.layers),
    ),
    otherwise="there is an LSTM among the layers, and it learns",
)
UNKNOWN = expect.diagnoses(
    key=(
        "the dict raises a KeyError of its own: look each word up first, and raise a ValueError",
        lambda seen: isinstance(_tried(seen.ask, seen.row)[1], KeyError),
    ),
    name=(
        "there is a ValueError, but its message does not say which word is unknown",
        lambda seen: isinstance(_tried(seen.ask, seen.row)[1], ValueError),
    ),
    answered=(
        "a word that the text does not have is answered like any other. Look each word up first; 0 is padding",
        lambda seen: _tried(seen.ask, seen.row)[1] is None,
    ),
    otherwise="look each word up first, and name the one that the text does not have",
)
CAPITALS = expect.diagnoses(
    unknown=(
        "with capitals the word is unknown: call lower() on each word that is asked, too",
        lambda seen: isinstance(seen.error, (KeyError, ValueError)) and seen.word in str(seen.error),
    ),
    otherwise="call lower() on each word that is asked, too",
)
LEARNED = expect.diagnoses(
    third=(
        "fit's third argument is batch_size: write epochs=epochs",
        lambda seen: re.search(r"\bfit\([^()=]*,[^()=]*,\s*epochs\b(?!\s*=)", seen.code),
    ),
    told=(
        "fit is not told how many epochs, and then runs a single one: epochs=epochs",
        lambda seen: sum(fit.ran for fit in seen.evidence.fits) == 1 and not re.search(r"epochs\s*=", seen.code),
    ),
    rate=(
        "a learning rate of {rate:g} makes steps that are far too large for Adam: 0.05 learns this",
        lambda seen: _large_rate(seen.evidence),
    ),
    same=(
        "it always says the same word. Look at the learning rate, and at how many numbers Embedding and the last "
        "layer have room for",
        lambda seen: len({answer for answer, _ in seen.answers.values()}) == 1,
    ),
    last=(
        "it says the last word that went in. Which words go in, and which one is to be foretold?",
        lambda seen: _share(seen.answers, lambda row, right: row[-1]) > 0.6,
    ),
    before=(
        "it says the word before the row; it is asked for the word behind it",
        lambda seen: _share(seen.answers, lambda row, right: _before(seen.text, row)) > 0.6,
    ),
    neighbour=(
        "it says {found!r} in place of {right!r}, and each time the neighbour in the list of words: the numbers are "
        "off by one, as where they begin at 1 and the list at 0",
        lambda seen: _neighbour(seen.answers, seen.text),
    ),
    shifted=(
        "each word is answered by another, always by the same one: somewhere the numbers of the words are shifted",
        lambda seen: (
            _follows(seen.answers, lambda row, right: right) and _share(seen.answers, lambda row, right: right) == 0
        ),
    ),
    backwards=(
        "it is right when the words are asked in the opposite order: somewhere the row is turned round",
        lambda seen: (
            np.mean([str(seen.ask(list(row[::-1]))) == right for row, (_, right) in seen.answers.items()]) > 0.6
        ),
    ),
    alone=(
        "the answer follows from the last word alone; all words go in",
        lambda seen: _follows(seen.answers, lambda row, right: row[-1]),
    ),
    sides=(
        "pad_sequences fills rows up on both sides here: in front in one place, behind in the other",
        lambda seen: len(_sides(seen.code)) == 2,
    ),
    copied=(
        "clone_model makes a network with new weights; the one that was trained has to answer",
        lambda seen: "clone_model" in seen.code and "set_weights" not in seen.code,
    ),
    lines=(LINES, lambda seen: seen.missed and not seen.missed & seen.within),
    otherwise="Adam with a learning rate of 0.05 learns this in 30 epochs. What is asked goes in as in the training",
)
NEVER = expect.diagnoses(
    last=(
        "the last number of the vocabulary is left out where the likeliest is chosen",
        lambda seen: seen.never == {max(SENTENCE.split())},
    ),
    otherwise="each number of the vocabulary is among those of which the likeliest is chosen",
)
EPOCHS_IGNORED = expect.diagnoses(
    trained=(
        "with epochs=0 it is trained all the same: train for `epochs` epochs and no more, also where these are few",
        lambda seen: _ran(seen.untrained[1]),
    ),
    otherwise="what the network says depends on how long it was trained",
)
EARLY = expect.diagnoses(
    table=(
        "nothing was trained here: the words come from a table of the windows. The answer is what the network says",
        lambda seen: not _ran(seen.early[1]),
    ),
    otherwise="a network that has hardly learned knows little; the answer is what the network says",
)
MASKED = expect.diagnoses(
    mask=(
        "mask_zero=True leaves the word that has number 0 out; number the words from 1, or have no mask",
        lambda seen: re.search(r"mask_zero\s*=\s*True|Masking\(", seen.code),
    ),
    otherwise="each word that is asked goes into the network, in its place",
)
WINDOWS = expect.diagnoses(
    held_back=(
        "a part is held back by validation_split; learn from all of the text",
        lambda seen: any(fit.held_back for fit in seen.fits),
    ),
    lines=(LINES, lambda seen: seen.count == sum(len(line.split()) - 3 for line in seen.lines) < len(seen.windows)),
    alike=(
        "windows that are alike are kept only once; what comes more often is likelier, so learn from them all",
        lambda seen: seen.count == len(set(seen.windows)) < len(seen.windows),
    ),
    one=(
        "one window is missing: the first begins with the first word, and the last ends with the last",
        lambda seen: seen.count == len(seen.windows) - 1,
    ),
    ends=(STUCK, lambda seen: _stuck(seen.ask, seen.lines, 3)),
    otherwise="windows are missing: one begins at each word that has enough words behind it",
)
WORD = expect.diagnoses(
    capitals=(
        "the answer has capitals: words are learned and answered in lower case",
        lambda seen: seen.strange != seen.strange.lower() in seen.words,
    ),
    casefold=(
        "'straß' became 'strass': lower() leaves it as it is, and casefold() does not",
        lambda seen: seen.strange == "strass",
    ),
    punctuation=(
        "its punctuation is gone; words are parted at white space, and nothing is taken away",
        lambda seen: any(re.sub(r"\W", "", word) == seen.strange for word in seen.words),
    ),
    ends=(STUCK,),
    otherwise="the words of the text are what stands between its white space, in lower case",
)
ASKING = expect.diagnoses(
    drawn=(
        "asked four times in a row, it does not always say the same. np.argmax takes the likeliest, and draws nothing",
        lambda seen: any(len({_asked_again(seen.ask, row) for _ in range(4)}) > 1 for row in seen.rows),
    ),
    shared=(
        "two predictors share a model or a dict that is global: make them inside the function",
        lambda seen: re.search(r"^\s*global\b|^[A-Za-z_]+\s*=\s*(\{\}|\[\]|dict|list|keras)", seen.code, re.M),
    ),
    otherwise="what a predictor needs is made inside the function, for this predictor alone",
)
SEEDING = expect.diagnoses(
    unseeded=(
        "np.random.default_rng() without a seed draws something else in each run: give it seed",
        lambda seen: any(seed.by == "numpy.random.default_rng" and seed.value is None for seed in seen.evidence.seeds),
    ),
    later=(
        "the network begins alike in both runs, so what is drawn later, such as the order of the windows, "
        "does not come from seed",
        lambda seen: seen.alike() is True,
    ),
    late=(
        "the seed is set too late: set it before the network is made, which draws its first weights by chance",
        lambda seen: (
            _set_to(seen.evidence, SEED)
            and not _ORDER_OF_A_SET.search(seen.code)  # it differs, too
            and seen.alike() is False
        ),
    ),
    order=(
        "the words are numbered in the order of a set, which is another in each run: sort them first",
        lambda seen: _set_to(seen.evidence, SEED) and _ORDER_OF_A_SET.search(seen.code) and "sort" not in seen.code,
    ),
    numpy=(
        "np.random.seed does not seed Keras; keras.utils.set_random_seed does",
        lambda seen: "random.seed" in seen.code and "set_random_seed" not in seen.code,
    ),
    nothing=(
        "nothing sets the seed: call keras.utils.set_random_seed(seed) first",
        lambda seen: not seen.evidence.seeds and "seed(" not in seen.code,
    ),
    otherwise="all that is drawn by chance comes from seed: the first weights, and the order of the windows",
)
SEED_IGNORED = expect.diagnoses(
    fixed=(
        "the seed is fixed, instead of taken from seed",
        lambda seen: seen.evidence.seeds and not any(seed.value == 2 for seed in seen.evidence.seeds),
    ),
    otherwise="another seed draws other first weights, and so gives other answers to rows that were never seen",
)


@pytest.fixture(scope="module")
def first(submission):
    """The predictor for the sentence, and what was done to train it."""
    predictor = submission.train_next_word(SENTENCE, 4, EPOCHS, SEED)
    return predictor, submission.evidence


@pytest.fixture(scope="module")
def sentence(first):
    return first[0]


@pytest.fixture(scope="module")
def text_answers(text):
    try:
        return _answers(text, IN_TEXT)
    except Exception as fault:
        told, stuck = getattr(fault, "feedback", None), _stuck(text, TEXT.splitlines(), 2)
        if told and stuck:
            expect.that(
                False,
                expected="an answer to each two words of the text",
                found=told.found,
                likely=WORD.says("ends", **stuck),
                notes=told.notes,
            )
        raise


@pytest.fixture(scope="module")
def text_fitted(submission, unseen):
    """The predictor for the text, trained after the other one has answered, and what was done to train it."""
    predictor = submission.train_next_word(TEXT, 3, EPOCHS, SEED)
    return predictor, submission.evidence


@pytest.fixture(scope="module")
def text(text_fitted):
    return text_fitted[0]


@pytest.fixture(scope="module")
def runs(submission):
    """What the predictors of two runs answer, what was done to train each, and the predictors."""
    return [_run(submission.reseeded(number)) for number in (1, 3)]


@pytest.fixture(scope="module")
def unseen(sentence):
    """Known words in rows that the sentence does not have, with their answers, which depend on each single weight."""
    return {row: str(sentence(list(row))) for row in _drawn(12)}


@pytest.fixture(scope="module")
def untrained(submission):
    """A predictor that was trained for no epoch, or None."""
    return _trained_for(submission, 0, SEED)


@pytest.mark.check(points=1, hint="A function can be made inside a function, and be returned.")
def test_predictor(sentence):
    """What comes back can be called with a list of words, and answers with a word."""
    expect.that(
        callable(sentence) and not isinstance(sentence, keras.Model),
        expected="a predictor, to be called with a list of words",
        found="nothing (None)" if sentence is None else f"{type(sentence).__name__}: {expect.number(sentence)}",
        likely=expect.cause(expect.no_return(sentence), PREDICTOR.of(found=sentence)),
    )
    question = next(iter(IN_SENTENCE))
    answer = sentence(list(question))
    expect.that(
        isinstance(answer, str) and len(answer.split()) == 1,
        expected=f"a word for {list(question)}",
        found=expect.number(answer),
        likely=ANSWER.of(found=answer),
    )


@pytest.mark.check(points=1, needs=["test_predictor"], hint="What is done once, and what each time that somebody asks?")
def test_once(submission, first):
    """A network is trained, and all of its training is done before it is asked for the next words."""
    predictor, evidence = first
    trained = evidence.trained
    predictor(list(next(iter(IN_SENTENCE))))
    expect.that(
        not submission.evidence.trained,
        expected="an answer of a network that is already trained",
        found="training while it answers",
        likely=ONCE.of(trained=trained),
    )
    expect.that(
        trained,
        expected=f"the training of a network for {EPOCHS} epochs",
        found="nothing that Keras was asked to train",
        likely=TRAINED.of(code=_code(submission)),
    )
    _expect_lstm(evidence)


@pytest.mark.check(
    points=2, needs=["test_predictor"], hint="Is the word in word_to_index? If not: raise ValueError(...)"
)
def test_unknown(submission, sentence):
    """A word that the text does not have raises a ValueError that names it."""
    for strange, row in (("whale", ["one", "day", "whale"]), ("zebra", ["zebra", "cat", "met"])):
        expect.raises(
            ValueError,
            sentence,
            row,
            mentions=[strange],
            likely=UNKNOWN.of(ask=sentence, row=row, code=_code(submission)),
        )


@pytest.mark.check(
    points=1, needs=["test_predictor"], hint="The text is in lower case; what about the words that are asked?"
)
def test_capitals(sentence):
    """Capitals in a question make no difference."""
    for row in list(IN_SENTENCE)[:3]:
        capitals = [row[0].upper(), *map(str.capitalize, row[1:])]
        answer, error = _tried(sentence, capitals)
        expect.that(
            error is None,
            expected=f"an answer to {capitals}, as to {list(row)}",
            found=f"{type(error).__name__}: {error}",
            likely=CAPITALS.of(error=error, word=capitals[0]),
        )
        expect.equal(
            answer,
            sentence(list(row)),
            what=f"the answer to {list(row)} with capitals",
            likely=CAPITALS.of(error=error),
        )


@pytest.mark.check(
    points=2, needs=["test_once"], hint="What goes in, what should come out, and is the training long enough?"
)
def test_sentence(submission, first, sentence, unseen, untrained, runs):
    """Trained for `epochs` epochs, it knows what follows each three words of a sentence where order is everything."""
    _expect_right(submission, first, _answers(sentence, IN_SENTENCE), "sentence")
    _expect_each_word(_answers(sentence, IN_SENTENCE))
    expect.trained_for(first[1], EPOCHS, what="the network")
    _expect_all_windows(sentence, first[1], SENTENCE, EPOCHS)
    _expect_all_windows(runs[0][2], runs[0][1], THRICE, FEW)
    expect.that(
        untrained is None or _said(untrained[0], unseen) != unseen,
        expected=f"other answers with epochs=0 than with epochs={EPOCHS}",
        found=f"the same ones, to {len(unseen)} rows of words that the sentence does not have",
        likely=EPOCHS_IGNORED.of(untrained=untrained),
    )
    _expect_learned(submission, untrained)
    _expect_order_of_each_word(submission, sentence)


@pytest.mark.check(
    points=2, needs=["test_once"], hint="What goes in, what should come out, and is the training long enough?"
)
def test_text(submission, text_fitted, text_answers):
    """Trained on a longer text, it knows what follows each two words that are always followed by the same."""
    rows = [
        (" ".join(row), answer if answer == right else f"{answer} ✗", right)
        for row, (answer, right) in list(text_answers.items())[:12]
    ]
    expect.keep_table(
        "What comes next in the text",
        ["after", "it says", "the text says"],
        rows,
        look="Look for rows with ✗: there it says another word than the text.",
    )
    within = {row for line in TEXT.splitlines() for row in _following(line, 3)}
    _expect_right(submission, text_fitted, text_answers, "text", within)


@pytest.mark.check(
    points=1, needs=["test_once"], hint="What is a word of the text, once it is in lower case and split?"
)
def test_words(text, text_answers):
    """Each answer is a word of the text: in lower case, with its punctuation."""
    words = TEXT.lower().split()
    strange = next((answer for answer, _ in text_answers.values() if answer not in words), None)
    expect.that(
        strange is None,
        expected="words of the text, in lower case",
        found=expect.number(strange),
        likely=WORD.of(strange=str(strange), words=words),
    )
    known = [word for word in ("strass", "whale") if _asked_again(text, (word, "at")) != ERROR]
    expect.that(
        known != ["strass"],
        expected="an error where 'strass' is asked, which is no word of the text",
        found="an answer",
        likely=WORD.of(strange="strass", words=words),
    )


@pytest.mark.check(
    points=1, needs=["test_once"], hint="Does anything change when the predictor is asked? Who else uses it?"
)
def test_asking(submission, sentence, unseen, text):
    """The same question gets the same answer, whatever else was asked or trained in between."""
    for row, answer in unseen.items():
        expect.equal(
            _asked_again(sentence, row),
            answer,
            what=f"the second answer to {list(row)}, after another predictor was trained",
            likely=ASKING.of(ask=sentence, rows=list(unseen), code=_code(submission)),
        )
    for row in OPEN:
        answers = {_asked_again(text, row) for _ in range(4)}
        expect.that(
            len(answers) == 1,
            expected=f"the same answer to {list(row)} each time",
            found=" and ".join(sorted(map(str, answers))),
            likely=ASKING.of(ask=text, rows=OPEN, code=_code(submission)),
        )


@pytest.mark.check(points=1, needs=["test_once"], hint="Which function of Keras sets every seed at once, and when?")
def test_seed(submission, runs, unseen, untrained):
    """The same seed gives the same predictor in another run."""
    (one, evidence, _), (other, _, _) = runs
    expect.that(
        one == other,
        expected=f"the same answers in both runs to {len(one)} rows of words",
        found=f"{sum(one[row] != other[row] for row in one)} different answers",
        likely=SEEDING.of(
            evidence=evidence, code=_code(submission), alike=lambda: _begins_alike(submission, untrained, unseen)
        ),
    )
    if untrained is not None:
        without = _said(untrained[0], unseen)
        others = [_trained_for(submission, 0, seed) for seed in (2, 3)]
        if any(_said(other and other[0], unseen) != without for other in others):
            return
    # Networks that know nothing may well say the same; once they are trained, they do not.
    another, evidence = submission.train_next_word(SENTENCE, 4, EPOCHS, 2), submission.evidence
    expect.that(
        _said(another, unseen) != unseen,
        expected="another predictor with another seed",
        found=f"the same answers with seed=1 and seed=2 to {len(unseen)} rows of words that the sentence does not have",
        likely=SEED_IGNORED.of(evidence=evidence),
    )


def _expect_lstm(evidence):
    """The network that was trained has an LSTM that learns, as far as its layers are known."""
    for fit in evidence.fits:
        if not fit.layers or len(fit.layers) >= 40 or any(layer.own for layer in fit.layers):
            continue
        found = [layer for layer in fit.layers if "LSTM" in layer.kind or layer.kind in MAY_HOLD]
        expect.that(
            any(layer.learns for layer in found),
            expected="an LSTM in the network that is trained",
            found=", ".join(layer.kind + " (frozen)" * (not layer.learns) for layer in fit.layers),
            likely=LAYERS.of(layers=fit.layers),
        )


def _expect_all_windows(ask, evidence, text, epochs):
    """In each epoch the network got every window of the text, as far as its rows are known."""
    fits = evidence.fits
    if not evidence.complete or evidence.by_hand or any(not (fit.rows and (fit.ran or fit.batches)) for fit in fits):
        return
    words = text.split()
    windows = [tuple(words[start : start + 4]) for start in range(len(words) - 3)]
    seen = sum(fit.rows.count * (1 if fit.batches else fit.ran) for fit in fits) / epochs
    expect.that(
        not fits or seen >= len(windows),
        expected=f"{len(windows)} windows to learn from in each of {epochs} epochs",
        found=f"{seen:g} on average",
        likely=WINDOWS.of(ask=ask, fits=fits, count=seen, windows=windows, lines=text.splitlines()),
    )


def _expect_learned(submission, untrained):
    """What it knows of the sentence comes from the training: a network without one cannot know it."""
    epochs = 0 if untrained is not None else 1
    early = untrained if untrained is not None else _trained_for(submission, 1, SEED)
    said = _said(early and early[0], IN_SENTENCE)
    right = sum(said[row] == word for row, word in IN_SENTENCE.items())
    expect.that(
        right < 0.8 * len(IN_SENTENCE),
        expected=f"a network that knows little of the sentence with epochs={epochs}, before it has learned",
        found=f"the right word after {right} of {len(IN_SENTENCE)} rows",
        likely=EARLY.of(early=early),
    )


def _expect_order_of_each_word(submission, ask):
    """Require that it matters where a word stands: a mask leaves it out, so that only the others' order is left."""
    words = sorted(set(SENTENCE.split()))
    for word in words:
        pairs = ((one, two) for one in words for two in words if len({one, two, word}) == 3)
        expect.that(
            any(_asked_again(ask, (word, one, two)) != _asked_again(ask, (one, two, word)) for one, two in pairs),
            expected=f"answers that depend on where {word!r} stands",
            found=f"the same answer with {word!r} before any two words of the sentence and behind them",
            likely=MASKED.of(code=_code(submission)),
        )


def _run(submission):
    """Train on the text in which each window comes several times; return answers, what was done, and whom to ask."""
    predictor = submission.train_next_word(THRICE, 4, FEW, SEED)
    evidence = submission.evidence
    return _said(predictor, _drawn(24)), evidence, predictor


def _drawn(count):
    """Draw rows of words that are known, but that do not stand so in the sentence."""
    drawn = np.random.default_rng(0).choice(sorted(set(SENTENCE.split())), size=(count, 3)).tolist()
    return [row for row in map(tuple, drawn) if row not in IN_SENTENCE]


def _trained_for(submission, epochs, seed, run=2):
    """Return a predictor that was trained for so few epochs, or none, that it costs nothing, and what was done for it.

    None if there is none: the task does not require an untrained network. It runs in a folder without files of an
    earlier training.
    """
    fresh = submission.reseeded(run)
    fresh.place("folder")  # now its working folder
    try:
        return fresh.train_next_word(SENTENCE, 4, epochs, seed), fresh.evidence
    except Exception:
        return None


def _begins_alike(submission, untrained, rows):
    """Whether networks that were not trained answer the same in another run; None where there are none."""
    other = _trained_for(submission, 0, SEED, run=4)
    return _said(untrained[0], rows) == _said(other[0], rows) if untrained and other else None


def _tried(ask, row):
    """The answer, and the KeyError or ValueError of the learner's code that the question ends in, or None."""
    try:
        return ask(list(row)), None
    except Exception as fault:
        error = getattr(fault, "error", None)
        if not isinstance(error, (KeyError, ValueError)):
            raise
        return None, error


def _stuck(ask, lines, length):
    """The last word of a line and the first of the next one as a word that is known, to be named in a row."""
    last, first = lines[0].split()[-1], lines[1].split()[0]
    for end in ("\n", ""):
        known = [_asked_again(ask, (word,) * length) != ERROR for word in (last + end + first, first + end + last)]
        if known == [True, False]:  # who knows both knows any word
            return {"word": last + end + first}
    return None


def _said(ask, rows):
    """What is answered to each row."""
    return {row: _asked_again(ask, row) for row in rows}


def _large_rate(evidence):
    """Return the learning rate of an Adam that no LSTM learns with."""
    used = [fit.optimizer for fit in evidence.fits if fit.optimizer and fit.optimizer.kind.startswith("Adam")]
    rates = [each.settings.get("learning_rate") for each in used if not each.own]
    return next(({"rate": rate} for rate in rates if isinstance(rate, float) and rate >= 1), None)


def _asked_again(ask, row):
    """The answer, or what became of it: a predictor that answered once may now know other words."""
    try:
        return ask(list(row))
    except Exception:
        return ERROR


def _answers(ask, windows):
    """For each row of words the answer, and the word that is right."""
    return {row: (str(ask(list(row))), right) for row, right in windows.items()}


def _expect_right(submission, trained, answers, name, within=()):
    """Require enough right answers; `within` are rows of which the whole window stands in one line."""
    predictor, evidence = trained
    missed = {row for row, (answer, right) in answers.items() if answer != right}
    expect.calibrated(
        float(np.mean([answer == right for answer, right in answers.values()])),
        f"share of right next words in the {name}",
        better="higher",
        what=f"the share of right next words in the {name}",
        likely=LEARNED.of(
            ask=predictor,
            answers=answers,
            evidence=evidence,
            code=_code(submission),
            text=TEXT if name == "text" else SENTENCE,
            missed=missed if name == "text" else set(),
            within=set(within),
        ),
    )


def _expect_each_word(answers):
    """Require that each word that comes next three times or more is said at least once where it should be."""
    rights = [right for _, right in answers.values()]
    never = {word for word in rights if rights.count(word) >= 3} - {a for a, right in answers.values() if a == right}
    expect.that(
        not never,
        expected="each word of the sentence among the answers",
        found=f"{' and '.join(sorted(never))} never where it comes next, and every other word",
        likely=NEVER.of(never=never),
    )


def _code(submission):
    return re.sub(r"#.*", "", submission.source)
