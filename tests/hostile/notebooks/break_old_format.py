# tries: to stop the batch by a notebook of the third format
# earns: nothing
# says: in the old format
def change(notebook, answer):
    notebook["nbformat"] = 3
    notebook["worksheets"] = [{"cells": notebook.pop("cells")}]
