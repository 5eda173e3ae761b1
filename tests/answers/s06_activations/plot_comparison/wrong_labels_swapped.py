# fails: test_labels
# says: swapped


def plot_comparison(curves):
    return curves.plot(title="Activations", xlabel="loss", ylabel="epoch")
