# fails: test_untouched
# diagnosis: expect.CALL.changed
import numpy as np


def one_hot_labels(labels):
    names = sorted(labels.unique())
    for code, name in enumerate(names):
        labels.replace(name, f"code {code}", inplace=True)
    codes = labels.str.removeprefix("code ").astype(int)
    return np.eye(len(names))[codes], [str(name) for name in names]
