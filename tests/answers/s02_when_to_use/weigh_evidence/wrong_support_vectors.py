# fails: test_tumours
# diagnosis: TRAINED.hinge
# the loss that SGDClassifier has by itself is the hinge
import keras
from sklearn.linear_model import SGDClassifier
from sklearn.preprocessing import StandardScaler


def compare_with_baseline(train, test):
    scaler = StandardScaler().fit(train[0])
    (x, y), (test_x, test_y) = ((scaler.transform(features), labels) for features, labels in (train, test))
    baseline = SGDClassifier(average=True).fit(x, y)
    hidden, output = keras.layers.Dense(32, activation="relu"), keras.layers.Dense(1, activation="sigmoid")
    network = keras.Sequential([keras.Input(x.shape[1:]), hidden, output])
    network.compile(keras.optimizers.Adam(0.02), "binary_crossentropy", metrics=["accuracy"])
    network.fit(x, y, epochs=25, batch_size=128, verbose=0)
    judged = network.evaluate(test_x, test_y, verbose=0)[1]
    return {"logistic regression": baseline.score(test_x, test_y), "neural network": judged}
