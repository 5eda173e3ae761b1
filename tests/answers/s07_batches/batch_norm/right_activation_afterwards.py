# different: no bias, the activation behind the normalization, another momentum, a list of layers
import keras
from keras import layers


def build_batch_norm_model(n_features):
    model = keras.Sequential(
        [
            keras.Input(shape=[n_features]),
            layers.Dense(32, use_bias=False),
            layers.BatchNormalization(momentum=0.9, epsilon=1e-5),
            layers.Activation("relu"),
            layers.Dense(1),
            layers.Activation("sigmoid"),
        ]
    )
    model.compile("rmsprop", "bce", metrics=["accuracy"])
    return model
