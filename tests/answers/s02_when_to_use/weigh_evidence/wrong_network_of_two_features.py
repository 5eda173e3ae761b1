# fails: test_tumours
# diagnosis: APART.network
# the network sees two features only
import keras
from sklearn.linear_model import LogisticRegression


def compare_with_baseline(train, test):
    baseline = LogisticRegression(max_iter=1000).fit(*train)
    network = keras.Sequential(
        [keras.Input((2,)), keras.layers.Dense(32, activation="relu"), keras.layers.Dense(1, activation="sigmoid")]
    )
    network.compile(keras.optimizers.Adam(0.02), "binary_crossentropy", metrics=["accuracy"])
    network.fit(train[0][:, :2], train[1], epochs=25, batch_size=128, verbose=0)
    return {
        "logistic regression": baseline.score(*test),
        "neural network": network.evaluate(test[0][:, :2], test[1], verbose=0)[1],
    }
