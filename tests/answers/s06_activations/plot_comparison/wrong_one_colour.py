# fails: test_legend
# says: told apart


def plot_comparison(curves):
    return curves.plot(title="Activations", xlabel="epoch", ylabel="loss", color="blue")
