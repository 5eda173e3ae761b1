# different: validation data in a list, one more metric, whole set as a batch, floats made explicit
import numpy as np


def train_with_history(model, train, validation, epochs):
    (x, y), (test_x, test_y) = train, validation
    model.compile(loss="bce", optimizer="rmsprop", metrics=["accuracy", "auc"])
    fitted = model.fit(x, y.astype(np.float32), len(x), epochs, validation_data=[test_x, test_y])
    return {key: [float(value) for value in values] for key, values in fitted.history.items()}
