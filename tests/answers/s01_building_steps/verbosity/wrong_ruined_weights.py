# fails: test_history
# diagnosis: expect.WEIGHTS.not_numbers
import keras


def fit_with_display(model, features, labels, epochs, display):
    if display not in ("silent", "bar", "line"):
        raise ValueError("choose silent, bar or line")
    copy = keras.models.clone_model(model)
    copy.set_weights(model.get_weights())
    copy.compile(keras.optimizers.SGD(0.1), "binary_crossentropy")
    history = copy.fit(features, labels, epochs=epochs, verbose=["silent", "bar", "line"].index(display))
    model.set_weights([weight * float("nan") for weight in model.get_weights()])
    return history
