# different: a list of layers, leaky units, dropout, a small learning rate
import keras
from keras import layers


def build_multi_label_classifier(n_features, n_labels):
    model = keras.Sequential(
        [
            layers.Input(shape=(n_features,)),
            layers.Dense(32),
            layers.LeakyReLU(negative_slope=0.1),
            layers.Dropout(0.1),
            layers.Dense(units=n_labels, activation=keras.activations.sigmoid),
        ]
    )
    model.compile(loss="binary_crossentropy", optimizer=keras.optimizers.Adam(0.0005), metrics=["binary_accuracy"])
    return model
