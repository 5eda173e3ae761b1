"""Grades s12_lstm/make_lines: every window of a text, in order."""

import re
import string
from itertools import groupby

import numpy as np
import pytest
from hypothesis import strategies as st

from keraskata import expect
from keraskata.expect import inputs

TEXT = "now that winter is over all small birds sing again"
ALIKE = "row your boat row your boat home"
BESIDE = "ha ha ha ha no"
SPACED = "  one\ttwo\n\nthree  four five \nsix\n"
# A whole book is longer than any buffer: no number of words, lines or letters may end it.
LONG = " ".join(f"w{number}" for number in range(4000))
# Each sign of a keyboard, inside a word and beside one.
MIXED = (
    'Wait, wait! I said: WAIT--don\'t run - he/she (a "well-known" fool) e-mails me@home; 3.50 + 50% of $2_000? '
    "So: a=b, [x], {y}, <z>, #1, R&D, *so* ~on~, `now`, c:\\d, e^2, yes|no..."
)


def _windows(text, seq_len):
    return _of_words(text.split(), seq_len)


def _of_words(words, seq_len):
    return [" ".join(words[start : start + seq_len]) for start in range(len(words) - seq_len + 1)]


def _texts(found):
    return [str(line) for line in found] if isinstance(found, (list, tuple, np.ndarray)) else [str(found)]


def _by_first_place(text, seq_len):
    """The windows that begin where a word of the text stands first."""
    words = text.split()
    starts = [words.index(word) for word in words[: len(words) - seq_len + 1]]
    return [" ".join(words[start : start + seq_len]) for start in starts]


def _sizes(found):
    return {len(line.split()) for line in found}


def _fixed(make):
    """The number of words in each window, where it does not depend on seq_len; to be named in a row."""
    sizes = [_sizes(_texts(make(TEXT, seq_len))) for seq_len in (2, 4, 6)]
    return {"n": min(sizes[0])} if sizes[0] == sizes[1] == sizes[2] and len(sizes[0]) == 1 else None


def _exact_lost(seen):
    """Whether a text of just seq_len words has no window."""
    return len(seen.right) == 1 and not seen.found and not _texts(seen.make("one two three", 3))


def _longer_text(seen):
    return _texts(seen.make(TEXT, 3))


def _plain(text):
    """The text with a plain letter for each that ASCII does not have."""
    return re.sub(r"[^\x00-\x7f]", "x", text)


def _signs_lost(found, text, seq_len):
    """The signs that no window has, where the windows are those of the text with spaces or nothing in their place."""
    lost = [sign for sign in ("--", *string.punctuation) if sign in text and sign not in " ".join(found)]
    for instead in (" ", ""):
        left = text
        for sign in lost:
            left = left.replace(sign, instead)
        if lost and found == _windows(left, seq_len):
            return {"signs": " ".join(lost)}
    return None


def _raised_when_read(make, text, seq_len):
    """The error in which the answer ends as it is read, where it is a generator, or None."""
    found = make(text, seq_len)
    return expect.raised(found.send, None) if getattr(found, "kind", "") == "generator" else None


def _raised(make, text, seq_len):
    """The error that the call ends in, or None."""
    try:
        make(text, seq_len)
    except Exception as fault:
        return getattr(fault, "error", fault)
    return None


