# SPDX-License-Identifier: GPL-3.0-or-later
"""The version, for the package, its wheel and the recordings."""

__version__ = "1.0"
