# different: np.unique counts, and numbers of NumPy's own types as keys
import numpy as np


def fit_tokenizer(lines):
    table = np.array([line.lower().split() for line in lines])
    words, inverse, counts = np.unique(table, return_inverse=True, return_counts=True)
    order = np.argsort(-counts, kind="stable")
    rank = np.empty_like(order)
    rank[order] = np.arange(1, len(order) + 1)
    return dict(zip(rank[order], words[order])), rank[inverse].reshape(table.shape)
