# Mean and deviation are weights of a Normalization layer in front: one archive, and no second file
import keras
import numpy as np


def save_model(model, features, path):
    scaler = keras.layers.Normalization()
    scaler.adapt(np.asarray(features, "float32"))
    whole = keras.Sequential([keras.Input((features.shape[1],)), scaler, model])
    whole.save(path)


def predict_one(path, row):
    return keras.models.load_model(path).predict(np.expand_dims(row, 0), verbose=0).item()
