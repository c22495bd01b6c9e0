#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The program rotascope as a shell sees it: exit codes, messages, the picture.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

expect() { # CODE MESSAGE ARGUMENTS...
    code=$1 message=$2
    shift 2
    actual=0
    timeout 60 "$ROTASCOPE" "$@" >out 2>err || actual=$?
    [ "$actual" -eq "$code" ] || { echo "rotascope $*: exit code $actual, expected $code"; cat err; exit 1; }
    grep -qF -- "$message" err || [ -z "$message" ] || { echo "rotascope $*: expected \"$message\" in:"; cat err; exit 1; }
}

echo "no recording" >text.h5
expect 0 "" "$ROTASCOPE_SOURCE_DIR/resources/samples/llama-2-7b-4096.h5" --snapshot sample.png
expect 0 "" --model Qwen/Qwen3-8B --target-length 131072 --snapshot preset.png
head -c 8 sample.png | od -An -c | grep -q 'P *N *G' || { echo "sample.png is not a picture"; exit 1; }
[ "$(stat -c %s preset.png)" -gt 20000 ] || { echo "preset.png is empty"; exit 1; }
expect 3 "text.h5" text.h5 --snapshot x.png
expect 3 "missing.h5" missing.h5 --snapshot x.png
expect 2 "gpt-5" --model gpt-5 --snapshot x.png
expect 2 "the target length L′ is 100" --model Qwen/Qwen3-8B --target-length 100 --snapshot x.png
for typed in many 1e6 99999999999999999999 0 -1; do
    expect 2 "--target-length is \"$typed\"; expected a whole number from 1 to 1099511627776" --target-length=$typed
done
for option in model target-length snapshot; do
    expect 2 "--$option: its value is empty" --$option ""
done
expect 2 "" --unknown-option
expect 2 "expected one FILE" a.h5 b.h5
expect 4 "cannot be written" --snapshot no/such/folder/x.png
mkfifo pipe
expect 4 "pipe: is a pipe, not a regular file" --snapshot pipe
[ -p pipe ] || { echo "the pipe was replaced"; exit 1; }
ROTASCOPE_NOWHERE="env -u QT_QPA_PLATFORM -u WAYLAND_DISPLAY DISPLAY=nowhere:99"
actual=0
timeout 60 $ROTASCOPE_NOWHERE "$ROTASCOPE" 2>err || actual=$?
[ "$actual" -eq 4 ] || { echo "without a display: exit code $actual, expected 4"; cat err; exit 1; }
grep -q "^rotascope: no window can be opened: .*nowhere:99" err && [ "$(wc -l <err)" -eq 1 ] || { echo "without a display:"; cat err; exit 1; }
actual=0
timeout 60 env -u QT_QPA_PLATFORM -u WAYLAND_DISPLAY DISPLAY= "$ROTASCOPE" 2>err || actual=$?
[ "$actual" -eq 4 ] || { echo "with an empty DISPLAY: exit code $actual, expected 4"; cat err; exit 1; }
grep -q "^rotascope: no window can be opened: there is no display: neither DISPLAY" err && [ "$(wc -l <err)" -eq 1 ] || { cat err; exit 1; }
cp "$ROTASCOPE_SOURCE_DIR/resources/samples/llama-2-7b-4096.h5" source.h5
expect 2 "source.h5: is the file that is analysed" source.h5 --snapshot source.h5
cmp -s source.h5 "$ROTASCOPE_SOURCE_DIR/resources/samples/llama-2-7b-4096.h5" || { echo "a picture in place of its source"; exit 1; }
for option in --help --version; do
    actual=0
    "$ROTASCOPE" $option >/dev/full 2>err || actual=$?
    [ "$actual" -eq 4 ] || { echo "$option >/dev/full: exit code $actual, expected 4"; exit 1; }
done
# What was open is there again after a kill.
export XDG_DATA_HOME="$folder/data" XDG_CONFIG_HOME="$folder/config"
"$ROTASCOPE" source.h5 >out 2>err &
program=$!
tries=0
until ls data/rotascope/sessions/open-*.rotascope >/dev/null 2>&1; do
    tries=$((tries + 1))
    [ "$tries" -lt 600 ] || { echo "nothing was kept on the side"; exit 1; }
    sleep 0.1
done
kill -9 "$program"
wait "$program" || true
"$ROTASCOPE" >out 2>err &
program=$!
tries=0
until [ -e data/rotascope/sessions/last.rotascope ] && ls data/rotascope/sessions/open-*.rotascope >/dev/null 2>&1; do
    tries=$((tries + 1))
    [ "$tries" -lt 600 ] || { echo "what was open is not there again"; exit 1; }
    sleep 0.1
done
grep -q "$folder/source.h5" data/rotascope/sessions/open-*.rotascope || { echo "another source is open after a kill"; exit 1; }
kill "$program"
wait "$program" || true
expect 0 "" --version
[ ! -e x.png ] || { echo "a picture in spite of an error"; exit 1; }
echo "1 passed, 0 failed"
