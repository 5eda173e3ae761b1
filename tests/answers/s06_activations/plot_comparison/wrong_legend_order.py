# fails: test_legend
# diagnosis: BESIDE.order
def plot_comparison(curves):
    ax = curves.plot(title="Activations", xlabel="Epoch", ylabel="Loss")
    ax.legend(sorted(curves.columns))
    return ax
