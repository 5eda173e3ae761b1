# fails: test_silent, test_line
# diagnosis: SILENCE.fit, LINE.bar
def fit_with_display(model, features, labels, epochs, display):
    if display not in ("silent", "bar", "line"):
        raise ValueError("choose silent, bar or line")
    return model.fit(features, labels, epochs=epochs)
