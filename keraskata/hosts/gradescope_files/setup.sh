#!/usr/bin/env bash
# Gradescope runs this once, as root, when it builds the image in which every submission is graded.
set -euo pipefail
cd "$(dirname "$0")"

export DEBIAN_FRONTEND=noninteractive
apt-get update
apt-get install -y --no-install-recommends bubblewrap ca-certificates libseccomp2 python3-venv

# The image's Python may be older than the kit needs (Ubuntu 22.04 has 3.10); uv fetches one where it is.
export UV_PYTHON_INSTALL_DIR=/opt/python
python3 -m venv /opt/uv
/opt/uv/bin/pip install uv
/opt/uv/bin/uv venv --python 3.12 /opt/kata
/opt/uv/bin/uv pip install --python /opt/kata/bin/python --torch-backend cpu -c kit/constraints.txt -r requirements.txt
