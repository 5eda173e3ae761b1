# fails: test_circles
# diagnosis: BENT.short
# no epochs are given
import keras
from sklearn.linear_model import LogisticRegression


def compare_with_baseline(train, test):
    baseline = LogisticRegression(max_iter=1000).fit(*train)
    network = keras.Sequential(
        [
            keras.Input(train[0].shape[1:]),
            keras.layers.Dense(32, activation="relu"),
            keras.layers.Dense(1, activation="sigmoid"),
        ]
    )
    network.compile("adam", "binary_crossentropy", metrics=["accuracy"])
    network.fit(*train, verbose=0)
    return {"logistic regression": baseline.score(*test), "neural network": network.evaluate(*test, verbose=0)[1]}
