# fails: test_inference
# diagnosis: INFERENCE.fixed
import keras
from keras.layers import BatchNormalization, Dense


def build_batch_norm_model(n_features):
    rows = keras.Input(shape=(n_features,))
    hidden = Dense(16, activation="relu")(rows)
    hidden = BatchNormalization()(hidden, training=True)
    model = keras.Model(rows, Dense(1, activation="sigmoid")(hidden))
    model.compile(optimizer="adam", loss="binary_crossentropy")
    return model
