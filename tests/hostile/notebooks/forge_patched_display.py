# tries: to show its own verdicts: IPython's display, the check function and the kit's own cells are patched
# earns: nothing
# says: 1 / (1 + exp(-z))
PATCH = """
import IPython.display, keraskata.notebook
IPython.display.display = lambda *shown, **options: None
keraskata.notebook.NotYet = type("Fine", (BaseException,), {})
keraskata.notebook._graded = keraskata.notebook._verdicts = lambda *args: []
check = keraskata.notebook.check = lambda *args: None
def sigmoid(z):
    check, IPython
    return z
"""


def change(notebook, answer):
    answer["source"] = PATCH
