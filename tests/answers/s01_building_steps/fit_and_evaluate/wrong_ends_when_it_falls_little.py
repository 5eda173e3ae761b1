# fails: test_epochs
# diagnosis: LENGTH.early
import keras


def fit_and_evaluate(model, train, test, epochs):
    enough = keras.callbacks.EarlyStopping("loss", min_delta=0.01, patience=0)
    past = model.fit(*train, epochs=epochs, verbose=0, callbacks=[enough])
    return past, model.evaluate(*test, verbose=0, return_dict=True)["loss"]
