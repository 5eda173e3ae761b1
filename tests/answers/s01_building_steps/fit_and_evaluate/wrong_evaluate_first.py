# fails: test_loss
# diagnosis: TEST_LOSS.before
import keras


def fit_and_evaluate(model, train, test, epochs):
    loss, accuracy = model.evaluate(*test, verbose=0)
    history = model.fit(*train, epochs=epochs)
    return history, loss
