"""Grades s12_lstm/tokenizer: words as numbers, the commonest first, and lines as rows of numbers."""

import re
from collections import Counter
from itertools import pairwise

import numpy as np
import pytest

from keraskata import expect

LINES = ["and so the sea sang low", "hey hey hey sang the wind", "and the sea and the wind", "ran to meet the old moon"]
CAPITALS = ["The cat saw THE dog", "the Dog saw the Cat"]
ACCENTS = ["ÉTÉ été Über STRAẞE", "über Ärger ärger Straße"]
# "the" is the commonest word only where its three spellings are counted as one.
SPELLINGS = ["The cat", "the cat", "THE dog"]
# Parted at single spaces, each line has as many parts as the others, too.
MARKS = ["wait,  wait!\tdon't run", "run -  now!\twait,", "(so)  3\t& café!"]
# Each has a size of its own: one line, one word, lines that are alike, and more words than a byte can number.
OTHERS = (
    ["sea and sky"],
    ["hey"],
    ["the moon", "the moon", "the moon", "old sea"],
    [f"word{n} word{n + 1}" for n in range(1200)],
)
# The words of LINES that are common there are rare here.
RARE = ["moon old moon", "old the moon", "moon wind old"]
# So many lines of three words, and the word that decides which is the commonest: each line and each column has a turn.
DECISIVE = ((3, 0), (3, 4), (3, 8), (500, 1499))

COUNTS = Counter(" ".join(LINES).split())
SEQ_LEN = len(LINES[0].split())


def _decoded(words, array):
    """Each row of the array as text; ? where the dict has no word for a number."""
    return [" ".join(str(words.get(int(number), "?")) for number in row) for row in array]


def _wrong_place(index_to_word, lines):
    """The words by their numbers, and the place of the first that occurs more often than the one before."""
    counts = Counter(" ".join(lines).lower().split())
    words = [str(index_to_word[number]) for number in _numbers(index_to_word)]
    occur = [counts[word] for word in words]
    return words, next((i for i in range(1, len(occur)) if occur[i] > occur[i - 1]), None)


def _numbers(index_to_word):
    """The keys that number words, in their order."""
    return sorted(number for number in index_to_word if expect.is_number(number) and number > 0)


def _right_alone(submission, lines):
    """Whether a call of its own, with none before, gives the words of these lines in the right order."""
    words = submission.reseeded(2).fit_tokenizer(list(lines))[0]
    return _found_in(words) == _words_of(lines) and _wrong_place(words, lines)[1] is None


def _turned(words, lines):
    """Whether words of the lines are the keys of a dict, and numbers its values."""
    known = set(_words_of(lines))
    of_words = any(isinstance(key, str) and key.lower() in known for key in words)
    return of_words and all(map(expect.is_number, words.values()))


def _found_in(index_to_word):
    return sorted(map(str, index_to_word.values()))


def _words_of(lines):
    return sorted(set(" ".join(lines).lower().split()))


def _extra(index_to_word, lines):
    """A word of the dict that the lines do not have, to be named in a row."""
    known = _words_of(lines)
    return next(({"word": repr(word)} for word in _found_in(index_to_word) if word.lower() not in known), None)


def _letters(words):
    """What is left of the words without punctuation."""
    return {letters for word in words if (letters := re.sub(r"\W", "", word))}


def _stripped(words, right):
    """A word that is not there, to be named in a row, where the words differ from the right ones in punctuation."""
    others = words - set(right)
    bare = _letters(words) == _letters(right) and all(re.search(r"\w", word) for word in others)
    lost = max((word for word in right if word not in words and re.search(r"\W", word)), key=len, default=None)
    return {"word": repr(lost)} if bare and lost else None


def _ascii_lower(text):
    return re.sub("[A-Z]", lambda letter: letter.group().lower(), text)


