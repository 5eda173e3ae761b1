# fails: test_loss
# diagnosis: expect.SETTINGS.ignored
import keras
from keras import layers


def build_language_model(vocab_size, input_length):
    model = keras.Sequential(
        [
            keras.Input((input_length,)),
            layers.Embedding(vocab_size + 1, 8),
            layers.LSTM(8),
            layers.Dense(8, activation="relu"),
            layers.Dense(vocab_size + 1, activation="softmax"),
        ]
    )
    model.compile("adam", keras.losses.SparseCategoricalCrossentropy(ignore_class=1))
    return model