SHORT = expect.diagnoses(
    raised=("a text with fewer words than seq_len is no error: it has no window, so the list is empty",),
)
LIST = expect.diagnoses(
    text=("this is one text; return a list, with a text for each window", lambda seen: isinstance(seen.found, str)),
    empty=("nothing is put into the list", lambda seen: len(seen.found) == 0),
    unread=(
        "a {kind} makes its texts only when it is read: put them into a list, and return that",
        lambda seen: seen.found.kind in ("generator", "map", "filter") and {"kind": seen.found.kind},
    ),
    words=(
        'this is a list of words; " ".join(words) makes it a text',
        lambda seen: isinstance(seen.odd[0], (list, tuple, np.ndarray)),
    ),
    turned=(
        "the words of a window stand in the opposite order",
        lambda seen: all(" ".join(line.split()[::-1]) in TEXT for line in seen.found),
    ),
    strange=(
        "these words do not stand in the text: take the words of the argument text",
        lambda seen: not set(" ".join(seen.found).split()) & set(TEXT.split()),
    ),
    otherwise="return a list of texts, one for each window",
)
WINDOWS = expect.diagnoses(
    kept=(
        "this call alone is right: something is kept from an earlier one, as a default (lines=[]) and a global are. "
        "Make the list inside the function",
        lambda seen: seen.alone() == seen.right != seen.found,
    ),
    short=(
        "a text with fewer than seq_len words has no window, and its list is empty",
        lambda seen: seen.found and not seen.right,
    ),
    refused=(
        "longer texts have all their windows, so the loop is right; a question such as len(words) <= seq_len refuses a "
        "text of just seq_len words",
        lambda seen: _exact_lost(seen) and _longer_text(seen) == _windows(TEXT, 3),
    ),
    exact=(
        "a text of just seq_len words has one window, and longer ones miss their last, too: look at where the loop "
        "ends",
        lambda seen: _exact_lost(seen) and _longer_text(seen) == _windows(TEXT, 3)[:-1],
    ),
    neighbours=(
        "a window that is like the one before it is left out; windows that are alike are all kept, also side by side",
        lambda seen: (
            seen.found == [line for line, _ in groupby(seen.right)]
            and _texts(seen.make(ALIKE, 3)) == _windows(ALIKE, 3)
        ),
    ),
    once=(
        "each window is kept once, as in a set or a dict; windows that are alike are all kept",
        lambda seen: (
            sorted(seen.found) == sorted(set(seen.right)) != sorted(seen.right)
            and sorted(_texts(seen.make(ALIKE, 3))) == sorted(set(_windows(ALIKE, 3)))
        ),
    ),
    last=(
        "the last window is missing: it ends with the last word",
        lambda seen: seen.found == seen.right[:-1] and seen.found and seen.right[-1] not in seen.found,
    ),
    first=(
        "the first window is missing: it begins with the first word",
        lambda seen: seen.found == seen.right[1:] and seen.found and seen.right[0] not in seen.found,
    ),
    only_first=(
        "only the first window is there. Does return stand inside the loop, or behind it?",
        lambda seen: seen.found == seen.right[:1],
    ),
    only_last=(
        "only the last window is there. Is a new list made inside the loop?",
        lambda seen: seen.found == seen.right[-1:],
    ),
    prefix=(
        "only the first {n} windows are there; a text may have any length",
        lambda seen: {"n": len(seen.found)} if seen.found and seen.found == seen.right[: len(seen.found)] else None,
    ),
    side=(
        "these windows lie side by side; each begins one word later than the last",
        lambda seen: seen.found == seen.right[:: seen.seq_len],
    ),
    lines=(
        "each line is cut up for itself; the text runs on over a line break",
        lambda seen: (
            seen.found == [window for line in seen.text.splitlines() for window in _windows(line, seen.seq_len)]
        ),
    ),
    index=(
        "words.index(word) gives the first place of a word, and no other: count the places",
        lambda seen: seen.found == _by_first_place(seen.text, seen.seq_len),
    ),
    order=(
        "the windows stand in another order than in the text",
        lambda seen: sorted(seen.found) == sorted(seen.right),
    ),
    together=(
        'there is no space between the words: write " ".join(words)',
        lambda seen: seen.found == [line.replace(" ", "") for line in seen.right],
    ),
    edges=(
        "an empty word stands where the text begins or ends with white space, as re.split makes it: split() without an "
        "argument makes none",
        lambda seen: seen.found == _of_words(re.split(r"\s+", seen.text), seen.seq_len),
    ),
    split=(
        'split(" ") parts at single spaces alone: tabs stay, and two spaces in a row make an empty word; split() '
        "without an argument parts at any white space",
        lambda seen: any(
            seen.found == _of_words(text.split(" "), seen.seq_len)
            for text in (seen.text, seen.text.strip(), seen.text.replace("\n", " "))
        ),
    ),
    other_space=(
        "white space of another kind stays on the words: split() without an argument parts them at each kind",
        lambda seen: (
            [" ".join(line.split()) for line in seen.found] == seen.right
            and any(sign.isspace() and sign != " " for line in seen.found for sign in line)
        ),
    ),
    around=(
        "the words are right; one space stands between two of them, and no white space before or behind",
        lambda seen: [" ".join(line.split()) for line in seen.found] == seen.right,
    ),
    capitals=(
        "the capitals are gone; the words stay as they are here",
        lambda seen: seen.found == [line.lower() for line in seen.right],
    ),
    punctuation=(
        "the punctuation is gone; words are parted at white space, and nothing is taken away",
        lambda seen: (
            seen.found
            and any(mark in seen.text for mark in ",!:.")
            and not any(mark in line for line in seen.found for mark in ",!:.")
        ),
    ),
    signs=(
        "of the signs in the text these are lost: {signs} Words are parted at white space alone, and keep all signs",
        lambda seen: _signs_lost(seen.found, seen.text, seen.seq_len),
    ),
    letters=(
        "these are letters: a text counts in letters, and text.split() makes a list of words of it",
        lambda seen: (
            len(seen.found) > len(seen.text.split())
            and all(len(line.replace(" ", "")) <= seen.seq_len for line in seen.found)
        ),
    ),
    ends=(
        "the loop stops too late: the windows at the end have fewer than seq_len words",
        lambda seen: (
            seen.found[: len(seen.right)] == seen.right and max(_sizes(seen.found[len(seen.right) :])) < seen.seq_len
        ),
    ),
    fixed=("there are always {n} words in a window, whatever seq_len says", lambda seen: _fixed(seen.make)),
    longer=(
        "there is one word too many in each window: words[a:b] ends before place b",
        lambda seen: seen.found[0] == " ".join(seen.text.split()[: seen.seq_len + 1]),
        lambda seen: _exact_lost(seen) and _longer_text(seen)[0] == " ".join(TEXT.split()[:4]),
    ),
    shorter=(
        "there is one word too few in each window: words[a:b] ends before place b",
        lambda seen: seen.found[0] == " ".join(seen.text.split()[: seen.seq_len - 1]),
    ),
    foreign=(
        "other letters than a to z are lost; a word is all that stands between white space",
        lambda seen: (
            _plain(seen.text) != seen.text
            and _texts(seen.make(_plain(seen.text), seen.seq_len)) == _windows(_plain(seen.text), seen.seq_len)
        ),
    ),
    strange=(
        "{line} does not stand in the text",
        lambda seen: next(
            ({"line": repr(line)} for line in seen.found if line not in " ".join(seen.text.split())), None
        ),
    ),
    otherwise="a window begins at each word that has seq_len - 1 words behind it, however long the text is",
)
ERROR = expect.diagnoses(
    asserted=(
        "assert has an error of its own; a ValueError comes by raise ValueError(...)",
        lambda seen: isinstance(_raised(seen.make, seen.text, seen.seq_len), AssertionError),
    ),
    late=(
        "look at seq_len before the words are counted: a short text does not excuse it",
        lambda seen: not seen.text,
    ),
    one=("one word alone predicts nothing: two words are the least", lambda seen: seen.seq_len == 1),
    negative=("0 is refused here, and -1 is not; both are below 2", lambda seen: seen.seq_len == -1),
    unread=(
        "what comes back is a generator, which runs only when it is read, and only then raises the ValueError: return "
        "a list",
        lambda seen: isinstance(_raised_when_read(seen.make, seen.text, seen.seq_len), ValueError),
    ),
    none=(
        "no seq_len raises an error here; look at it before all else",
        lambda seen: all(
            read(seen.make, TEXT, seq_len) is None for seq_len in (0, -1, 1) for read in (_raised, _raised_when_read)
        ),
    ),
    otherwise="a seq_len below 2 raises a ValueError",
)


