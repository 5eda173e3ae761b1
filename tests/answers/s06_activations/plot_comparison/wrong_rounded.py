# fails: test_lines
# diagnosis: LINE.rounded
# two digits only
def plot_comparison(curves):
    return curves.round(2).plot(title="Activations", xlabel="Epoch", ylabel="Loss")
