# fails: test_epochs
# says: 12 or more times at the first size
import pandas as pd
from sklearn.model_selection import train_test_split


def learning_curve(model, train, test, train_sizes, epochs):
    start, settings, rows = model.get_weights(), model.get_compile_config(), []
    for size in train_sizes:
        model.set_weights(start)
        model.compile_from_config(settings)
        x, _, y, _ = train_test_split(*train, train_size=size, random_state=0)
        model.fit(x, y, epochs=2 * epochs, verbose=0)
        seen, unseen = (model.evaluate(*part, verbose=0, return_dict=True)["accuracy"] for part in ((x, y), test))
        rows.append({"train_size": size, "train_accuracy": seen, "test_accuracy": unseen})
    return pd.DataFrame(rows)
