"""Grades s12_lstm/make_lines: every window of a text, in order."""

import numpy as np
import pytest
from hypothesis import strategies as st

from keraskata import expect
from keraskata.expect import inputs

TEXT = "now that winter is over all small birds sing again"
ALIKE = "row your boat row your boat home"
SPACED = "  one\ttwo\n\nthree  four five \nsix\n"
# A whole book is longer than any buffer: no number of words, lines or letters may end it.
LONG = " ".join(f"w{number}" for number in range(4000))
MIXED = "Wait, wait! I said: WAIT - don't run."


@pytest.mark.check(
    points=1, hint="What joins a list of words into a text: a method of the text that stands between them."
)
def test_list(submission):
    """The answer is a list of texts."""
    found = submission.make_lines(TEXT, 3)
    expect.kind(
        found,
        (list, tuple, np.ndarray),
        what="make_lines(text, 3)",
        likely=expect.cause(
            (isinstance(found, str), "this is one text; return a list, with a text for each window"),
            "return a list of texts",
        ),
    )
    expect.that(
        len(found) > 0,
        expected="a text for each window",
        found="an empty list",
        likely="nothing is put into the list",
    )
    odd = [line for line in found if not isinstance(line, str)]
    expect.that(
        not odd,
        expected="a text for each window",
        found=expect.number(odd[0] if odd else ""),
        likely=expect.cause(
            (
                isinstance(odd[0] if odd else "", (list, tuple, np.ndarray)),
                'this is a list of words; " ".join(words) makes it a text',
            ),
            "join the words of each window by a space",
        ),
    )
    text = TEXT.replace(" ", "")
    expect.that(
        any(line.replace(" ", "").lower() in text for line in found if line),
        expected="windows of the text that was given",
        found=expect.number(found[0]),
        likely="none of these stands in the text: take the words of the argument text",
    )


@pytest.mark.check(
    points=3, needs=["test_list"], hint="Where does the last window begin, if it ends with the last word of the text?"
)
def test_windows(submission):
    """Every window is there, in order, with seq_len words, from the first word of the text to the last."""
    for seq_len in (3, 2, 5):
        found, right = _found(submission, TEXT, seq_len), _windows(TEXT, seq_len)
        sizes = {len(line.split()) for line in found}
        _expect_windows(
            found,
            right,
            what=f"make_lines(text, {seq_len})",
            likely=expect.cause(
                (found == right[:-1], "the last window is missing: range stops before its end, so the end needs + 1"),
                (found == right[1:], "the first window is missing: the first one begins at place 0"),
                (found == right[:1], "only the first window is there: the return stands inside the loop"),
                (found == right[-1:], "only the last window is there: the list is made again inside the loop"),
                (found == right[::seq_len], "these windows lie side by side; each begins one word later than the last"),
                (sorted(found) == sorted(right), "the windows stand in another order than in the text"),
                (
                    found == [line.replace(" ", "") for line in right],
                    'there is no space between the words: write " ".join(words)',
                ),
                (
                    found[: len(right)] == right,
                    "the loop stops too late: the windows at the end have fewer than seq_len words",
                ),
                (
                    len(found) > len(TEXT.split()),
                    "these are letters: a text counts in letters, and text.split() makes a list of words of it",
                ),
                (
                    any(line not in TEXT for line in found),
                    f"{expect.number(next((line for line in found if line not in TEXT), ''))} is not in the text",
                ),
                (
                    len(sizes) == 1 and abs(min(sizes) - seq_len) > 1,
                    "the number of words is fixed, instead of taken from seq_len",
                ),
                (
                    max(sizes, default=0) == seq_len + 1,
                    "there is one word too many in each window: words[a:b] ends before place b",
                ),
                (
                    max(sizes, default=0) == seq_len - 1,
                    "there is one word too few in each window: words[a:b] ends before place b",
                ),
                "a window begins at each word that has seq_len - 1 words behind it",
            ),
        )
    for seq_len in (3, 60):
        found, right = _found(submission, LONG, seq_len), _windows(LONG, seq_len)
        _expect_windows(
            found,
            right,
            what=f"make_lines of a text of 4000 words, {seq_len} in each window,",
            likely=expect.cause(
                (
                    len(found) < len(right) and found == right[: len(found)],
                    "these are windows of the first words of the text only; a text may have any length",
                ),
                "a window begins at each word that has seq_len - 1 words behind it, however long the text is",
            ),
        )


@pytest.mark.check(points=1, needs=["test_list"], hint="Where a window begins is a place, and no word.")
def test_alike(submission):
    """Windows with the same words are all kept, each in its place."""
    found, right = _found(submission, ALIKE, 3), _windows(ALIKE, 3)
    _expect_windows(
        found,
        right,
        what=f'make_lines("{ALIKE}", 3)',
        likely=expect.cause(
            (found == right[:-1], "the last window is missing"),
            (
                len(found) == len(set(right)) and set(found) == set(right),
                "each window is kept once, as in a set or a dict; windows that are alike are all kept",
            ),
            (sorted(found) == sorted(right), "the windows stand in another order than in the text"),
            (
                len(found) == len(right) and set(found) <= set(right),
                "words.index(word) gives the first place of a word, and no other: count the places",
            ),
            "a window begins at each place of the text, whatever words stand there",
        ),
    )


