"""Grades s05_learning_curve/train_and_plot: losses in one Axes, accuracies in the other, side by side."""

from itertools import chain

import numpy as np
import pytest

from keraskata import expect

HISTORY = {
    "loss": [0.9, 0.61, 0.42, 0.31, 0.22],
    "accuracy": [0.55, 0.68, 0.8, 0.86, 0.9],
    "val_loss": [0.95, 0.7, 0.55, 0.52, 0.57],
    "val_accuracy": [0.5, 0.65, 0.75, 0.78, 0.77],
}
OTHER_KEY = "{key} is drawn, which is none of the four lists that are asked for"
LOOSE = "{name} is drawn as loose points; a course over epochs is a line"
# Other keys first, one more of them, fewer epochs, and a loss and an accuracy of 0.
OTHER = {
    "val_accuracy": [0.0, 0.45],
    "learning_rate": [0.01, 0.005],
    "accuracy": [0.41, 0.52],
    "val_loss": [1.2, 1.1],
    "loss": [1.3, 0.0],
}
# A long training, in zig-zag, with losses far above 1 and keys that nearly are the four.
LONG = {
    "loss": [300 / (1 + epoch) + epoch % 2 for epoch in range(120)],
    "val_loss": [250.125 + epoch % 3 for epoch in range(120)],
    "accuracy": [0.123456 + epoch % 2 / 2 for epoch in range(120)],
    "val_accuracy": [0.123457 + epoch % 3 / 4 for epoch in range(120)],
    "content_loss": [5.0] * 120,
    "val_top_k_accuracy": [0.99] * 120,
}
CONSTANT = {"loss": [0.7, 0.7], "val_loss": [0.7, 0.7], "accuracy": [0.5, 0.5], "val_accuracy": [0.5, 0.5]}

RETURNED = expect.diagnoses(otherwise="return the figure")
PANELS = expect.diagnoses(
    loose=(
        "there are loose points in Axes without a line; a course over epochs is a line",
        lambda seen: any(at.points and not expect.lines(at) for at in seen.panels),
    ),
    bars=(
        "these are bars or areas; a course over epochs is a line",
        lambda seen: any(at.filled and not expect.lines(at) for at in seen.panels),
    ),
    together=(
        "loss and accuracy are to have an Axes each; plt.subplots(ncols=2) makes two",
        lambda seen: len(seen.panels) == 1 == len(seen.drawn),
    ),
    half=(
        "only one of the Axes has lines: the losses belong into one, the accuracies into the other",
        lambda seen: len(seen.drawn) == 1,
    ),
    apart=(
        "each line has an Axes of its own; training and validation of one quantity share an Axes",
        lambda seen: len(seen.drawn) > 2 and all(len(expect.lines(at)) == 1 for at in seen.drawn),
    ),
    empty=(
        "only two of the Axes have lines; plt.subplots(ncols=2) makes no more than two",
        lambda seen: len(seen.drawn) == 2,
    ),
    nothing=("nothing is drawn into the figure that is returned", lambda seen: not seen.drawn),
    otherwise="the losses have one Axes, the accuracies the other, and there is no third one",
)
PLACE = expect.diagnoses(
    twin=("twinx puts a second y axis into the same place", lambda seen: expect.same(seen.left, seen.right)),
    rows=(
        "plt.subplots(2) makes rows; plt.subplots(ncols=2) makes columns",
        lambda seen: abs(seen.left[1] - seen.right[1]) > 0.1,
    ),
    otherwise="one of the Axes covers a part of the other",
)
LINE = expect.diagnoses(
    loose=(
        LOOSE,
        lambda seen: (
            any(expect.same(cloud.y, seen.right) for at in seen.picture.panels for cloud in at.points)
            and {"name": seen.name}
        ),
    ),
    against=(
        "a line has {x} along x and {y} along y; each list is a line of its own, over the epochs",
        lambda seen: _against(seen),
    ),
    swapped=(
        "x and y are swapped: the epochs run along the x axis",
        lambda seen: any(expect.same(at.x, seen.right) and set(np.diff(at.y)) <= {1} for at in seen.lines),
    ),
    earlier=(
        "the values of another history are drawn; they are written into the function, or kept from an earlier call",
        lambda seen: seen.history is not HISTORY and _drawn(seen, *HISTORY.values()),
    ),
    fewer=(
        "there are fewer than four lines: each of the two Axes shows training and validation",
        lambda seen: len(seen.lines) < 4,
    ),
    twice=("the same list is drawn twice", lambda seen: _twice(seen.lines, seen.history)),
    other_key=(OTHER_KEY, lambda seen: _other_key(seen)),
    shorter=(
        "some epochs are missing: a line has {points} of {epochs}",
        lambda seen: _points(
            seen, lambda at: len(at.y) < len(seen.right) and set(at.y) <= {*chain(*seen.history.values())}
        ),
    ),
    number=(
        "each epoch has one point; epochs: {epochs}, points of the line: {points}",
        lambda seen: _points(seen, lambda at: len(at.y) != len(seen.right)),
    ),
    rounded=(
        "digits are rounded or cut off; draw the values as they are",
        lambda seen: _drawn(seen, np.trunc(seen.right), *(np.round(seen.right, digits) for digits in range(6))),
    ),
    order=(
        "the values are in another order; draw them as they come",
        lambda seen: any(expect.same(sorted(at.y), sorted(seen.right)) for at in seen.lines),
    ),
    cut=("large values are cut off; draw them as they are", lambda seen: _cut(seen)),
    scaled=("a line is {key}, scaled or shifted; draw each list as it is", lambda seen: _scaled(seen)),
    otherwise="draw each list as it stands in the history, under its own key",
)
TOGETHER = expect.diagnoses(
    apart=(
        "what is to be compared belongs into the same Axes: one quantity, of training and of validation",
        lambda seen: seen.panel is not None,
    ),
)
COUNT = expect.diagnoses(
    fewer=(
        "there are fewer than four lines: draw all four also where some are the same",
        lambda seen: len(seen.lines) < 4,
    ),
    other_key=(OTHER_KEY, lambda seen: _other_key(seen)),
    twice=(
        "a line is drawn twice",
        lambda seen: _twice(seen.lines, seen.history),
    ),
    otherwise="two losses are in one Axes, two accuracies in the other, and nothing else",
)
WORDS = expect.diagnoses(
    none=(
        "neither is set: ax.set_title(...), or ax.set_ylabel(...), for each of the Axes",
        lambda seen: not seen.words.strip(),
    ),
    swapped=(
        "the words of the two Axes are swapped",
        lambda seen: seen.other in seen.words.lower() and seen.word in seen.others.lower(),
    ),
    otherwise="the title or the label of the y axis says which of the two is drawn",
)
CHANGED = expect.diagnoses(
    gone=(
        "{key} is gone: pop and del take a list away from the caller, too; history[...] only reads it",
        lambda seen: {"key": min(seen.given.keys() - seen.left.keys())},
    ),
    otherwise="history[...] only reads a list; make a copy of what is changed",
)