EARLIER = "alone, this call is right: something of an earlier call is still there. Begin again in each call"
PAIR = expect.diagnoses(
    array=(
        "this is the array alone; return two things, the dict and the array",
        lambda seen: isinstance(seen.found, np.ndarray),
    ),
    dict=(
        "this is the dict alone; return two things, the dict and the array",
        lambda seen: isinstance(seen.found, dict),
    ),
    otherwise="return two things, the dict and the array: return index_to_word, sequences",
)
DICT = expect.diagnoses(
    swapped=(
        "the two are the other way round: first the dict, then the array",
        lambda seen: isinstance(seen.second, dict),
    ),
    list=(
        "a list of words begins at place 0, and a dict can begin at 1: dict(enumerate(words, start=1))",
        lambda seen: isinstance(seen.first, list),
    ),
    otherwise="a dict has a word for each number",
)
ARRAY = expect.diagnoses(
    list=(
        "this is a list of lists, from which no column can be read; np.array makes an array of it",
        lambda seen: isinstance(seen.found, list),
    ),
    otherwise="the second thing is an array",
)
TYPE = expect.diagnoses(
    float=(
        "these are decimal numbers; np.zeros makes them unless dtype=int is given",
        lambda seen: seen.array.dtype.kind == "f",
    ),
    words=("these are the words themselves; each gets its number", lambda seen: seen.array.dtype.kind in "US"),
    otherwise="give the array dtype=int",
)
SHAPE = expect.diagnoses(
    turned=("rows and columns are turned: each line is a row", lambda seen: seen.shape == (SEQ_LEN, len(LINES))),
    flat=(
        "all lines stand in one long row; keep a row for each",
        lambda seen: seen.shape == (len(LINES) * SEQ_LEN,),
    ),
    whole=(
        "a whole line got one number; each word of it gets one",
        lambda seen: seen.shape in ((len(LINES),), (len(LINES), 1)),
    ),
    one_hot=(
        "this is one-hot; the number of each word is enough",
        lambda seen: len(seen.shape) == 3 and seen.shape[:2] == (len(LINES), SEQ_LEN),
    ),
    bag=(
        "there is a column for each word there is, as where it is counted; the words of a line keep their order",
        lambda seen: seen.shape[0] == len(LINES) and seen.shape[1] - len(COUNTS) in (0, 1),
    ),
    letters=(
        "these are letters; split() makes words of a line",
        lambda seen: seen.shape[1] in (max(map(len, LINES)), min(map(len, LINES))),
    ),
    width=(
        "the array has {n} columns, and each line {words} words: were the rows padded or cut to a fixed width?",
        lambda seen: {"n": seen.shape[1], "words": SEQ_LEN} if seen.shape == (len(LINES), seen.shape[1]) else None,
    ),
    otherwise="a row per line, a column per word",
)
NUMBERS = expect.diagnoses(
    turned=(
        "the dict leads from word to number; it should go the other way: {number: word}",
        lambda seen: _turned(seen.words, seen.lines),
    ),
    text=(
        "the keys of the dict are text; they should be whole numbers",
        lambda seen: any(isinstance(key, str) for key in seen.words),
    ),
    from_zero=(
        "the numbers begin at 0, which is kept for padding: enumerate(words, start=1)",
        lambda seen: seen.words.get(0) in COUNTS,
    ),
    unknown=(
        "[UNK] is no word of the lines: leave it out, and move all numbers down by one",
        lambda seen: "[UNK]" in seen.words.values(),
    ),
    padding=("0 is no word: leave it out of the dict", lambda seen: 0 in seen.words),
    from_two=(
        "the numbers run from 2; move them down by one, in the array, too",
        lambda seen: min(seen.words) == 2,
    ),
    counts=(
        "this is how often a word occurs; words that are as common share it",
        lambda seen: set(seen.words) == set(COUNTS.values()),
    ),
    otherwise="the numbers run from 1 to the number of different words",
)
WORDS = expect.diagnoses(
    capitals=(
        "the words are in capitals; they are kept in lower case, as lower() makes them",
        lambda seen: sorted(word.lower() for word in seen.found) == sorted(COUNTS),
    ),
    text=(
        "what belongs to a number is one word, a text",
        lambda seen: any(not isinstance(word, str) for word in seen.words.values()),
    ),
    twice=("a word stands there twice", lambda seen: len(set(seen.found)) < len(seen.found)),
    otherwise="the words are those of the lines, each once",
)
ROWS = expect.diagnoses(
    alike=(
        "lines that are alike share a row; each line has one of its own",
        lambda seen: seen.rows == len(set(seen.lines)) < len(seen.lines),
    ),
    otherwise="each line has a row, and each of its words a column",
)
DECODES = expect.diagnoses(
    less=(
        "each number in the array is one less than in the dict; was it numbered twice, once from 0?",
        lambda seen: _decoded(seen.words, seen.array + 1) == seen.lines,
    ),
    more=(
        "each number in the array is one more than in the dict: move the array down, too",
        lambda seen: _decoded(seen.words, seen.array - 1) == seen.lines,
    ),
    order=(
        "the order of the words in the line is lost",
        lambda seen: [sorted(line.split()) for line in seen.found] == [sorted(line.split()) for line in seen.lines],
    ),
    rows=("the rows stand in another order than the lines", lambda seen: sorted(seen.found) == sorted(seen.lines)),
    small=(
        "{kind} has no room for so many numbers; int has",
        lambda seen: (
            {"kind": seen.array.dtype}
            if np.iinfo(seen.array.dtype).max < len(seen.words) and len(seen.words) == len(_words_of(seen.lines))
            else None
        ),
    ),
    extra=(
        "{word} is in the dict, but not in the lines; a word is all that stands between white space",
        lambda seen: _extra(seen.words, seen.lines),
    ),
    few=(
        "the dict has {n} of the {all} words; each word gets a number",
        lambda seen: (
            {"n": len(seen.words), "all": len(_words_of(seen.lines))}
            if len(seen.words) < len(_words_of(seen.lines))
            else None
        ),
    ),
    missing=(
        "{n} stands in the array, and the dict has no word for it",
        lambda seen: next(({"n": n} for n in np.ravel(seen.array) if int(n) not in seen.words), None),
    ),
    otherwise="these are not the words of the lines: look each word up, line by line",
)
COMMONEST = expect.diagnoses(
    earlier=(EARLIER, lambda seen: _right_alone(seen.submission, seen.lines)),
    uncounted=(
        "some words are not counted here. Each counts, from the first of the first line to the last of the last",
        lambda seen: len(seen.words) > 6 and seen.lines != LINES and _right_alone(seen.submission, LINES),
    ),
    spellings=(
        "the capitals make a difference when words are counted: call lower() before",
        lambda seen: (
            any(line != line.lower() for line in seen.lines)
            and _right_alone(seen.submission, [line.lower() for line in seen.lines])
        ),
    ),
    alphabet=(
        "the words stand in the order of the alphabet; how often they occur decides",
        lambda seen: seen.words == sorted(seen.words),
    ),
    appearance=(
        "the words are numbered as they are first seen",
        lambda seen: seen.words == list(dict.fromkeys(" ".join(seen.lines).lower().split())),
    ),
    rarest=(
        "the rarest is first: sort with reverse=True",
        lambda seen: (counts := [seen.counts[word] for word in seen.words]) == sorted(counts),
    ),
    by_line=(
        "it was counted in how many lines a word is; count each time that it occurs",
        lambda seen: all(seen.in_lines[a] >= seen.in_lines[b] for a, b in pairwise(seen.words)),
    ),
    otherwise="count over all lines, then number the words from the commonest to the rarest",
)
LOWER = expect.diagnoses(
    letters=(
        'letters such as É are still large: standardize="lower" knows A to Z only, and lower() knows more',
        lambda seen: seen.found == sorted(set(map(_ascii_lower, " ".join(seen.lines).split()))),
    ),
    spelling=(
        "the dict has each word once, but {word} is not in lower case: put in what lower() makes of it",
        lambda seen: (
            {"word": repr(next(word for word in seen.found if word != word.lower()))}
            if sorted(word.lower() for word in seen.found) == _words_of(seen.lines)
            else None
        ),
    ),
    capitals=(
        "the capitals are kept: call lower() before the words are counted",
        lambda seen: any(word != word.lower() in _words_of(seen.lines) for word in seen.found),
    ),
    twice=(
        "a word has two numbers: call lower() before the words are counted",
        lambda seen: len(set(seen.found)) < len(seen.found),
    ),
    folded=(
        "casefold() takes letters apart: it makes ss of ß, where lower() changes the capitals alone",
        lambda seen: seen.found == sorted(set(" ".join(seen.lines).casefold().split())),
    ),
    earlier=(EARLIER, lambda seen: _right_alone(seen.submission, seen.lines)),
    extra=("{word} is in the dict, and it is no word of the lines", lambda seen: _extra(seen.words, seen.lines)),
    otherwise="the words are those of the lines, in lower case",
)
CHANGED = expect.diagnoses(
    changed=("the list that was passed in was changed; make a new one", lambda seen: seen.given != CAPITALS)
)
WHITE_SPACE = expect.diagnoses(
    punctuation=(
        "punctuation is gone: {word} is not in the dict. split() leaves it where it is, and so does TextVectorization "
        'with standardize="lower"',
        lambda seen: _stripped(set(seen.words.values()) - {""}, _words_of(seen.lines)),
    ),
    spaces=(
        "{word} stands there as one word, with white space in it: split(), without an argument, parts at any, and "
        'split(" ") at single spaces only',
        lambda seen: next({"word": repr(word)} for word in seen.words.values() if len(word.split()) > 1),
    ),
    empty=(
        'an empty text is a word, as split(" ") makes one between two spaces; split(), without an argument, does not',
        lambda seen: sorted(word for number, word in seen.words.items() if number != 0) == ["", *_words_of(seen.lines)],
    ),
    earlier=(EARLIER, lambda seen: _right_alone(seen.submission, seen.lines)),
    otherwise="split(), without an argument, parts at any white space and leaves the rest as it is",
)


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
        likely=PAIR.of(found=answer),
    )
    expect.equal(len(answer), 2, what="how many things come back", likely=PAIR.of(found=answer))
    words, array = answer
    expect.kind(
        words,
        dict,
        what="the first thing that comes back",
        likely=DICT.of(first=words, second=array),
    )
    expect.kind(
        array,
        np.ndarray,
        what="the second thing that comes back",
        likely=ARRAY.of(found=array),
    )
    expect.that(
        array.dtype.kind in "iu",
        expected="an array of whole numbers",
        found=f"an array of {array.dtype}",
        likely=TYPE.of(array=array),
    )
    expect.shape(
        array,
        (len(LINES), SEQ_LEN),
        what=f"the array for {len(LINES)} lines of {SEQ_LEN} words",
        likely=SHAPE.of(shape=array.shape),
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
        likely=NUMBERS.of(words=words, lines=LINES),
    )
    found = _found_in(words)
    expect.equal(
        found,
        sorted(COUNTS),
        what="the words of the dict, sorted,",
        likely=WORDS.of(words=words, found=found),
    )


