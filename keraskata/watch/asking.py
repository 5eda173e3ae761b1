"""What the watch screen asks about before it does it: which key, a reset, and a look at the reference."""

import functools

from textual.app import App

from keraskata.curriculum import CurriculumError, Exercise, Kit
from keraskata.learner import difference
from keraskata.learner.help import bring_back, may_see_reference
from keraskata.watch import keys
from keraskata.watch.careful import careful
from keraskata.watch.page import Page
from keraskata.watch.screens import Asking, Reading


def key(app: App[bool], without: frozenset[str]) -> None:
    """Show what each key does, without those of some actions, and do what one of them says."""

    def pressed(action: str | None) -> None:
        if action:
            app.call_later(app.run_action, action)

    app.push_screen(Reading(keys.page(without), keys.of_page(without)), pressed)


def reset(app: App[bool], kit: Kit, exercise: Exercise) -> None:
    """Bring the stub of an exercise back, after a question; a save may change the current one while it is open."""

    @careful
    def answered(app: App[bool], yes: bool | None) -> None:
        if yes:
            try:
                said = bring_back(kit, exercise)
            except (CurriculumError, OSError) as error:
                said = str(error)
            app.query_one(Page).show_said(said)  # the state line is for the verdict

    question = f"Bring the stub of {exercise.name} back? What you have written is kept beside it."
    app.push_screen(Asking(question), functools.partial(answered, app))


def solution(app: App[bool], kit: Kit, exercise: Exercise, done: bool) -> None:
    """Show the reference beside the learner's file; before it is `done` only after a question, and remembered."""

    @careful
    def show(app: App[bool], yes: bool | None) -> None:
        if yes and may_see_reference(kit, exercise, done, give_up=True):
            app.push_screen(Reading(difference.of(kit, exercise, app.size.width)))

    if may_see_reference(kit, exercise, done):
        return show(app, True)
    question = "It has not all points yet. See the reference all the same? It is remembered."
    app.push_screen(Asking(question), functools.partial(show, app))
