# fails: test_names
# diagnosis: GUESSES.letters
# the names are made pretty: capitals, and spaces for underscores
import keras


def classify(model, batch, top=3):
    decoded = keras.applications.resnet50.decode_predictions(model.predict(batch, verbose=0), top=top)
    return [(name.replace("_", " ").title(), float(value)) for guesses in decoded for _, name, value in guesses]
