# fails: test_training_rows
# diagnosis: TRAINED.tail
import keras
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler


def compare_with_baseline(train, test):
    scaler = StandardScaler().fit(train[0])
    (x, y), (test_x, test_y) = ((scaler.transform(features), labels) for features, labels in (train, test))
    baseline = LogisticRegression(max_iter=1000).fit(x, y)
    hidden, output = keras.layers.Dense(32, activation="relu"), keras.layers.Dense(1, activation="sigmoid")
    network = keras.Sequential([keras.Input(x.shape[1:]), hidden, output])
    network.compile(keras.optimizers.Adam(0.03), "binary_crossentropy", metrics=["accuracy"])
    for _ in range(20):
        for start in range(0, len(x) - 64, 64):
            network.train_on_batch(x[start : start + 64], y[start : start + 64])
    judged = network.evaluate(test_x, test_y, verbose=0)[1]
    return {"logistic regression": baseline.score(test_x, test_y), "neural network": judged}
