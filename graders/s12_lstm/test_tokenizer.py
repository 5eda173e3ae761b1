"""Grades s12_lstm/tokenizer: words as numbers, the commonest first, and lines as rows of numbers."""

from collections import Counter
from itertools import pairwise

import numpy as np
import pytest

from keraskata import expect

LINES = ["and so the sea sang low", "hey hey hey sang the wind", "and the sea and the wind", "ran to meet the old moon"]
CAPITALS = ["The cat saw THE dog", "the Dog saw the Cat"]
ACCENTS = ["ÉTÉ été Über", "über Ärger ärger"]
# "the" is the commonest word only where its three spellings are counted as one.
SPELLINGS = ["The cat", "the cat", "THE dog"]
MARKS = ["wait,  wait!\tdon't run", "run - now! wait,", "(so) 3 & café!"]
# Each has a size of its own: one line, one word, lines that are alike, and more words than a byte can number.
OTHERS = (
    ["sea and sky"],
    ["hey"],
    ["the moon", "the moon", "the moon", "old sea"],
    [f"word{n} word{n + 1}" for n in range(300)],
)
# The words of LINES that are common there are rare here.
RARE = ["moon old moon", "old the moon", "moon wind old"]
# So many lines of three words, and the word that decides which is the commonest: each line and each column has a turn.
DECISIVE = ((3, 0), (3, 4), (3, 8), (500, 1499))

COUNTS = Counter(" ".join(LINES).split())


@pytest.fixture(scope="module")
def answer(submission):
    return submission.fit_tokenizer(LINES)


@pytest.mark.check(
    points=1, hint="return the_dict, the_array: the array by np.array of a list of lists of whole numbers."
)
def test_pair(answer):
    """The answer is a dict, and an array of whole numbers with a row per line and a column per word."""
    expect.kind(
        answer,
        (tuple, list),
        what="fit_tokenizer(lines)",
        likely="return two things, the dict and the array: return index_to_word, sequences",
    )
    expect.equal(len(answer), 2, what="how many things come back", likely="return the dict and the array")
    words, array = answer
    expect.kind(
        words,
        dict,
        what="the first thing that comes back",
        likely=expect.cause(
            (isinstance(array, dict), "the two are the other way round: first the dict, then the array"),
            "a dict has a word for each number: dict(enumerate(words, start=1))",
        ),
    )
    expect.kind(
        array,
        np.ndarray,
        what="the second thing that comes back",
        likely="this is a list of lists, from which no column can be read; np.array makes an array of it",
    )
    expect.that(
        array.dtype.kind in "iu",
        expected="an array of whole numbers",
        found=f"an array of {array.dtype}",
        likely=expect.cause(
            (array.dtype.kind == "f", "these are decimal numbers; np.zeros makes them unless dtype=int is given"),
            (array.dtype.kind in "USO", "these are the words themselves; each gets its number"),
            "give the array dtype=int",
        ),
    )
    n, seq_len = len(LINES), len(LINES[0].split())
    expect.shape(
        array,
        (n, seq_len),
        what=f"the array for {n} lines of {seq_len} words",
        likely=expect.cause(
            (array.shape == (seq_len, n), "rows and columns are turned: each line is a row"),
            (array.shape == (n * seq_len,), "all lines stand in one long row; keep a row for each"),
            (array.shape in ((n,), (n, 1)), "a whole line got one number; each word of it gets one"),
            (array.ndim == 3, "this is one-hot; the number of each word is enough"),
            (array.shape == (n, len(COUNTS)), "this says how often each word is in a line; the words keep their order"),
            (array.ndim == 2 and array.shape[1] > seq_len, "are these letters? split() makes words of a line"),
            "a row per line, a column per word",
        ),
    )


@pytest.mark.check(
    points=2, needs=["test_pair"], hint="Which number does enumerate begin with, and with which should it?"
)
def test_numbers(answer):
    """The dict gives each number from 1 a word, and each word has one number; 0 is no word."""
    words = answer[0]
    expect.equal(
        sorted(words, key=str),
        sorted(range(1, len(COUNTS) + 1), key=str),
        what=f"the numbers of {len(COUNTS)} words, the keys of the dict,",
        likely=expect.cause(
            (
                any(isinstance(key, str) for key in words),
                "the dict leads from word to number; it should go the other way: {number: word}",
            ),
            (
                0 in words and words[0] in COUNTS,
                "the numbers begin at 0, which is kept for padding: enumerate(words, start=1)",
            ),
            (
                "[UNK]" in words.values(),
                "[UNK] is no word of the lines: leave it out, and move all numbers down by one",
            ),
            (0 in words, "0 is no word: leave it out of the dict"),
            (min(words, default=0) == 2, "the numbers run from 2; move them down by one, in the array, too"),
            (set(words) == set(COUNTS.values()), "this is how often a word occurs; words that are as common share it"),
            "the numbers run from 1 to the number of different words",
        ),
    )
    found = sorted(map(str, words.values()))
    expect.equal(
        found,
        sorted(COUNTS),
        what="the words of the dict, sorted,",
        likely=expect.cause(
            (sorted(word.lower() for word in found) == sorted(COUNTS), "these are capitals; use lower()"),
            (len(set(found)) < len(found), "a word stands there twice"),
            "the words are those of the lines, each once",
        ),
    )


