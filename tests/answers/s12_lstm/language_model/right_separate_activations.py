# padding is masked; ReLU and Softmax are layers of their own
import keras
from keras import layers


def build_language_model(vocab_size, input_length):
    model = keras.Sequential([keras.Input(shape=(input_length,), dtype="int32")])
    model.add(layers.Embedding(input_dim=vocab_size + 1, output_dim=8, mask_zero=True))
    model.add(layers.LSTM(units=8))
    model.add(layers.Dense(8))
    model.add(layers.ReLU())
    model.add(layers.Dense(1 + vocab_size))
    model.add(layers.Softmax())
    model.compile(optimizer="rmsprop", loss=keras.losses.SparseCategoricalCrossentropy(), metrics=["accuracy"])
    return model