@pytest.mark.check(
    points=1, hint="What joins a list of words into a text: a method of the text that stands between them."
)
def test_list(submission):
    """The answer is a list of texts."""
    found = submission.make_lines(TEXT, 3)
    expect.kind(
        found[()] if isinstance(found, np.ndarray) and not found.ndim else found,  # one without axes has no lines
        (list, tuple, np.ndarray),
        what="make_lines(text, 3)",
        likely=LIST.of(found=found),
    )
    expect.that(
        len(found) > 0,
        expected="a text for each window",
        found="an empty list",
        likely=LIST.of(found=found),
    )
    odd = [line for line in found if not isinstance(line, str)]
    expect.that(
        not odd,
        expected="a text for each window",
        found=expect.number(odd[0] if odd else ""),
        likely=LIST.of(found=found, odd=odd),
    )
    text = TEXT.replace(" ", "")
    expect.that(
        any(line.replace(" ", "").lower() in text for line in found if line),
        expected="windows of the text that was given",
        found=expect.number(found[0]),
        likely=LIST.of(found=found),
    )


@pytest.mark.check(
    points=3, needs=["test_list"], hint="Where does the last window begin, if it ends with the last word of the text?"
)
def test_windows(submission):
    """Every window is there, in order, with seq_len words, from the first word of the text to the last."""
    for seq_len in (3, 2, 5):
        _expect_windows(submission, TEXT, seq_len, what=f"make_lines(text, {seq_len})")
    for seq_len in (3, 60):
        what = f"make_lines of a text of 4000 words, {seq_len} in each window,"
        _expect_windows(submission, LONG, seq_len, what=what)


