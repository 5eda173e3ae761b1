# fails: test_colours
# diagnosis: COLOURS.one_value
# A number is compared with a text, so that no row is on the inner ring.
import numpy as np
import seaborn as sns


def plot_pairs(circles):
    ring = np.where(circles["target"].isin(["1"]), "inside", "outside")
    return sns.pairplot(circles[["x1", "x2"]].assign(ring=ring), hue="ring")
