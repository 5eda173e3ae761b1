"""Grades s02_when_to_use/choose_approach: a kind of model for a kind of data."""

import ast
import re
from functools import partial

import pytest

from keraskata import expect

DENSE, FOLLOWED = expect.varied("dense"), expect.varied("followed")
NETWORKS = {"table": f"{DENSE} network", "image": "convolutional network", "text": "recurrent network"}
# Each is near one of the three words, or a part of it, and yet another word.
UNKNOWN = (
    *("sound", "images of cats", "an image", "image ", "Table", "TEXT"),
    *("tables", "images", "texts", "textile", "tab", "t", ""),
)
# What is often better today, as the task says itself.
TODAY = {"table": "tree|forest|boost|linear|logistic", "text": "transformer"}

_KEPT = "alone, this call is right: something is kept from an earlier call"
_WORDS = "there are four answers, which the task has in quotes: take one of them just as it is written there"
_TUPLE = (
    "the words are right, but they stand in a tuple: a comma after a value makes one",
    lambda seen: seen.found == (seen.right,),
)
_NO_TEXT = (
    "{kind} came back; the answer is a text",
    lambda seen: {"kind": expect.type_name(seen.found)} if not isinstance(seen.found, str) else None,
)
_IDENTITY = (
    "`is` asks for the very same object, and a text that comes from elsewhere is another one, even if it is equal: "
    "compare data with ==",
    lambda seen: _asks_by_identity(seen.source),
)

