# fails: test_lines
# diagnosis: expect.PICTURE.one_for_all
# wrong: seaborn draws into the current Axes, as pyplot does
import pandas as pd
import seaborn as sns


def plot_loss(loss, val_loss):
    rows = [(i, x, "train") for i, x in enumerate(loss)] + [(i, x, "validation") for i, x in enumerate(val_loss)]
    table = pd.DataFrame(rows, columns=["epoch", "loss", "rows"])
    ax = sns.lineplot(table, x="epoch", y="loss", hue="rows")
    ax.set_title("Loss")
    return ax
