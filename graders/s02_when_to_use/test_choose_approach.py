"""Grades s02_when_to_use/choose_approach: a kind of model for a kind of data."""

from functools import partial

import pytest

from keraskata import expect

NETWORKS = {"table": "dense network", "image": "convolutional network", "text": "recurrent network"}
# Each is near one of the three words, or a part of it, and yet another word.
UNKNOWN = ("sound", "images of cats", "an image", "image ", "Table", "TEXT", "tables", "textile", "tab", "t", "")

NETWORK = expect.diagnoses(
    interpretable=(
        "interpretable is False here: an interpretable model was not asked for",
        lambda seen: seen.found == "interpretable model",
    ),
    spelling=(
        "the words are right, the spelling is not: small letters, no spaces around",
        lambda seen: seen.found.strip().lower() == NETWORKS[seen.data],
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
    otherwise="use the words of the task, written out in full",
)
INTERPRETABLE = expect.diagnoses(
    network=(
        "interpretable is True, and yet a network was chosen: look at where you ask about it",
        lambda seen: seen.found in NETWORKS.values(),
    ),
    short=('the answer is written in full: "interpretable model"', lambda seen: seen.found == "interpretable"),
    spelling=(
        "the words are right, the spelling is not: small letters, no spaces around",
        lambda seen: seen.found.strip().lower() == "interpretable model",
    ),
    otherwise="use the words of the task, written out in full",
)
OTHER = expect.diagnoses(
    interpretable=(
        '"{data}" is refused where interpretable is False, and not where it is True: ask about data first',
        lambda seen: {"data": seen.data} if seen.interpretable else None,
    ),
    near=(
        '"{data}" is none of the three kinds: compare the whole word, just as it is written',
        lambda seen: {"data": seen.data} if seen.data not in ("sound", "") else None,
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
        lambda seen: isinstance(seen.error(), KeyError),
    ),
    error=(
        "{kind} is raised here; it has to be ValueError",
        lambda seen: {"kind": type(seen.error()).__name__} if seen.error() else None,
    ),
    nothing=(
        '"{data}" is told from the three kinds, but nothing is raised: raise ValueError(...)',
        lambda seen: {"data": seen.data} if seen.answers(seen.data) == [None] else None,
    ),
    otherwise="any other kind of data: raise ValueError(...)",
)


@pytest.mark.check(points=2, hint="A table has no neighbours, an image has neighbours, a text has an order.")
def test_networks(submission):
    """Each kind of data has its network if the answer need not be understood."""
    for data, network in NETWORKS.items():
        found = submission.choose_approach(data, False)
        expect.equal(
            found,
            network,
            what=f'choose_approach("{data}", False)',
            likely=expect.cause(
                expect.no_return(found), NETWORK.of(found=found, data=data, answers=_answers(submission))
            ),
        )


@pytest.mark.check(points=2, hint="Which of the two questions has to be asked first?")
def test_interpretable(submission):
    """Where the answers must be understood, the choice is an interpretable model, whatever the data."""
    for data in NETWORKS:
        found = submission.choose_approach(data, True)
        expect.equal(
            found,
            "interpretable model",
            what=f'choose_approach("{data}", True)',
            likely=expect.cause(expect.no_return(found), INTERPRETABLE.of(found=found)),
        )


@pytest.mark.check(points=1, hint="What happens to a word that is none of the three? raise ValueError(...)")
def test_unknown(submission):
    """Any other kind of data raises a ValueError."""
    submission.choose_approach("table", False)  # a function that refuses everything distinguishes nothing
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
                    answers=_answers(submission),
                    error=partial(_error, submission.choose_approach, data, interpretable),
                ),
            )


def _answers(submission):
    """Return a function that gives the answers to some kinds of data, for rows that compare them."""
    return lambda *kinds: [submission.choose_approach(kind, False) for kind in kinds]


def _error(call, *arguments):
    """Return what the learner's code raises in this call; None if nothing."""
    try:
        call(*arguments)
    except Exception as fault:  # it carries what was raised
        return getattr(fault, "error", None) or fault
    return None
