"""Grades s05_learning_curve/plot_loss: two lines, and words that say which is which."""

import pytest

from keraskata import expect

LOSS = [0.9, 0.61, 0.42, 0.31, 0.22, 0.17]
VAL_LOSS = [0.95, 0.7, 0.55, 0.52, 0.57, 0.64]
LOOSE = "these are loose points; a course over epochs is a line"
OTHERS = (
    ([1.4, 1.1, 0.8], [1.3, 1.2, 1.25]),
    ([0.8], [0.9]),
    ([900.5, 0.123456, 30.0], [700.25, 0.123457, 0.0]),
    ([0.5, 0.5], [0.5, 0.5]),  # two lines, one on top of the other
    # A long training, in zig-zag.
    ([3 / (1 + epoch) + epoch % 2 for epoch in range(120)], [2 + epoch % 3 for epoch in range(120)]),
)


@pytest.fixture(scope="module")
def drawn(submission):
    """The picture, and how often it was shown."""
    return submission.plot_loss(LOSS, VAL_LOSS), submission.shown


@pytest.fixture(scope="module")
def picture(drawn):
    return drawn[0]


@pytest.fixture(scope="module")
def panel(picture):
    """Return the Axes that were returned; None if there are none."""
    return picture.panels[0] if getattr(picture, "kind", None) == "Axes" else None


@pytest.mark.check(points=2, hint="fig, ax = plt.subplots() makes the Axes. What has to be done with it at the end?")
def test_axes(drawn):
    """The answer is the Axes with the picture, which is not shown yet."""
    picture, shown = drawn
    likely = "this is a list: plt.plot answers with its lines; plt.gca() is the Axes that they are in"
    expect.picture(picture, "Axes", what="plot_loss(loss, val_loss)", likely=likely, shown=shown)
    expect.keep_picture("What plot_loss draws", picture)
    expect.not_shown(shown)


@pytest.mark.check(
    points=3, needs=["test_axes"], hint="One line per list. What runs along the x axis, and what along y?"
)
def test_lines(submission, panel):
    """Both losses are lines over the epochs, those of any history."""
    _expect_lines(panel, LOSS, VAL_LOSS)
    for others in OTHERS:
        again = submission.plot_loss(*others)
        for position, name in enumerate(("loss", "val_loss")):
            likely = "sort() and append() change the caller's list, too; the picture only reads it"
            expect.unchanged(submission.argument(position), others[position], what=name, likely=likely)
        expect.picture(again, "Axes", what="plot_loss of another history", likely="return the Axes in every case")
        _expect_lines(again.panels[0], *others)
    expect.new_picture(submission, "plot_loss", LOSS, VAL_LOSS)


@pytest.mark.check(points=3, needs=["test_lines"], hint="Follow each label back: which list does its line draw?")
def test_legend(picture, panel):
    """The legend says which line is training and which is validation."""
    training, validation = expect.line_with(panel, LOSS), expect.line_with(panel, VAL_LOSS)
    expect.training_and_validation(picture, panel, training, validation)


@pytest.mark.check(points=1, needs=["test_axes"], hint="ax.set_title says in a few words what is to be seen.")
def test_title(picture, panel):
    """The picture has a title."""
    expect.that(
        panel.title.strip() or picture.title.strip(),
        expected="a title above the lines",
        found="no title",
        likely="no title is set: ax.set_title(...)",
    )


@pytest.mark.check(points=1, needs=["test_axes"], hint="What does a reader need to know about each of the two axes?")
def test_labels(panel):
    """Both axes are labelled, each with what runs along it."""
    expect.labelled(panel)
    along_x, along_y = panel.xlabel.lower(), panel.ylabel.lower()
    swapped = ("loss" in along_x and "epoch" not in along_x) or ("epoch" in along_y and "loss" not in along_y)
    expect.that(
        not swapped and not ("acc" in along_y and "loss" not in along_y),
        expected="epochs along the x axis, losses along the y axis",
        found=f"{panel.xlabel} along x, {panel.ylabel} along y",
        likely=expect.cause(
            (swapped, "the two labels are swapped"),
            "what is drawn is the loss, not the accuracy",
        ),
    )


def _expect_lines(panel, loss, val_loss):
    found = expect.lines(panel)
    expect.that(
        found,
        expected="two lines",
        found="no line",
        likely=expect.cause(
            (panel.filled, "these are bars or areas; a course over epochs is a line"),
            (panel.points, LOOSE),
            "nothing is drawn into the Axes that are returned",
        ),
    )
    for name, right in (("loss", loss), ("val_loss", val_loss)):
        line = expect.line_with(panel, right)
        expect.that(
            line is not None,
            expected=f"a line with the values of {name}, {expect.number(right)}",
            found=f"{len(found)} lines, none with these values: the first has {expect.number(found[0].y)}",
            likely=expect.cause(
                (any(expect.same(cloud.y, right) for cloud in panel.points), LOOSE),
                (
                    len(found) == 1 and expect.same(found[0].x, loss) and expect.same(found[0].y, val_loss),
                    "one list is drawn against the other; each is a line of its own over the epochs",
                ),
                (any(expect.same(at.x, right) for at in found), "x and y are swapped: the epochs run along the x axis"),
                (
                    len(found) == 1,
                    "only one line is drawn into the Axes that came back; call its plot once for each list",
                ),
                (len(found) > 2, "there are lines of something else"),
                (
                    expect.same(found[0].y, found[-1].y),
                    "the same list is drawn twice; one line is loss, the other val_loss",
                ),
                (any(len(at.y) < len(right) for at in found), "some epochs are missing"),
                (
                    all(len(at.y) == len(right) for at in found),
                    "the values are changed before they are drawn, or written into the function",
                ),
                "values of another history are written into the function",
            ),
        )
        expect.epochs_along_x(line, what=name)
    expect.equal(
        len(found),
        2,
        what="the number of lines",
        likely="something was drawn twice, or is left over from the picture before",
    )
