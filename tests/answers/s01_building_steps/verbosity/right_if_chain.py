# different: a chain of ifs, early returns, smaller batches
def fit_with_display(model, features, labels, epochs, display):
    if display == "silent":
        return model.fit(features, labels, epochs=epochs, verbose=0)
    elif display == "bar":
        return model.fit(features, labels, epochs=epochs, verbose=1, batch_size=16)
    elif display == "line":
        return model.fit(features, labels, epochs=epochs, verbose=2)
    else:
        raise ValueError("display is 'silent', 'bar' or 'line'")
