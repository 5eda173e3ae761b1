# fails: test_unknown
# diagnosis: OTHER.near
NETWORKS = {"table": "dense network", "image": "convolutional network", "text": "recurrent network"}


def choose_approach(data: str, interpretable: bool) -> str:
    """Return the kind of model to try first on this kind of data."""
    data = data.lower()
    if data not in NETWORKS:
        raise ValueError(f"data must be one of {', '.join(NETWORKS)}, not {data!r}")
    return "interpretable model" if interpretable else NETWORKS[data]
