# different: scikit-learn shuffles both arrays at once; negative floor division
from sklearn.utils import shuffle


def mini_batches(features, labels, batch_size, seed):
    x, y = shuffle(features, labels, random_state=seed)
    pairs = []
    while len(x):
        pairs.append((x[:batch_size], y[:batch_size]))
        x, y = x[batch_size:], y[batch_size:]
    return pairs


def weight_updates(n, batch_size, epochs):
    return epochs * -(-n // batch_size)
