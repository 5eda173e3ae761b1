# different: pandas draws the order; pairs as lists; divmod
import pandas as pd


def mini_batches(features, labels, batch_size, seed):
    index = pd.RangeIndex(len(features)).to_series().sample(frac=1, random_state=seed)
    groups = index.groupby(pd.RangeIndex(len(index)) // batch_size)
    return [[features[rows.to_numpy()], labels[rows.to_numpy()]] for _, rows in groups]


def weight_updates(n, batch_size, epochs):
    full, rest = divmod(n, batch_size)
    return (full + (1 if rest else 0)) * epochs
