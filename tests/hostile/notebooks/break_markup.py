# tries: to run a script in the browser of whoever reads the feedback
# earns: nothing
# says: 1 / (1 + exp(-z))
SCRIPT = "<script>document.title = 'kata-was-here'</script><img src=x onerror=alert(1)>"


def change(notebook, answer):
    answer["source"] += f"\n# {SCRIPT}\n"
    html = {
        "output_type": "display_data",
        "metadata": {},
        "data": {"text/html": SCRIPT, "application/javascript": SCRIPT},
    }
    for kind in ("markdown", "raw"):
        notebook["cells"].append(
            {"cell_type": kind, "id": kind, "metadata": {}, "source": f"{SCRIPT}\n\n[x](javascript:alert(1))"}
        )
    widget = {"application/vnd.jupyter.widget-view+json": {"model_id": "x"}, "text/html": SCRIPT}
    outputs = [html, html | {"data": widget}]
    cell = {"cell_type": "code", "id": "c", "metadata": {}, "source": "pass", "outputs": outputs, "execution_count": 1}
    notebook["cells"].append(cell)
