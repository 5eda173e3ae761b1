# fails: test_grid
# says: sns, import
import pandas as pd


def plot_pairs(circles: pd.DataFrame) -> sns.PairGrid:
    return sns.pairplot(circles)
