# fails: test_loss
# says: before it was trained
import keras


def fit_and_evaluate(model, features, labels, epochs):
    loss, accuracy = model.evaluate(features, labels, verbose=0)
    history = model.fit(features, labels, epochs=epochs)
    return history, loss
