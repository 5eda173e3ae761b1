# Right: an own exception that is a ValueError, raised from a KeyError.
class UnknownData(ValueError):
    pass


def choose_approach(data: str, interpretable: bool) -> str:
    try:
        network = dict(table="dense", image="convolutional", text="recurrent")[data] + " network"
    except KeyError as missing:
        raise UnknownData(data) from missing
    return ("interpretable model", network)[not interpretable]
