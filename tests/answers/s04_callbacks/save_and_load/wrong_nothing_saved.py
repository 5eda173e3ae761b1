# fails: test_archive
# diagnosis: ARCHIVE.nothing

FIGURES = {}


def save_model(model, features, path):
    mean, deviation = features.mean(axis=0), features.std(axis=0)
    FIGURES.update(model=model, mean=mean, deviation=deviation)


def predict_one(path, row):
    model = FIGURES["model"]
    figures = FIGURES
    row = (row - figures["mean"]) / figures["deviation"]
    return float(model.predict(row[None], verbose=0)[0, 0])
