# Right: answers are kept between calls, by both arguments.
from functools import lru_cache


@lru_cache(maxsize=None)
def choose_approach(data: str, interpretable: bool) -> str:
    network = {"table": "dense network", "image": "convolutional network", "text": "recurrent network"}.get(data)
    if not network:
        raise ValueError(data)
    return "interpretable model" if interpretable else network
