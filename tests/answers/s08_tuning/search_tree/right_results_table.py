# different: the best row of cv_results_, the search without a refit, n_jobs
import pandas as pd
from sklearn.model_selection import RandomizedSearchCV
from sklearn.tree import DecisionTreeClassifier


def search_tree(features, labels, n_iter, seed):
    ranges = dict(max_depth=[3, None], max_features=[1, 2, 3][: features.shape[1]], min_samples_leaf=[1, 2, 3])
    search = RandomizedSearchCV(
        DecisionTreeClassifier(random_state=seed), ranges, n_iter=n_iter, cv=5, random_state=seed, refit=False, n_jobs=1
    ).fit(features, labels)
    table = pd.DataFrame(search.cv_results_).sort_values("mean_test_score", ascending=False)
    return {"best_params": table["params"].iloc[0], "best_score": table["mean_test_score"].iloc[0]}
