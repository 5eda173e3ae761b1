# fails: test_another_program
# diagnosis: LOST.raw
import keras

SCALES = {}


def save_model(model, features, path):
    model.save(path)
    SCALES[path] = features.mean(axis=0), features.std(axis=0)


def predict_one(path, row):
    mean, deviation = SCALES.get(path, (0.0, 1.0))
    model = keras.models.load_model(path, compile=False)
    return float(model.predict(((row - mean) / deviation).reshape(1, -1), verbose=0)[0, 0])