@pytest.fixture(scope="module")
def drawn(submission):
    """The picture, the history as the call left it, and how often the picture was shown."""
    return submission.plot_training(HISTORY), submission.argument(0), submission.shown


@pytest.fixture(scope="module")
def picture(drawn):
    return drawn[0]


@pytest.mark.check(points=2, hint="figure, panels = plt.subplots(ncols=2) makes both. Which of them is asked for?")
def test_figure(drawn):
    """The answer is the figure, which is not shown yet."""
    likely = RETURNED.of(found=drawn[0])
    expect.picture(drawn[0], "Figure", what="plot_training(history)", likely=likely, shown=drawn[2])
    expect.keep_picture(
        "What plot_training draws",
        drawn[0],
        look="Look whether the two lines of a panel part: from there on the network overfits.",
    )
    expect.not_shown(drawn[2])


@pytest.mark.check(points=2, needs=["test_figure"], hint="How many Axes has the figure, and where do they stand?")
def test_panels(picture):
    """The figure has two Axes, one beside the other."""
    panels = [panel for panel in picture.panels if expect.lines(panel)]
    expect.that(
        len(panels) == len(picture.panels) == 2,
        expected="two Axes with lines",
        found=f"{len(panels)} with lines, {len(picture.panels)} in all",
        likely=PANELS.of(panels=picture.panels, drawn=panels),
    )
    left, right = sorted(panel.bounds for panel in panels)
    expect.that(
        left[0] + left[2] <= right[0] + 1e-6,
        expected="two Axes side by side",
        found="one above the other" if abs(left[1] - right[1]) > 0.1 else "one on top of the other",
        likely=PLACE.of(left=left, right=right),
    )


@pytest.mark.check(points=4, needs=["test_panels"], hint="Which two of the four lists belong into the same Axes?")
def test_lines(submission, picture):
    """One Axes has both losses, the other both accuracies, over the epochs of any history."""
    _expect_lines(picture, HISTORY)
    for other in (OTHER, LONG, CONSTANT):
        again = submission.plot_training(other)
        what = "plot_training of another history"
        expect.picture(again, "Figure", what=what, likely=RETURNED.of(found=again))
        _expect_lines(again, other)
    expect.new_picture(submission, "plot_training", HISTORY)


@pytest.mark.check(
    points=2,
    needs=["test_lines"],
    hint="Does each line have its name, in whichever legend? Follow each label back to its list.",
)
def test_legends(picture):
    """Legends say which lines are training and which are validation."""
    for name in ("loss", "accuracy"):
        panel = _panel_with(picture, HISTORY[name])
        training, validation = (expect.line_with(panel, HISTORY[key]) for key in (name, f"val_{name}"))
        expect.training_and_validation(picture, panel, training, validation, what=name)


