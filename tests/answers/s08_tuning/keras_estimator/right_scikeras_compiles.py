# different: SciKeras compiles: loss, metrics and optimizer are its own, the width comes from meta
from keras import Input, Sequential, layers
from scikeras.wrappers import KerasClassifier


def network(activation, meta):
    return Sequential(
        [
            Input((meta["n_features_in_"],)),
            layers.Dense(8, activation=activation, kernel_initializer="he_uniform"),
            layers.Dense(8, activation=activation),
            layers.Dense(1, activation="sigmoid"),
        ]
    )


def make_classifier(optimizer="adam", activation="relu", epochs=6, batch_size=16):
    return KerasClassifier(
        network,
        loss="binary_crossentropy",
        metrics=["accuracy"],
        optimizer=optimizer,
        activation=activation,
        fit__batch_size=batch_size,
        epochs=epochs,
        verbose=False,
    )
