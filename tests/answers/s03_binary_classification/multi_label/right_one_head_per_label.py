# different: one sigmoid unit for each label, put side by side; more metrics than asked for
import keras
from keras import layers


def build_multi_label_classifier(n_features, n_labels):
    inputs = keras.Input((n_features,))
    hidden = layers.Dense(64, "relu")(inputs)
    heads = [layers.Dense(1, "sigmoid", name=f"label_{i}")(hidden) for i in range(n_labels)]
    model = keras.Model(inputs, layers.Concatenate()(heads))
    model.compile("adam", "bce", metrics=["binary_accuracy", keras.metrics.AUC(multi_label=True)])
    return model
