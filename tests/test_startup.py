"""How Keras is started."""

import random

import numpy as np

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
