# fails: test_legend
# says: no legend
def plot_comparison(curves):
    return curves.plot(title="Activations", xlabel="Epoch", ylabel="Loss", legend=False)
