# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the loader looks for the libraries of a program, as the program's own header says it."""

import os
import re
import subprocess
from pathlib import Path

ELF_MAGIC = b"\x7fELF"
EXECUTABLE, SHARED = 2, 3  # e_type; 1 is an object file, which the loader never sees


def is_loadable(file):
    """Whether a file is a program, a library or a module."""
    with open(file, "rb") as opened:
        header = opened.read(18)
    return header[:4] == ELF_MAGIC and len(header) == 18 and header[16] in (EXECUTABLE, SHARED)


def loadables_in(folder):
    """Every program, library and module below a folder, but for those with which CMake tries the compiler out."""
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name != "CMakeFiles"]
        for name in sorted(names):
            file = Path(parent, name)
            if file.is_file() and not file.is_symlink() and is_loadable(file):
                yield file


def depends_on_the_current_folder(path):
    """Whether an element of a search path is one that the loader takes from the folder that the user stands in."""
    return not path.startswith(("/", "$ORIGIN", "${ORIGIN}"))


def unsafe_paths(file):
    """What the loader would look for in the current folder: elements of RPATH and RUNPATH, and libraries named with a relative path."""
    listing = subprocess.run(["readelf", "--dynamic", "--wide", file], check=True, capture_output=True, text=True).stdout
    unsafe = []
    for kind, value in re.findall(r"\((RPATH|RUNPATH|NEEDED)\)[^\[]*\[(.*)\]", listing):
        paths = value.split(":") if kind != "NEEDED" else [value] if "/" in value else []
        unsafe += [f"{kind} \"{path}\"" for path in paths if depends_on_the_current_folder(path)]
    return unsafe
