# tries: to run commands of the shell, other files and other languages
# earns: nothing
# says: 1 / (1 + exp(-z))
LINES = """
!touch /tmp/kata-was-here
%run /etc/passwd
%env KERAS_BACKEND=none
%system touch /tmp/kata-was-here
import numpy as np
def sigmoid(z):
    get_ipython = globals().get("get_ipython")
    if get_ipython:
        get_ipython().system("touch /tmp/kata-was-here")
    return np.asarray(z) * 1.0
"""


def change(notebook, answer):
    answer["source"] = LINES
    touch = {"cell_type": "code", "id": "b", "metadata": {}, "outputs": [], "execution_count": None}
    notebook["cells"].insert(0, touch | {"source": "%%bash\ntouch /tmp/kata-was-here"})
