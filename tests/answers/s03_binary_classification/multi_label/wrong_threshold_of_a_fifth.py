# fails: test_binary_accuracy
# diagnosis: expect.METRICS.threshold
import keras
from keras.layers import Dense


def build_multi_label_classifier(n_features: int, n_labels: int) -> keras.Model:
    """Return a compiled network that gives `n_labels` separate probabilities for rows of `n_features` numbers."""
    model = keras.Sequential()
    model.add(keras.Input(shape=(n_features,)))
    model.add(Dense(16, activation="relu"))
    model.add(Dense(n_labels, activation="sigmoid"))
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=[keras.metrics.BinaryAccuracy(threshold=0.2)])
    return model
