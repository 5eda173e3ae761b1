# fails: test_circles
# diagnosis: RINGS.other
# a forest as the baseline
import keras
from sklearn.ensemble import RandomForestClassifier


def compare_with_baseline(train, test):
    baseline = RandomForestClassifier(random_state=0).fit(*train)
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
