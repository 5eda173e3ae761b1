# fails: test_layer
# diagnosis: expect.CALL.no_return
import keras


def output_layer(task, n_outputs):
    if task == "binary":
        layer = keras.layers.Dense(1, activation="sigmoid")
    elif task == "regression":
        layer = keras.layers.Dense(n_outputs)
