# different: distributions from SciPy, folds and scoring spelled out, a plain dict with a float
from scipy import stats
from sklearn import model_selection, tree


def search_tree(features, labels, n_iter, seed):
    n_columns = features.shape[1]
    space = {
        "min_samples_leaf": stats.randint(1, 4),
        "max_features": stats.randint(1, 1 + min(n_columns, 3)),
        "max_depth": (None, 3),
    }
    search = model_selection.RandomizedSearchCV(
        estimator=tree.DecisionTreeClassifier(random_state=seed),
        param_distributions=space,
        n_iter=n_iter,
        scoring="accuracy",
        cv=model_selection.StratifiedKFold(5),
        random_state=seed,
    )
    search.fit(features, labels)
    return dict(best_params=search.best_params_, best_score=float(search.best_score_))
