"""The watch screen: the current exercise, its task and its checks, and the verdict on each save."""

import time

from rich.text import Text
from textual import work
from textual.app import App, ComposeResult
from textual.widgets import Footer, Static

from keraskata.book import finding
from keraskata.curriculum import Exercise, Kit
from keraskata.learner import memory, progress
from keraskata.learner.help import NoHints, all_hints, next_hints
from keraskata.learner.standing import Standing
from keraskata.report import page as report
from keraskata.report.text import near
from keraskata.results import Feedback, Result
from keraskata.watch import asking, early, keys, rich_view
from keraskata.watch.careful import careful
from keraskata.watch.chapter import Chapter
from keraskata.watch.listing import Listing
from keraskata.watch.page import Page
from keraskata.watch.runs import Graded, Grading
from keraskata.watch.saves import Saves, taken

_OUTDATED = "The kit was updated while this program was running. r starts it again, with what is new."
_SOON = 0.7  # seconds before the verdict on an older save is dimmed
_READ = 2.5  # seconds that the answer to a key stands, while something is graded


class Watch(App[bool]):
    """Watches while a learner works in any editor, first the exercise `at`; `poll` looks without file watches.

    `run` returns True where the program is to be started again, because the kit was updated.
    """

    CSS = """
    #head, #state { height: 1; padding: 0 1; text-style: bold; }
    """
    BINDINGS = keys.bindings()
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, kit: Kit, at: Exercise, poll: bool = False) -> None:
        super().__init__(ansi_color=True)  # before the theme is known, for NO_COLOR
        self._kit, self.current = kit, at
        self._unknown = frozenset() if kit.has_solutions else frozenset({"solution"})  # actions that this kit has not
        self._saves, self._said = Saves(kit, poll, lambda: self.say(self._said)), ""
        self.standing = Standing(kit)
        self._grading: Grading | None = None
        self._since: float | None = None
        self._answered = 0.0  # when the last line became the answer to a key
        self._saved = False  # whether a save is graded: a learner who opens an exercise reads its task first

    def compose(self) -> ComposeResult:
        yield Static(id="head")
        yield Page()
        yield Static(id="state")
        yield Footer(compact=True)  # with all keys on 80 columns

    def on_mount(self) -> None:
        # The terminal's own colours, light or dark; textual before 8 has another name for them.
        self.theme = "ansi-dark" if "ansi-dark" in self.available_themes else "textual-ansi"
        self._warm_up()
        self.query_one(Page).focus()  # so that the arrow keys move it
        self.set_interval(0.2, self._tick)
        self._follow_files()
        self._take(self.current)

    @careful
    def _warm_up(self) -> None:
        self._grading = Grading(self._kit, lambda graded: self.call_from_thread(self._graded, graded))

    def on_unmount(self) -> None:
        if self._grading:
            self._grading.close()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Switch off the keys of this screen under another one, and that for a solution where the course keeps it."""
        return action not in keys.EXERCISE or (len(self.screen_stack) == 1 and action not in self._unknown)

    def action_help_quit(self) -> None:
        """Answer Ctrl-C."""
        self.say("q quits.", answers=True)

    def action_keys(self) -> None:
        """Show what each key does, and do what one of them says."""
        asking.key(self, self._unknown)

    @careful
    def action_next(self) -> None:
        """Go to the next open exercise, after the last one from the beginning."""
        if exercise := self.standing.next_open(self.current):
            return self._take(exercise)
        done = self.standing.done(self.current)
        self.say("Every exercise is done." if done else "This is the last open one.", answers=True)

    def action_again(self) -> None:
        """Grade the file although it did not change, or start again with the kit as it is now."""
        if self._saves.outdated:
            self.exit(True)
        else:
            self._grade(fresh=True)

    def action_list(self) -> None:
        """Show all exercises, to choose one."""
        self.standing.catch_up()
        self.push_screen(Listing(self._kit, self.standing.results, self.current), self._chosen)

    @careful
    def action_hint(self) -> None:
        """Show the next hint of the exercise below its verdict, and those before it."""
        try:
            new = next_hints(self._kit, self.current)
        except NoHints:
            return self.say("There are no hints for this one.", answers=True)
        self.query_one(Page).show_hints(all_hints(self._kit, self.current)[: new[0].number - 1], new)

    @careful
    def action_book(self) -> None:
        """Open the book at the paragraph that the exercise needs."""
        self.push_screen(Chapter(self._kit, *finding.at(self._kit, self.current)), self._chosen)

    @careful
    def action_read(self, name: str) -> None:
        """Open the book at what a name means, as `kata book` does."""
        if found := finding.page_of(self._kit, name):
            self.push_screen(Chapter(self._kit, *found), self._chosen)

    def action_reset(self) -> None:
        """Bring the original stub back, after a question."""
        asking.reset(self, self._kit, self.current)

    def action_solution(self) -> None:
        """Show the reference beside the learner's file, if need be after a question."""
        asking.solution(self, self._kit, self.current, self.standing.done(self.current))

    @careful
    def action_report(self) -> None:
        """Open the report of what is known so far in the browser."""
        self.standing.catch_up()
        place = report.write(self._kit, self.standing.results, memory.load(self._kit).given_up)
        self.open_url(place.as_uri())
        self.say(f"The report is in {near(place)}.", answers=True)

    def _chosen(self, exercise: Exercise | None) -> None:
        if exercise:
            self._take(exercise)

    @work(exclusive=True)
    async def _follow_files(self) -> None:
        async for exercises in self._saves.follow():
            self._changed(exercises)

    @careful
    def _changed(self, exercises: list[Exercise]) -> None:
        exercise = taken(self._kit, exercises, self.current)
        self.standing.look_again(each for each in exercises if each != exercise)
        if exercise or self._saves.outdated:
            self._take(exercise or self.current, saved=True)
        else:
            self._show()

    @careful
    def _take(self, exercise: Exercise, saved: bool = False) -> None:
        """Make an exercise the current one, and grade it."""
        self._saved = saved
        memory.stands_at(self._kit, exercise)
        if exercise != self.current:
            self.query_one(Page).scroll_home(animate=False)
            self.query_one(Page).forget_help()
            if self._since is not None:
                self.standing.drop(self.current)  # what is known of it is of an older save
        self.current = exercise
        if self._grading:
            self._grading.stop()  # what is graded still is another exercise, or an older save
        if self._saves.outdated:
            self._since = None
            self._has_no_verdict(_OUTDATED)
            return self.say("The kit was updated; r starts again with it.")
        if known := progress.known(self._kit, exercise):
            return self._has(known)
        self._show()
        self._grade()

    def _grade(self, fresh: bool = False) -> None:
        if self._grading is None:
            return self.say("Nothing can be graded here; `kata doctor` may say why.")
        self._since = time.monotonic()
        if self._grading.starting and (fault := early.fault(self._kit, self.current)):
            self._has_no_verdict(fault)
        self._tick()
        self._grading.start(self.current, fresh)

    @careful
    def _graded(self, graded: Graded) -> None:
        if graded.exercise != self.current:
            return
        if graded.result:
            return self._has(graded.result)
        self._since = None
        self._has_no_verdict(graded.problem or "There is no verdict.")
        self.say("It could not be graded; r tries again.")

    def _has(self, result: Result) -> None:
        """Show the verdict on the current exercise."""
        self._since = None
        reached = self.standing.put(result)
        self._show()
        self.say(rich_view.score(result))
        if result.done:
            self.query_one(Page).forget_help()
        else:
            self.query_one(Page).take_back()
        if reached:
            self.query_one(Page).show_said("\n".join(reached), of_a_pass=True)
        elif self._saved:
            self.query_one(Page).move_to("verdict")

    def _has_no_verdict(self, problem: str | Feedback) -> None:
        """Show why the current exercise has no verdict, or none yet."""
        self.standing.drop(self.current)
        self._show()
        self.query_one(Page).take_back()
        self.query_one(Page).show_problem(problem)
        if self._saved:
            self.query_one(Page).move_to("verdict")

    def _show(self) -> None:
        self.query_one("#head", Static).update(Text(rich_view.head(self.standing, self.current)))
        self.query_one(Page).show_exercise(self._kit, self.current, self.standing.results.get(self.current.id))
        self.query_one(Page).dim(False)

    def say(self, text: str, answers: bool = False) -> None:
        """Show a text in the last line, followed by what does not work here; one that `answers` a key for a moment."""
        self._said = text
        self._answered = time.monotonic() if answers else 0.0
        why = memory.unwritten(self._kit)
        notes = [self._saves.problem, why and f"nothing can be remembered ({why})"]
        self.query_one("#state", Static).update(Text("   ".join([text, *(f"[{note}]" for note in notes if note)])))

    @careful
    def _tick(self) -> None:
        """Show how long the grading takes; the first time Keras has to start. Dims an older verdict."""
        if self._grading and self._since is not None:
            seconds = time.monotonic() - self._since
            if time.monotonic() - self._answered > _READ:
                self.say(rich_view.busy(self.current, seconds, self._grading.starting))
            self.query_one(Page).dim(seconds > _SOON and self.current.id in self.standing.results)
