# The first rows, one batch; weights and the optimizer's own variables are both kept and put back.
import pandas as pd
from keras import ops


def learning_curve(model, train, test, train_sizes, epochs):
    features, labels = train
    model.optimizer.build(model.trainable_variables) if not model.optimizer.built else None
    everything = model.weights + model.optimizer.variables
    snapshot = [ops.convert_to_numpy(variable).copy() for variable in everything]
    table = pd.DataFrame(columns=["train_size", "train_accuracy", "test_accuracy"], dtype=float)
    for position, size in enumerate(train_sizes):
        for variable, value in zip(everything, snapshot):
            variable.assign(value)
        n = int(len(features) * size)
        model.fit(features[:n], labels[:n], batch_size=n, epochs=epochs, shuffle=False, verbose=0)
        scores = [
            model.evaluate(*split, verbose=0, return_dict=True)["accuracy"]
            for split in ((features[:n], labels[:n]), test)
        ]
        table.loc[position] = [size, *scores]
    return table
