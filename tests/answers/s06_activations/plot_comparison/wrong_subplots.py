# fails: test_axes
# says: one Axes per column
def plot_comparison(curves):
    return curves.plot(subplots=True, title="Activations", xlabel="Epoch", ylabel="Loss")
