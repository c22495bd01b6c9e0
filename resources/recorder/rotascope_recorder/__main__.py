# SPDX-License-Identifier: GPL-3.0-or-later
"""python -m rotascope_recorder: the program rotascope-recorder where it is not installed."""

import sys

from .command import main

sys.exit(main())
