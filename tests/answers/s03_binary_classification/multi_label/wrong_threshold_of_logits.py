# fails: test_binary_accuracy
# diagnosis: expect.METRICS.threshold
import keras
from keras.layers import Dense


def build_multi_label_classifier(n_features, n_labels):
    model = keras.Sequential([keras.Input((n_features,)), Dense(16, activation="relu")])
    model.add(Dense(n_labels, activation="sigmoid"))
    model.compile("adam", "binary_crossentropy", metrics=[keras.metrics.BinaryAccuracy(threshold=0.0)])
    return model
