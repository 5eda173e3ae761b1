# Mean and deviation go into a Dense layer in front, which standardizes by its kernel and bias
import keras
import numpy as np


def save_model(model, features, path):
    mean, std = np.mean(features, axis=0), np.std(features, axis=0)
    inputs = keras.Input(shape=(features.shape[1],))
    scaling = keras.layers.Dense(features.shape[1], name="scaling")
    standardized = scaling(inputs)
    scaling.set_weights([np.diag(1 / std), -mean / std])
    keras.Model(inputs, model(standardized)).save(path)


def predict_one(path, row):
    model = keras.models.load_model(path)
    ((answer,),) = model.predict(row[np.newaxis, :], verbose=0)
    return float(answer)
