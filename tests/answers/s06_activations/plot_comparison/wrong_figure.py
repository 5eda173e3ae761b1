# fails: test_axes
# diagnosis: expect.PICTURE.figure
def plot_comparison(curves):
    return curves.plot(title="Activations", xlabel="Epoch", ylabel="Loss").figure
