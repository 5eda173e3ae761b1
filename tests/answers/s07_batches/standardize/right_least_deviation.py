# different: what is below a millionth of a millionth counts as 0
import numpy as np


def standardize(train, test):
    centre, spread = train.mean(axis=0), train.std(axis=0)
    varies = ~np.isclose(spread, 0, atol=1e-12)
    answers = [np.asarray(table - centre, float) for table in (train, test)]
    for answer in answers:
        answer[:, varies] /= spread[varies]
    return tuple(answers)
