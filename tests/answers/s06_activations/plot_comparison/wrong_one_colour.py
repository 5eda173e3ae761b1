# fails: test_legend
# diagnosis: LOOKS.one


def plot_comparison(curves):
    return curves.plot(title="Activations", xlabel="epoch", ylabel="loss", color="blue")
