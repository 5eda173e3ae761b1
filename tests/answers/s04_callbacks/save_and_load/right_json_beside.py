# A JSON file with lists; the model is called directly
import json

import keras
import numpy as np


def save_model(model, features, path):
    keras.saving.save_model(model, path)
    figures = {"mean": features.mean(0).tolist(), "std": features.std(0).tolist()}
    with open(path.removesuffix(".keras") + ".json", "w", encoding="utf-8") as file:
        json.dump(figures, file)


def predict_one(path, row):
    with open(path.removesuffix(".keras") + ".json", encoding="utf-8") as file:
        figures = json.load(file)
    z = (np.array(row) - figures["mean"]) / figures["std"]
    answer = keras.saving.load_model(path)(z.reshape(1, -1).astype("float32"), training=False)
    return float(keras.ops.convert_to_numpy(answer)[0][0])
