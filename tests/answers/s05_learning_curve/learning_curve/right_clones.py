# A clone per size with the weights copied, a random permutation, one record per size.
import keras
import numpy as np
import pandas as pd


def learning_curve(model, train, test, train_sizes, epochs):
    (x, y), generator = train, np.random.default_rng(1)

    def measure(share):
        network = keras.models.clone_model(model)
        network.set_weights(model.get_weights())
        network.compile_from_config(model.get_compile_config())
        chosen = generator.permutation(len(x))[: round(share * len(x))]
        network.fit(x[chosen], y[chosen], epochs=epochs, batch_size=8)
        seen = network.evaluate(x[chosen], y[chosen], return_dict=True)
        unseen = network.evaluate(*test, return_dict=True)
        return {"train_size": share, "train_accuracy": seen["accuracy"], "test_accuracy": unseen["accuracy"]}

    return pd.DataFrame([measure(share) for share in train_sizes])
