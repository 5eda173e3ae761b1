# fails: test_table
# diagnosis: NAMES.missing
# the columns have names of their own
import pandas as pd
from sklearn.model_selection import train_test_split


def learning_curve(model, train, test, train_sizes, epochs):
    start, recipe = model.get_weights(), model.get_compile_config()
    rows = []
    for size in train_sizes:
        x, rest, y, rest_labels = train_test_split(*train, train_size=size)
        model.set_weights(start)
        model.compile_from_config(recipe)
        model.fit(x, y, epochs=epochs, verbose=0)
        on_train = model.evaluate(x, y, verbose=0, return_dict=True)
        on_test = model.evaluate(*test, verbose=0, return_dict=True)
        rows.append((size, on_train["accuracy"], on_test["accuracy"]))
    return pd.DataFrame(rows, columns=["train_size", "train", "test"])
