# fails: test_lines
# diagnosis: LINE.left_out
def plot_comparison(curves):
    ax = curves[curves.columns[0]].plot(title="Activations", xlabel="Epoch", ylabel="Loss")
    ax.legend()
    return ax