@pytest.mark.check(
    points=3,
    needs=["test_numbers"],
    hint="Look each word up in the dict turned round: {word: number for number, word ...}",
)
def test_decodes(submission, answer):
    """Each row of the array, read through the dict, gives the line back, however many lines and words there are."""
    words, array = answer
    found = _decoded(words, array)
    _expect_lines(
        found,
        LINES,
        likely=expect.cause(
            (
                _decoded(words, array + 1) == LINES,
                "each number in the array is one less than in the dict; was it numbered twice, once from 0?",
            ),
            (
                _decoded(words, array - 1) == LINES,
                "each number in the array is one more than in the dict: move the array down, too",
            ),
            (
                [sorted(line.split()) for line in found] == [sorted(line.split()) for line in LINES],
                "the order of the words in the line is lost",
            ),
            "these are not the words of the lines: look each word up, line by line",
        ),
    )
    for lines in OTHERS:
        words, array = _pair(submission.fit_tokenizer(list(lines)), lines)
        size = (len(lines), len(lines[0].split()))
        expect.equal(
            array.shape,
            size,
            what=f"the shape of the array for {_counted(size[0], 'line')} of {_counted(size[1], 'word')}",
            likely="each line has a row, also where two are alike",
        )
        found = _decoded(words, array)
        _expect_lines(
            found,
            lines,
            likely=expect.cause(
                (
                    "?" in " ".join(found) and len(lines) > 256 > len(words),
                    "only the commonest words have a number; each word gets one",
                ),
                (array.dtype.itemsize == 1, f"{array.dtype} has no room for so many numbers; int has"),
                "look each word up, line by line",
            ),
        )


@pytest.mark.check(points=2, needs=["test_numbers"], hint="collections.Counter has a method most_common.")
def test_commonest(submission, answer):
    """The commonest word in all lines has number 1, and no word comes before a commoner one."""
    _expect_commonest(answer[0], LINES)
    words, _ = _pair(submission.fit_tokenizer(list(RARE)), RARE)
    _expect_commonest(words, RARE, "words of an earlier call are still counted: count from zero in each call")
    for count, place in DECISIVE:
        # Whichever way answers order equally common words, one of the two pairs shows a word that was not counted.
        for pair in (("ant", "zoo"), ("zoo", "ant")):
            lines = _decided_at(place, count, *pair)
            words, _ = _pair(submission.fit_tokenizer(list(lines)), lines)
            _expect_commonest(
                words,
                lines,
                f"a line is not counted, or a word of a line is not: of {count} lines, each word counts, "
                "from the first of the first line to the last of the last",
            )


def _decided_at(place, count, rare, common):
    """Return `count` lines of three words in which `common` occurs twice, once at this place, and `rare` only once."""
    words = [f"w{number}" for number in range(3 * count)]
    words[place] = common
    first, second = [free for free in range(3) if free != place][:2]
    words[first], words[second] = rare, common
    return [" ".join(words[start : start + 3]) for start in range(0, len(words), 3)]


def _expect_commonest(index_to_word, lines, likely=None):
    """Say which two words stand in the wrong order, and why: `likely`, or what the order is that of."""
    text = " ".join(lines).lower().split()
    counts = Counter(text)
    words = [str(index_to_word.get(number)) for number in range(1, len(counts) + 1)]
    in_lines = Counter(word for line in lines for word in set(line.split()))
    occur = [counts[word] for word in words]
    place = next((i for i in range(1, len(occur)) if occur[i] > occur[i - 1]), None)
    if place is None:
        return
    before, after = words[place - 1], words[place]
    expect.that(
        False,
        expected=f"a smaller number for {after!r} than for {before!r}: it occurs {occur[place]} times, "
        f"the other {occur[place - 1]}",
        found=f"{place + 1} for {after!r}, and {place} for {before!r}",
        likely=likely
        or expect.cause(
            (words == sorted(words), "the words stand in the order of the alphabet; how often they occur decides"),
            (words == list(dict.fromkeys(text)), "the words are numbered as they are first seen"),
            (occur == sorted(occur), "the rarest is first: sort with reverse=True"),
            (
                all(in_lines[a] >= in_lines[b] for a, b in pairwise(words)),
                "it was counted in how many lines a word is; count each time that it occurs",
            ),
            "count over all lines, then number the words from the commonest to the rarest",
        ),
    )


