"""Grades s02_when_to_use/choose_approach: a kind of model for a kind of data."""

import pytest

from keraskata import expect

NETWORKS = {"table": "dense network", "image": "convolutional network", "text": "recurrent network"}
# Each is near one of the three words, or a part of it, and yet another word.
UNKNOWN = ("sound", "images of cats", "an image", "image ", "Table", "TEXT", "tables", "textile", "tab", "t", "")


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
                (found is None, "the return is missing on this way through the function"),
                (
                    found == "interpretable model",
                    "interpretable is False here: an interpretable model was not asked for",
                ),
                (
                    isinstance(found, str) and found.strip().lower() == network,
                    "the words are right, the spelling is not: small letters, no spaces around",
                ),
                (
                    isinstance(found, str) and found in NETWORKS.values(),
                    "two networks are mixed up: convolutions look at neighbouring pixels, recurrence reads in order",
                ),
                (found == data, "this is the kind of data, not the kind of model"),
                "use the words of the task, written out in full",
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
            likely=expect.cause(
                (found is None, "the return is missing on this way through the function"),
                (
                    isinstance(found, str) and found in NETWORKS.values(),
                    "interpretable is True, and yet a network was chosen: ask about it first",
                ),
                (found == "interpretable", 'the answer is written in full: "interpretable model"'),
                "use the words of the task, written out in full",
            ),
        )


@pytest.mark.check(points=1, hint="What happens to a word that is none of the three? raise ValueError(...)")
def test_unknown(submission):
    """Any other kind of data raises a ValueError."""
    submission.choose_approach("table", False)  # a function that refuses everything distinguishes nothing
    for data in UNKNOWN:
        expect.raises(ValueError, submission.choose_approach, data, False)
        expect.raises(ValueError, submission.choose_approach, data, True)
