"""Small data for exercises and graders: seeded or shipped with scikit-learn, nothing is downloaded unasked.

Import it as `from keraskata import datasets`: another package, which many environments have, is called `datasets`.

A `Split` is a pair `(features, labels)` of arrays. `cards.toml` gives the origin, licence and size of each table.
"""

from .imagenet import class_index_at_hand, fetch_resnet50, imagenet_names, resnet50, resnet50_has_imagenet
from .load import (
    Split,
    breast_cancer,
    circles,
    circles_frame,
    digits,
    digits_28,
    lighthouse,
    multi_label,
    overfitting,
)

__all__ = [
    "Split",
    "breast_cancer",
    "circles",
    "circles_frame",
    "class_index_at_hand",
    "digits",
    "digits_28",
    "fetch_resnet50",
    "imagenet_names",
    "lighthouse",
    "multi_label",
    "overfitting",
    "resnet50",
    "resnet50_has_imagenet",
]
