# fails: test_lines
# says: epochs are missing
def plot_comparison(curves):
    return curves.iloc[:-1].plot(title="Activations", xlabel="Epoch", ylabel="Loss")
