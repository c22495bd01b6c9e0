#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Starts a display and a desktop session of its own, and looks at the window through its accessibility bus. Exit status 77: what that needs
# is not installed.
set -eu
for program in xvfb-run dbus-run-session "$ROTASCOPE_PYTHON"; do
    command -v "$program" >/dev/null || { echo "skipped: there is no $program; needs xvfb, xauth, dbus, at-spi2-core"; exit 77; }
done
[ -f /usr/share/dbus-1/services/org.a11y.Bus.service ] || { echo "skipped: needs at-spi2-core"; exit 77; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export XDG_CONFIG_HOME="$folder/config" XDG_DATA_HOME="$folder/data" XDG_CACHE_HOME="$folder/cache" XDG_RUNTIME_DIR="$folder"
export QT_QPA_PLATFORM=xcb QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1 ROTASCOPE_CACHE=none LC_ALL=C.UTF-8
xvfb-run -a -n "$((100 + $$ % 400))" -s "-screen 0 1600x1000x24 -noreset" dbus-run-session -- "$ROTASCOPE_PYTHON" "$(dirname "$0")/at_spi_test.py" -v
