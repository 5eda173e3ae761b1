# fails: test_same_start
# diagnosis: START.averages
# puts the trainable weights back, and leaves the moving averages where they are
import keras
import numpy as np
import pandas as pd
from sklearn.model_selection import train_test_split

Split = tuple[np.ndarray, np.ndarray]


def learning_curve(model: keras.Model, train: Split, test: Split, train_sizes: list[float], epochs: int) -> pd.DataFrame:
    """Train the model once per fraction of the training rows; return the accuracies as a table."""
    features, labels = train
    model.optimizer.build(model.trainable_variables)
    initial_weights = [np.array(weight) for weight in map(keras.ops.convert_to_numpy, model.trainable_variables)]
    initial_state = [np.array(keras.ops.convert_to_numpy(variable)) for variable in model.optimizer.variables]
    train_accs, test_accs = [], []

    for size in train_sizes:
        for variable, value in zip(model.trainable_variables, initial_weights):
            variable.assign(value)
        for variable, value in zip(model.optimizer.variables, initial_state):
            variable.assign(value)
        part, _, part_labels, _ = train_test_split(features, labels, train_size=size, random_state=0)
        model.fit(part, part_labels, epochs=epochs, verbose=0)
        train_accs.append(model.evaluate(part, part_labels, verbose=0, return_dict=True)["accuracy"])
        test_accs.append(model.evaluate(*test, verbose=0, return_dict=True)["accuracy"])

    return pd.DataFrame({"train_size": train_sizes, "train_accuracy": train_accs, "test_accuracy": test_accs})
