# fails: test_lines
# diagnosis: LINE.loose
# the last column in markers
def plot_comparison(curves):
    return curves.plot(style=["-"] * (len(curves.columns) - 1) + ["o"], title="Activations", xlabel="Epoch", ylabel="Loss")
