"""Build a network that reads words, one after the other, and says how likely each word is to come next.

Four layers and no more (Dropout is free): Embedding into 8 numbers a word, LSTM of 8 units, which goes over the row
from its first word and hands on its output after the last one, Dense of 8 units with relu, and a softmax over the
words. All of them learn. It reads rows of `input_length` numbers: all rows have the same length, so that none is padded
and no mask is needed. `vocab_size` is the number of words without the padding: words are numbered 1 to `vocab_size`,
and 0 is padding, so that both the embedding and the output need room for `vocab_size` + 1 numbers; output 0, which
stands for the padding, is never right. Compile it with an optimizer of your choice and sparse categorical
cross-entropy, since the next words are given as whole numbers. Embedding and LSTM are those of Keras; functions, losses
and other layers of your own are welcome where they are made of Keras' layers and of keras.ops. The notes take three
words for one: the LSTM layer goes over the row with its cell, the same at each word, and the state that the cell hands
on has one component per unit. And the state, of a simple recurrent network too, is made from the words read so far, not
from past predictions; so the order of the words matters.

Read: kata book language_model
"""

import keras
from keras.layers import LSTM, Dense, Embedding


def build_language_model(vocab_size: int, input_length: int) -> keras.Sequential:
    """Return a new, compiled network: `input_length` words in, a probability for each number of a word out."""
    model = keras.Sequential()
    model.add(keras.Input(shape=(input_length,)))
    model.add(Embedding(vocab_size + 1, 8))
    model.add(LSTM(8))
    model.add(Dense(8, activation="relu"))
    model.add(Dense(vocab_size + 1, activation="softmax"))
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    return model