NETWORK = expect.diagnoses(
    kept=(_KEPT, lambda seen: seen.alone() == seen.right),
    identity=_IDENTITY,
    tuple=_TUPLE,
    no_text=_NO_TEXT,
    interpretable=(
        "interpretable is False here: an interpretable model was not asked for",
        lambda seen: seen.found == f"{FOLLOWED} model",
    ),
    spelling=(
        "the words are right, the spelling is not: small letters, no spaces around",
        lambda seen: seen.found.strip().lower() == seen.right,
    ),
    short=(
        "the answer is written out in full, with the word network",
        lambda seen: seen.found in {network.split()[0] for network in NETWORKS.values()},
    ),
    data=("this is the kind of data, not the kind of model", lambda seen: seen.found == seen.data),
    any=(
        '"{data}" and "sound" get the same answer: look at the conditions; a == "b" or "c" is always true',
        lambda seen: {"data": seen.data} if seen.answers("sound") == [seen.found] else None,
    ),
    mixed=(
        "two networks are mixed up: convolutions look at neighbouring pixels, recurrence reads in order",
        lambda seen: seen.answers("table", "text", "image") == list(NETWORKS.values()),
    ),
    other=(
        "this is the network for another kind of data: {kind}",
        lambda seen: next({"kind": kind} for kind, network in NETWORKS.items() if network == seen.found),
    ),
    today=(
        'the end of the task says what is often better today; its rule of thumb gives {data} the "{right}"',
        lambda seen: (
            {"data": seen.data, "right": seen.right} if re.search(TODAY[seen.data], seen.found, re.I) else None
        ),
    ),
    otherwise=_WORDS,
)
INTERPRETABLE = expect.diagnoses(
    kept=(_KEPT, lambda seen: seen.alone() == seen.right),
    tuple=_TUPLE,
    no_text=_NO_TEXT,
    network=(
        "interpretable is True, and yet a network was chosen: look at where you ask about it",
        lambda seen: seen.found in NETWORKS.values(),
    ),
    short=(f'the answer is written in full: "{FOLLOWED} model"', lambda seen: seen.found == FOLLOWED),
    spelling=(
        "the words are right, the spelling is not: small letters, no spaces around",
        lambda seen: seen.found.strip().lower() == seen.right,
    ),
    otherwise=_WORDS,
)
REFUSED = expect.diagnoses(
    kept=(_KEPT, lambda seen: seen.alone() == seen.right),
    identity=_IDENTITY,
    other_word=(
        '"{other}" gets the answer for "{data}", and "{data}" an error: write the kind just as the task does',
        lambda seen: next(
            {"other": other, "data": seen.data}
            for other in (f"{seen.data}s", seen.data.capitalize(), seen.data.upper(), f" {seen.data}", f"{seen.data} ")
            if seen.answer(other) == seen.right != seen.answer("sound")
        ),
    ),
    one_way=(
        '"{data}" gets an answer where interpretable is {other}, and an error where it is {interpretable}',
        lambda seen: (
            None
            if seen.raises(seen.data, not seen.interpretable)
            else {"data": seen.data, "other": not seen.interpretable, "interpretable": seen.interpretable}
        ),
    ),
    upside_down=(
        'all three kinds end in an error, and "sound" does not: the condition for it is the wrong way round',
        lambda seen: all(map(seen.raises, NETWORKS)) and not seen.raises("sound"),
    ),
    all=(
        "all three kinds end in an error, and so does any other: when is the condition for it true?",
        lambda seen: all(map(seen.raises, (*NETWORKS, "sound"))),
    ),
    otherwise="each of the three kinds has an answer; only any other kind raises a ValueError",
)
OTHER = expect.diagnoses(
    kept=(_KEPT, lambda seen: isinstance(seen.alone(), ValueError)),
    interpretable=(
        '"{data}" is refused where interpretable is False, and not where it is True: ask about data first',
        lambda seen: {"data": seen.data} if seen.interpretable else None,
    ),
    near=(
        '"{data}" is none of the three kinds, and gets an answer: a kind is one word, just as the task writes it',
        lambda seen: {"data": seen.data} if seen.data not in ("sound", "") else None,
    ),
    always=(
        'the condition for "{kind}" is true whatever data is: "{word}", beside `or`, is compared with nothing',
        lambda seen: next(
            {"kind": kind, "word": word}
            for kind, word in _always_true(seen.source)
            if seen.answers(seen.data) == [NETWORKS[kind]]
        ),
    ),
    rest=(
        '"{data}" is none of the three kinds, and gets the answer for "{kind}"',
        lambda seen: next(
            {"data": seen.data, "kind": kind}
            for kind, network in NETWORKS.items()
            if seen.answers(seen.data) == [network]
        ),
    ),
    lookup=(
        "a dict raises KeyError where a key is missing: ask with `in` first, and raise ValueError(...)",
        lambda seen: isinstance(seen.error(), KeyError) and not seen.own_raise(),
    ),
    error=(
        "{kind} is raised here; it has to be ValueError",
        lambda seen: {"kind": type(seen.error()).__name__} if seen.error() else None,
    ),
    nothing=(
        '"{data}" is recognised as none of the three kinds, but nothing is raised: raise ValueError(...)',
        lambda seen: {"data": seen.data} if seen.answers(seen.data) == [None] and not _catches(seen.source) else None,
    ),
    caught=(
        "an error that an `except` of the function itself catches does not come out of it: let the ValueError through",
        lambda seen: seen.answers(seen.data) == [None],
    ),
    otherwise="any other kind of data: raise ValueError(...)",
)


@pytest.mark.check(points=2, hint="A table has no neighbours, an image has neighbours, a text has an order.")
def test_networks(submission):
    """Each kind of data has its network if the answer need not be understood."""
    for after in (None, *NETWORKS):
        if after:  # what it leaves behind changes a later answer
            _unless_error(submission.choose_approach, after, True)
        for data, network in NETWORKS.items():
            found = _answer(submission, data, False, network)
            expect.equal(
                found,
                network,
                what=f'choose_approach("{data}", False)',
                likely=expect.cause(
                    expect.no_return(found),
                    NETWORK.of(
                        found=found,
                        data=data,
                        right=network,
                        source=submission.source,
                        answers=_answers(submission),
                        alone=_alone(_unless_error, submission, data, False),
                    ),
                ),
            )


@pytest.mark.check(points=2, hint="Which of the two questions has to be asked first?")
def test_interpretable(submission):
    """Where the answers must be understood, the choice is an {followed} model, whatever the data."""
    for data in NETWORKS:
        _unless_error(submission.choose_approach, data, False)  # what it leaves behind changes the next answer
        found = _answer(submission, data, True, f"{FOLLOWED} model")
        expect.equal(
            found,
            f"{FOLLOWED} model",
            what=f'choose_approach("{data}", True)',
            likely=expect.cause(
                expect.no_return(found),
                INTERPRETABLE.of(
                    found=found, right=f"{FOLLOWED} model", alone=_alone(_unless_error, submission, data, True)
                ),
            ),
        )


