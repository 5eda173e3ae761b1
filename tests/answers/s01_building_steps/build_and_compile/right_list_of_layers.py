# different: the layers in a list, another optimizer, two hidden layers, no add()
import keras


def build_model(n_features):
    net = keras.Sequential(
        [
            keras.layers.Input((n_features,)),
            keras.layers.Dense(8, "relu"),
            keras.layers.Dense(8, "tanh"),
            keras.layers.Dense(1, "linear"),
        ]
    )
    net.compile("rmsprop", keras.losses.MeanSquaredError(), metrics=["mae"])
    return net
