# fails: test_loss
# diagnosis: LOSS.own
# says: a loss of your own
import keras
from keras.layers import LSTM, Dense, Embedding


def build_language_model(vocab_size, input_length):
    def next_word_loss(words, answers):
        wanted = keras.ops.one_hot(keras.ops.cast(keras.ops.reshape(words, (-1,)), "int32") - 1, vocab_size + 1)
        return keras.losses.categorical_crossentropy(wanted, answers)

    model = keras.Sequential()
    model.add(keras.Input(shape=(input_length,)))
    model.add(Embedding(vocab_size + 1, 8))
    model.add(LSTM(8))
    model.add(Dense(8, activation="relu"))
    model.add(Dense(vocab_size + 1, activation="softmax"))
    model.compile(optimizer="adam", loss=next_word_loss)
    return model
