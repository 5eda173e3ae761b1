# fails: test_legend
# diagnosis: LEGEND.off
def plot_comparison(curves):
    return curves.plot(title="Activations", xlabel="Epoch", ylabel="Loss", legend=False)
