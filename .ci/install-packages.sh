#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs the Debian packages that are missing:  install-packages.sh build|test|tidy|fuzz|package
# build: to build and run the programs; test: also what the tests need; tidy: also clang-tidy and its compiler; fuzz: that compiler
# and libFuzzer; package: what makes Debian packages and tries them out.
set -eu

build="build-essential cmake ninja-build ccache libexpected-dev libeigen3-dev nlohmann-json3-dev libtbb-dev libhdf5-dev libdeflate-dev pkg-config
       libcli11-dev qt6-base-dev qt6-charts-dev libqt6opengl6-dev qt6-svg-dev libwebp-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools
       qt6-translations-l10n fonts-dejavu-core"
test="$build libgtest-dev libgmock-dev librapidcheck-dev libbenchmark-dev python3 python3-h5py python3-numpy clang-format desktop-file-utils
      strace appstream libglib2.0-bin shared-mime-info man-db mandoc python3-pip python3-setuptools python3-wheel python3-venv
      libopenmpi-dev openmpi-bin procps xvfb xauth dbus-daemon at-spi2-core python3-gi gir1.2-atspi-2.0 fonts-droid-fallback"
tidy="$test clang clang-tidy"
fuzz="$build clang libclang-rt-14-dev python3 python3-h5py python3-numpy"
package="$build python3 python3-pip python3-setuptools python3-wheel dpkg-dev file lintian mmdebstrap"

case "${1:-build}" in
    build) wanted=$build ;;
    test) wanted=$test ;;
    tidy) wanted=$tidy ;;
    fuzz) wanted=$fuzz ;;
    package) wanted=$package ;;
    *) echo "usage: $0 build|test|tidy|fuzz|package" >&2; exit 2 ;;
esac

missing=""
for package in $wanted; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q '^install ok installed$' || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

sudo=""
if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || { echo "These packages are missing, and neither root nor sudo is at hand to install them:$missing" >&2; exit 1; }
    sudo="sudo"
fi
echo "Installing:$missing"
$sudo apt-get update -qq
# shellcheck disable=SC2086 # a list of package names
$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
