# fails: test_networks
# diagnosis: NETWORK.data
# the kind of data comes back
def choose_approach(data, interpretable):
    if data not in ("table", "image", "text"):
        raise ValueError(data)
    return "interpretable model" if interpretable else data
