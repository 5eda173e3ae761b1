# fails: test_another_program
# diagnosis: LOST.variable
import keras

FIGURES = {}


def save_model(model, features, path):
    model.save(path)
    mean, deviation = features.mean(axis=0), features.std(axis=0)
    FIGURES.update(mean=mean, deviation=deviation)


def predict_one(path, row):
    model = keras.models.load_model(path)
    figures = FIGURES
    row = (row - figures["mean"]) / figures["deviation"]
    return float(model.predict(row[None], verbose=0)[0, 0])
