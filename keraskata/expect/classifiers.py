"""Expectations on classifiers: their metrics, whether they learn, and what a straight line can do."""

from typing import Any

import numpy as np

from keraskata.expect.basics import that
from keraskata.expect.causes import HIDDEN
from keraskata.expect.comparing import same
from keraskata.expect.compile_causes import METRICS
from keraskata.expect.keras_models import as_compiled, metric_names, predict, single_numbers
from keraskata.expect.wording import Likely, number


def hidden_units(found: Any, least: int, *, outputs: int) -> None:
    """Require `least` units or more before the `outputs` at the end, as far as the weights show their number."""
    widths = [int(weight.shape[-1]) for weight in found.weights if len(weight.shape) == 2]
    units = sum(widths) - outputs
    that(
        not widths or units >= least,
        expected=f"at least {least} units in the hidden layers",
        found=f"{units} units before {outputs} output{'s' if outputs != 1 else ''}",
        likely=HIDDEN.says("units", least=least) if units else HIDDEN.says("none"),
    )


def measures_accuracy(
    found: Any, features: Any, turned: np.ndarray, *, metric: str = "accuracy", categorical: Likely
) -> None:
    """Require a compiled metric that counts right answers, under any name; `metric` is the one to write.

    `turned`, bool of the output's shape, marks the labels that differ from what the model answers; `categorical` says
    what is wrong with a metric that asks which output is the largest.
    """
    names, config = metric_names(found), found.get_compile_config() or {}
    causes = METRICS.of(names=names, metric=metric, loss_weights=config.get("loss_weights"), config=config)
    that(names, expected=f"{metric} among the metrics", found="no metrics", likely=causes)
    scores = _metrics_beside_accuracy(found, features, turned)
    first, share = scores[0]
    that(
        any(all(same(score[name], right, tol=1e-4) for score, right in scores) for name in first),
        expected=f"a metric that says {number(share)} where that share of the answers is right",
        found=", ".join(f"{name}: {number(value)}" for name, value in first.items()),
        likely=categorical if _asks_which_is_largest(names, metric) else causes,
    )


def _asks_which_is_largest(names: list[str], metric: str) -> bool:
    return any("categorical" in name for name in names) or (metric != "accuracy" and "accuracy" in names)


def _metrics_beside_accuracy(found: Any, features: Any, turned: np.ndarray) -> list[tuple[dict[str, float], float]]:
    """Return the compiled metrics of `found`, each with the share of right answers that the judge counts, twice.

    `turned`, bool of the output's shape, marks the labels that differ from what the model answers. The second time the
    output layer is negated: no other metric agrees with the accuracy both times. The weights are put back.
    """
    weights = found.get_weights()
    last = {id(weight) for weight in (found.trainable_weights or found.weights)[-2:]}  # no moving averages
    signed = [(weight, id(variable) in last) for weight, variable in zip(weights, found.weights, strict=True)]
    scores = []
    for sign in (1, -1):
        found.set_weights([sign * weight if turns else weight for weight, turns in signed])
        predicted = predict(found, features) > 0.5
        labels = (predicted ^ turned).astype("float32")
        found.run_eagerly = True
        with as_compiled(found):
            found.reset_metrics()
            measured = found.test_on_batch(features, labels, return_dict=True)
        metrics = {name: value for name, value in single_numbers(measured).items() if name != "loss"}
        scores.append((metrics, float(np.mean(predicted == labels))))
    found.set_weights(weights)
    return scores


def best_line(points: np.ndarray, labels: np.ndarray) -> float:
    """Return the best accuracy of a straight line on these points, (n, 2), tried in 360 directions."""
    best = 0.0
    for angle in np.linspace(0, 2 * np.pi, 360, endpoint=False):
        ordered = labels[np.argsort(points @ [np.cos(angle), np.sin(angle)])]
        zeros_left = np.concatenate([[0], np.cumsum(ordered == 0)])
        ones_right = ordered.sum() - np.concatenate([[0], np.cumsum(ordered == 1)])
        best = max(best, float((zeros_left + ones_right).max() / len(labels)))
    return best
