# SPDX-License-Identifier: GPL-3.0-or-later
"""A prefix into which the build is installed once for all tests, and which then was moved, as users move folders."""

import atexit
import functools
import os
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

BUILD = Path(os.environ["ROTASCOPE_BUILD"])
ROOT = Path(os.environ["ROTASCOPE_SOURCE_DIR"])
HAS_WINDOW = os.environ["ROTASCOPE_HAS_WINDOW"] == "ON"
IS_SANITIZED = bool(os.environ.get("ROTASCOPE_SANITIZE"))  # such builds have debug information everywhere
HAS_CUDA = os.environ["ROTASCOPE_HAS_CUDA"] == "ON"
HAS_WHEEL = os.environ["ROTASCOPE_HAS_WHEEL"] == "ON"
needs_window = unittest.skipUnless(HAS_WINDOW, "this build has no window")


def needs(tool):
    return unittest.skipUnless(shutil.which(tool), f"{tool} is not installed")


@functools.cache
def scratch():
    """A folder for the tests' files, gone at the end."""
    folder = tempfile.mkdtemp()
    atexit.register(shutil.rmtree, folder)
    return Path(os.path.realpath(folder))


@functools.cache
def installed():
    first, moved = scratch() / "first", scratch() / "moved to here"
    command = [os.environ["ROTASCOPE_CMAKE"], "--install", BUILD, "--prefix", first]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    first.rename(moved)
    return moved


def run(program, *arguments, **environment):
    """Runs an installed program in the folder for files: its standard output."""
    usual = {**os.environ, "HOME": str(scratch()), "QT_QPA_PLATFORM": "offscreen", **environment}
    command = [installed() / "bin" / program, *arguments]
    result = subprocess.run(command, cwd=scratch(), env=usual, capture_output=True, text=True, timeout=120)
    if result.returncode != 0:
        raise AssertionError(f"{program} {arguments}: exit code {result.returncode}\n{result.stderr}")
    return result.stdout
