"""The page of the watch screen: one exercise, its task, the verdict on it, and the help that was asked for."""

from collections.abc import Sequence

from rich.console import RenderableType
from rich.text import Text
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from keraskata.curriculum import Exercise, Kit
from keraskata.learner import stubs
from keraskata.learner.help import Hint
from keraskata.report.text import near
from keraskata.results import Feedback, Result
from keraskata.watch import rich_view


class Page(VerticalScroll):
    """Shows what it is told; the newest hint is a part of its own, to begin the screen with it."""

    DEFAULT_CSS = """
    Page { padding: 0 1; }
    Page > #task { margin: 1 0; }
    Page > #verdict.old { text-style: dim; }
    """

    _of_a_pass = False

    def compose(self) -> ComposeResult:
        for part in ("title", "task", "verdict", "said", "hints", "hint"):
            yield Static(id=part)

    def show_exercise(self, kit: Kit, exercise: Exercise, result: Result | None) -> None:
        """Show an exercise, and its verdict if there is one."""
        self._fill("title", Text.assemble((exercise.title, "bold"), f"\n{near(kit.stub(exercise))}"))
        self._fill("task", rich_view.linked(rich_view.flowing(stubs.task(kit, stubs.at_hand(kit, exercise)))))
        self._fill("verdict", rich_view.verdict(result) if result else Text())

    def show_problem(self, problem: str | Feedback) -> None:
        """Show why there is no verdict, in its place."""
        self._fill("verdict", Text(problem) if isinstance(problem, str) else rich_view.fault(problem))

    def show_hints(self, before: Sequence[Hint], new: Sequence[Hint]) -> None:
        """Show hints below those that were shown before them."""
        self._fill("hints", rich_view.hints(before) if before else "")
        self._fill("hint", rich_view.hints(new))
        self.move_to("hint")

    def show_said(self, said: str, of_a_pass: bool = False) -> None:
        """Show a sentence below the verdict; one `of_a_pass` until `take_back`."""
        self._of_a_pass = of_a_pass
        self._fill("said", rich_view.linked(Text(f"\n{said}")))
        self.move_to("said")

    def take_back(self) -> None:
        """Take away what was said of a pass, for the exercise does not pass any more."""
        if self._of_a_pass:
            self._fill("said", "")

    def forget_help(self) -> None:
        """Take hints and sentences away: they have done their work, or are another exercise's."""
        for part in ("said", "hints", "hint"):
            self._fill(part, "")

    def dim(self, old: bool) -> None:
        """Dim the verdict while it is that on an older save."""
        self.query_one("#verdict").set_class(old, "old")

    def move_to(self, part: str) -> None:
        """Begin the screen with a part, once it is laid out."""
        self.call_after_refresh(self.scroll_to_widget, self.query_one(f"#{part}"), top=True, animate=False)

    def _fill(self, part: str, content: RenderableType) -> None:
        self.query_one(f"#{part}", Static).update(content)
