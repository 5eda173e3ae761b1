# fails: test_lines
# diagnosis: LINE.number
# a row of zeros in front
import pandas as pd


def plot_comparison(curves):
    return pd.concat([curves * 0, curves]).iloc[len(curves) - 1 :].reset_index(drop=True).plot(title="Activations", xlabel="Epoch", ylabel="Loss")
