# fails: test_lines
# says: only sigmoid, of its own


def plot_comparison(curves):
    for name in curves:
        axes = curves[[name]].plot(title="Activations", xlabel="epoch", ylabel="loss")
    return axes
