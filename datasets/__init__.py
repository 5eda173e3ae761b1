"""Small data for exercises and graders: seeded or shipped with scikit-learn, nothing is downloaded.

A `Split` is a pair `(features, labels)` of arrays. `cards.toml` tells the origin, licence and size of each table.
"""

from datasets.load import Split, breast_cancer, circles, circles_frame, digits, multi_label, overfitting

__all__ = ["Split", "breast_cancer", "circles", "circles_frame", "digits", "multi_label", "overfitting"]
