# fails: test_labels
# diagnosis: expect.AXIS.no_label
def plot_comparison(curves):
    return curves.plot(title="Activations")
