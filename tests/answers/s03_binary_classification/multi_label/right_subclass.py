# different: a class of its own, built with build(); the loss as a function, rmsprop
import keras


class MultiLabel(keras.Model):
    def __init__(self, n_labels):
        super().__init__()
        self.first = keras.layers.Dense(32, activation="relu")
        self.second = keras.layers.Dense(16, activation="relu")
        self.answers = keras.layers.Dense(n_labels, activation="sigmoid")

    def build(self, input_shape):
        self.first.build(input_shape)
        self.second.build((None, 32))
        self.answers.build((None, 16))
        self.built = True

    def call(self, inputs):
        return self.answers(self.second(self.first(inputs)))


def build_multi_label_classifier(n_features, n_labels):
    model = MultiLabel(n_labels)
    model.build((None, n_features))
    model.compile(optimizer="rmsprop", loss=keras.losses.binary_crossentropy, metrics=["binary_accuracy"])
    return model
