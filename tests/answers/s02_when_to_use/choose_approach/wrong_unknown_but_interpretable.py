# fails: test_unknown
# diagnosis: OTHER.interpretable
NETWORKS = {"table": "dense network", "image": "convolutional network", "text": "recurrent network"}


def choose_approach(data: str, interpretable: bool) -> str:
    """Return the kind of model to try first on this kind of data."""
    if interpretable:
        return "interpretable model"
    if data not in NETWORKS:
        raise ValueError(f"data must be one of {', '.join(NETWORKS)}, not {data!r}")
    return "interpretable model" if interpretable else NETWORKS[data]
