# different: match, an error class of its own, and a bar drawn by Keras' default
class UnknownDisplay(ValueError):
    pass


def fit_with_display(model, features, labels, epochs, display):
    match display:
        case "silent":
            options = {"verbose": False}
        case "bar":
            options = {}
        case "line":
            options = {"verbose": 2}
        case _:
            raise UnknownDisplay("Please choose silent, bar or line.")
    return model.fit(features, labels, epochs=epochs, **options)
