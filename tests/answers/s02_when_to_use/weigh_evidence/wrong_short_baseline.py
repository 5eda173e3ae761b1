# fails: test_tumours
# diagnosis: APART.iterations
# the baseline ends after a step
import keras
from sklearn.linear_model import LogisticRegression


def compare_with_baseline(train, test):
    baseline = LogisticRegression(max_iter=1).fit(*train)
    network = keras.Sequential(
        [
            keras.Input(train[0].shape[1:]),
            keras.layers.Dense(32, activation="relu"),
            keras.layers.Dense(1, activation="sigmoid"),
        ]
    )
    network.compile(keras.optimizers.Adam(0.02), "binary_crossentropy", metrics=["accuracy"])
    network.fit(*train, epochs=25, batch_size=128, verbose=0)
    return {"logistic regression": baseline.score(*test), "neural network": network.evaluate(*test, verbose=0)[1]}
