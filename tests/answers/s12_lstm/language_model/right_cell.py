# different: an RNN layer around an LSTM cell, rows of any length, plain gradient descent
import keras
from keras.layers import RNN, Dense, Embedding, LSTMCell


def build_language_model(vocab_size, input_length):
    model = keras.Sequential()
    model.add(keras.Input((None,)))
    model.add(Embedding(vocab_size + 1, 8))
    model.add(RNN(LSTMCell(8)))
    model.add(Dense(8, "relu"))
    model.add(Dense(vocab_size + 1, "softmax"))
    model.compile(optimizer=keras.optimizers.SGD(0.1), loss="sparse_categorical_crossentropy")
    return model
