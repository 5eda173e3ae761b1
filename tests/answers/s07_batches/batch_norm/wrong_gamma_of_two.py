# fails: test_training
# diagnosis: BATCH.start
# gamma begins at 2
import keras
from keras.layers import BatchNormalization, Dense


def build_batch_norm_model(n_features):
    model = keras.Sequential()
    model.add(keras.Input(shape=(n_features,)))
    model.add(Dense(16, activation="relu"))
    model.add(BatchNormalization(gamma_initializer=keras.initializers.Constant(2.0)))
    model.add(Dense(1, activation="sigmoid"))
    model.compile(optimizer="adam", loss="binary_crossentropy")
    return model
