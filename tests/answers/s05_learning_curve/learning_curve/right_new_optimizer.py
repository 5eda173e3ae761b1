# Recompiles by hand with a new optimizer of the same settings; only accuracy is asked for, so it is second in the list.
import numpy as np
import pandas as pd
from sklearn.model_selection import train_test_split


def learning_curve(model, train, test, train_sizes, epochs):
    start = [w.copy() for w in model.get_weights()]
    settings = model.optimizer.get_config()
    optimizer_class = type(model.optimizer)
    loss = model.loss
    out = np.zeros((len(train_sizes), 3))
    for i, size in enumerate(train_sizes):
        x, _, y, _ = train_test_split(*train, train_size=size, random_state=i, stratify=train[1])
        model.compile(optimizer=optimizer_class.from_config(settings), loss=loss, metrics=["accuracy"])
        model.set_weights(start)
        model.fit(x, y, epochs=epochs, verbose=2)
        out[i] = size, model.evaluate(x, y, verbose=0)[1], model.evaluate(*test, verbose=0)[1]
    return pd.DataFrame(out, columns=["train_size", "train_accuracy", "test_accuracy"])
