# fails: test_rows
# diagnosis: ROWS.nan
# nan where the label is another one
import pandas as pd


def one_hot_labels(labels):
    table = pd.DataFrame({"row": range(len(labels)), "label": labels.to_numpy(), "one": 1})
    wide = table.pivot(index="row", columns="label", values="one")
    return wide.to_numpy(), [str(name) for name in wide.columns]
