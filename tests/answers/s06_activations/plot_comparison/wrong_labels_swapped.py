# fails: test_labels
# diagnosis: LABELS.swapped


def plot_comparison(curves):
    return curves.plot(title="Activations", xlabel="loss", ylabel="epoch")
