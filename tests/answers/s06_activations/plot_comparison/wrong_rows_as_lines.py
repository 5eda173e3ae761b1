# fails: test_lines
# says: rows and columns are swapped
def plot_comparison(curves):
    return curves.T.plot(title="Activations", xlabel="Epoch", ylabel="Loss")