@pytest.mark.check(points=1, needs=["test_lines"], hint="What does a reader need to know about each of the two Axes?")
def test_words(picture):
    """Each Axes says what it shows, and what runs along x."""
    for name, word, other in (("loss", "loss", "acc"), ("accuracy", "acc", "loss")):
        panel = _panel_with(picture, HISTORY[name])
        beside = next(at for at in picture.panels if at is not panel)
        words, others = _words(panel), _words(beside)
        expect.that(
            word in words.lower(),
            expected=f"{name} in the title or beside the y axis of the Axes that shows it",
            found=words.strip() or "no words",
            likely=WORDS.of(words=words, others=others, word=word, other=other),
        )
        if not picture.xlabel.strip():  # one label may serve both Axes
            expect.labelled(panel, axes="x", what=name, others=[beside])


@pytest.mark.check(points=1, needs=["test_figure"], hint="history.pop takes a list out of the dictionary for good.")
def test_unchanged(submission, drawn):
    """The history is the same afterwards."""
    likely = CHANGED.of(left=drawn[1], given=HISTORY)
    expect.unchanged(drawn[1], HISTORY, what="history", likely=likely)
    submission.plot_training(OTHER)
    left = submission.argument(0)
    expect.unchanged(left, OTHER, what="a history with another key", likely=CHANGED.of(left=left, given=OTHER))


def _expect_lines(picture, history):
    shown = [line for panel in picture.panels for line in expect.lines(panel)]
    for name in ("loss", "val_loss", "accuracy", "val_accuracy"):
        panel = _panel_with(picture, history[name])
        expect.that(
            panel is not None,
            expected=f"a line with the values of {name}, {expect.number(history[name])}",
            found=f"{len(shown)} lines, none with these values",
            likely=LINE.of(picture=picture, lines=shown, right=history[name], history=history, name=name),
        )
        expect.epochs_along_x(expect.line_with(panel, history[name]), what=name)
    for name in ("loss", "accuracy"):
        panel = _panel_with(picture, history[name])
        expect.that(
            expect.line_with(panel, history[f"val_{name}"]) is not None,
            expected=f"{name} and val_{name} in the same Axes",
            found="each in another one",
            likely=TOGETHER.of(panel=panel),
        )
    expect.that(
        len(shown) == 4 and _panel_with(picture, history["loss"]) is not _panel_with(picture, history["accuracy"]),
        expected="two lines in each of two Axes",
        found=f"{len(shown)} lines in all",
        likely=COUNT.of(lines=shown, history=history),
    )


def _twice(shown, history):
    """Return whether two lines have the values of the same list, and no other list has them."""
    lists = [
        values for values in history.values() if sum(expect.same(values, other) for other in history.values()) == 1
    ]
    return any(sum(expect.same(line.y, values) for line in shown) > 1 for values in lists)


def _other_key(seen):
    """Return a key of the history, beside the four, whose list is drawn; None if there is none."""
    other = (key for key in seen.history if key not in HISTORY and _drawn(seen, seen.history[key]))
    return next(({"key": key} for key in other), None)


def _against(seen):
    """Return the keys of two lists that are one line, one along x and the other along y; None if there are none."""
    for at in seen.lines:
        along = [
            next((key for key in seen.history if expect.same(seen.history[key], values)), None)
            for values in (at.x, at.y)
        ]
        if all(along):
            return dict(zip("xy", along, strict=True))
    return None


def _drawn(seen, *lists):
    return any(expect.same(at.y, values) for at in seen.lines for values in lists)


def _points(seen, is_so):
    """Return how many points the first line has that is so, and how many epochs there are."""
    return next(({"points": len(at.y), "epochs": len(seen.right)} for at in seen.lines if is_so(at)), None)


def _cut(seen):
    """Return whether the four lists are drawn, and end at the highest number of one of the lines."""
    tops = {max(at.y) for at in seen.lines}
    return any(all(_drawn(seen, np.minimum(seen.history[key], top)) for key in HISTORY) for top in tops)


def _scaled(seen):
    """Return the key of a list that a line follows exactly, with other numbers; None if there is none."""
    for key in HISTORY:
        for at in seen.lines:
            values = seen.history[key]
            follows = len(at.y) == len(values) > 2 and abs(np.corrcoef(at.y, values)[0, 1]) > 1 - 1e-9
            if follows and not expect.same(at.y, values):
                return {"key": key}
    return None


def _words(panel):
    return f"{panel.title} {panel.ylabel}"


def _panel_with(picture, values):
    return next((panel for panel in picture.panels if expect.line_with(panel, values) is not None), None)
