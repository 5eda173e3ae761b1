# different: fits one epoch at a time, evaluates by hand on both sets, SGD with momentum
from collections import defaultdict

from keras import optimizers


def train_with_history(model, train, validation, epochs):
    model.compile(optimizers.SGD(0.05, momentum=0.9), "binary_crossentropy", metrics=["accuracy"])
    figures = defaultdict(list)
    for _ in range(epochs):
        model.fit(*train, verbose=0)
        for prefix, rows in (("", train), ("val_", validation)):
            for name, value in model.evaluate(*rows, verbose=0, return_dict=True).items():
                figures[prefix + name].append(value)
    return dict(figures)
