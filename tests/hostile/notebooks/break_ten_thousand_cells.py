# tries: to hold the batch up by ten thousand cells
# earns: nothing
# says: 10
def change(notebook, answer):
    cell = {"cell_type": "code", "metadata": {}, "source": "pass", "outputs": [], "execution_count": None}
    notebook["cells"] += [cell | {"id": f"n{number}"} for number in range(10_000)]
