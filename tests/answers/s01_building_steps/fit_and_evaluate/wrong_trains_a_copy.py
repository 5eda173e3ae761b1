# fails: test_trained
# says: a copy was trained
import keras


def fit_and_evaluate(model, features, labels, epochs):
    copy = keras.models.clone_model(model)
    copy.compile(optimizer="adam", loss=model.loss, metrics=["accuracy"])
    history = copy.fit(features, labels, epochs=epochs, verbose=0)
    loss, accuracy = copy.evaluate(features, labels, verbose=0)
    return history, loss
