# SPDX-License-Identifier: GPL-3.0-or-later
"""The one error of this package."""


class RecordingError(Exception):
    """A recording cannot be made, or would not be true; the message says why and what to do."""
