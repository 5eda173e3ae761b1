# different: pandas with ddof=0; a list of two arrays
import pandas as pd


def standardize(train, test):
    train, test = pd.DataFrame(train), pd.DataFrame(test)
    centre = train.mean()
    spread = train.std(ddof=0).mask(train.nunique() == 1, 1.0)
    return [table.sub(centre).div(spread).to_numpy() for table in (train, test)]
