# fails: test_circles
# diagnosis: BENT.add
import keras
from sklearn.linear_model import LogisticRegression


def compare_with_baseline(train, test):
    baseline = LogisticRegression().fit(*train)
    network = keras.Sequential()
    network.add(keras.Input(train[0].shape[1:]))
    network.add(keras.layers.Dense(32), "relu")
    network.add(keras.layers.Dense(1, activation="sigmoid"))
    network.compile("adam", "binary_crossentropy", metrics=["accuracy"])
    network.fit(*train, epochs=25, batch_size=128, verbose=0)
    return {"logistic regression": baseline.score(*test), "neural network": network.evaluate(*test, verbose=0)[1]}
