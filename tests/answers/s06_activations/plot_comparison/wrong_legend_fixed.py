# fails: test_legend
# diagnosis: LEGEND.other
def plot_comparison(curves):
    ax = curves.plot(title="Activations", xlabel="Epoch", ylabel="Loss")
    ax.legend(["tanh", "relu", "sigmoid"][: len(curves.columns)])
    return ax