@pytest.mark.check(points=1, needs=["test_pair"], hint="What has the method lower(), and when is it called?")
def test_lower(submission, answer):
    """Capitals make no difference: The, THE and the are one word, in lower case."""
    words, array = _pair(submission.fit_tokenizer(CAPITALS), CAPITALS)
    right = [line.lower() for line in CAPITALS]
    found = sorted(map(str, words.values()))
    expect.equal(
        found,
        sorted(set(" ".join(right).split())),
        what=f"the words of {CAPITALS}, sorted,",
        likely=expect.cause(
            (
                any(word != word.lower() for word in found),
                "the capitals are kept: call lower() before the words are counted",
            ),
            (len(set(found)) < len(found), "a word has two numbers: call lower() before the words are counted"),
            (
                set(found) & set(answer[0].values()) - set(right[0].split()),
                "words of an earlier call are left: count from zero",
            ),
            "call lower() on each line first",
        ),
    )
    _expect_lines(_decoded(words, array), right, likely="call lower() before the words are looked up, too")
    expect.equal(
        submission.argument(0),
        CAPITALS,
        what="the lines that were given, afterwards,",
        likely="the list that was passed in was changed; make a new one",
    )
    words, _ = _pair(submission.fit_tokenizer(list(ACCENTS)), ACCENTS)
    expect.equal(
        sorted(map(str, words.values())),
        ["ärger", "été", "über"],
        what=f"the words of {ACCENTS}, sorted,",
        likely='the accents are no letters of A to Z, which is all that standardize="lower" knows; lower() knows more',
    )
    words, _ = _pair(submission.fit_tokenizer(list(SPELLINGS)), SPELLINGS)
    _expect_commonest(
        words, SPELLINGS, "The, the and THE were counted as three words: call lower() before the words are counted"
    )


@pytest.mark.check(
    points=1, needs=["test_pair"], hint="What does split() do without an argument, and does anything else cut?"
)
def test_white_space(submission):
    """Words are parted at white space of any kind, and keep their punctuation."""
    words, array = _pair(submission.fit_tokenizer(MARKS), MARKS)
    found = [str(word) for word in words.values()]
    likely = expect.cause(
        (
            not any(mark in word for word in found for mark in ",!'"),
            'the punctuation is gone; split() leaves it where it is, and TextVectorization with standardize="lower"',
        ),
        (
            any(word != "".join(word.split()) or not word for word in found),
            'split(" ") parts at single spaces only; split(), without an argument, at any white space',
        ),
        "split(), without an argument, parts at any white space and leaves the rest as it is",
    )
    expect.equal(
        sorted(found),
        sorted(set(" ".join(MARKS).split())),
        what="the words of lines with punctuation and tabs, sorted,",
        likely=likely,
    )
    _expect_lines(_decoded(words, array), [" ".join(line.split()) for line in MARKS], likely=likely)


def _pair(answer, lines):
    """The dict and the array, of the kinds that test_pair asks for; an array of zeros where there is none."""
    expect.that(
        isinstance(answer, (tuple, list)) and len(answer) == 2 and isinstance(answer[0], dict),
        expected=f"a dict and an array for {lines}",
        found=expect.number(answer),
    )
    array = expect.array(answer[1])
    return answer[0], array if array.dtype.kind in "iu" and array.ndim == 2 else np.zeros((1, 1), int)


def _counted(number, noun):
    return f"{number} {noun}{'s' * (number != 1)}"


def _decoded(words, array):
    """Each row of the array as text; ? where the dict has no word for a number."""
    return [" ".join(str(words.get(int(number), "?")) for number in row) for row in array]


def _expect_lines(found, right, likely):
    """Decoding gives the lines back; the first that differs is shown."""
    for line, wanted in zip(found, right, strict=False):
        expect.equal(line, wanted, what="a row, read through the dict,", likely=likely)
    expect.equal(len(found), len(right), what="the number of rows", likely=likely)
