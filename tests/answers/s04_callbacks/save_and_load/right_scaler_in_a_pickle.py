# scikit-learn's scaler, by joblib, under a name made of the archive's
import os

import joblib
import keras
from sklearn.preprocessing import StandardScaler


def save_model(model, features, path):
    model.save(path, overwrite=True)
    folder, name = os.path.split(path)
    joblib.dump(StandardScaler().fit(features), os.path.join(folder, f"scaler of {name}.joblib"))


def predict_one(path, row):
    folder, name = os.path.split(path)
    scaler = joblib.load(os.path.join(folder, f"scaler of {name}.joblib"))
    model = keras.models.load_model(path, compile=False)
    return float(model.predict_on_batch(scaler.transform([row]))[0][0])
