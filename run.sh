#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds Rotascope and opens it:  ./run.sh [FILE.h5 | config.json] [--model ID] [--target-length N]
# Without a file: on the bundled LLaMA-2 recording. Without a display: prints the disturbance table and saves a picture.
set -eu
here=$(cd "$(dirname "$0")" && pwd)

"$here/.ci/install-packages.sh" build
echo "Building (build/release) ..."
(cd "$here" && cmake --preset release -DROTASCOPE_BUILD_TESTS=OFF -DROTASCOPE_BUILD_BENCHMARKS=OFF --log-level=WARNING && cmake --build --preset release)
bin="$here/build/release/bin"

[ $# -gt 0 ] || set -- "$here/resources/samples/llama-2-7b-4096.h5"

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec "$bin/rotascope" "$@"
fi

# The window's arguments, as the command line says them.
picture="$PWD/rotascope.png"
source=""
length=""
previous=""
for argument in "$@"; do
    case "$previous" in
        --model) source="--model" value=$argument ;;
        --target-length) length=$argument ;;
        *) case "$argument" in
               --model=*) source="--model" value=${argument#*=} ;;
               --target-length=*) length=${argument#*=} ;;
               --*) ;;
               *.json) source="--config" value=$argument ;;
               *) source="--recording" value=$argument ;;
           esac ;;
    esac
    previous=$argument
done
echo "No display: printing the disturbance table; a picture of the window goes to $picture"
echo
"$bin/rotascope-cli" analyze "${source:---model}" "${value:-meta-llama/Llama-2-7b-hf}" ${length:+--target-length "$length"}
QT_QPA_PLATFORM=offscreen "$bin/rotascope" "$@" --snapshot "$picture"
echo
echo "Picture of the window: $picture"
