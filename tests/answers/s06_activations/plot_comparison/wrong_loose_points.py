# fails: test_lines
# diagnosis: NO_LINE.loose
# markers, and no lines
def plot_comparison(curves):
    return curves.plot(style="o", title="Activations", xlabel="Epoch", ylabel="Loss")
