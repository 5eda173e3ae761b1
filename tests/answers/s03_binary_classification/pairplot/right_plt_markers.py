# different: matplotlib's plot draws the points as markers without a line
import matplotlib.pyplot as plt
import seaborn as sns


def plot_pairs(circles):
    g = sns.PairGrid(data=circles, vars=("x1", "x2"), hue="target", palette="Set2")
    g.map_offdiag(plt.plot, marker=".", linestyle="")
    g.map_diag(plt.hist)
    g.add_legend()
    return g
