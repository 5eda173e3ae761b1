# fails: test_training
# diagnosis: BATCH.same
# the hidden layer begins with zeros alone
import keras
from keras.layers import BatchNormalization, Dense


def build_batch_norm_model(n_features):
    model = keras.Sequential()
    model.add(keras.Input(shape=(n_features,)))
    model.add(Dense(16, activation="relu", kernel_initializer="zeros"))
    model.add(BatchNormalization())
    model.add(Dense(1, activation="sigmoid"))
    model.compile(optimizer="adam", loss="binary_crossentropy")
    return model
