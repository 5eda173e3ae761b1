# fails: test_fraction
# diagnosis: FRACTION.rest
import keras
import numpy as np
import pandas as pd
from sklearn.model_selection import train_test_split


def learning_curve(model, train, test, train_sizes, epochs):
    initial_weights = model.get_weights()
    recipe = model.get_compile_config()
    train_accs, test_accs = [], []
    for size in train_sizes:
        _, x, _, y = train_test_split(train[0], train[1], train_size=size)
        model.set_weights(initial_weights)
        model.compile_from_config(recipe)
        model.fit(x, y, epochs=epochs, verbose=0)
        train_accs.append(model.evaluate(x, y, verbose=0, return_dict=True)["accuracy"])
        test_accs.append(model.evaluate(*test, verbose=0, return_dict=True)["accuracy"])
    return pd.DataFrame({"train_size": train_sizes, "train_accuracy": train_accs, "test_accuracy": test_accs})
