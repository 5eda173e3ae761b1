# fails: test_lines
# diagnosis: STEPS.wide
# ten steps to an epoch
def plot_comparison(curves):
    return curves.set_axis([10 * epoch for epoch in range(len(curves))]).plot(title="Activations", xlabel="Epoch", ylabel="Loss")
