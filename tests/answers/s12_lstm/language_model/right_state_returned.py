# the LSTM gives its states, too, which nobody uses; functions as activations and loss
import keras
from keras import layers


def build_language_model(vocab_size, input_length):
    words = keras.Input((input_length,))
    last, _, _ = layers.LSTM(8, return_state=True)(layers.Embedding(vocab_size + 1, 8)(words))
    answer = layers.Dense(vocab_size + 1, activation=keras.ops.softmax)(
        layers.Dense(8, activation=keras.ops.relu)(last)
    )
    model = keras.Model(words, answer)
    model.compile(optimizer=keras.optimizers.Adam(0.01), loss=keras.losses.sparse_categorical_crossentropy)
    return model
