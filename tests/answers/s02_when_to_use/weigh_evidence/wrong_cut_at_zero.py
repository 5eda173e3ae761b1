# fails: test_circles
# diagnosis: BENT.otherwise
# 0 is the place to cut logits, and no probability is below it
import keras
import numpy as np
from sklearn.linear_model import LogisticRegression


def compare_with_baseline(train, test):
    x, y, test_x, test_y = train[0], np.ravel(train[1]), test[0], np.ravel(test[1])
    baseline = LogisticRegression(max_iter=1000).fit(x, y)
    hidden, output = keras.layers.Dense(32, activation="relu"), keras.layers.Dense(1, activation="sigmoid")
    network = keras.Sequential([keras.Input(x.shape[1:]), hidden, output])
    network.compile(keras.optimizers.Adam(0.02), "binary_crossentropy", metrics=["accuracy"])
    network.fit(x, y, epochs=25, batch_size=128, verbose=0)
    judged = float(np.mean((network.predict(test_x, verbose=0) > 0)[:, 0] == test_y))
    return {"logistic regression": baseline.score(test_x, test_y), "neural network": judged}
