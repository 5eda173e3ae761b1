# fails: test_circles
# diagnosis: BENT.exact
# probabilities are compared with labels
import keras
from sklearn.linear_model import LogisticRegression


def compare_with_baseline(train, test):
    baseline = LogisticRegression(max_iter=1000).fit(*train)
    hidden, output = keras.layers.Dense(32, activation="relu"), keras.layers.Dense(1, activation="sigmoid")
    network = keras.Sequential([keras.Input(train[0].shape[1:]), hidden, output])
    network.compile(keras.optimizers.Adam(0.01), "binary_crossentropy")
    network.fit(*train, epochs=5, batch_size=128, verbose=0)
    right = network.predict(test[0], verbose=0)[:, 0] == test[1]
    return {"logistic regression": baseline.score(*test), "neural network": float(right.mean())}
