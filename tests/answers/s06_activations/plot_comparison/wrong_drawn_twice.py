# fails: test_lines
# diagnosis: COUNT.twice
import matplotlib.pyplot as plt


def plot_comparison(curves):
    fig, ax = plt.subplots()
    curves.plot(ax=ax, title="Activations", xlabel="Epoch", ylabel="Loss")
    curves.plot(ax=ax, title="Activations", xlabel="Epoch", ylabel="Loss")
    return ax
