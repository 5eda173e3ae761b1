# fails: test_unchanged
# diagnosis: expect.CALL.changed
def plot_comparison(curves):
    names = list(curves.columns)
    curves["epoch"] = range(1, len(curves) + 1)
    return curves.plot(x="epoch", y=names, title="Activations", ylabel="Loss")
