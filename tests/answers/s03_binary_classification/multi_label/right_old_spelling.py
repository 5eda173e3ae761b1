# different: input_shape on the first layer, which Keras 3 still accepts; the fewest units that the task calls plenty
from keras.layers import Dense
from keras.models import Sequential


def build_multi_label_classifier(n_features, n_labels):
    model = Sequential()
    model.add(Dense(16, input_shape=(n_features,), activation="selu"))
    model.add(Dense(n_labels, activation="sigmoid"))
    model.compile(optimizer="sgd", loss="binary_crossentropy", metrics=["binary_accuracy"])
    return model
