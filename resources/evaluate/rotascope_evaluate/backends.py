# SPDX-License-Identifier: GPL-3.0-or-later
"""What a run asks of a model, and the answers of one that Transformers has loaded. vllm_backend.py has vLLM's."""

import inspect

from . import ropes


class Transformers:
    """A backend: works and measures ask nothing else of a model."""

    mark = ""  # behind what was asked for, in the file of scores: another backend rounds otherwise

    def __init__(self, model):
        self.model = model

    def check(self, table):
        """Refuses a table that the model cannot run under."""
        ropes.places_of(self.model, table)

    def own_table(self, length, like=None):
        """ropes.own_table()"""
        return ropes.own_table(self.model, length, like)

    def applied(self, table):
        """Within the `with` block the model runs under the table; None: its own frequencies."""
        return ropes.applied(self.model, table)

    def judged(self, sequences):
        """For each pair (token ids, count): of the last `count` tokens, what each costs in nats after those before it, and whether it is
        the likeliest there. Lists of two lists."""
        import torch

        found = []
        for tokens, count in sequences:
            logits = self._last_logits(tokens[:-1], count)
            targets = torch.tensor(tokens[-count:], device=logits.device)
            losses = torch.nn.functional.cross_entropy(logits.float(), targets, reduction="none")
            found.append((losses.tolist(), (logits.argmax(-1) == targets).tolist()))
        return found

    def _last_logits(self, tokens, count):
        """[count, vocabulary]. The head is not run on the rest, which at 100,000 tokens would need tens of GB."""
        import torch

        model = self.model
        base = model.get_base_model() if hasattr(model, "get_base_model") else model
        keep = {"logits_to_keep": count} if "logits_to_keep" in inspect.signature(base.forward).parameters else {}
        with torch.inference_mode():
            return model(input_ids=torch.tensor([tokens], device=model.device), use_cache=False, **keep).logits[0, -count:]

    def harness_model(self, tokenizer, length):
        """What lm-evaluation-harness runs its tasks on, with texts of at most `length` tokens."""
        from lm_eval.models.huggingface import HFLM

        return HFLM(pretrained=self.model, tokenizer=tokenizer, max_length=length, batch_size=1)
