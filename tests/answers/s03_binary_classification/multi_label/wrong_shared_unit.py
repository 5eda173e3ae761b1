# fails: test_beats_the_majority
# diagnosis: REACH.shared
import keras
from keras import layers


def build_multi_label_classifier(n_features: int, n_labels: int) -> keras.Model:
    """Return a new, compiled network that gives `n_labels` separate probabilities for rows of `n_features` numbers."""
    inputs = keras.Input(shape=(n_features,))
    hidden = layers.Dense(16, activation="relu")(inputs)
    head = layers.Dense(1, activation="sigmoid")
    answers = [head(hidden) for _ in range(n_labels)]
    outputs = layers.Concatenate()(answers) if n_labels > 1 else answers[0]
    model = keras.Model(inputs, outputs)
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["binary_accuracy"])
    return model
