# fails: test_networks
# diagnosis: NETWORK.identity
KINDS = TABLE, IMAGE, TEXT = "table", "image", "text"


def choose_approach(data, interpretable):
    if data not in KINDS:
        raise ValueError(f"{data!r} is none of {KINDS}")
    if interpretable:
        return "interpretable model"
    if data is IMAGE:
        return "convolutional network"
    return "dense network" if data == TABLE else "recurrent network"
