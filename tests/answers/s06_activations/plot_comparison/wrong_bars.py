# fails: test_lines
# diagnosis: NO_LINE.bars
def plot_comparison(curves):
    return curves.plot.bar(title="Activations", xlabel="Epoch", ylabel="Loss")
