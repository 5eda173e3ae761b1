# fails: test_labels
# says: label, x axis
def plot_comparison(curves):
    return curves.plot(title="Activations")
