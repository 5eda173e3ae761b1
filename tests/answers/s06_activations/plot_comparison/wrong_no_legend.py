# fails: test_legend
# diagnosis: expect.LEGEND.none
def plot_comparison(curves):
    return curves.plot(title="Activations", xlabel="Epoch", ylabel="Loss", legend=False)
