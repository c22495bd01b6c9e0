# SPDX-License-Identifier: GPL-3.0-or-later
"""Tasks of EleutherAI's lm-evaluation-harness, through its own API, on a model in memory."""

import logging

from .errors import EvaluationError
from .works import Work

# Of the harness: for means it computes the standard error, for other statistics it draws so many samples.
BOOTSTRAPS = 1000


def split(name):
    """hellaswag:10 -> (hellaswag, 10); without a number the task's own."""
    task, colon, shots = name.rpartition(":")
    if not colon:
        return name, None
    if not task or not shots.isdigit():
        raise EvaluationError(f"--harness {name}: expected TASK or TASK:SHOTS, such as hellaswag:10")
    return task, int(shots)


def works(names, tokenizer, length, limit, include_path=""):
    """One work for each task: groups and tags stand for theirs, so that a run goes on with the task at which it was stopped."""
    wanted = [split(name) for name in names]
    try:
        from lm_eval.tasks import TaskManager
    except ImportError as error:
        raise EvaluationError(f"--harness: lm-evaluation-harness is not there ({error}); pip install lm-eval accelerate") from None

    logging.getLogger("lm_eval").setLevel(logging.ERROR)
    # RULER and needle tasks make their texts themselves, as long and of the tokens that this says.
    metadata = {"max_seq_lengths": [length], "tokenizer": tokenizer.name_or_path}
    manager = None
    if include_path:
        manager = TaskManager(include_path=include_path, include_defaults=False, metadata=metadata)
    # The harness reads 14,000 files to know its own tasks: only where they are asked for.
    if manager is None or any(task not in manager.task_index for task, _ in wanted):
        manager = TaskManager(include_path=include_path or None, metadata=metadata)
    found = {}
    for task, shots in wanted:
        for leaf, loaded in _loaded(manager, task).items():
            shown = leaf if shots is None else f"{leaf}:{shots}"
            found.setdefault(shown, Work(shown, length, f"harness, {f'{limit} documents' if limit else 'all documents'}",
                                         _measure(manager, loaded, tokenizer, length, limit, shots)))  # fmt: skip
    return list(found.values())


def _loaded(manager, name):
    if name not in manager.task_index:
        raise EvaluationError(f"--harness {name}: the harness has no such task, group or tag (lm_eval ls tasks lists them)")
    try:
        return manager.load([name])["tasks"]
    except Exception as error:  # whatever a task's code and its data set raise
        raise EvaluationError(
            f"--harness {name}: it cannot be loaded: {str(error).splitlines()[0] if str(error) else repr(error)}"
        ) from None


def _measure(manager, task, tokenizer, length, limit, shots):
    def measure(backend):
        import lm_eval

        runner = backend.harness_model(tokenizer, length)
        answer = lm_eval.simple_evaluate(runner, tasks=[task], num_fewshot=shots, task_manager=manager, limit=limit or None,
                                         bootstrap_iters=BOOTSTRAPS, log_samples=False)  # fmt: skip
        return rows_of(answer, task.task_name, length)

    return measure


def rows_of(answer, task, length):
    """The rows of one task in what simple_evaluate returns."""
    rows, values = [], answer["results"][task]
    for key, value in values.items():
        metric, _, filtered = key.partition(",")
        # RULER has a metric for each length that it knows, with -1 for those that were not asked for.
        if not filtered or metric.endswith("_stderr") or not isinstance(value, (int, float)) or metric.isdigit() and metric != str(length):
            continue
        error = values.get(f"{metric}_stderr,{filtered}")
        rows.append({"metric": metric if filtered == "none" else f"{metric} ({filtered})", "value": float(value),
                     "standard_error": float(error) if isinstance(error, (int, float)) else None,
                     "count": int(answer.get("n-samples", {}).get(task, {}).get("effective", 0)),
                     "higher_is_better": answer.get("higher_is_better", {}).get(task, {}).get(metric) is not False})  # fmt: skip
    if not rows:
        raise EvaluationError(f"--harness {task}: it gave no number")
    return rows
