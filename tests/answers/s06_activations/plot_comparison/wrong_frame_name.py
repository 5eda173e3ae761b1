# fails: test_axes
# says: val_loss_per_funct, slip in the name
import pandas as pd


def plot_comparison(curves):
    frame = pd.DataFrame(val_loss_per_funct)
    return frame.plot(title="Activations", xlabel="Epoch", ylabel="Loss")
