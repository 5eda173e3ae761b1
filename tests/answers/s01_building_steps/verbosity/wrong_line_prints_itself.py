# fails: test_line
# diagnosis: LINE.own
import keras


def fit_with_display(model: keras.Model, features, labels, epochs: int, display: str) -> keras.callbacks.History:
    if display not in ("silent", "bar", "line"):
        raise ValueError("silent, bar or line")
    if display == "line":
        for epoch in range(epochs):
            print(f"Epoch {epoch + 1}/{epochs}")
            print("7/7 - 0s - 5ms/step - loss: 0.6931")
        return model.fit(features, labels, epochs=epochs, verbose=0)
    return model.fit(features, labels, epochs=epochs, verbose=1 if display == "bar" else 0)
