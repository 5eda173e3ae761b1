# tries: to be taken for a file elsewhere, by the name that the notebook says it has
# earns: nothing
# says: 1 / (1 + exp(-z))
def change(notebook, answer):
    notebook["metadata"]["kata"] = {"exercise": "s03_binary_classification/../../../kata-was-here"}
