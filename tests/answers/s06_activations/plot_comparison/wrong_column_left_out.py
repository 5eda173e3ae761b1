# fails: test_lines
# says: tanh and relu, left out


def plot_comparison(curves):
    return curves.iloc[:, :-1].plot(title="Activations", xlabel="epoch", ylabel="loss")
