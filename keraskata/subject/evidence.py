"""What a call asked of Keras and scikit-learn, as graders see it. It may be forged: evidence against, never for."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from keraskata.subject.rows import Match, Rows, matched

Plain = bool | int | float | str | None


@dataclass
class Named:
    """An object by the name of its class, with its plain settings: a callback, an optimizer, an estimator.

    `own` is whether its class is the learner's, rather than the library's.
    """

    kind: str
    own: bool = False
    settings: dict[str, Plain] = field(default_factory=dict)


@dataclass
class LayerNote:
    """A layer as a training met it; `learns` is its `trainable`.

    `settings` are those of its get_config, an object in them as text; none where they are not known.
    """

    name: str
    kind: str
    own: bool
    learns: bool
    settings: dict[str, Plain] = field(default_factory=dict)


@dataclass
class Compile:
    """A call of compile; `again` is whether the model was compiled before.

    Models are numbered in the order in which a call meets them. `argument` is the position of the argument that the
    model is, and `answer` whether it is (in) what the call returned.
    """

    model: int
    argument: int | None
    again: bool
    optimizer: Named | None
    losses: tuple[str, ...]
    answer: bool = False


@dataclass
class Fit:
    """A call of fit, or calls of train_on_batch in a row (`batches` of them; 0 is for fit). `rows` is what was learnt.

    None is for what is not known. `ran` is how many epochs ran; `held_back` is how many rows validation_split kept out;
    `steps_per_epoch` is that of a fit on arrays, where it ends an epoch before all rows were in.
    """

    model: int
    argument: int | None
    rows: Rows | None
    validation: Rows | None = None
    epochs: int = 1
    initial_epoch: int = 0
    ran: int | None = None
    batch_size: int | None = None
    steps_per_epoch: int | None = None
    validation_split: float = 0.0
    held_back: int = 0
    shuffle: bool = True
    verbose: Plain = None
    weighted: bool = False
    callbacks: tuple[Named, ...] = ()
    optimizer: Named | None = None
    losses: tuple[str, ...] = ()
    layers: tuple[LayerNote, ...] = ()  # in the order of their calls
    batches: int = 0
    answer: bool = False

    def trained_on(self, features: Any, labels: Any = None) -> Match | None:
        """Compare the rows with the arrays that the grader gave; None where it is not known which these were."""
        return self.rows.against(features, labels) if self.rows else None


@dataclass
class Asked:
    """A call of evaluate, predict, or their kinds for a batch, by its name in `what`."""

    what: str
    model: int
    argument: int | None
    rows: Rows | None
    answer: bool = False


@dataclass
class Seed:
    """A seed that was set: `by` is the function that was called, such as "numpy.random.default_rng".

    `value` is None for a seed that is no whole number, or for none at all.
    """

    by: str
    value: int | None


@dataclass
class Estimate:
    """scikit-learn at work: `what` is "fit", "fold" (a training in cross-validation, tested on `tested`) or "split"."""

    what: str
    by: Named
    rows: Rows | None = None
    tested: Rows | None = None


Step = Compile | Fit | Asked | Seed | Estimate


@dataclass
class Evidence:
    """What the last call did, step by step. `complete` is whether all was seen: count nothing where it was not.

    `trained` is whether anything was trained, in whatever way; `by_hand` whether an optimizer made steps outside of fit
    and train_on_batch; `drew` whether the global generators of Python or NumPy were used; `seconds` how long it took.
    """

    steps: tuple[Step, ...] = ()
    complete: bool = False
    trained: bool = False
    by_hand: bool = False
    drew: bool = False
    seconds: float = 0.0

    @property
    def compiles(self) -> list[Compile]:
        """The calls of compile."""
        return [step for step in self.steps if isinstance(step, Compile)]

    @property
    def fits(self) -> list[Fit]:
        """The calls of fit and train_on_batch."""
        return [step for step in self.steps if isinstance(step, Fit)]

    @property
    def asked(self) -> list[Asked]:
        """The calls of evaluate and predict."""
        return [step for step in self.steps if isinstance(step, Asked)]

    @property
    def seeds(self) -> list[Seed]:
        """The seeds that were set."""
        return [step for step in self.steps if isinstance(step, Seed)]

    @property
    def estimates(self) -> list[Estimate]:
        """What scikit-learn did."""
        return [step for step in self.steps if isinstance(step, Estimate)]

    def of_argument(self, position: int) -> "Evidence":
        """Return what was asked of the model that was passed as this argument."""
        return self._only(lambda step: step.argument == position)

    def of_model(self, number: int) -> "Evidence":
        """Return what was asked of the model with this number."""
        return self._only(lambda step: step.model == number)

    @property
    def of_answer(self) -> "Evidence":
        """What was asked of the model that came back, also in a tuple or a dict."""
        return self._only(lambda step: step.answer)

    def trained_on(self, features: Any, labels: Any = None) -> Match | None:
        """Compare the rows of all fits, taken together, with given arrays; None where some of them are not known."""
        return self._matched([fit.rows for fit in self.fits], features, labels)

    def validated_on(self, features: Any, labels: Any = None) -> Match | None:
        """Compare the rows of validation_data in all fits with given arrays; None where some are not known."""
        return self._matched([fit.validation for fit in self.fits], features, labels)

    def asked_about(self, what: str, features: Any, labels: Any = None) -> Match | None:
        """Compare the rows of all calls of `what`, such as "evaluate", with given arrays."""
        return self._matched([asked.rows for asked in self.asked if asked.what == what], features, labels)

    def _matched(self, rows: Sequence[Rows | None], features: Any, labels: Any) -> Match | None:
        known = [found for found in rows if found is not None]
        if not self.complete or self.by_hand or len(known) < len(rows):
            return None
        return matched(known, features, labels)

    def _only(self, wanted: Any) -> "Evidence":
        steps = tuple(step for step in self.steps if isinstance(step, (Compile, Fit, Asked)) and wanted(step))
        return Evidence(steps, self.complete, self.trained, self.by_hand, self.drew, self.seconds)
