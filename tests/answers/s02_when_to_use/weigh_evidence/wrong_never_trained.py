# fails: test_circles
# diagnosis: BENT.untrained
import keras
from sklearn.linear_model import LogisticRegression


def compare_with_baseline(train, test):
    baseline = LogisticRegression().fit(*train)
    network = keras.Sequential([keras.Input(train[0].shape[1:]), keras.layers.Dense(1, activation="sigmoid")])
    network.compile(keras.optimizers.Adam(0.02), "binary_crossentropy", metrics=["accuracy"])
    return {"logistic regression": baseline.score(*test), "neural network": network.evaluate(*test, verbose=0)[1]}
