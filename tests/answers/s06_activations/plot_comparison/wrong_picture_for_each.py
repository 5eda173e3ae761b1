# fails: test_lines
# diagnosis: LINE.left_out


def plot_comparison(curves):
    for name in curves:
        axes = curves[[name]].plot(title="Activations", xlabel="epoch", ylabel="loss")
    return axes
