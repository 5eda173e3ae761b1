# fails: test_unknown
# diagnosis: OTHER.near
def choose_approach(data: str, interpretable: bool) -> str:
    for kind, network in (("table", "dense"), ("image", "convolutional"), ("text", "recurrent")):
        if data.endswith(kind):
            return "interpretable model" if interpretable else network + " network"
    raise ValueError(data)
