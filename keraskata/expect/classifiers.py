"""Expectations on classifiers: their loss, their metrics, whether they learn, and what a straight line can do."""

from typing import Any

import numpy as np

from keraskata.expect.basics import equal, same, that
from keraskata.expect.costs import affordable
from keraskata.expect.keras_models import as_compiled, compiled, finite, loss_name, metric_names, predict
from keraskata.expect.wording import cause, number

STEPS, MORE, REDRAWS = 12, 4, 2
ROUND, ROUNDS = 50, 8


def hidden_units(found: Any, least: int, *, outputs: int) -> None:
    """Require `least` units or more before the `outputs` at the end, as far as the weights show their number."""
    widths = [int(weight.shape[-1]) for weight in found.weights if len(weight.shape) == 2]
    units = sum(widths) - outputs
    that(
        not widths or units >= least,
        expected=f"at least {least} units in the hidden layers",
        found=f"{units} units",
        likely=f"the task asks for at least {least}; with fewer, a training often gets stuck",
    )


def binary_cross_entropy(
    found: Any, *, what: str, categorical: str = "categorical cross-entropy needs one output for each class"
) -> None:
    """Require a binary cross-entropy of probabilities; `categorical` says why the categorical one is wrong here."""
    compiled(found, what=what)
    name = loss_name(found)
    equal(
        name,
        "binary_crossentropy",
        what="the loss",
        likely=cause(
            ("squared" in name or "absolute" in name, "this loss is for predicting numbers, not for classes"),
            ("categorical" in name, categorical),
            (name == "none", "compile was called without a loss"),
            'write loss="binary_crossentropy" in compile',
        ),
    )
    loss_of_probabilities(found)


def loss_of_probabilities(found: Any) -> None:
    """Require that the compiled binary cross-entropy expects probabilities: it applies no sigmoid of its own."""
    import keras

    loss = found.loss
    if isinstance(loss, (list, tuple, dict)):
        loss = next(iter(loss.values() if isinstance(loss, dict) else loss))
    right, given = keras.ops.convert_to_tensor([[1.0]]), keras.ops.convert_to_tensor([[0.8]])
    value = float(np.ravel(keras.ops.convert_to_numpy(keras.losses.get(loss)(right, given)))[0])
    that(
        not same(value, np.log1p(np.exp(-0.8)), tol=1e-4),
        expected="a binary cross-entropy that is given probabilities",
        found="one that expects the numbers before the sigmoid",
        likely="from_logits=True applies a sigmoid of its own, on top of the one in the model; leave it out",
    )


def measures_accuracy(
    found: Any, features: Any, turned: np.ndarray, *, metric: str = "accuracy", categorical: str
) -> None:
    """Require a compiled metric that counts right answers, under any name; `metric` is the one to write.

    `turned`, bool of the output's shape, marks the labels that differ from what the model answers; `categorical` says
    what is wrong with a metric that asks which output is the largest.
    """
    names = metric_names(found)
    that(
        names,
        expected=f"{metric} among the metrics",
        found="no metrics",
        likely=cause(
            (
                (found.get_compile_config() or {}).get("loss_weights") is not None,
                "compile was called without metrics: its third argument is loss_weights; write "
                f'metrics=["{metric}"] with its name',
            ),
            f'compile was called without metrics=["{metric}"]',
        ),
    )
    scores = _metrics_beside_accuracy(found, features, turned)
    first, share = scores[0]
    that(
        any(all(same(score[name], right, tol=1e-4) for score, right in scores) for name in first),
        expected=f"a metric that says {number(share)} where that share of the answers is right",
        found=", ".join(f"{name}: {number(value)}" for name, value in first.items()),
        likely=cause(
            (
                any("categorical" in name for name in names) or (metric != "accuracy" and "accuracy" in names),
                categorical,
            ),
            (
                any("accuracy" in name and value == 0 for name, value in first.items()),
                "keras.metrics.Accuracy compares the probability itself with 0 or 1; "
                f'the text "{metric}" picks the one that rounds',
            ),
            f'{metric} is missing: metrics=["{metric}"]',
        ),
    )


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
        metrics = {name: float(value) for name, value in measured.items() if name != "loss"}
        scores.append((metrics, float(np.mean(predicted == labels))))
    found.set_weights(weights)
    return scores


