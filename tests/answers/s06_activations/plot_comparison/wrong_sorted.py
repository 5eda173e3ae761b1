# fails: test_lines
# diagnosis: LINE.order
# each column is sorted
def plot_comparison(curves):
    return curves.apply(lambda losses: sorted(losses, reverse=True)).plot(title="Activations", xlabel="Epoch", ylabel="Loss")
