"""Choose a kind of model for a kind of data.

`data` is "table", "image" or "text". When somebody has to follow how each answer comes about (`interpretable`), choose
an "interpretable model", whatever the data. Otherwise choose a "dense network" for a table, a "convolutional network"
for images and a "recurrent network" for text. Any other kind of data raises a ValueError, whatever `interpretable` is.
This is the notes' rule of thumb, and today it often fails: on tables, trees and linear models are hard to beat, and for
text most people now take a pretrained Transformer. The next exercise looks at the evidence.

Read: kata book choose_approach
"""

NETWORKS = {"table": "dense network", "image": "convolutional network", "text": "recurrent network"}


def choose_approach(data: str, interpretable: bool) -> str:
    """Return the kind of model to try first on this kind of data."""
    if data not in NETWORKS:
        raise ValueError(f"data must be one of {', '.join(NETWORKS)}, not {data!r}")
    return "interpretable model" if interpretable else NETWORKS[data]
