# fails: test_trains
# diagnosis: TRAINS.small
# a learning rate of 1e-12
import keras
from keras.layers import BatchNormalization, Dense


def build_batch_norm_model(n_features):
    model = keras.Sequential()
    model.add(keras.Input(shape=(n_features,)))
    model.add(Dense(16, activation="relu"))
    model.add(BatchNormalization())
    model.add(Dense(1, activation="sigmoid"))
    model.compile(optimizer=keras.optimizers.SGD(1e-12), loss="binary_crossentropy")
    return model
