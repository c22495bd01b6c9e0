#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds everything with warnings as errors and runs the tests. Arguments go to ctest:
#     ./test.sh                 every test but those labelled "slow"
#     ./test.sh -R angle        the tests whose name has "angle"
#     ./test.sh -L slow         the slow ones
set -eu
here=$(cd "$(dirname "$0")" && pwd)
cd "$here"

.ci/install-packages.sh test
echo "Building with warnings as errors (build/ci) ..."
cmake --preset ci --log-level=WARNING >/dev/null
cmake --build --preset ci
echo "Testing ..."
[ $# -gt 0 ] || set -- -LE slow
ctest --preset ci --parallel "$(nproc)" "$@"
