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
{
    echo "# source: meta-llama/Llama-2-7b-hf"
    echo "dimension,inv_freq,wavelength,factor,extended_inv_freq,disturbance_extrapolation,disturbance_interpolation,disturbance,choice"
    for i in $(seq 0 63); do echo "$i,1,1,2,1,0,0,0,interpolation"; done
} >table.csv
expect 0 "" table.csv --snapshot table.png
sed 's,meta-llama/Llama-2-7b-hf,nobody/nothing,' table.csv >nobody.csv
expect 3 "nobody.csv: is a table for nobody/nothing, which is not found here" nobody.csv --snapshot x.png
expect 3 "missing.h5" missing.h5 --snapshot x.png
expect 3 "is a file of scores; expected a model" "$ROTASCOPE_SOURCE_DIR/resources/lab/measured/scores-seed1.json" --snapshot x.png
expect 3 "is a file of scores; expected a model" "$ROTASCOPE_SOURCE_DIR/resources/lab/measured/scores-seed1.json" --plot overview -o x.png
expect 2 "gpt-5" --model gpt-5 --snapshot x.png
expect 2 "the target length L′ is 100" --model Qwen/Qwen3-8B --target-length 100 --snapshot x.png
for typed in many 1e6 99999999999999999999 0 -1; do
    expect 2 "--target-length is \"$typed\"; expected a whole number from 1 to 1099511627776" --target-length=$typed
done
for option in model target-length snapshot language check-tour; do
    expect 2 "--$option: its value is empty" --$option ""
