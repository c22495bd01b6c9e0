# SPDX-License-Identifier: GPL-3.0-or-later
"""Scores a Transformers model under Rotascope's scaling tables, so that one sees which measure of a table foretells what it does."""

from .errors import EvaluationError
from .scores import read_scores
from .tables import Table, read_table, table_id
from .version import __version__

__all__ = ["EvaluationError", "Table", "__version__", "read_scores", "read_table", "table_id"]
