"""The environment variables of a grading: what is set, what is removed, and why. The user's shell has no say in it."""

import os
from dataclasses import dataclass

from keraskata.backend import choice
from keraskata.backend.home import OURS, keras_home

ACCELERATOR = "KATA_ACCELERATOR"


@dataclass(frozen=True)
class Row:
    """One variable and its value; `lasting` where a library that read it once keeps to it until its process ends."""

    name: str
    value: str
    why: str
    lasting: bool = False


_SET = (
    Row("MPLBACKEND", "Agg", "pictures are drawn and no window is opened, with a screen or without one"),
    Row("TF_CPP_MIN_LOG_LEVEL", "3", "TensorFlow starts without noise"),
    Row("TF_ENABLE_ONEDNN_OPTS", "0", "oneDNN rounds otherwise on each kind of processor"),
    # Models are small here: PyTorch's threads wait for each other, and two runs side by side take three times as long.
    Row("OMP_NUM_THREADS", "1", "sums are rounded by how they are shared out", lasting=True),
    Row("MKL_NUM_THREADS", "1", "it has precedence over OMP_NUM_THREADS", lasting=True),
    Row("OPENBLAS_NUM_THREADS", "1", "it has precedence over OMP_NUM_THREADS", lasting=True),
    Row("VECLIB_MAXIMUM_THREADS", "1", "the same for Apple's library", lasting=True),
    Row("PYTHONHASHSEED", "0", "the order of a set is the same in every process that is started"),
)
_NO_ACCELERATOR = (
    Row("CUDA_VISIBLE_DEVICES", "", "small networks train faster and more evenly on the CPU", lasting=True),
    Row("HIP_VISIBLE_DEVICES", "", "the same for AMD", lasting=True),
    Row("KERAS_TORCH_DEVICE", "cpu", "the same for Apple and Intel, where PyTorch finds its own way", lasting=True),
    Row("JAX_PLATFORMS", "cpu", "the same for JAX", lasting=True),
)
_REMOVED = {  # whatever begins so
    "KERAS_": "caps on epochs and steps, NNX, devices, distribution",
    "TF_": "Keras 2 in place of 3, threads, precision, graph rewriting",
    "XLA_": "compilers' flags change how numbers are rounded",
    "JAX_": "64 bits, no compiling, other generators of random numbers",
    "TORCH_": "what PyTorch compiles, logs and allows",
    "TORCHDYNAMO_": "the same",
    "PYTORCH_": "the same",
    "OMP_": "threads that come and go",
    "GOMP_": "the same",
    "KMP_": "the same",
    "GOTO_": "an old name of OPENBLAS_NUM_THREADS",
    "BLIS_": "threads",
    "NUMEXPR_": "threads",
    "NPY_": "which instructions NumPy takes",
    "NUMPY_": "how NumPy converts",
    "SCIPY_": "what SciPy takes for an array",
    "SKLEARN_": "what scikit-learn checks, and how much it holds at once",
    "PANDAS_": "what will be the default one day",
    "MATPLOTLIBRC": "a style of one's own",
    "PYTHONWARNINGS": "a warning is no error here",
    "PYTHONOPTIMIZE": "`assert` is part of a learner's code",
    "PYTEST_ADDOPTS": "options that are meant for the tests of another project",
    "PYTEST_PLUGINS": "the same",
}
_KEPT = (  # where things lie, and how much memory is used
    *("KERAS_BACKEND", "KERAS_HOME", "TORCH_HOME", "TF_FORCE_GPU_ALLOW_GROWTH", "TF_GPU_ALLOCATOR"),
    *("PYTORCH_ALLOC_CONF", "PYTORCH_CUDA_ALLOC_CONF"),
)


def accelerated() -> bool:
    """Return whether the user wants a GPU to be used."""
    return os.environ.get(ACCELERATOR, "") not in ("", "0")


def take_over(lasting: bool = True) -> None:
    """Set this process' environment, and so that of all that it starts; it may be called at any time, and often.

    Without `lasting` what a library would keep to for good stays as the user has it: it is their own process.
    """
    choice.settle()
    if lasting:
        os.environ["KATA_KERAS_HOME"] = str(keras_home())  # the user's, for the processes that are started from here
        os.environ["KERAS_HOME"] = str(OURS)
    rows = [*_SET, *(() if accelerated() else _NO_ACCELERATOR)]
    values = {row.name: row.value for row in rows if lasting or not row.lasting}
    users = {row.name for row in (*_SET, *_NO_ACCELERATOR)} - values.keys()  # theirs to say
    for name in list(os.environ):
        if name.startswith(tuple(_REMOVED)) and name not in (*_KEPT, *users):
            del os.environ[name]
    os.environ.update(values)


def quiet() -> None:
    """Keep TensorFlow from writing to a learner's own notebook, and name a backend that is there; no more than that."""
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    os.environ.setdefault("TF_ENABLE_ONEDNN_OPTS", "0")
    choice.settle()
