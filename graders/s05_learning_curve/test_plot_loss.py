"""Grades s05_learning_curve/plot_loss: two lines, and words that say which is which."""

import numpy as np
import pytest

from keraskata import expect

LOSS = [0.9, 0.61, 0.42, 0.31, 0.22, 0.17]
VAL_LOSS = [0.95, 0.7, 0.55, 0.52, 0.57, 0.64]
OTHERS = (
    ([1.4, 1.1, 0.8], [1.3, 1.2, 1.25]),
    ([0.8], [0.9]),
    ([900.5, 0.123456, 30.0], [700.25, 0.123457, 0.0]),
    ([0.5, 0.5], [0.5, 0.5]),  # two lines, one on top of the other
    # A long training, in zig-zag.
    ([3 / (1 + epoch) + epoch % 2 for epoch in range(120)], [2 + epoch % 3 for epoch in range(120)]),
)


RETURNED = expect.diagnoses(
    lines=(
        "this is a list: plt.plot answers with its lines; plt.gca() is the Axes that they are in",
        lambda seen: {part.kind for part in seen.found} == {"Line2D"},
    ),
    otherwise="return the Axes that were drawn into",
)
NO_LINE = expect.diagnoses(
    bars=("these are bars or areas; a course over epochs is a line", lambda seen: seen.panel.filled),
    loose=("these are loose points; a course over epochs is a line", lambda seen: seen.panel.points),
    empty=(
        "nothing is drawn into the Axes that are returned",
        lambda seen: not seen.panel.filled and not seen.panel.points,
    ),
)
LINE = expect.diagnoses(
    loose=(
        "{name} is drawn as loose points; a course over epochs is a line",
        lambda seen: any(expect.same(cloud.y, seen.right) for cloud in seen.panel.points) and {"name": seen.name},
    ),
    against=(
        "one list is drawn against the other; each is a line of its own over the epochs",
        lambda seen: any({tuple(at.x), tuple(at.y)} == {tuple(seen.loss), tuple(seen.val_loss)} for at in seen.lines),
    ),
    swapped=(
        "x and y are swapped: the epochs run along the x axis",
        lambda seen: any(expect.same(at.x, seen.right) and set(np.diff(at.y)) <= {1} for at in seen.lines),
    ),
    earlier=(
        "the losses of another history are drawn; they are written into the function, or kept from an earlier call",
        lambda seen: seen.loss is not LOSS and _drawn(seen, LOSS, VAL_LOSS),
    ),
    joined=(
        "the two lists are one line, one behind the other; call plot once for each list",
        lambda seen: _drawn(seen, seen.loss + seen.val_loss, seen.val_loss + seen.loss),
    ),
    twice=(
        "the same list is drawn twice; one line is loss, the other val_loss",
        lambda seen: len(seen.lines) == 2 and expect.same(seen.lines[0].y, seen.lines[1].y),
    ),
    one=(
        "only one line is drawn into the Axes that came back; call its plot once for each list",
        lambda seen: len(seen.lines) == 1,
    ),
    dots=(
        "each number is drawn as a line of its own; give plot the whole list",
        lambda seen: len(seen.lines) > 2 and all(len(at.y) == 1 for at in seen.lines),
    ),
    shorter=(
        "some epochs are missing: a line has {points} of {epochs}",
        lambda seen: _points(seen, lambda at: len(at.y) < len(seen.right) and set(at.y) < {*seen.loss, *seen.val_loss}),
    ),
    number=(
        "each epoch has one point; epochs: {epochs}, points of the line: {points}",
        lambda seen: _points(seen, lambda at: len(at.y) != len(seen.right)),
    ),
    rounded=(
        "digits are rounded or cut off; draw the losses as they are",
        lambda seen: _drawn(seen, np.trunc(seen.right), *(np.round(seen.right, digits) for digits in range(6))),
    ),
    order=(
        "the losses are in another order; draw them as they come",
        lambda seen: any(expect.same(sorted(at.y), sorted(seen.right)) for at in seen.lines),
    ),
    cut=(
        "large losses are cut off; draw them as they are",
        lambda seen: _drawn(
            seen, *(np.minimum(seen.right, max(at.y)) for at in seen.lines if max(at.y) > min(seen.right))
        ),
    ),
    scaled=(
        "the losses are scaled or shifted; draw them as they are",
        lambda seen: any(abs(np.corrcoef(at.y, seen.right)[0, 1]) > 1 - 1e-9 for at in seen.lines if len(at.y) > 2),
    ),
    smoothed=(
        "the losses are smoothed; draw them as they are",
        lambda seen: any(_smoothed(np.array(at.y), np.array(seen.right)) for at in seen.lines),
    ),
    otherwise="draw the values of each list as they are",
)
COUNT = expect.diagnoses(
    one=("only one line is drawn; draw both also where they are the same", lambda seen: len(seen.lines) == 1),
    earlier=(
        "the lines of an earlier call are still there; each call begins with a new figure",
        lambda seen: seen.loss is not LOSS and _drawn(seen, LOSS, VAL_LOSS),
    ),
    twice=(
        "a line is drawn twice",
        lambda seen: seen.loss is LOSS and any(_often(seen, values) > 1 for values in (LOSS, VAL_LOSS)),
    ),
    otherwise="one line is loss, the other val_loss, and there is no third one",
)
CHANGED = expect.diagnoses(
    sorted=(
        "{name} is in another order now: sort() and reverse() change the list of the caller",
        lambda seen: {"name": seen.name} if sorted(seen.left) == sorted(seen.given) else None,
    ),
    longer=(
        "{name} has become longer: append() and insert() change the list of the caller",
        lambda seen: {"name": seen.name} if len(seen.left) > len(seen.given) else None,
    ),
    otherwise="the picture only reads the two lists; make a copy before something is changed",
)
TITLE = expect.diagnoses(none=("no title is set: ax.set_title(...)", lambda seen: not seen.title))
LABELS = expect.diagnoses(
    turned=(
        "x and y of the lines are swapped, and the labels say so: turn the lines round, and the labels with them",
        lambda seen: (
            ("loss" in seen.along_x or "epoch" in seen.along_y)
            and all(any(expect.same(at.x, losses) for at in seen.lines) for losses in (LOSS, VAL_LOSS))
        ),
    ),
    swapped=("the two labels are swapped", lambda seen: "loss" in seen.along_x and "epoch" in seen.along_y),
    x=(
        "the x axis says {label}; it is the epochs that run along it",
        lambda seen: _label(seen.along_x, "loss", "epoch"),
    ),
    y=(
        "the y axis says {label}; it is the loss that runs along it",
        lambda seen: _label(seen.along_y, "epoch", "loss"),
    ),
    accuracy=("what is drawn is the loss, not the accuracy", lambda seen: "acc" in seen.along_y),
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
    likely = RETURNED.of(found=picture)
    expect.picture(picture, "Axes", what="plot_loss(loss, val_loss)", likely=likely, shown=shown)
    expect.keep_picture(
        "What plot_loss draws",
        picture,
        look="Look whether the two lines part: from there on the network overfits.",
    )
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
            left, given = submission.argument(position), others[position]
            expect.unchanged(left, given, what=name, likely=CHANGED.of(left=list(left), given=given, name=name))
        expect.picture(again, "Axes", what="plot_loss of another history", likely=RETURNED.of(found=again))
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
    title = panel.title.strip() or picture.title.strip()
    expect.that(title, expected="a title above the lines", found="no title", likely=TITLE.of(title=title))


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
        likely=LABELS.of(along_x=along_x, along_y=along_y, lines=panel.lines),
    )


