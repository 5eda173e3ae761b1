"""What has to be set before anything imports Keras or matplotlib."""

import os


def prepare() -> None:
    """No start-up noise, no windows, no crowd of threads; what the user has set stays."""
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    os.environ.setdefault("TF_ENABLE_ONEDNN_OPTS", "0")
    os.environ.setdefault("MPLBACKEND", "Agg")
    # Models are small here: PyTorch's threads wait for each other, and two runs side by side take three times as long.
    os.environ.setdefault("OMP_NUM_THREADS", "1")
