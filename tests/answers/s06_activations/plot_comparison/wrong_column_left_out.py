# fails: test_lines
# diagnosis: LINE.left_out


def plot_comparison(curves):
    return curves.iloc[:, :-1].plot(title="Activations", xlabel="epoch", ylabel="loss")
