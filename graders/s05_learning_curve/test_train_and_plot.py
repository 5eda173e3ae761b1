"""Grades s05_learning_curve/train_and_plot: losses in one Axes, accuracies in the other, side by side."""

import pytest

from keraskata import expect

HISTORY = {
    "loss": [0.9, 0.61, 0.42, 0.31, 0.22],
    "accuracy": [0.55, 0.68, 0.8, 0.86, 0.9],
    "val_loss": [0.95, 0.7, 0.55, 0.52, 0.57],
    "val_accuracy": [0.5, 0.65, 0.75, 0.78, 0.77],
}
LOOSE = "these are loose points; a course over epochs is a line"
# Other keys first, one more of them, and fewer epochs.
OTHER = {
    "val_accuracy": [0.4, 0.45],
    "learning_rate": [0.01, 0.005],
    "accuracy": [0.41, 0.52],
    "val_loss": [1.2, 1.1],
    "loss": [1.3, 1.0],
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
    likely = "this is a list or a pair; return the figure"
    expect.picture(drawn[0], "Figure", what="plot_training(history)", likely=likely, shown=drawn[2])
    expect.keep_picture("What plot_training draws", drawn[0])
    expect.not_shown(drawn[2])


@pytest.mark.check(points=2, needs=["test_figure"], hint="How many Axes has the figure, and where do they stand?")
def test_panels(picture):
    """The figure has two Axes, one beside the other."""
    panels = [panel for panel in picture.panels if expect.lines(panel)]
    expect.that(
        len(panels) == len(picture.panels) == 2,
        expected="two Axes with lines",
        found=f"{len(panels)} with lines, {len(picture.panels)} in all",
        likely=expect.cause(
            (any(panel.points and panel not in panels for panel in picture.panels), LOOSE),
            (len(panels) == 1, "loss and accuracy are to have an Axes each; plt.subplots(ncols=2) makes two"),
            (len(panels) > 2, "training and validation of one quantity share an Axes"),
            (len(panels) == 2, "one of the Axes stays empty; plt.subplots(ncols=2) makes no more than two"),
            "nothing is drawn into this figure",
        ),
    )
    left, right = sorted(panel.bounds for panel in panels)
    expect.that(
        left[0] + left[2] <= right[0] + 1e-6,
        expected="two Axes side by side",
        found="one above the other" if abs(left[1] - right[1]) > 0.1 else "one on top of the other",
        likely=expect.cause(
            (abs(left[1] - right[1]) > 0.1, "plt.subplots(2) makes rows; plt.subplots(ncols=2) makes columns"),
            "twinx puts a second y axis into the same place",
        ),
    )


@pytest.mark.check(points=4, needs=["test_panels"], hint="Which two of the four lists belong into the same Axes?")
def test_lines(submission, picture):
    """One Axes has both losses, the other both accuracies, over the epochs of any history."""
    _expect_lines(picture, HISTORY)
    for other in (OTHER, LONG, CONSTANT):
        again = submission.plot_training(other)
        what = "plot_training of another history"
        expect.picture(again, "Figure", what=what, likely="return the figure in every case")
        _expect_lines(again, other)
    expect.new_picture(submission, "plot_training", HISTORY)


@pytest.mark.check(points=2, needs=["test_lines"], hint="Both Axes need a legend. Follow each label back to its list.")
def test_legends(picture):
    """Legends say which lines are training and which are validation."""
    for name in ("loss", "accuracy"):
        panel = _panel_with(picture, HISTORY[name])
        training, validation = (expect.line_with(panel, HISTORY[key]) for key in (name, f"val_{name}"))
        expect.training_and_validation(picture, panel, training, validation)


@pytest.mark.check(points=1, needs=["test_lines"], hint="What does a reader need to know about each of the two Axes?")
def test_words(picture):
    """Each Axes says what it shows, and what runs along x."""
    for name, word in (("loss", "loss"), ("accuracy", "acc")):
        panel = _panel_with(picture, HISTORY[name])
        words = f"{panel.title} {panel.ylabel}"
        expect.that(
            word in words.lower(),
            expected=f"{name} in the title or beside the y axis of the Axes that shows it",
            found=words.strip() or "no words",
            likely=expect.cause(
                (not words.strip(), "neither is set: ax.set_title(...), or ax.set_ylabel(...), for each of the Axes"),
                "the words of the two Axes are swapped, or say something else",
            ),
        )
        if not picture.xlabel.strip():  # one label may serve both Axes
            expect.labelled(panel, axes="x")


@pytest.mark.check(points=1, needs=["test_figure"], hint="history.pop takes a list out of the dictionary for good.")
def test_unchanged(submission, drawn):
    """The history is the same afterwards."""
    likely = "pop and del take a list away from the caller, too; history[...] only reads it"
    expect.unchanged(drawn[1], HISTORY, what="history", likely=likely)
    submission.plot_training(OTHER)
    expect.unchanged(submission.argument(0), OTHER, what="a history with another key", likely=likely)


def _expect_lines(picture, history):
    shown = [line for panel in picture.panels for line in expect.lines(panel)]
    for name in ("loss", "val_loss", "accuracy", "val_accuracy"):
        panel = _panel_with(picture, history[name])
        expect.that(
            panel is not None,
            expected=f"a line with the values of {name}, {expect.number(history[name])}",
            found=f"{len(shown)} lines, none with these values",
            likely=expect.cause(
                (any(expect.same(cloud.y, history[name]) for at in picture.panels for cloud in at.points), LOOSE),
                (len(shown) < 4, "each of the two Axes shows two lines, training and validation"),
                (
                    any(expect.same(line.x, history[name]) for line in shown),
                    "x and y are swapped: the epochs run along the x axis",
                ),
                (_twice(shown, history), "the same list is drawn twice"),
                (any(len(line.y) < len(history[name]) for line in shown), "some epochs are missing"),
                "each list is drawn as it stands in the history, under its own key, for any history",
            ),
        )
        expect.epochs_along_x(expect.line_with(panel, history[name]), what=name)
    for name in ("loss", "accuracy"):
        expect.that(
            expect.line_with(_panel_with(picture, history[name]), history[f"val_{name}"]) is not None,
            expected=f"{name} and val_{name} in the same Axes",
            found="each in another one",
            likely="training stands beside validation now; what is to be compared belongs into the same Axes",
        )
    expect.that(
        len(shown) == 4 and _panel_with(picture, history["loss"]) is not _panel_with(picture, history["accuracy"]),
        expected="two lines in each of two Axes",
        found=f"{len(shown)} lines in all",
        likely="something is drawn twice, or is no part of the task (a history may hold other keys, too)",
    )


def _twice(shown, history):
    """Return whether two lines have the values of the same list, and no other list has them."""
    lists = [
        values for values in history.values() if sum(expect.same(values, other) for other in history.values()) == 1
    ]
    return any(sum(expect.same(line.y, values) for line in shown) > 1 for values in lists)


def _panel_with(picture, values):
    return next((panel for panel in picture.panels if expect.line_with(panel, values) is not None), None)
