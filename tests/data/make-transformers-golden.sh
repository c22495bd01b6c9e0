#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Make transformers-golden.json, transformers-classes.json and laboratory/ again: a virtual environment with Transformers (in the folder that
# is given, else in build/), then the Python programs in it. Only whoever wants newer golden data needs this; the tests read the committed files.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
venv=${1:-$here/../../build/transformers-venv}
[ -x "$venv/bin/python" ] || python3 -m venv "$venv"
"$venv/bin/python" -m pip install --quiet "transformers==$(sed -n 's/.*"transformers": "\(.*\)",/\1/p' "$here/transformers-golden.json")" torch
"$venv/bin/python" "$here/make_transformers_golden.py"
"$venv/bin/python" "$here/make_class_golden.py"
exec "$venv/bin/python" "$here/make_laboratory_golden.py"
