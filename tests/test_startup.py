"""How Keras is started."""

from keraskata.backend import startup


def test_keras_is_started_once_however_often_it_is_asked_for() -> None:
    startup.start_keras()
    import keras

    before = keras.Model.fit, keras.Model.evaluate
    startup.start_keras()
    assert (keras.Model.fit, keras.Model.evaluate) == before
