# different: functional, with a mask for the padding, RMSprop and a metric
import keras
from keras import layers


def build_language_model(vocab_size, input_length):
    words = keras.Input(shape=(input_length,), dtype="int32", name="words")
    x = layers.Embedding(input_dim=vocab_size + 1, output_dim=8, mask_zero=True)(words)
    x = layers.LSTM(units=8, name="memory")(x)
    x = layers.Dense(units=8, activation=keras.activations.relu)(x)
    answer = layers.Dense(units=vocab_size + 1, activation=keras.activations.softmax)(x)
    model = keras.Model(words, answer)
    model.compile(
        optimizer=keras.optimizers.RMSprop(0.01),
        loss=keras.losses.SparseCategoricalCrossentropy(),
        metrics=["accuracy"],
    )
    return model
