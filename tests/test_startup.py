"""How Keras is started."""

import random

import numpy as np
import pytest

from keraskata.backend import startup
from keraskata.subject.seeding import seed_everything


def test_keras_is_started_once_however_often_it_is_asked_for() -> None:
    startup.start_keras()
    import keras

    before = keras.Model.fit, keras.Model.evaluate
    startup.start_keras()
    assert (keras.Model.fit, keras.Model.evaluate) == before


def test_a_calls_seed_is_the_one_that_keras_would_set() -> None:
    startup.start_keras()
    import keras

    def drawn() -> list[float]:
        values = [random.random(), np.random.rand(), float(keras.random.normal(()))]
        if keras.backend.backend() == "torch":
            import torch

            values += [float(torch.rand(())), torch.manual_seed.__module__ == "torch.random"]
        return values

    keras.utils.set_random_seed(7)
    expected = drawn()
    seed_everything(7)
    assert drawn() == expected != drawn()


@pytest.mark.parametrize("rows", [8, 300])
def test_a_model_that_ran_for_a_few_steps_is_as_keras_leaves_it(rows: int) -> None:
    startup.start_keras()
    import keras

    features = np.random.default_rng(0).normal(size=(rows, 2)).astype("float32")
    labels = features[:, :1] > 0

    def trained(eagerly: bool) -> tuple[keras.Model, list[float]]:
        keras.utils.set_random_seed(0)
        model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(3, "tanh"), keras.layers.Dense(1, "sigmoid")])
        model.compile("adam", "binary_crossentropy", metrics=["accuracy"], run_eagerly=eagerly)
        told = model.fit(features, labels, epochs=2, validation_data=(features, labels), shuffle=False, verbose=0)
        return model, [*np.ravel([*told.history.values()]), *model.evaluate(features, labels, verbose=0)]

    (model, figures), (_, eager) = trained(False), trained(True)
    assert figures == pytest.approx(eager, rel=1e-4)
    assert not model.run_eagerly and not model.get_compile_config()["run_eagerly"]
