# fails: test_networks
# diagnosis: NETWORK.other
def choose_approach(data, interpretable):
    if data not in ("table", "image", "text"):
        raise ValueError(data)
    return "interpretable model" if interpretable else "dense network"