def _expect_lines(panel, loss, val_loss):
    found = expect.lines(panel)
    expect.that(found, expected="two lines", found="no line", likely=NO_LINE.of(panel=panel))
    for name, right in (("loss", loss), ("val_loss", val_loss)):
        line = expect.line_with(panel, right)
        expect.that(
            line is not None,
            expected=f"a line with the values of {name}, {expect.number(right)}",
            found=f"{len(found)} lines, none with these values: the first has {expect.number(found[0].y)}"
            if len(found) > 1
            else f"a single line, with {expect.number(found[0].y)}",
            likely=LINE.of(panel=panel, lines=found, right=right, loss=loss, val_loss=val_loss, name=name),
        )
        expect.epochs_along_x(line, what=name)
    likely = COUNT.of(lines=found, loss=loss, val_loss=val_loss)
    expect.equal(len(found), 2, what="the number of lines", likely=likely)


def _drawn(seen, *lists):
    return any(expect.same(at.y, values) for at in seen.lines for values in lists)


def _often(seen, values):
    return sum(expect.same(at.y, values) for at in seen.lines)


def _points(seen, is_so):
    """Return how many points the first line has that is so, and how many epochs there are."""
    return next(({"points": len(at.y), "epochs": len(seen.right)} for at in seen.lines if is_so(at)), None)


def _smoothed(found, right):
    """Return whether the values are means of neighbours, or go on from their last value by a part of the way."""
    for width in range(2, 6):
        means = np.convolve(right, np.ones(width) / width, "valid")
        if any(expect.same(found[start : start + len(means)], means) for start in range(width)):
            return True
    parts = np.diff(found) / (right[1:] - found[:-1])
    return len(parts) > 1 and 0 < parts[0] < 1 and expect.same(parts, np.full(len(parts), parts[0]))


def _label(label, wrong, right):
    return {"label": repr(label)} if wrong in label and right not in label else None
