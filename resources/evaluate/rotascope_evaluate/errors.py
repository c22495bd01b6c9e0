# SPDX-License-Identifier: GPL-3.0-or-later
"""What goes wrong in a way that the user can do something about."""


class EvaluationError(Exception):
    """Its message says what, where, and what was expected."""
