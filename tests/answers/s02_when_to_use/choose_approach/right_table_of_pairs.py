# different: one table with every pair, a KeyError turned into a ValueError
from itertools import product

KINDS = dict(zip(("table", "image", "text"), ("dense", "convolutional", "recurrent"), strict=True))
CHOICE = {(data, False): name + " network" for data, name in KINDS.items()}
CHOICE |= {pair: "interpretable model" for pair in product(KINDS, [True])}


def choose_approach(data, interpretable):
    try:
        return CHOICE[data, interpretable]
    except KeyError:
        raise ValueError(f"{data!r} is none of {list(KINDS)}") from None
