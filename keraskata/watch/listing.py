"""The list of all exercises, to choose one from."""

from collections.abc import Mapping

from rich.text import Text
from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import Footer, OptionList
from textual.widgets.option_list import Option

from keraskata.curriculum import Exercise, Kit
from keraskata.results import Result


class Listing(Screen[Exercise | None]):
    """Returns the chosen exercise, or None."""

    CSS = "OptionList:focus > .option-list--option-highlighted { text-style: bold underline; }"  # without colours, too
    BINDINGS = [("escape,l,q", "dismiss(None)", "back")]

    def __init__(self, kit: Kit, results: Mapping[str, Result], current: Exercise) -> None:
        super().__init__()
        self._kit, self._results, self._current = kit, results, current

    def compose(self) -> ComposeResult:
        options, section = [], ""
        for exercise in self._kit.exercises.values():
            if exercise.section != section:
                section = exercise.section
                options.append(Option(Text(f"\n{self._kit.sections[section]}", style="bold"), disabled=True))
            options.append(Option(self._line(exercise), id=exercise.id))
        yield OptionList(*options)
        yield Footer()

    def on_mount(self) -> None:
        choices = self.query_one(OptionList)
        choices.highlighted = choices.get_option_index(self._current.id)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._kit.exercises[event.option.id or ""])

    def _line(self, exercise: Exercise) -> Text:
        result = self._results.get(exercise.id)
        points = f"{result.points}/{result.max_points}" if result else "-"
        mark, color = ("✓", "green") if result and result.done else ("○", "")
        earlier = f" ({said})" if (said := result.remark if result else "") else ""
        return Text(f"{mark} {exercise.name:<20} {points:>6}  {exercise.title}{earlier}", style=color)
