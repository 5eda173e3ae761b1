"""Expectations on pictures: what was returned, which lines it shows, and what its labels say."""

import re
from collections.abc import Sequence
from typing import Any

import numpy as np

from keraskata.boundary.pictures import Picture
from keraskata.expect.basics import that
from keraskata.expect.calls import two_calls
from keraskata.expect.comparing import same
from keraskata.expect.drawing_causes import AXIS, LEGEND, PICTURE
from keraskata.expect.wording import Likely, number, with_article

_PLACES = {"log": (0, np.inf), "logit": (0, 1)}  # scales that lack some numbers, and between which they have all


def picture(found: Any, kind: str, what: str, likely: Likely = None, shown: int | None = None) -> None:
    """Require a Picture of a matplotlib `kind`, "Axes" or "Figure". `shown`, if known, counts the pictures shown."""
    is_kind = getattr(found, "kind", type(found).__name__)
    parts = [getattr(part, "kind", "") for part in _parts(found)]
    several = is_kind in ("list", "tuple", "ndarray") and "Figure" not in parts and set(parts) != {"Axes"}
    causes = PICTURE.of(found=found, shown=shown, kind=kind, found_kind=is_kind, parts=parts)
    that(
        is_kind != kind or isinstance(found, Picture),
        expected=f"{what} returns {with_article(kind)}",
        found=f"{with_article(kind)} that has no figure",
    )
    that(
        is_kind == kind,
        expected=f"{what} returns {with_article(kind)}",
        found="nothing (None)" if found is None else "an array" if is_kind == "ndarray" else with_article(is_kind),
        likely=(several and likely) or causes,
    )


def not_shown(shown: int) -> None:
    """Require that no picture was put on screen."""
    that(
        not shown,
        expected="a picture that is handed back, and not shown",
        found="it was put on screen as well",
        likely=PICTURE.says("on_screen"),
    )


def new_picture(submission: Any, name: str, *arguments: Any) -> None:
    """Require that a function draws into a figure of its own in each call."""
    that(
        not two_calls(submission, name, *arguments),
        expected=f"a picture of its own from each call of {name}",
        found="the second call drew into the figure of the first",
        likely=PICTURE.says("one_for_all"),
    )


def _parts(found: Any) -> list[Any]:
    if isinstance(found, np.ndarray):
        return found.ravel().tolist()
    return list(found) if isinstance(found, (list, tuple)) else []


def lines(panel: Any) -> list[Any]:
    """Return the lines of a panel that show something; seaborn adds empty ones for its legend.

    A single marker counts if no line is drawn: over one epoch a line would not be visible.
    """
    shown = [line for line in panel.lines if len(line.y)]
    joined = [line for line in shown if not line.style.startswith("None")]
    return joined or [line for line in shown if len(line.y) == 1]


def line_with(panel: Any, values: Sequence[float]) -> Any:
    """Return the line of a panel with these values along y, or None."""
    return next((line for line in lines(panel) if same(line.y, values)), None)


def labelled(panel: Any, axes: str = "xy", *, what: str = "", others: Sequence[Any] = ()) -> None:
    """Require a label on each of the named axes of a panel: that of `what`, beside `others` in the figure."""
    for axis in axes:
        label = getattr(panel, f"{axis}label").strip()
        elsewhere = any(getattr(other, f"{axis}label").strip() for other in others)
        that(
            label,
            expected=f"a label on the {axis} axis{_of(what)}",
            found="no label there",
            likely=AXIS.says("other_axes" if elsewhere else "no_label", axis=axis),
        )
        that(
            not re.fullmatch(rf"\W*(the )?{axis}\W*(axis|label)?\W*", label.lower()),
            expected=f"a label that says what runs along the {axis} axis",
            found=f"only {label!r}",
            likely=AXIS.says("name_alone"),
        )


def _of(what: str) -> str:
    return f" of the Axes with {what}" if what else ""


def epochs_along_x(line: Any, what: str) -> None:
    """Require that a line goes one step to the right per epoch, from 0 or from 1, and that all of it is to be seen."""
    start = line.x[0] if line.x else None
    that(
        start in (0, 1) and same(line.x, [start + step for step in range(len(line.x))]),
        expected=f"the epochs 0, 1, 2, ... or 1, 2, 3, ... along the x axis of {what}",
        found=f"the positions {', '.join(f'{x:g}' for x in line.x[:4])}",
        likely=AXIS.says("other_places"),
    )
    that(
        not line.outside,
        expected=f"the whole line of {what} within the limits of its Axes",
        found=f"{line.outside} of {len(line.y)} points beyond them, where nobody sees them",
        likely=AXIS.says("scale", **no_place) if (no_place := _no_place(line)) else AXIS.says("limits"),
    )


def _no_place(line: Any) -> dict[str, str] | None:
    """Return the first number of a line that the scale of its axis has no place for, and that scale."""
    for scale, values in zip(line.scales, (line.x, line.y), strict=True):
        low, high = _PLACES.get(scale, (-np.inf, np.inf))
        for value in values:
            if not (low < value < high):
                return {"scale": scale, "value": number(value)}
    return None


def training_and_validation(picture: Any, panel: Any, training: Any, validation: Any, *, what: str = "") -> None:
    """Require that the legend says which of a panel's two lines is validation: in words, and by colour or style.

    The two lines have to begin at the same epoch. `what` says which lines they are, if the figure has others, too.
    """
    that(
        training.x[:1] == validation.x[:1],
        expected="both lines to begin at the same epoch",
        found=f"training begins at {training.x[0]:g}, validation at {validation.x[0]:g}",
        likely=AXIS.says("two_places"),
    )
    owner = panel if panel.legend else picture  # one legend may serve the whole figure
    labels = all(line.label and not line.label.startswith("_") for line in (training, validation))
    elsewhere = any(other.legend for other in picture.panels)
    that(
        owner.legend,
        expected=f"a legend that names the two lines{_of(what)}",
        found="no legend with a name in it there",
        likely=LEGEND.says("none" if not labels else "other_axes" if elsewhere else "not_called"),
    )
    texts = list(dict.fromkeys(owner.legend))
    of_validation = [text for text in texts if _names_validation(text)]
    that(
        len(texts) >= 2 and len(of_validation) == len(texts) / 2,
        expected="a legend with one word for the training line, and one for the validation line",
        found=", ".join(texts),
        likely=LEGEND.of(texts=texts),
    )
    looks = [(training.color, validation.color), (training.style, validation.style)]
    beside = dict(zip(owner.legend, zip(owner.legend_colors, owner.legend_styles, strict=True), strict=True))
    for (of_training, right), what, place in zip(looks, ("colour", "style"), (0, 1), strict=True):
        if of_training == right:
            continue
        wrong = [text for text in of_validation if beside[text][place] not in (right, None, "")]
        that(
            not wrong,
            expected=f"{(wrong or ['validation'])[0]} in the legend beside the {what} of its line, {right}",
            found=f"{beside[wrong[0]][place] if wrong else ''}, the {what} of another line",
            likely=LEGEND.says("swapped"),
        )
        return
    that(
        False,
        expected="lines of different colours or styles",
        found=f"{training.label} and {validation.label}, both drawn {training.style} in {training.color}",
        likely=LEGEND.says("alike"),
    )


def _names_validation(text: str) -> bool:
    """Return whether a legend's word means validation: val, val_loss, validation, held-out, holdout, dev."""
    return bool(re.search(r"(?<![a-z])(val(?!ue)|held|hold|dev(?![a-z])|unseen)", text.lower()))
