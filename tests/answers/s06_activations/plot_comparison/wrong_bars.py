# fails: test_lines
# says: bars
def plot_comparison(curves):
    return curves.plot.bar(title="Activations", xlabel="Epoch", ylabel="Loss")