@pytest.mark.check(
    points=3,
    needs=["test_numbers"],
    hint="Look each word up in the dict turned round: {word: number for number, word ...}",
)
def test_decodes(submission, answer):
    """Each row of the array, read through the dict, gives the line back, however many lines and words there are."""
    words, array = answer
    _expect_lines(words, array, LINES)
    for lines in OTHERS:
        words, array = _pair(submission.fit_tokenizer(list(lines)), lines)
        size = (len(lines), len(lines[0].split()))
        expect.equal(
            array.shape,
            size,
            what=f"the shape of the array for {_counted(size[0], 'line')} of {_counted(size[1], 'word')}",
            likely=ROWS.of(rows=len(array), lines=lines),
        )
        _expect_lines(words, array, list(lines))


@pytest.mark.check(points=2, needs=["test_numbers"], hint="collections.Counter has a method most_common.")
def test_commonest(submission, answer):
    """The commonest word in all lines has number 1, and no word comes before a commoner one."""
    _expect_commonest(submission, answer[0], LINES)
    words, _ = _pair(submission.fit_tokenizer(list(RARE)), RARE)
    _expect_commonest(submission, words, RARE)
    for count, place in DECISIVE:
        # Whichever way answers order equally common words, one of the two pairs shows a word that was not counted.
        for pair in (("ant", "zoo"), ("zoo", "ant")):
            lines = _decided_at(place, count, *pair)
            words, _ = _pair(submission.fit_tokenizer(list(lines)), lines)
            _expect_commonest(submission, words, lines)


