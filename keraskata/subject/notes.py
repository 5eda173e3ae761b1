"""Writes down what code asks of Keras and scikit-learn, while it asks: bounded, quick, and without drawing anything."""

import contextlib
import itertools
import types
import weakref
from collections.abc import Iterator
from typing import Any

from keraskata.subject import plain_notes, rows
from keraskata.subject.evidence import Asked, Compile, Estimate, Evidence, Fit, Seed, Step
from keraskata.subject.rows import Rows

_MAX_STEPS, _MAX_TOLD = 300, 50  # so many in all, and so many with the settings of their layers
_MAX_PRINTS = 1_200_000  # bytes of fingerprints in all


class Notes:
    """The notes of one call with these arguments. What is not known is None."""

    def __init__(self, arguments: list[Any]) -> None:
        self._arguments = arguments
        self._steps: list[Step] = []
        self._models: dict[int, tuple[Any, int]] = {}
        self._numbers = itertools.count()
        self._seen: set[Rows] = set()
        self._left = _MAX_PRINTS
        self._complete = True
        self._within = 0
        self.trained = self._by_hand = False

    def missed(self) -> None:
        """Say that something may have been done unseen."""
        self._complete = False

    def compiled(self, model: Any, given: dict[str, Any]) -> None:
        """Note a compile that is over."""
        number, argument = self._known(model)
        losses, optimizer = plain_notes.losses(given.get("loss")), plain_notes.optimizer(model)
        self._add(Compile(number, argument, bool(given.get("again")), optimizer, losses))

    def fit(self, model: Any, given: dict[str, Any]) -> Fit:
        """Note a fit that begins, and watch a generator in `given`; its epochs are known once it is over."""
        fit = self._fit(model, given)
        self._add(fit)
        fit.epochs, fit.initial_epoch = (plain_notes.whole(given.get(key)) or 0 for key in ("epochs", "initial_epoch"))
        fit.batch_size, fit.shuffle = plain_notes.whole(given.get("batch_size")), given.get("shuffle") is not False
        fit.verbose = plain_notes.plain(given.get("verbose"))
        fit.callbacks = plain_notes.callbacks(given.get("callbacks"))
        features, labels, validation = given.get("x"), given.get("y"), given.get("validation_data")
        if labels is not None:  # a dataset or a generator has labels of its own, and may have no end
            fit.steps_per_epoch = plain_notes.whole(given.get("steps_per_epoch"))
        if validation is None and given.get("validation_split"):
            fit.validation_split = float(given["validation_split"])
            used, held = rows.split(features, labels, fit.validation_split)
            fit.rows, fit.validation = self._bounded(used), self._bounded(held)
            fit.held_back = held.count if held else 0
        else:
            fit.rows = self._rows(features, labels)
        if isinstance(validation, (tuple, list)) and len(validation) in (2, 3):
            fit.validation = self._rows(*validation[:2])
        if type(features) is types.GeneratorType and labels is None:
            given["x"] = self._watched(features, fit)
        return fit

    @contextlib.contextmanager
    def training(self) -> Iterator[None]:
        """Run a fit in here: steps of an optimizer are part of it."""
        self._within += 1
        try:
            yield
        finally:
            self._within -= 1

    def batch(self, model: Any, given: dict[str, Any]) -> Fit:
        """Note a train_on_batch; those in a row on one model are one note."""
        found = rows.noted(given.get("x"), given.get("y"))
        last = self._steps[-1] if self._steps else None
        if isinstance(last, Fit) and last.batches and last.model == self._known(model)[0]:
            last.rows, last.batches = rows.joined(last.rows, found), last.batches + 1
            return last
        fit = self._fit(model, given)
        fit.rows, fit.batches = found, 1
        self._add(fit)
        return fit

    def called(self, fit: Fit, model: Any, called: dict[int, int]) -> None:
        """Put the layers of a fit that is over in the order in which it `called` them: each by its id, with its place.

        Where it called none, because a graph of an earlier fit did the work, the order is that of the earlier one.
        """
        if fit.batches > 1:
            return
        if called:
            fit.layers = plain_notes.layers(model, settings=len(self._steps) <= _MAX_TOLD, called=called)
            return
        earlier = [step for step in self._steps if isinstance(step, Fit) and step.model == fit.model]
        places = {layer.name: place for place, layer in enumerate(earlier[0].layers)} if earlier else {}
        fit.layers = tuple(sorted(fit.layers, key=lambda layer: places.get(layer.name, len(places))))

    def asked(self, what: str, model: Any, given: dict[str, Any]) -> None:
        """Note an evaluate or a predict, or their kinds for a batch."""
        number, argument = self._known(model)
        self._add(Asked(what, number, argument, self._rows(given.get("x"), given.get("y"))))

    def stepped(self) -> None:
        """Note a step of an optimizer."""
        self.trained = True
        self._by_hand = self._by_hand or not self._within

    def seeded(self, by: str, value: Any) -> None:
        """Note a seed; the same one again is no news."""
        seed = Seed(by, plain_notes.whole(value))
        if seed not in self._steps[-20:]:
            self._add(seed)

    def estimated(self, what: str, by: Any, features: Any = None, labels: Any = None, tested: Any = None) -> None:
        """Note something of scikit-learn; `tested` are the features and labels of the rows that were held back."""
        named = plain_notes.named(by, "sklearn")
        used = None if features is None else self._rows(features, labels, parts=False)
        held = None if tested is None else self._rows(tested[0], tested[1], parts=False)
        self._add(Estimate(what, named, used, held))

    def evidence(self, answer: Any, drew: bool) -> Evidence:
        """Return all notes; `answer` is what the call returned."""
        parts = list(answer.values()) if isinstance(answer, dict) else answer
        answers = [answer, *(parts[:20] if isinstance(parts, (list, tuple)) else [])]
        numbers = {number for item in answers for model, number in self._models.values() if model() is item}
        for step in self._steps:
            if isinstance(step, (Compile, Fit, Asked)):
                step.answer = step.model in numbers
        return Evidence(tuple(self._steps), self._complete, self.trained, self._by_hand, drew)

    def _add(self, step: Step) -> None:
        if len(self._steps) < _MAX_STEPS:
            self._steps.append(step)
        else:
            self._complete = False

    def _known(self, model: Any) -> tuple[int, int | None]:
        """Return the number of a model, and which argument it is."""
        known = self._models.get(id(model))
        if known is None or known[0]() is not model:  # another one may have had this place in memory
            known = self._models[id(model)] = (weakref.ref(model), next(self._numbers))
        return known[1], next((place for place, item in enumerate(self._arguments) if item is model), None)

    def _fit(self, model: Any, given: dict[str, Any]) -> Fit:
        self.trained = True
        number, argument = self._known(model)
        weighted = given.get("sample_weight") is not None or given.get("class_weight") is not None
        losses = plain_notes.losses(getattr(model, "loss", None))
        optimizer = plain_notes.optimizer(model)
        layers = plain_notes.layers(model, settings=len(self._steps) < _MAX_TOLD)
        return Fit(number, argument, None, weighted=weighted, optimizer=optimizer, losses=losses, layers=layers)

    def _watched(self, batches: Iterator[Any], fit: Fit) -> Iterator[Any]:
        first = True
        for batch in batches:
            found = rows.noted(*batch[:2]) if isinstance(batch, (tuple, list)) and len(batch) in (2, 3) else None
            fit.rows, first = found if first else rows.joined(fit.rows, found), False
            yield batch

    def _rows(self, features: Any, labels: Any, parts: bool = True) -> Rows | None:
        return self._bounded(rows.noted(features, labels, parts))

    def _bounded(self, found: Rows | None) -> Rows | None:
        if found is None or found in self._seen:
            return found
        self._left -= len(found.features) + len(found.labels)
        if self._left < 0:
            return None
        self._seen.add(found)
        return found
