# different: zmap of SciPy, and np.divide only where there is a spread
import numpy as np
from scipy import stats


def standardize(train, test):
    spread = np.ptp(train, axis=0) > 0
    answers = []
    for table in (train, test):
        answer = np.asarray(table, float) - np.mean(train, 0)
        answer[:, spread] = stats.zmap(table[:, spread], train[:, spread], axis=0)
        answers.append(answer)
    return tuple(answers)
