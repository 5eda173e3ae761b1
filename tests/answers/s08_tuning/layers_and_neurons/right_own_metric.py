# different: accuracy as a function of one's own
import keras


def accuracy(truth, probability):
    truth = keras.ops.reshape(keras.ops.cast(truth, "float32"), keras.ops.shape(probability))
    return keras.ops.mean(keras.ops.cast(keras.ops.equal(truth, keras.ops.round(probability)), "float32"), axis=-1)


def create_model(nl=1, nn=256):
    model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(16, "relu")])
    for _ in range(nl):
        model.add(keras.layers.Dense(nn, "relu"))
    model.add(keras.layers.Dense(1, "sigmoid"))
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=[accuracy])
    return model