@pytest.mark.check(points=2, needs=["test_list"], hint="What does split() do without an argument?")
def test_white_space(submission):
    """Several spaces, tabs and line breaks part words as one space does."""
    found, right = _found(submission, SPACED, 3), _windows(SPACED, 3)
    _expect_windows(
        found,
        right,
        what="make_lines of a text with line breaks, tabs and several spaces",
        likely=expect.cause(
            (found == right[:-1], "the last window is missing"),
            (
                any(line != " ".join(line.split()) for line in found),
                'split(" ") leaves empty words and line breaks; split() without an argument parts at any white space',
            ),
            (set(found) < set(right), "each line is cut up for itself; the text runs on over a line break"),
            (not set(found) & set(right), f"{expect.number(found[0] if found else '')} is not in the text"),
            "text.split(), without an argument, parts at any white space",
        ),
    )
    default = "the words are what stands between white space, and each place with seq_len words has its window"
    expect.agrees(
        submission.make_lines,
        _windows,
        st.tuples(inputs.texts(), st.integers(2, 5)),
        examples=[("a b", 2), (" a\nb", 2), ("a\tb\r\nc ", 2), ("ü 日本 🙂", 3), ("a  a a", 2), ("", 2), (" ", 2)],
        likely=lambda found, right, text, seq_len: expect.cause(
            (len(right) == 1 and not found, default),
            (_texts(found) == right[:-1], "the last window is missing: it ends with the last word"),
            (_texts(found) == right[1:], "the first window is missing: it begins with the first word"),
            (
                any(line != " ".join(line.split()) for line in _texts(found)),
                'split(" ") leaves empty words and line breaks; split() without an argument parts at any white space',
            ),
            default,
        ),
        compare=lambda found, right, **words: expect.equal(_texts(found), right, **words),
    )


@pytest.mark.check(points=1, needs=["test_list"], hint="Does anything but white space take part in splitting?")
def test_as_they_are(submission):
    """Capitals and punctuation stay as they are."""
    found, right = _found(submission, MIXED, 4), _windows(MIXED, 4)
    _expect_windows(
        found,
        right,
        what="make_lines of a text with capitals and punctuation",
        likely=expect.cause(
            (found == right[:-1], "the last window is missing"),
            (
                found == [line.lower() for line in right],
                "the capitals are gone; the words stay as they are here",
            ),
            (
                found and not any(mark in line for line in found for mark in ",!:."),
                "the punctuation is gone; words are parted at white space, and nothing is taken away",
            ),
            (not set(found) & set(right), f"{expect.number(found[0] if found else '')} is not in the text"),
            "text.split() is all that is done to the words",
        ),
    )


@pytest.mark.check(
    points=2, needs=["test_list"], hint="How many windows are there, for 3 words and a seq_len of 3, or 4?"
)
def test_too_short(submission):
    """A text of seq_len words is one window; a shorter one has none, and the list is empty."""
    for text, seq_len in (("one two three", 3), ("one two three", 4), ("one", 5), ("", 2)):
        found = _found(submission, text, seq_len)
        expect.equal(
            found,
            _windows(text, seq_len),
            what=f'make_lines("{text}", {seq_len})',
            likely=expect.cause(
                (
                    found == [],
                    "a text of just seq_len words has one window: the end of the loop, or a question about the length "
                    "before it, leaves it out",
                ),
                (len(found) > 1, "the loop stops too late: some windows have fewer than seq_len words"),
                "a text that is too short has no window: the answer is an empty list",
            ),
        )


@pytest.mark.check(points=1, hint="Look at seq_len before all else: raise ValueError(...)")
def test_seq_len(submission):
    """A seq_len below 2 raises a ValueError, whatever the text."""
    submission.make_lines(TEXT, 2)  # a function that refuses everything distinguishes nothing
    for text, seq_len in ((TEXT, 0), (TEXT, -1), (TEXT, 1), ("", 1)):
        expect.raises(
            ValueError,
            submission.make_lines,
            text,
            seq_len,
            likely=expect.cause(
                ("return ValueError" in submission.source, "an error is not returned: raise ValueError(...)"),
                (not text, "look at seq_len before the words are counted: a short text does not excuse it"),
                (seq_len == 1, "one word alone predicts nothing: two words are the least"),
                "write: if seq_len < 2: raise ValueError(...)",
            ),
        )


def _windows(text, seq_len):
    words = text.split()
    return [" ".join(words[start : start + seq_len]) for start in range(len(words) - seq_len + 1)]


def _found(submission, text, seq_len):
    """What make_lines gives, as a list of texts."""
    return _texts(submission.make_lines(text, seq_len))


def _texts(found):
    return [str(line) for line in found] if isinstance(found, (list, tuple, np.ndarray)) else [str(found)]


def _expect_windows(found, right, what, likely):
    """Each window is what it should be; the first that is not is shown."""
    for place, (line, wanted) in enumerate(zip(found, right, strict=False), start=1):
        expect.equal(line, wanted, what=f"window {place} of {what}", likely=likely)
    expect.equal(len(found), len(right), what=f"the number of windows in {what}", likely=likely)
