#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a test on an X display of its own, with what is special there: fields take Ctrl+E, Ctrl+D and Ctrl+K, as in Emacs. Exit status 77:
# what that needs is not installed.
set -eu
command -v xvfb-run >/dev/null || { echo "skipped: there is no xvfb-run; needs xvfb, xauth"; exit 77; }
QT_QPA_PLATFORM=xcb exec xvfb-run -a -n "$((500 + $$ % 400))" -s "-screen 0 1600x1000x24 -noreset" "$@"
