# different: pandas draws both columns at once
import pandas as pd


def plot_loss(loss, val_loss):
    table = pd.DataFrame({"loss": loss, "val_loss": val_loss})
    return table.plot(title="Loss", xlabel="epoch", ylabel="cross-entropy")
