# different: the position in a tuple is the number; the error comes from index() and is worded anew
CHOICES = ("silent", "bar", "line")


def fit_with_display(model, features, labels, epochs, display):
    try:
        verbose = CHOICES.index(display)
    except ValueError as error:
        raise ValueError(f"unknown display; choose one of {CHOICES}") from error
    history = model.fit(x=features, y=labels, batch_size=64, epochs=epochs, verbose=verbose)
    return history
