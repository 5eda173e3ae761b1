# tries: to stop the batch by metadata of every other type
# earns: nothing
# says: 1 / (1 + exp(-z))
STRANGE = [
    None,
    [],
    "text",
    {},
    {"grade_id": ["a"]},
    {"grade_id": "x" * 100_000, "grade": True},
    {"grade_id": "__class__"},
]


def change(notebook, answer):
    notebook["metadata"] = {"kata": ["?"], "kernelspec": None}
    for number, metadata in enumerate(STRANGE):
        cell = {"cell_type": "code", "id": f"s{number}", "source": "pass", "outputs": [], "execution_count": None}
        notebook["cells"].append(cell | {"metadata": {"nbgrader": metadata}})
    notebook["cells"].append({"cell_type": "movie", "source": "?", "metadata": []})
    notebook["cells"].append({"cell_type": "code", "source": ["a", "b"], "outputs": {}})
