# SPDX-License-Identifier: GPL-3.0-or-later
"""The errors of this package."""


class RecordingError(Exception):
    """A recording cannot be made, or would not be true; the message says why and what to do."""


class NotWritten(RecordingError):
    """What was recorded is true, but the file of it could not be made."""
