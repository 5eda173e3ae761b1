# fails: test_grid
# diagnosis: expect.CALL.no_return
import seaborn as sns


def plot_pairs(circles):
    sns.pairplot(circles, hue="target", diag_kind=None)
