# tries: to put links and styles on the page of feedback by mathematics, in its text and in what its code says
# earns: nothing
# says: 1 / (1 + exp(-z))
LINK = r"\href{https:evil.example}{\text{Click: regrade}}"
TEXT = rf"""$\require{{HTML}}{LINK}$ and $${LINK}$$ and \\({LINK}\\) and \begin{{equation}}{LINK}\end{{equation}}

$\def\x#1{{\href{{https:evil.example}}{{#1}}}}\x{{y}} \style{{position:fixed}}{{x}} \class{{hidden}}{{x}} \cssId{{toc}}{{x}}$
"""


def change(notebook, answer):
    answer["source"] += f"\ndef sigmoid(z):\n    print(r'${LINK}$')\n    raise ValueError(r'${LINK}$')\n"
    notebook["cells"].append({"cell_type": "markdown", "id": "maths", "metadata": {}, "source": TEXT})
