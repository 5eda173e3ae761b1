# fails: test_several
# diagnosis: SEVERAL.count
# five guesses at most, however many photographs there are
import keras


def classify(model, batch, top=3):
    decoded = keras.applications.resnet50.decode_predictions(model.predict(batch, verbose=0), top=top)
    guesses = [(name, float(value)) for row in decoded for _, name, value in row]
    return guesses[: max(top, 5)]