def _decided_at(place, count, rare, common):
    """Return `count` lines of three words in which `common` occurs twice, once at this place, and `rare` only once."""
    words = [f"w{number}" for number in range(3 * count)]
    words[place] = common
    first, second = [free for free in range(3) if free != place][:2]
    words[first], words[second] = rare, common
    return [" ".join(words[start : start + 3]) for start in range(0, len(words), 3)]


def _expect_commonest(submission, index_to_word, lines):
    """Say which two words stand in the wrong order."""
    words, place = _wrong_place(index_to_word, lines)
    if place is None:
        return
    counts = Counter(" ".join(lines).lower().split())
    before, after = words[place - 1], words[place]
    earlier, later = _numbers(index_to_word)[place - 1 : place + 1]
    expect.that(
        False,
        expected=f"a smaller number for {after!r} than for {before!r}: it occurs {counts[after]} times, "
        f"the other {counts[before]}",
        found=f"{later} for {after!r}, and {earlier} for {before!r}",
        likely=COMMONEST.of(
            submission=submission,
            words=words,
            lines=lines,
            counts=counts,
            in_lines=Counter(word for line in lines for word in set(line.split())),
        ),
    )


@pytest.mark.check(points=1, needs=["test_pair"], hint="What has the method lower(), and when is it called?")
def test_lower(submission, answer):
    """Capitals make no difference: The, THE and the are one word, in lower case."""
    words, array = _pair(submission.fit_tokenizer(CAPITALS), CAPITALS)
    found = _found_in(words)
    expect.equal(
        found,
        _words_of(CAPITALS),
        what=f"the words of {CAPITALS}, sorted,",
        likely=LOWER.of(submission=submission, words=words, found=found, lines=CAPITALS),
    )
    _expect_lines(words, array, [line.lower() for line in CAPITALS])
    expect.equal(
        submission.argument(0),
        CAPITALS,
        what="the lines that were given, afterwards,",
        likely=CHANGED.of(given=submission.argument(0)),
    )
    words, _ = _pair(submission.fit_tokenizer(list(ACCENTS)), ACCENTS)
    found = _found_in(words)
    expect.equal(
        found,
        ["straße", "ärger", "été", "über"],
        what=f"the words of {ACCENTS}, sorted,",
        likely=LOWER.of(submission=submission, words=words, found=found, lines=ACCENTS),
    )
    words, _ = _pair(submission.fit_tokenizer(list(SPELLINGS)), SPELLINGS)
    _expect_commonest(submission, words, SPELLINGS)


