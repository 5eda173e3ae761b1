# fails: test_lines
# diagnosis: LINE.scaled
# each column is divided by its largest loss
def plot_comparison(curves):
    return (curves / curves.max()).plot(title="Activations", xlabel="Epoch", ylabel="Loss")
