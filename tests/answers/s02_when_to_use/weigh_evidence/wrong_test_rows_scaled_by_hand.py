# fails: test_unseen_rows
# diagnosis: PLACE.of_its_own
import keras
from sklearn.linear_model import LogisticRegression


def _standardised(features):
    return (features - features.mean(axis=0)) / features.std(axis=0)


def compare_with_baseline(train, test):
    x, y = _standardised(train[0]), train[1]
    test_x, test_y = _standardised(test[0]), test[1]
    baseline = LogisticRegression(max_iter=1000).fit(x, y)
    hidden, output = keras.layers.Dense(32, activation="relu"), keras.layers.Dense(1, activation="sigmoid")
    network = keras.Sequential([keras.Input(x.shape[1:]), hidden, output])
    network.compile(keras.optimizers.Adam(0.02), "binary_crossentropy", metrics=["accuracy"])
    network.fit(x, y, epochs=25, batch_size=128, verbose=0)
    judged = network.evaluate(test_x, test_y, verbose=0)[1]
    return {"logistic regression": baseline.score(test_x, test_y), "neural network": judged}
