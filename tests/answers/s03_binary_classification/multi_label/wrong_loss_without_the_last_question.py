# fails: test_loss
# diagnosis: expect.LOSS.unread
import keras
from keras import layers


def build_multi_label_classifier(n_features, n_labels):
    def all_questions(truth, answers):
        parts = [slice(place - 1, place) for place in range(1, n_labels)]
        one_by_one = [keras.losses.binary_crossentropy(truth[:, part], answers[:, part]) for part in parts]
        return sum(one_by_one, 0.0 * answers[:, 0]) / n_labels

    model = keras.Sequential([keras.Input((n_features,)), layers.Dense(16, activation="relu")])
    model.add(layers.Dense(n_labels, activation="sigmoid"))
    model.compile("adam", all_questions, metrics=["binary_accuracy"])
    return model