done
expect 2 "" --unknown-option
expect 2 "expected one FILE" a.h5 b.h5
expect 4 "cannot be written" --snapshot no/such/folder/x.png
mkfifo pipe
expect 4 "pipe: is a pipe, not a regular file" --snapshot pipe
[ -p pipe ] || { echo "the pipe was replaced"; exit 1; }
for tour in "$ROTASCOPE_SOURCE_DIR"/resources/tours/*.json; do
    expect 0 "" --check-tour "$tour"
    grep -q "$(basename "$tour"): all [0-9]* steps can be reached" out || { echo "no word of $tour"; cat out; exit 1; }
done
sed 's/"view": "lengthSweep"/"view": "lengthSweeps"/' "$ROTASCOPE_SOURCE_DIR/resources/tours/lesson.json" >broken.json
expect 1 "broken.json: step 10, \"The price\", cannot be reached. There is no view lengthSweeps." --check-tour broken.json
head -c 3000 broken.json >cut.json
expect 3 "cut.json: not a JSON object; expected a guided tour" --check-tour cut.json
expect 3 "missing.json" --check-tour missing.json
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
expect 2 "help-all" --help-all # which Qt would add, without a use here
for option in --help --version; do
    actual=0
    "$ROTASCOPE" $option >/dev/full 2>err || actual=$?
    [ "$actual" -eq 4 ] || { echo "$option >/dev/full: exit code $actual, expected 4"; exit 1; }
done

# Figures and reports, without a window and without a display.
expect 0 "" --plot distribution --dimension 22 --size 800x500 -o distribution.svg
grep -q "Dimension 22" distribution.svg && grep -q "method distributional" distribution.svg || { echo "distribution.svg lacks its texts"; exit 1; }
grep -q 'viewBox="0 0 800 500"' distribution.svg || { echo "distribution.svg has another size"; exit 1; }
expect 0 "" "$ROTASCOPE_SOURCE_DIR/resources/samples/llama-2-7b-4096.h5" --target-length 16384 --plot disturbance -o disturbance.pdf
head -c 4 disturbance.pdf | grep -q '%PDF' || { echo "disturbance.pdf is no PDF"; exit 1; }
expect 0 "" --model Qwen/Qwen3-8B --plot landscape --size 400x300 --scale 2 -o landscape.png
[ "$(od -An -tu1 -j16 -N8 landscape.png | tr -s ' ')" = " 0 0 3 32 0 0 2 88" ] || { echo "landscape.png is not 800 x 600"; exit 1; }
(export LC_ALL=ja_JP.UTF-8 && expect 0 "" --plot disturbance -o desktop.svg) # the same for all who read it
grep -q "Disturbance of each dimension" desktop.svg || { echo "desktop.svg is not English"; exit 1; }
expect 0 "" --plot disturbance --language ja -o japanese.svg
grep -q "擾乱" japanese.svg || { echo "japanese.svg is not Japanese"; exit 1; }
(export LC_ALL=ko_KR.UTF-8 && expect 0 "" --plot disturbance --language system -o korean.svg)
grep -q "교란" korean.svg || { echo "korean.svg is not Korean"; exit 1; }
(export LC_ALL=de_DE.UTF-8 && expect 0 "" --plot distribution --language system -o german.svg) # English, with a German's numbers
grep -q "wavelength [0-9.]*,[0-9] positions" german.svg || { echo "german.svg has other numbers"; exit 1; }
expect 2 '--language is "de"; expected one of system, en, ja, ko' --language de
recording=$ROTASCOPE_SOURCE_DIR/resources/samples/llama-2-7b-4096.h5
for view in distribution disturbance methods overview landscape sweep errors position-errors dimensions prompt; do
    set -- # the preset, but for the views that need recorded angles, or the laboratory's model
    case $view in *errors) set -- "$recording" ;; esac
    [ $view != prompt ] || set -- "$ROTASCOPE_SOURCE_DIR/resources/lab/tinykey/config.json"
    expect 0 "" "$@" --plot $view -o $view.csv
    expect 0 "" "$@" --plot $view -o ja.csv --language ja
    cmp $view.csv ja.csv
    grep -q '^# method: distributional$' $view.csv && [ "$(grep -vc '^#' $view.csv)" -gt 10 ] || { echo "$view.csv lacks something"; exit 1; }
done
[ "$(grep -vc '^#' sweep.csv)" -ge 49 ] || { echo "sweep.csv was written before all lengths were there"; exit 1; }
[ "$(grep -vc '^#' landscape.csv)" -eq 32769 ] || { echo "landscape.csv was written before all factors were there"; exit 1; }
expect 0 "" --report report.html
[ ! -s err ] || { echo "a report with messages:"; cat err; exit 1; }
expect 0 "" --model Qwen/Qwen3-8B --report report.pdf
[ "$(grep -c '<svg' report.html)" -ge 6 ] && grep -q '<td align="right">63</td>' report.html || { echo "report.html lacks something"; exit 1; }
head -c 4 report.pdf | grep -q '%PDF' || { echo "report.pdf is no PDF"; exit 1; }
actual=0
timeout 60 $ROTASCOPE_NOWHERE "$ROTASCOPE" --plot overview -o nowhere.svg 2>err || actual=$?
[ "$actual" -eq 0 ] && [ -s nowhere.svg ] || { echo "without a display: no figure"; cat err; exit 1; }

# From where a model is extended, which of its RoPEs, and what the disturbance is: as rotascope-cli has it.
field="$ROTASCOPE_SOURCE_DIR/tests/data/field"
expect 0 "" "$field/c13-deepseek-v3.json" --from unscaled --target-length 8192 --plot disturbance -o unscaled.csv
expect 0 "" "$field/c13-deepseek-v3.json" --from trained --target-length 327680 --divergence js --plot disturbance -o trained.csv
grep -q '^# divergence: js$' trained.csv && grep -q '^# pretraining_length: 163840$' trained.csv || { head trained.csv; exit 1; }
grep -q '^# divergence: kl$' unscaled.csv && grep -q '^# pretraining_length: 4096$' unscaled.csv || { head unscaled.csv; exit 1; }
expect 0 "" "$field/c20-gemma-3-4b-it.json" --rope sliding_attention --report rope.html
grep -q 'sliding_attention' rope.html || { echo "rope.html is of another RoPE"; exit 1; }
expect 2 '--from is "here"; expected one of trained, unscaled' --from here --plot overview -o x.png
expect 2 '--rope is "main", but a preset has a single RoPE' --rope main --plot overview -o x.png
expect 2 'divergence "x" is not known; expected one of kl' --divergence x --plot overview -o x.png
expect 2 '--divergence: its value is empty' --divergence "" --plot overview -o x.png
expect 2 '--from goes with --plot, --animate or --report' --from trained
expect 2 'no view is called "pie"; expected one of distribution' --plot pie -o x.png
expect 2 "Qwen/Qwen3-8B: has no errors to draw; expected a recording with positions and angles" --model Qwen/Qwen3-8B --plot errors -o x.png
expect 2 "Qwen/Qwen3-8B: has no track to draw; expected a recording with angles" --model Qwen/Qwen3-8B --plot track -o x.png
expect 0 "" source.h5 --plot position-errors --dimension 40 -o errors.csv
grep -q '^# dimension: 40$' errors.csv || { head errors.csv; exit 1; }
expect 0 "" source.h5 --plot track --dimension 40 --rows 100-199 -o track.csv
grep -q '^dimension,first_row,last_row,degrees_from,degrees_to,count$' track.csv && grep -q '^40,199,199,' track.csv || { head -20 track.csv; exit 1; }
[ "$(grep -c '^40,' track.csv)" -eq 1600 ] || { echo "track.csv has not 100 rows of 16 directions"; exit 1; }
expect 2 '--rows is "9-3"; expected FIRST-LAST' source.h5 --plot track --rows 9-3 -o x.png
expect 2 "--rows begins at 99999999; expected 0 to" source.h5 --plot track --rows 99999999-100000000 -o x.png
expect 2 "--rows goes with --plot track" source.h5 --plot overview --rows 1-2 -o x.png
expect 2 "--rows goes with --plot track" source.h5 --report x.pdf --rows 1-2
lab="$ROTASCOPE_SOURCE_DIR/resources/lab/tinykey/config.json"
expect 0 "" "$lab" --target-length 512 --plot prompt --prompt 41 --prompt-length 384 --prompt-table yarn --prompt-head 2.3 -o prompt.csv
grep -q '^# table: yarn$' prompt.csv && grep -q '^381,' prompt.csv || { head -20 prompt.csv; exit 1; }
! grep -q '^382,' prompt.csv || { echo "prompt.csv has more than 384 tokens"; exit 1; }
expect 2 "--prompt is 201; expected 1 to 200" "$lab" --plot prompt --prompt 201 -o x.png
expect 2 '--prompt is "a"; expected a whole number' "$lab" --plot prompt --prompt a -o x.png
expect 2 "--prompt-length is 500; expected one of 128, 256, 384, 512" "$lab" --target-length 512 --plot prompt --prompt-length 500 -o x.png
expect 2 '--prompt-table is "ntk"; expected one of current, extrapolation, linear' "$lab" --plot prompt --prompt-table ntk -o x.png
expect 2 '--prompt-head is "3.1"; expected LAYER.HEAD, from 1.1 to 2.4' "$lab" --plot prompt --prompt-head 3.1 -o x.png
expect 2 "--prompt goes with --plot prompt" "$lab" --plot laboratory --prompt 3 -o x.png
expect 2 "--prompt-head goes with --plot prompt" "$lab" --report x.pdf --prompt-head 1.1
expect 2 "x.gif: the kind of file is not known" --plot overview -o x.gif
expect 2 "x.doc: the kind of file is not known" --report x.doc
expect 2 "expected --plot VIEW with -o FILE" --plot overview
expect 2 "expected --plot VIEW with -o FILE" -o x.png
expect 2 "expected --plot VIEW with -o FILE" --plot overview -o x.png --report x.pdf
expect 2 "--dimension is 64; expected 0 to 63" --plot distribution --dimension 64 -o x.png
expect 2 '--dimension is "a"; expected a whole number' --plot distribution --dimension a -o x.png
expect 2 '--size is "10x10"; expected WIDTHxHEIGHT' --plot distribution --size 10x10 -o x.png
expect 2 '--scale is "0"; expected a number from 1 to 8' --plot distribution --scale 0 -o x.png
expect 2 "the target length L′ is 100" --target-length 100 --plot overview -o x.png
expect 3 "missing.h5" missing.h5 --plot overview -o x.png
expect 4 "cannot be written" --plot overview -o no/such/folder/x.png
expect 4 "cannot be written" --report no/such/folder/x.pdf

# Animations: as one file, where the build has libwebp, and as pictures.
expect 0 "" --animate clock --dimension 22 --frames 3 --size 400x300 -o clock-%02d.png
[ -s clock-01.png ] && [ -s clock-03.png ] && [ ! -e clock-04.png ] || { echo "clock has not three pictures"; ls; exit 1; }
actual=0
timeout 60 $ROTASCOPE_NOWHERE "$ROTASCOPE" --animate distribution --frames 3 -o d.webp 2>err || actual=$?
if [ "$actual" -eq 0 ]; then
    head -c 12 d.webp | grep -q 'WEBP' || { echo "d.webp is no WebP"; exit 1; }
else
    grep -q "writes no animated files, because libwebp was not there" err || { cat err; exit 1; }
fi
expect 2 'no view that moves is called "pie"; expected one of clock, distribution' --animate pie -o x.png
expect 2 "expected a name that ends in .webp or .png" --animate clock -o x.gif
expect 2 "expected --plot VIEW with -o FILE" --animate clock
expect 2 '--frames is "1"; expected a whole number from 2 to 3600' --animate clock --frames 1 -o x.png
expect 2 '--duration is "601"; expected a number from 1 to 600' --animate clock --duration 601 -o x.png
expect 2 "--frames goes with --animate" --plot clock --frames 3 -o x.png
expect 2 "--rows goes with --plot track" --animate clock --rows 1-2 -o x.png
expect 2 "--dimension is 64; expected 0 to 63" --animate clock --dimension 64 -o x.png
expect 4 "cannot be written" --animate clock --frames 2 -o no/such/folder/x.png
cp source.h5 source.png
expect 2 "source.png: is the file that is analysed" source.png --plot overview -o source.png
cmp -s source.h5 source.png || { echo "a figure in place of its source"; exit 1; }

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
lost=$(ls data/rotascope/sessions/open-*.rotascope)
"$ROTASCOPE" >out 2>err &
program=$!
tries=0
until [ ! -e "$lost" ] && grep -q '"layout"' data/rotascope/sessions/open-*.rotascope 2>/dev/null; do
    tries=$((tries + 1))
    [ "$tries" -lt 600 ] || { echo "what was open is not there again"; exit 1; }
    sleep 0.1
done
grep -q "$folder/source.h5" data/rotascope/sessions/open-*.rotascope || { echo "another source is open after a kill"; exit 1; }
# A second window does not open it as well.
kept=$(ls data/rotascope/sessions/open-*.rotascope)
"$ROTASCOPE" >out 2>err &
second=$!
tries=0
until [ "$(ls data/rotascope/sessions/open-*.lock | wc -l)" -eq 2 ]; do
    tries=$((tries + 1))
    [ "$tries" -lt 600 ] || { echo "no second window"; exit 1; }
    sleep 0.1
done
sleep 3 # in which it would have kept a copy of its own
[ "$(ls data/rotascope/sessions/*.rotascope)" = "$kept" ] || { echo "a second window took up what the first has"; exit 1; }
kill "$second"
wait "$second" || true
cp data/rotascope/sessions/open-*.rotascope work.rotascope
kill "$program"
wait "$program" || true
expect 0 "" work.rotascope --target-length 20000 --plot disturbance -o session.csv
grep -q "^# source: .*source.h5" session.csv && grep -q "^# target_length: 20000" session.csv || { echo "another figure of a session"; exit 1; }
expect 2 "work.rotascope: has no scenes; expected a session with some" work.rotascope --handout x.pdf
sed 's|"view": {|"scenes": [{"name": "It <breaks>", "view": "clock", "dimension": 22, "note": "Look"}, {"name": "?", "view": "none"}],\n "view": {|' \
    work.rotascope >talk.rotascope
expect 0 "" talk.rotascope --handout talk.html
[ "$(grep -c '<svg' talk.html)" -eq 1 ] && grep -q 'It &lt;breaks&gt;' talk.html && grep -q 'Look' talk.html || { echo "talk.html lacks something"; exit 1; }
expect 2 "--size does not go with --handout" talk.rotascope --handout x.pdf --size 900x600
expect 0 "" --version
[ ! -e x.png ] && [ ! -e x.pdf ] || { echo "a picture in spite of an error"; exit 1; }
echo "1 passed, 0 failed"
