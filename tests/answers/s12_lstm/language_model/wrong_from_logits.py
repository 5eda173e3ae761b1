# fails: test_loss
# diagnosis: expect.SETTINGS.from_logits
import keras
from keras import layers


def build_language_model(vocab_size, input_length):
    model = keras.Sequential()
    model.add(keras.Input((input_length,)))
    model.add(layers.Embedding(vocab_size + 1, 8))
    model.add(layers.LSTM(8))
    model.add(layers.Dense(8, activation="relu"))
    model.add(layers.Dense(vocab_size + 1, activation="softmax"))
    model.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True))
    return model
