# fails: test_circles
# diagnosis: BENT.softmax
import keras
from sklearn.linear_model import LogisticRegression


def compare_with_baseline(train, test):
    baseline = LogisticRegression(max_iter=1000).fit(*train)
    layers = [keras.layers.Dense(32, activation="relu"), keras.layers.Dense(1), keras.layers.Softmax()]
    network = keras.Sequential([keras.Input(train[0].shape[1:]), *layers])
    network.compile(keras.optimizers.Adam(0.02), "binary_crossentropy", metrics=["accuracy"])
    network.fit(*train, epochs=25, batch_size=128, verbose=0)
    guesses = network.predict(test[0], verbose=0).ravel() > 0.5
    return {
        "logistic regression": baseline.score(*test),
        "neural network": float((guesses == test[1]).mean()),
    }