@pytest.mark.check(points=1, needs=["test_list"], hint="Where a window begins is a place, and no word.")
def test_alike(submission):
    """Windows with the same words are all kept, each in its place."""
    for text in (ALIKE, BESIDE):
        _expect_windows(submission, text, 3, what=f'make_lines("{text}", 3)')


@pytest.mark.check(points=2, needs=["test_list"], hint="What does split() do without an argument?")
def test_white_space(submission):
    """Several spaces, tabs and line breaks part words as one space does."""
    _expect_windows(submission, SPACED, 3, what="make_lines of a text with line breaks, tabs and several spaces")
    expect.agrees(
        submission.make_lines,
        _windows,
        st.tuples(inputs.texts(), st.integers(2, 5)),
        examples=[("a b", 2), (" a\nb", 2), ("a\tb\r\nc ", 2), ("ü 日本 🙂", 3), ("a  a a", 2), ("", 2), (" ", 2)],
        likely=lambda found, right, text, seq_len: _cause(submission, _texts(found), right, text, seq_len),
        compare=lambda found, right, **words: expect.equal(_texts(found), right, **words),
    )


@pytest.mark.check(points=1, needs=["test_list"], hint="Does anything but white space take part in splitting?")
def test_as_they_are(submission):
    """Capitals and punctuation stay as they are."""
    _expect_windows(submission, MIXED, 4, what="make_lines of a text with capitals and punctuation")


@pytest.mark.check(
    points=2, needs=["test_list"], hint="How many windows are there, for 3 words and a seq_len of 3, or 4?"
)
def test_too_short(submission):
    """A text of seq_len words is one window; a shorter one has none, and the list is empty."""
    for text, seq_len in (("one two three", 3), ("one two three", 4), ("one", 5), ("", 2)):
        with expect.explained(lambda fault: SHORT.says("raised") if isinstance(fault.error, ValueError) else None):
            made = submission.make_lines(text, seq_len)
        found, right = _texts(made), _windows(text, seq_len)
        expect.equal(
            found,
            right,
            what=f'make_lines("{text}", {seq_len})',
            likely=_cause(submission, found, right, text, seq_len),
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
            likely=ERROR.of(make=submission.make_lines, text=text, seq_len=seq_len),
        )


def _expect_windows(submission, text, seq_len, what):
    """Each window is what it should be; the first that is not is shown."""
    found, right = _texts(submission.make_lines(text, seq_len)), _windows(text, seq_len)
    likely = _cause(submission, found, right, text, seq_len)
    for place, (line, wanted) in enumerate(zip(found, right, strict=False), start=1):
        expect.equal(line, wanted, what=f"window {place} of {what}", likely=likely)
    expect.equal(len(found), len(right), what=f"the number of windows in {what}", likely=likely)


def _cause(submission, found, right, text, seq_len):
    """Why these windows of a text are other ones."""
    return WINDOWS.of(
        make=submission.make_lines,
        alone=lambda: _texts(submission.reseeded(1).make_lines(text, seq_len)),
        found=found,
        right=right,
        text=text,
        seq_len=seq_len,
    )
