#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds Rotascope and opens it:  ./run.sh [FILE.h5 | config.json | --model ID] [--target-length N]
# Without a source: on the bundled LLaMA-2 recording. Without a display: prints the disturbance table and saves a picture.
set -eu
here=$(cd "$(dirname "$0")" && pwd)

usage() {
    echo "usage: $0 [FILE.h5 | config.json | --model ID] [--target-length N]" >&2
    exit 2
}

option="" source="" length=""
while [ $# -gt 0 ]; do
    case "$1" in
        --model=* | --target-length=*) value=${1#*=}; name=${1%%=*}; shift; set -- "$name" "$value" "$@"; continue ;;
        --model | --target-length) [ $# -ge 2 ] || usage ;;
    esac
    case "$1" in
        --target-length) length=$2; shift 2 ;;
        --model) [ -z "$option" ] || usage; option=--model source=$2; shift 2 ;;
        -*) usage ;;
        *.json) [ -z "$option" ] || usage; option=--config source=$1; shift ;;
        *) [ -z "$option" ] || usage; option=--recording source=$1; shift ;;
    esac
done
[ -n "$option" ] || { option=--recording source="$here/resources/samples/llama-2-7b-4096.h5"; }

"$here/.ci/install-packages.sh" build
echo "Building (build/release) ..."
(cd "$here" && cmake --preset release -DROTASCOPE_BUILD_TESTS=OFF -DROTASCOPE_BUILD_BENCHMARKS=OFF --log-level=WARNING >/dev/null && cmake --build --preset release)
bin="$here/build/release/bin"

# The window's arguments: a preset by its option, a file as it is.
if [ "$option" = --model ]; then
    set -- --model "$source"
else
    set -- "$source"
fi
[ -z "$length" ] || set -- "$@" --target-length "$length"

if [ -n "${DISPLAY:-}" ]; then
    exec "$bin/rotascope" "$@"
fi

picture="$PWD/rotascope.png"
echo "No display: here is the disturbance table; a picture of the window goes to $picture"
echo
"$bin/rotascope-cli" analyze "$option" "$source" ${length:+--target-length "$length"}
# Qt's remarks on the offscreen platform are of no use to anybody; errors of the program are not affected.
QT_LOGGING_RULES="default.warning=false" QT_QPA_PLATFORM=offscreen "$bin/rotascope" "$@" --snapshot "$picture"
echo
echo "Picture of the window: $picture"
