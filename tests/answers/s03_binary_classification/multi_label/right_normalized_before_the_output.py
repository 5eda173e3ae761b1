# different: rows of hidden units are normalized, and each label over the batch; each label has a small network of its own
import keras
from keras import layers


def build_multi_label_classifier(n_features, n_labels):
    row = keras.Input((n_features,))
    hidden = layers.LayerNormalization()(layers.Dense(24, activation="tanh")(row))
    logits = [layers.Dense(1)(layers.Dense(8, activation="relu")(hidden)) for _ in range(n_labels - 1)]
    logits.append(layers.Dense(1)(hidden))
    joined = layers.Concatenate()(logits) if n_labels > 1 else logits[0]
    answers = layers.Activation("sigmoid")(layers.BatchNormalization()(joined))
    model = keras.Model(row, answers)
    model.compile("adam", "binary_crossentropy", metrics=["binary_accuracy"])
    return model
