# fails: test_points
# diagnosis: POINTS.left_out
import pandas as pd
import seaborn as sns


def plot_pairs(circles: pd.DataFrame) -> sns.PairGrid:
    return sns.pairplot(circles.sample(min(100, len(circles)), random_state=0), hue="target")