@pytest.mark.check(
    points=1, needs=["test_pair"], hint="What does split() do without an argument, and does anything else cut?"
)
def test_white_space(submission):
    """Words are parted at white space of any kind, and keep their punctuation."""
    words, array = _pair(submission.fit_tokenizer(MARKS), MARKS)
    expect.equal(
        _found_in(words),
        sorted(set(" ".join(MARKS).split())),
        what="the words of lines with punctuation and tabs, sorted,",
        likely=WHITE_SPACE.of(submission=submission, words=words, lines=MARKS),
    )
    _expect_lines(words, array, [" ".join(line.split()) for line in MARKS])


def _pair(answer, lines):
    """The dict and the array, of the kinds that test_pair asks for; an array of zeros where there is none."""
    expect.that(
        isinstance(answer, (tuple, list)) and len(answer) == 2 and isinstance(answer[0], dict),
        expected=f"a dict and an array for {lines}",
        found=expect.number(answer),
    )
    expect.that(
        not _turned(answer[0], lines),
        expected=f"a dict from number to word for {lines}",
        found="a dict from word to number",
        likely=NUMBERS.of(words=answer[0], lines=lines),
    )
    array = expect.array(answer[1])
    return answer[0], array if array.dtype.kind in "iu" and array.ndim == 2 else np.zeros((1, 1), int)


def _counted(number, noun):
    return f"{number} {noun}{'s' * (number != 1)}"


def _expect_lines(words, array, right):
    """Decoding gives the lines back; the first that differs is shown."""
    found = _decoded(words, array)
    likely = DECODES.of(words=words, array=array, found=found, lines=right)
    for line, wanted in zip(found, right, strict=False):
        expect.equal(line, wanted, what="a row, read through the dict,", likely=likely)
    expect.equal(len(found), len(right), what="the number of rows", likely=likely)