@pytest.mark.check(points=1, hint="What happens to a word that is none of the three? raise ValueError(...)")
def test_unknown(submission):
    """Any other kind of data raises a ValueError."""
    _answer(submission, "table", False, NETWORKS["table"])  # a function that refuses everything distinguishes nothing
    for data in UNKNOWN:
        for interpretable in (False, True):
            expect.raises(
                ValueError,
                submission.choose_approach,
                data,
                interpretable,
                likely=OTHER.of(
                    data=data,
                    interpretable=interpretable,
                    source=submission.source,
                    answers=_answers(submission),
                    error=partial(expect.raised, submission.choose_approach, data, interpretable),
                    own_raise=partial(expect.own_raise, submission.choose_approach, data, interpretable),
                    alone=_alone(expect.raised, submission, data, interpretable),
                ),
            )


def _answer(submission, data, interpretable, right):
    """Return the answer for one of the three kinds, or say why it is refused."""
    try:
        return submission.choose_approach(data, interpretable)
    except Exception as fault:
        if not isinstance(getattr(fault, "error", None), (ValueError, KeyError)):
            raise
        expect.that(
            False,
            expected=f'an answer of choose_approach("{data}", {interpretable})',
            found=fault.feedback.found,
            likely=fault.feedback.likely
            or REFUSED.of(
                data=data,
                interpretable=interpretable,
                right=right,
                source=submission.source,
                answer=lambda kind: _unless_error(submission.choose_approach, kind, interpretable),
                raises=lambda kind, flag=interpretable: (
                    expect.raised(submission.choose_approach, kind, flag) is not None
                ),
                alone=_alone(_unless_error, submission, data, interpretable),
            ),
            notes=fault.feedback.notes,
        )


def _alone(ask, submission, data, interpretable):
    """Return a function that asks what comes of a call before which nothing else was asked of the file."""
    return lambda: ask(submission.reseeded(0).choose_approach, data, interpretable)


def _unless_error(call, *arguments):
    """Return the answer to this call; None where it ends in an error."""
    try:
        return call(*arguments)
    except Exception:
        return None


def _answers(submission):
    """Return a function that gives the answers to some kinds of data, for rows that compare them."""
    return lambda *kinds: [submission.choose_approach(kind, False) for kind in kinds]


def _asks_by_identity(source):
    """Return whether the code asks by `is` whether data, as it came in, is something else than True, False or None."""
    nodes = list(ast.walk(ast.parse(source)))
    made_anew = any(_is_data(node) and isinstance(node.ctx, ast.Store) for node in nodes)
    return not made_anew and any(
        isinstance(node, ast.Compare)
        and isinstance(node.ops[0], (ast.Is, ast.IsNot))
        and any(map(_is_data, (node.left, *node.comparators)))
        and not any(_is_single(part) for part in (node.left, *node.comparators))
        for node in nodes
    )


def _catches(source):
    return any(isinstance(node, ast.ExceptHandler) for node in ast.walk(ast.parse(source)))


def _is_data(node):
    return isinstance(node, ast.Name) and node.id == "data"


def _is_single(node):
    return isinstance(node, ast.Constant) and not isinstance(node.value, str)


def _always_true(source):
    """Return the kinds that conditions ask for, each with a word behind `or` that makes its condition true."""
    tests = (node.test for node in ast.walk(ast.parse(source)) if isinstance(node, (ast.If, ast.IfExp)))
    either = [test.values for test in tests if isinstance(test, ast.BoolOp) and isinstance(test.op, ast.Or)]
    for parts in either:
        words = [part.value for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str)]
        asked = {node.value for part in parts for node in ast.walk(part) if isinstance(node, ast.Constant)}
        yield from ((kind, word) for kind in NETWORKS if kind in asked for word in words if word)
