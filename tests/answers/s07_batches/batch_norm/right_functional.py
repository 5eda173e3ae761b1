# different: functional API, tanh, SGD, loss as an object, no metrics
import keras
from keras import layers


def build_batch_norm_model(n_features):
    inputs = keras.Input((n_features,))
    x = layers.Dense(12, "tanh", name="hidden")(inputs)
    x = layers.BatchNormalization(name="norm")(x)
    outputs = layers.Dense(1, "sigmoid", name="answer")(x)
    model = keras.Model(inputs, outputs)
    model.compile(keras.optimizers.SGD(0.05), keras.losses.BinaryCrossentropy())
    return model
