# fails: test_lines
# diagnosis: LINE.one
# a line for the mean of all columns
def plot_comparison(curves):
    return curves.mean(axis=1).plot(label="mean", legend=True, title="Activations", xlabel="Epoch", ylabel="Loss")
