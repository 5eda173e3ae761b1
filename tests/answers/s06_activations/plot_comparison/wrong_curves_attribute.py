# fails: test_axes
# says: curves, attribute
def plot_comparison(curves):
    ax = curves.curves(title="Activations", xlabel="Epoch", ylabel="Loss")
    return ax
