#!/usr/bin/env bash
# Gradescope runs this once, when it builds the image: choose one with Python 3.11 or newer.
set -euo pipefail

apt-get update
apt-get install -y --no-install-recommends python3 python3-venv
python3 -m venv /opt/claimgrade
/opt/claimgrade/bin/pip install /autograder/source/claimgrade-*.whl
ln -sf /opt/claimgrade/bin/claimgrade /usr/local/bin/claimgrade
