# fails: test_unseen_rows
# diagnosis: PLACE.joined
import keras
import numpy as np
from sklearn.linear_model import LogisticRegression

Split = tuple[np.ndarray, np.ndarray]


def compare_with_baseline(train: Split, test: Split) -> dict[str, float]:
    """Return the test accuracy of a logistic regression and of a neural network, both trained on `train`."""
    features, labels = train
    baseline = LogisticRegression(max_iter=1000).fit(features, labels)

    network = keras.Sequential()
    network.add(keras.Input(shape=features.shape[1:]))
    network.add(keras.layers.Dense(32, activation="relu"))
    network.add(keras.layers.Dense(1, activation="sigmoid"))
    network.compile(optimizer=keras.optimizers.Adam(0.02), loss="binary_crossentropy", metrics=["accuracy"])
    network.fit(np.concatenate([features, test[0]]), np.concatenate([labels, test[1]]), epochs=25, batch_size=128, verbose=0)

    return {
        "logistic regression": baseline.score(*test),
        "neural network": network.evaluate(*test, verbose=0, return_dict=True)["accuracy"],
    }
