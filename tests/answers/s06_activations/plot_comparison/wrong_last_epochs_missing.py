# fails: test_lines
# diagnosis: LINE.shorter
def plot_comparison(curves):
    return curves.iloc[:-1].plot(title="Activations", xlabel="Epoch", ylabel="Loss")
