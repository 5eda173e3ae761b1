# different: dropout and batch normalization between the layers, a small learning rate, a penalty on large weights
import keras
from keras import layers


def build_binary_classifier(n_features):
    model = keras.Sequential(
        [
            keras.Input(shape=(n_features,)),
            layers.Dense(24, kernel_regularizer=keras.regularizers.L2(1e-4)),
            layers.BatchNormalization(),
            layers.LeakyReLU(),
            layers.Dropout(0.3),
            layers.Dense(units=1, activation="sigmoid"),
        ]
    )
    model.compile(optimizer=keras.optimizers.Adam(1e-4), loss=["binary_crossentropy"], metrics=["accuracy"])
    return model
