# different: a distribution for the batch size, a list for the answer, the table of results
import pandas as pd
from scipy import stats
from sklearn.model_selection import RandomizedSearchCV


class Fives:
    """5, 10 or 20, each as likely."""

    def rvs(self, random_state=None):
        return int(5 * 2 ** stats.randint(0, 3).rvs(random_state=random_state))


def random_search(estimator, features, labels, n_iter, folds, seed):
    space = {"epochs": [3], "batch_size": Fives(), "activation": ["relu", "tanh"], "optimizer": ["sgd", "adam"]}
    search = RandomizedSearchCV(estimator, space, n_iter=n_iter, cv=folds, random_state=seed, n_jobs=1, verbose=0)
    search.fit(features, labels)
    row = pd.DataFrame(search.cv_results_).nsmallest(1, "rank_test_score").iloc[0]
    line = "Best: " + format(row["mean_test_score"], ".3f") + " using " + str(row["params"])
    return [row["params"], line]
