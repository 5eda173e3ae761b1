"""The list of all exercises, to search and to choose one from."""

import re
from collections.abc import Mapping

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import Screen
from textual.widgets import Footer, Input, OptionList
from textual.widgets.option_list import Option

from keraskata.curriculum import Exercise, Kit
from keraskata.results import Result


class _Choices(OptionList):
    """The exercises; its own key stands in the footer."""

    BINDINGS = [Binding("enter", "select", "open")]


class Listing(Screen[Exercise | None]):
    """Returns the chosen exercise, or None.

    A search leaves the exercises that have all of its words in their name, their title, or those of their section.
    """

    CSS = """
    Listing Input { display: none; }
    Listing OptionList { height: 1fr; }
    Listing OptionList > .option-list--option-highlighted { text-style: bold underline; }
    Listing OptionList > .option-list--option-disabled { color: ansi_default; }
    """  # underlined, for a screen without colours; what is disabled are the sections, to be read as well
    BINDINGS = [
        Binding("slash", "search", "search"),
        Binding("escape", "back", "back"),
        Binding("l,q", "dismiss(None)", show=False),
        Binding("down", "move('cursor_down')", show=False),  # from the search
        Binding("up", "move('cursor_up')", show=False),
    ]

    def __init__(self, kit: Kit, results: Mapping[str, Result], current: Exercise) -> None:
        super().__init__()
        self._kit, self._results, self._current = kit, results, current

    def compose(self) -> ComposeResult:
        yield Input(placeholder="search: words of a name or a title", compact=True)
        yield _Choices(*self._options(list(self._kit.exercises.values())))
        yield Footer()

    def on_mount(self) -> None:
        self._highlight(self._current)
        self.query_one(_Choices).focus()

    def action_search(self) -> None:
        """Open the search."""
        self.query_one(Input).display = True
        self.query_one(Input).focus()

    def action_back(self) -> None:
        """End the search, or else go back to the exercise."""
        search = self.query_one(Input)
        if search.display:
            search.value, search.display = "", False
            self.query_one(_Choices).focus()
        else:
            self.dismiss(None)

    async def action_move(self, how: str) -> None:
        """Move in the list while the search has the keys."""
        await self.query_one(_Choices).run_action(how)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show what has the words, and go to the first of them."""
        words = re.split(r"[\s/]+", event.value.casefold().strip())
        found = [exercise for exercise in self._kit.exercises.values() if self._meets(exercise, words)]
        choices = self.query_one(_Choices).clear_options()
        choices.add_options(self._options(found) or [Option("No exercise has these words.", disabled=True)])
        if found:
            self._highlight(found[0] if event.value else self._current)

    def on_input_submitted(self) -> None:
        """Open the exercise at hand."""
        self.query_one(_Choices).action_select()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._kit.exercises[event.option.id or ""])

    def _highlight(self, exercise: Exercise) -> None:
        choices = self.query_one(_Choices)
        choices.highlighted = choices.get_option_index(exercise.id)

    def _meets(self, exercise: Exercise, words: list[str]) -> bool:
        text = f"{exercise.id} {exercise.title} {self._kit.sections[exercise.section]}".casefold()
        return all(word in text for word in words)

    def _options(self, exercises: list[Exercise]) -> list[Option]:
        options: list[Option] = []
        section = ""
        for exercise in exercises:
            if exercise.section != section:
                section = exercise.section
                title = f"{section.partition('_')[0]}  {self._kit.sections[section]}"
                options.append(Option(Text("\n" * bool(options) + title, style="bold"), disabled=True))
            options.append(Option(self._line(exercise), id=exercise.id))
        return options

    def _line(self, exercise: Exercise) -> Text:
        result = self._results.get(exercise.id)
        points = f"{result.points}/{result.max_points}" if result else "-"
        mark, color = ("✓", "green") if result and result.done else ("○", "")
        earlier = f" ({said})" if (said := result.remark if result else "") else ""
        return Text(f"{mark} {exercise.name:<20} {points:>6}  {exercise.title}{earlier}", style=color)
