"""The watch screen: the exercise at hand, its task and its checks, and the verdict on each save."""

import time
from pathlib import Path

from rich.text import Text
from textual import work
from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.widgets import Footer, Static
from watchfiles import awatch

from keraskata import progress
from keraskata.curriculum import Exercise, Kit
from keraskata.report.words import near
from keraskata.results import Result
from keraskata.watch import words
from keraskata.watch.grading import Graded, Grading
from keraskata.watch.listing import Listing

_STEP_MS, _DEBOUNCE_MS = 20, 200  # how long a save may take to settle; watchfiles' own are made for builds


class Watch(App[None]):
    """Looks on while a learner works in any editor. `at` is the exercise to begin with."""

    CSS = """
    Screen { layout: vertical; }
    #head, #state { height: 1; padding: 0 1; text-style: bold; }
    #page { padding: 0 1; }
    #task { margin: 1 0; }
    """
    BINDINGS = [
        Binding("n", "next", "next"),
        Binding("l", "list", "list"),
        Binding("r", "again", "run again"),
        Binding("q", "quit", "quit"),
    ]
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, kit: Kit, at: Exercise) -> None:
        super().__init__(ansi_color=True)  # known before the theme is, for NO_COLOR
        self._kit, self.current = kit, at
        self._results: dict[str, Result] = {}
        self._grading: Grading | None = None
        self._since: float | None = None

    def compose(self) -> ComposeResult:
        yield Static(id="head")
        with VerticalScroll(id="page"):
            yield Static(id="title")
            yield Static(id="task")
            yield Static(id="verdict")
        yield Static(id="state")
        yield Footer()

    def on_mount(self) -> None:
        self.theme = "ansi-dark"  # the terminal's own colours, light or dark
        self._results = {e.id: r for e in self._kit.exercises.values() if (r := progress.known(self._kit, e))}
        self._grading = Grading(self._kit, lambda graded: self.call_from_thread(self._graded, graded))
        self.query_one("#page").focus()  # so that the arrow keys move it
        self.set_interval(0.2, self._tick)
        self._follow_files()
        self._take(self.current)

    def on_unmount(self) -> None:
        if self._grading:
            self._grading.close()

    def action_next(self) -> None:
        """The next open exercise, from here on and then from the beginning."""
        order = list(self._kit.exercises.values())
        here = order.index(self.current)
        for exercise in (*order[here + 1 :], *order[:here]):
            if not self._done(exercise):
                return self._take(exercise)
        self._say("Every exercise is done." if self._done(self.current) else "This is the last open one.")

    def action_again(self) -> None:
        """Grade the file although it did not change."""
        self._grade(fresh=True)

    def action_list(self) -> None:
        """All exercises, to choose one."""
        self.push_screen(Listing(self._kit, self._results, self.current), self._chosen)

    def _chosen(self, exercise: Exercise | None) -> None:
        if exercise:
            self._take(exercise)

    @work(exclusive=True)
    async def _follow_files(self) -> None:
        folder = self._kit.root / "exercises"
        async for changes in awatch(folder, step=_STEP_MS, debounce=_DEBOUNCE_MS):
            saved = [self._kit.exercise_at(Path(path)) for _, path in changes]
            exercises = [exercise for exercise in saved if exercise]
            if exercises:
                self._take(self.current if self.current in exercises else exercises[0])

    def _take(self, exercise: Exercise) -> None:
        """Make an exercise the one at hand, and grade it."""
        if exercise != self.current:
            self.query_one("#page").scroll_home(animate=False)
        self.current = exercise
        known = progress.known(self._kit, exercise)
        if known:
            self._results[exercise.id] = known
        self._show()
        if known:
            self._say_verdict(known)
        else:
            self._grade()

    def _grade(self, fresh: bool = False) -> None:
        if self._grading:
            self._since = time.monotonic()
            self._tick()
            self._grading.start(self.current, fresh)

    def _graded(self, graded: Graded) -> None:
        if graded.exercise != self.current:
            return
        self._since = None
        if graded.result is None:
            self._results.pop(self.current.id, None)
            self.query_one("#verdict", Static).update(Text(graded.problem or "There is no verdict."))
            return self._say("It could not be graded; r tries again.")
        self._results[self.current.id] = graded.result
        self._show()
        self._say_verdict(graded.result)

    def _show(self) -> None:
        result = self._results.get(self.current.id)
        done = sum(found.done for found in self._results.values())
        points = sum(found.points for found in self._results.values())
        head = f"{done} of {len(self._kit.exercises)} exercises done, {points} points"
        self.query_one("#head", Static).update(Text(f"{words.bar(done, len(self._kit.exercises))} {head}"))
        title = Text(self.current.title, style="bold")
        title.append(f"\n{near(self._kit.stub(self.current))}", style="not bold")
        self.query_one("#title", Static).update(title)
        self.query_one("#task", Static).update(words.flowing(self._kit.task(self.current)))
        self.query_one("#verdict", Static).update(words.verdict(result) if result else Text())

    def _say_verdict(self, result: Result) -> None:
        score = f"{result.points} of {result.max_points} points"
        if result.done:
            return self._say(f"✓ {score}. n: the next exercise")
        self._say(f"○ {score}. Save the file, and it is graded again.")
        page, verdict = self.query_one("#page"), self.query_one("#verdict")
        page.call_after_refresh(page.scroll_to_widget, verdict, top=True, animate=False)

    def _done(self, exercise: Exercise) -> bool:
        result = self._results.get(exercise.id)
        return result is not None and result.done

    def _say(self, text: str) -> None:
        self.query_one("#state", Static).update(Text(text))

    def _tick(self) -> None:
        """While it grades, how long already; the first time Keras has to start."""
        if self._since is not None:
            self._say(f"grading {self.current.name} … {time.monotonic() - self._since:.1f} s")
