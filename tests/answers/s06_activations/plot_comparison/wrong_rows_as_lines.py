# fails: test_lines
# diagnosis: LINE.turned
def plot_comparison(curves):
    return curves.T.plot(title="Activations", xlabel="Epoch", ylabel="Loss")
