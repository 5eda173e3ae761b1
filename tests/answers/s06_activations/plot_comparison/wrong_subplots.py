# fails: test_axes
# diagnosis: expect.PICTURE.array
def plot_comparison(curves):
    return curves.plot(subplots=True, title="Activations", xlabel="Epoch", ylabel="Loss")
