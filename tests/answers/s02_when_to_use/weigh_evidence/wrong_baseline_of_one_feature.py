# fails: test_tumours
# diagnosis: APART.baseline
# the baseline sees one feature of the tumours
import keras
from sklearn.linear_model import LogisticRegression


def compare_with_baseline(train, test):
    width = 2 if train[0].shape[1] == 2 else 1
    baseline = LogisticRegression().fit(train[0][:, -width:], train[1])
    network = keras.Sequential(
        [
            keras.Input(train[0].shape[1:]),
            keras.layers.Dense(32, activation="relu"),
            keras.layers.Dense(1, activation="sigmoid"),
        ]
    )
    network.compile(keras.optimizers.Adam(0.02), "binary_crossentropy", metrics=["accuracy"])
    network.fit(*train, epochs=25, batch_size=128, verbose=0)
    return {
        "logistic regression": baseline.score(test[0][:, -width:], test[1]),
        "neural network": network.evaluate(*test, verbose=0)[1],
    }
