"""Expectations on what was done, from a call's evidence. Where it is unknown they hold: results alone decide then."""

from typing import Any

from keraskata.expect.basics import fail
from keraskata.expect.causes import COMPILE, FIT, ROWS
from keraskata.expect.wording import Likely
from keraskata.expect.wording import epochs as in_epochs
from keraskata.subject.evidence import Evidence, Fit
from keraskata.subject.rows import Match, united

_BATCH_SIZE = 32  # fit's own, https://keras.io/api/models/model_training_apis/


def trained_for(evidence: Evidence, epochs: int, *, what: str = "the model", likely: Likely = None) -> None:
    """Require that the epochs of all calls of fit are `epochs` together; a fit on a part of the rows counts in part.

    An EarlyStopping whose patience may run out before fails it, too: here the loss may have fallen in each epoch.
    """
    fits = evidence.fits
    _not_stopped_early(evidence, epochs, what)
    if not evidence.complete or evidence.by_hand or not fits or any(fit.batches or fit.ran is None for fit in fits):
        return
    total = sum(fit.ran or 0 for fit in fits)
    known = [(fit.rows, fit.ran or 0) for fit in fits if fit.rows]
    if len(known) == len(fits) and all(rows.whole for rows, _ in known):
        seen = sum(rows.count * ran for rows, ran in known)
        if seen == epochs * united([rows for rows, _ in known]):
            return  # part by part
        total = round(seen / max(1, *(rows.count for rows, _ in known)))
    if total != epochs:
        calls = f", in {len(fits)} calls of fit" if len(fits) > 1 else ""
        causes = likely or FIT.of(fits=fits, ran=total, wanted=epochs)
        fail(f"{what} trained for {in_epochs(epochs)} in all", f"{in_epochs(total)}{calls}", causes, ())


def stopped_by(fit: Fit) -> dict[str, Any] | None:
    """Return how a call of fit ended before its last epoch, as values for STOPPED_BY; None where it did not."""
    if fit.ran is None or fit.initial_epoch or fit.ran >= fit.epochs or fit.batches:
        return None
    alone = [callback.kind for callback in fit.callbacks] == ["EarlyStopping"]
    return {"by": "EarlyStopping" if alone else "something in fit", "ran": fit.ran, "epochs": fit.epochs}


def _not_stopped_early(evidence: Evidence, epochs: int, what: str) -> None:
    for callback in (each for fit in evidence.fits for each in fit.callbacks):
        patience = callback.settings.get("patience")
        if callback.kind == "EarlyStopping" and not callback.own and isinstance(patience, int) and patience < epochs:
            expected = f"{what} trained for {in_epochs(epochs)}"
            fail(expected, "a fit with EarlyStopping", FIT.says("early_stopping"), ())


def trained_on(
    evidence: Evidence, features: Any, labels: Any = None, *, what: str = "the rows", likely: Likely = None
) -> None:
    """Require that fit got all of these rows, each with its own labels, and no others.

    Without `labels` only the features are compared, and where `features` is None, only the labels: what was the target.
    """
    _all_steps(evidence, what)
    used = evidence.trained_on(features, labels)
    held = sum(fit.held_back for fit in evidence.fits)

    def labels_alone() -> bool:
        return _labels_went_in(evidence, features, labels)

    _require(used, "trained on", what, features, likely, held_back=held, labels_alone=labels_alone)


def _all_steps(evidence: Evidence, what: str) -> None:
    for fit in evidence.fits:
        steps, rows = fit.steps_per_epoch, fit.rows.count if fit.rows else 0
        seen = (steps or 0) * (fit.batch_size or _BATCH_SIZE)
        if steps and seen < rows:
            words = FIT.says("steps", steps=steps, seen=seen, rows=rows)
            fail(f"{what} trained on, all of them in each epoch", f"{seen} of {rows} in an epoch", words, ())


def validated_on(
    evidence: Evidence, features: Any, labels: Any = None, *, what: str = "the rows", likely: Likely = None
) -> None:
    """Require that fit was given all of these rows to validate on, each with its own labels, and no others."""
    _require(evidence.validated_on(features, labels), "validated on", what, features, likely)


def evaluated_on(
    evidence: Evidence, features: Any, labels: Any = None, *, what: str = "the rows", likely: Likely = None
) -> None:
    """Require that evaluate got all of these rows, each with its own labels, and no others."""
    _require(evidence.asked_about("evaluate", features, labels), "evaluated on", what, features, likely)


def not_compiled_again(evidence: Evidence, *, what: str = "the model", likely: Likely = None) -> None:
    """Require that compile was not called on a model that was compiled before."""
    if any(compiled.again for compiled in evidence.compiles):
        fail(
            f"{what} as it was compiled",
            "compile was called on it again",
            likely or COMPILE.says("again", what=what),
            (),
        )


def _require(used: Match | None, how: str, what: str, features: Any, likely: Likely, **facts: Any) -> None:
    if used is None:
        return
    rows = used.own + used.other_labels + used.more + used.strange
    kind = "targets" if features is None else "rows"
    expected = f"{what} {how}, each with its own label" if features is not None else f"{what} as the target"
    if used.strange:
        share = "all" if used.strange == rows else f"{used.strange} of {rows}"
        found = f"{share} {kind} hold other numbers"
    elif used.other_labels:
        found = f"{used.other_labels} of {rows} rows with the label of another row"
    elif used.missing:
        found = f"{used.missing} of {used.missing + used.own} {kind} never came in"
    else:
        return
    fail(expected, found, likely or ROWS.of(used=used, **facts), ())


def _labels_went_in(evidence: Evidence, features: Any, labels: Any) -> bool:
    went_in = None if features is None or labels is None else evidence.trained_on(labels)
    return bool(went_in and went_in.own and not went_in.strange)
