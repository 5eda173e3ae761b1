# tries: to keep the reader busy for a minute: twelve notebooks of 20 MB in an archive of a few kB
# says: takes too much
import zipfile


def hand_in(folder, solution):
    text = '{"metadata": [' + "[]," * 6_600_000 + '[]], "nbformat": 4, "cells": []}'
    with zipfile.ZipFile(folder.parent.with_suffix(".zip"), "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(12):
            archive.writestr(f"s03_binary_classification/{number}.ipynb", text)
