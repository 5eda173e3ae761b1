"""The causes that expectations on pictures word themselves; `causes` has the names of these."""

from keraskata.expect.mistakes import diagnoses

PICTURE = diagnoses(
    shown=(
        "show() puts the picture on screen and keeps nothing; `return` the {kind}",
        lambda seen: seen.found is None and seen.shown and {"kind": seen.kind},
    ),
    no_return=(
        "the function ends without `return`, or returns what has no answer, as plt.show(); `return` the {kind}",
        lambda seen: seen.found is None and {"kind": seen.kind},
    ),
    figure=("this is the whole figure; return the Axes in it", lambda seen: seen.found_kind == "Figure"),
    axes=("this is one of its Axes; return the whole figure", lambda seen: seen.found_kind == "Axes"),
    pair=(
        "plt.subplots answers with a pair of figure and Axes; return the {kind} alone",
        lambda seen: "Figure" in seen.parts and {"kind": seen.kind},
    ),
    array=(
        "this is an array of Axes: plt.subplots makes one where there are several, and pandas with subplots=True; "
        "return the {kind} alone",
        lambda seen: seen.found_kind == "ndarray" and set(seen.parts) == {"Axes"} and {"kind": seen.kind},
    ),
    other=("return the {kind} that was drawn into", lambda seen: {"kind": seen.kind}),
    on_screen=("show() puts a picture on screen: leave it out, for the caller decides about that",),
    one_for_all=(
        "pyplot goes on with the figure that it has: begin with plt.subplots() or plt.figure(), without a name or a "
        "number",
    ),
)
AXIS = diagnoses(
    no_label=("no label is set: ax.set_{axis}label(...), or {axis}label=... where pandas draws",),
    other_axes=(
        "other Axes of the figure have a label there: each call of ax.set_{axis}label() serves one Axes, and "
        "plt.{axis}label() the current one; both need a call",
    ),
    name_alone=("a reader sees which axis it is; the label says what is measured along it",),
    other_places=("the x axis counts the epochs: leave x out, or give it range(1, len(...) + 1)",),
    limits=("the limits do not fit every history; without set_xlim and set_ylim, matplotlib finds some that do",),
    scale=("a {scale} scale has no place for {value}: take one that shows every number of any history",),
    two_places=("both losses of an epoch belong above the same place: give both lines the same x",),
)
LEGEND = diagnoses(
    none=("no name is in a legend: give each line a label=..., then call ax.legend()",),
    not_called=("the lines have labels, and no legend shows them: call ax.legend() after the last line",),
    other_axes=(
        "other Axes of the figure have a legend, which is for their lines alone: call ax.legend() for each Axes, or "
        "fig.legend() once for all",
    ),
    test=(
        "a curve that is looked at during training is validation; test rows wait until the end",
        lambda seen: any("test" in text.lower() for text in seen.texts),
    ),
    one_text=(
        "a line has no label of its own, or ax.legend got a text in place of a list",
        lambda seen: len(seen.texts) < 2,
    ),
    swapped=("the names of training and validation are swapped; let each line bring its label",),
    alike=("the two lines look the same: give each a colour of its own",),
    otherwise="write training, or loss, for one and validation for the other",
)
