# Run this cell first, and again after each restart. It installs the kit if that is missing, and changes no package
# that is installed here.
KIT = "keraskata"  # or where its wheel lies, such as "/content/keraskata-0.1.0-py3-none-any.whl"


def install_keraskata() -> None:
    """Install KIT beside the packages that are here; with TensorFlow if Keras has nothing to run on."""
    import importlib
    import pathlib
    import site
    import subprocess
    import sys
    import tempfile
    from importlib.util import find_spec

    if find_spec("keraskata"):
        return
    print("Installing the kit, once; this takes about a minute.")
    backend = "" if any(map(find_spec, ("tensorflow", "torch", "jax"))) else "[tensorflow]"
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check"]
    with tempfile.TemporaryDirectory() as folder:
        here = pathlib.Path(folder, "installed.txt")
        here.write_text(subprocess.run([*pip, "list", "--format=freeze"], capture_output=True, text=True).stdout)
        done = subprocess.run([*pip, "install", "-q", "-c", str(here), KIT + backend], capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(
            f"The kit is not installed, and nothing has changed here. pip said:\n\n{done.stderr.strip()[-1500:]}\n\n"
            'If it finds no keraskata: write above where the kit\'s wheel lies, in place of KIT = "keraskata".\n'
            "If packages conflict: those here are too old for the kit; give it a Python environment of its own.\n"
            "If there is no pip: install the kit into this environment with the tool that you use, such as uv."
        )
    site.addsitedir(site.getusersitepackages())  # where pip installs if it may not write elsewhere
    importlib.invalidate_caches()
