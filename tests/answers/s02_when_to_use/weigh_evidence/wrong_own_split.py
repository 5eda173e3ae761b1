# fails: test_unseen_rows
# diagnosis: TURNED.blind
import keras
from sklearn.linear_model import LogisticRegression


def train_network(features, labels, epochs=25):
    network = keras.Sequential(
        [
            keras.Input(features.shape[1:]),
            keras.layers.Dense(32, activation="relu"),
            keras.layers.Dense(1, activation="sigmoid"),
        ]
    )
    network.compile(keras.optimizers.Adam(0.02), "binary_crossentropy", metrics=["accuracy"])
    network.fit(features, labels, epochs=epochs, batch_size=128, verbose=0)
    return network


def compare_with_baseline(train, test):
    half = len(train[0]) // 2
    train, test = (train[0][half:], train[1][half:]), (train[0][:half], train[1][:half])
    baseline = LogisticRegression(max_iter=1000).fit(*train)
    network = train_network(*train, epochs=50)
    return {
        "logistic regression": baseline.score(*test),
        "neural network": network.evaluate(*test, verbose=0)[1],
    }
