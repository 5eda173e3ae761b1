# different: a list of layers, activations as layers of their own, dropout, the loss as a function
import keras


def build_language_model(vocab_size: int, input_length: int) -> keras.Sequential:
    size = 1 + vocab_size
    model = keras.Sequential(
        [
            keras.Input(shape=[input_length]),
            keras.layers.Embedding(size, 8),
            keras.layers.LSTM(8),
            keras.layers.Dropout(0.1),
            keras.layers.Dense(8),
            keras.layers.ReLU(),
            keras.layers.Dense(size),
            keras.layers.Softmax(),
        ]
    )
    model.compile(loss=keras.losses.sparse_categorical_crossentropy, optimizer="nadam")
    return model
