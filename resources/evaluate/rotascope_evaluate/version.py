# SPDX-License-Identifier: GPL-3.0-or-later
"""The version of the package, which score files name as their program."""

__version__ = "0.1.0"
