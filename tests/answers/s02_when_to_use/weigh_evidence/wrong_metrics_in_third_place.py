# fails: test_keys
# says: loss_weights, metrics=[...]
import keras
from sklearn.linear_model import LogisticRegression


def compare_with_baseline(train, test):
    features, labels = train
    baseline = LogisticRegression(max_iter=1000).fit(features, labels)
    hidden, output = keras.layers.Dense(32, activation="relu"), keras.layers.Dense(1, activation="sigmoid")
    network = keras.Sequential([keras.Input(features.shape[1:]), hidden, output])
    network.compile(keras.optimizers.Adam(0.02), "binary_crossentropy", ["accuracy"])
    network.fit(features, labels, epochs=25, batch_size=128, verbose=0)
    return {"logistic regression": baseline.score(*test), "neural network": network.evaluate(*test, verbose=0)[1]}