def learns(found: Any, features: Any, labels: Any) -> None:
    """Train `found` as it was compiled, and require that it gets better in STEPS steps on all rows.

    Dropout and moving averages make losses noisy: if the result is unclear, up to MORE times as many steps follow.
    Steps that are large, but not too large, sometimes ruin the network: it starts again with other weights once or
    twice before it fails.
    """
    affordable(found, len(features))
    finite(found, what="a model", likely="the weights were set, or a training has ruined them")
    frozen = [layer.name for layer in found._flatten_layers() if layer.weights and not layer.trainable]
    that(
        not frozen,
        expected="a model in which every layer can learn",
        found=f"trainable=False in {len(frozen)} of its layers",
        likely="a frozen layer keeps the weights that it drew by chance: leave trainable out",
    )
    before, after, steps = _first_steps(found, features, labels)
    first = before, after, len(steps)
    for draw in range(REDRAWS):
        if _better(before, after, steps) or after == before:
            break
        before, after, steps = _first_steps(_with_other_weights(found, draw), features, labels)
    that(
        _better(before, after, steps),
        expected=f"a loss below {number(first[0])} after {first[2]} steps (it starts there)",
        found=number(first[1]),
        likely=cause(
            (
                after == before,
                "nothing moved: the learning rate is zero, or too small to matter, or the output is always the same",
            ),
            "the learning rate is too large, so that each step overshoots",
        ),
    )


def _first_steps(found: Any, features: Any, labels: Any) -> tuple[float, float, list[float]]:
    """Return the loss before and after some steps, and at each of them."""
    found.run_eagerly = True  # a dozen steps are done before a graph would be built
    steps: list[float] = []
    with as_compiled(found):
        before = after = _loss(found, features, labels)
        for _ in range(1 + MORE):
            for _ in range(STEPS):
                found.reset_metrics()
                steps.append(float(found.train_on_batch(features, labels, return_dict=True)["loss"]))
                if steps[-1] < steps[0]:  # it got better: enough
                    return before, after, steps
            after = _loss(found, features, labels)
            if _better(before, after, steps) or after == before or not after < 1.1 * before:
                break
    return before, after, steps


def _better(before: float, after: float, steps: list[float]) -> bool:
    return after < before or min(steps[1:]) < steps[0]


def _with_other_weights(found: Any, draw: int) -> Any:
    import keras

    keras.utils.set_random_seed(draw)
    other = keras.models.clone_model(found)
    other.compile_from_config(found.get_compile_config())
    return other


def trained(found: Any, features: np.ndarray, labels: np.ndarray) -> Any:
    """Train `found` with a budget that does not depend on the optimizer it was compiled with, and return it.

    All rows are one batch. After each ROUND steps the training ends if 98 % of the answers are right; after ROUNDS
    rounds it ends in any case.
    """
    import keras

    affordable(found, len(features))
    # Without metrics=[] the learner's metrics stay.
    found.compile(keras.optimizers.Adam(0.04), "binary_crossentropy", metrics=[], jit_compile=False)
    # One epoch that passes ROUND times over all rows: the same steps as ROUND epochs, without their overhead.
    many = np.tile(features, (ROUND, 1)), np.tile(labels, (ROUND,) + (1,) * (labels.ndim - 1))
    for _ in range(ROUNDS):
        with as_compiled(found):
            found.fit(*many, batch_size=len(labels), shuffle=False, verbose=0)
        answers = predict(found, features) > 0.5
        if np.mean(answers == labels.reshape(answers.shape)) >= 0.98:
            break
    return found


def best_line(points: np.ndarray, labels: np.ndarray) -> float:
    """Return the best accuracy of a straight line on these points, (n, 2), tried in 360 directions."""
    best = 0.0
    for angle in np.linspace(0, 2 * np.pi, 360, endpoint=False):
        ordered = labels[np.argsort(points @ [np.cos(angle), np.sin(angle)])]
        zeros_left = np.concatenate([[0], np.cumsum(ordered == 0)])
        ones_right = ordered.sum() - np.concatenate([[0], np.cumsum(ordered == 1)])
        best = max(best, float((zeros_left + ones_right).max() / len(labels)))
    return best


def _loss(found: Any, features: Any, labels: Any) -> float:
    found.reset_metrics()
    return float(found.test_on_batch(features, labels, return_dict=True)["loss"])
