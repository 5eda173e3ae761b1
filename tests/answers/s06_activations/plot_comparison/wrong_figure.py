# fails: test_axes
# says: whole figure
def plot_comparison(curves):
    return curves.plot(title="Activations", xlabel="Epoch", ylabel="Loss").figure
