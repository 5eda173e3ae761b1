# fails: test_trains
# diagnosis: TRAINS.large
# a learning rate of 1000
import keras
from keras.layers import BatchNormalization, Dense


def build_batch_norm_model(n_features):
    model = keras.Sequential()
    model.add(keras.Input(shape=(n_features,)))
    model.add(Dense(16, activation="relu"))
    model.add(BatchNormalization())
    model.add(Dense(1, activation="sigmoid"))
    model.compile(optimizer=keras.optimizers.SGD(1000.0), loss="binary_crossentropy")
    return model
