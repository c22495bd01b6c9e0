# SPDX-License-Identifier: GPL-3.0-or-later
"""Scores a Transformers model under Rotascope's scaling tables, so that one sees which measure of a table foretells what it does.

with rotascope_evaluate.applied(model, rotascope_evaluate.read_table("table.json")):
    model.generate(...)
"""

from .errors import EvaluationError
from .ropes import applied
from .scores import read_scores
from .tables import Table, read_table, table_id
from .version import __version__

__all__ = ["EvaluationError", "Table", "__version__", "applied", "read_scores", "read_table", "table_id"]
