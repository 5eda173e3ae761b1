# different: figures of two kinds from one agg
import pandas as pd


def standardize(train, test):
    train, test = pd.DataFrame(train), pd.DataFrame(test)
    figures = train.agg(["mean", lambda column: column.std(ddof=0)])
    centre, spread = figures.iloc[0], figures.iloc[1].replace(0.0, 1.0)
    return [table.sub(centre).div(spread).to_numpy() for table in (train, test)]
