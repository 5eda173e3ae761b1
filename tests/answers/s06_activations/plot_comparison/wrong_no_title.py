# fails: test_title
# diagnosis: TITLE.otherwise
def plot_comparison(curves):
    ax = curves.plot()
    ax.set_ylabel("Loss of the different activations")
    ax.set_xlabel("Epoch")
    return ax
