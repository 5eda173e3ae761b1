# different: one list, RMSprop, ReLU layers, several metrics
from keras import Input, Sequential, layers, metrics


def create_model(nl: int = 1, nn: int = 256):
    widths = [16] + nl * [nn]
    hidden = [layer for width in widths for layer in (layers.Dense(width), layers.ReLU())]
    network = Sequential([Input(shape=(2,)), *hidden, layers.Dense(1, "sigmoid")])
    network.compile("rmsprop", "binary_crossentropy", metrics=[metrics.AUC(), "acc"])
    return network
