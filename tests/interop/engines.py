# SPDX-License-Identifier: GPL-3.0-or-later
"""The rotary code of engines that need no GPU for it, taken out of their wheels as it is: what each makes of a config.json.

Around that code stand mocks: a module of the same package that is not named here is one. What calls the rotary code in the engine, a
line or two in each model's file, is written here again, and said so.
"""

import importlib
import math
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder
from pathlib import Path
from types import ModuleType, SimpleNamespace
from unittest.mock import MagicMock

import numpy as np
import torch
from transformers import AutoConfig

# What mlx-lm asks of a file beside its RoPE.
OF_NO_MATTER = {"rms_norm_eps": 1e-5, "tie_word_embeddings": True, "intermediate_size": 64, "shared_intermediate_size": 64, "vocab_size": 64}
WHEELS = Path(sys.prefix) / "engines"


@dataclass(frozen=True)
class Rotation:
    """What a query gets."""

    inv_freq: np.ndarray
    magnitude: float


class WheelFinder(MetaPathFinder, Loader):
    """Finds the `real` modules of a package in its wheel, and mocks for all others of it."""

    def __init__(self, wheel: Path, package: str, real: list[str]) -> None:
        self.wheel, self.package, self.real = wheel, package, real

    def find_spec(self, name: str, path: object = None, target: object = None) -> ModuleSpec | None:
        if name.split(".")[0] != self.package:
            return None
        if any(name == module or name.startswith(f"{module}.") for module in self.real):
            return PathFinder.find_spec(name, [str(self.wheel.joinpath(*name.split(".")[:-1]))])
        return ModuleSpec(name, self, is_package=True)

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        return MagicMock(name=spec.name, __path__=[], __spec__=spec, __name__=spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """A mock has everything."""


def from_wheel(pattern: str, package: str, real: list[str]) -> None:
    wheels = sorted(WHEELS.glob(pattern))
    if not wheels:
        raise FileNotFoundError(f"no {pattern} in {WHEELS}")
    sys.meta_path.insert(0, WheelFinder(wheels[-1], package, real))


def text_config(fields: dict) -> object:
    stated = fields | {"model_type": "deepseek_v3"} if fields["model_type"] == "kimi_k2" else dict(fields)  # as vLLM's own classes do
    return AutoConfig.for_model(stated.pop("model_type"), **stated).get_text_config()


class CustomOp(torch.nn.Module):
    """The base of vLLM's rotary classes, without its choice of kernels."""

    def __init__(self, **_: object) -> None:
        super().__init__()

    @staticmethod
    def register(*_: object, **__: object) -> Callable[[type], type]:
        return lambda found: found

    @classmethod
    def enabled(cls) -> bool:
        return False


def vllm() -> Callable[[dict], Rotation]:
    from_wheel("vllm-*.whl", "vllm", ["vllm.model_executor.layers.rotary_embedding"])
    importlib.import_module("vllm.model_executor.custom_op").CustomOp = CustomOp
    rotary = importlib.import_module("vllm.model_executor.layers.rotary_embedding")
    served = importlib.import_module("vllm.config").get_current_vllm_config.return_value.model_config

    def rotation(fields: dict) -> Rotation:
        config = text_config(fields)
        parameters = dict(config.rope_parameters)
        size = getattr(config, "head_dim", None) or config.hidden_size // config.num_attention_heads
        if getattr(config, "qk_rope_head_dim", None):  # deepseek_v2.py
            size = config.qk_rope_head_dim
            parameters["rope_type"] = "default" if parameters["rope_type"] == "default" else "deepseek_yarn"
        served.max_model_len = config.max_position_embeddings
        # llama.py and others: this call
        found = rotary.get_rope(size, config.max_position_embeddings, rope_parameters=parameters, dtype=torch.float32)
        lists = getattr(found, "long_short_cos_sin_cache", None)
        first = 1 if lists is None else 1 + (found.original_max_position_embeddings if found.use_long_rope else 0)
        cos, sin = (found.cos_sin_cache if lists is None else lists)[first].double().chunk(2)
        return Rotation(torch.atan2(sin, cos).numpy(), float(torch.hypot(cos, sin)[0]))

    return rotation


def sglang() -> Callable[[dict], Rotation]:
    from_wheel("sglang-*.whl", "sglang", ["sglang.srt.layers.rotary_embedding"])
    importlib.import_module("sglang.kernels.fused_op").BaseFusedOp = torch.nn.Module  # without its choice of kernels
    importlib.import_module("sglang.srt.runtime_context").publish_role = lambda: None  # of a server that runs
    machine = importlib.import_module("sglang.srt.utils")
    for kind in ("is_cuda", "is_hip", "is_mps", "is_musa", "is_npu", "is_xpu", "cpu_has_amx_support"):
        setattr(machine, kind, lambda: False)
    machine.get_bool_env_var = lambda *_: False
    machine.get_device = lambda: "cpu"
    rotary = importlib.import_module("sglang.srt.layers.rotary_embedding")

    def rotation(fields: dict) -> Rotation:
        config = text_config(fields)
        parameters = dict(config.rope_parameters)
        scaling = parameters
        size = getattr(config, "head_dim", None) or config.hidden_size // config.num_attention_heads
        if getattr(config, "qk_rope_head_dim", None):  # deepseek_v2.py
            size = config.qk_rope_head_dim
            scaling = parameters | {"rope_type": "deepseek_yarn"} if parameters["rope_type"] != "default" else None
        part = parameters.get("partial_rotary_factor", 1.0)
        # llama.py and others: this call, with what get_rope_config() in utils/hf_transformers gives
        found = rotary.get_rope(
            size, size, config.max_position_embeddings, parameters["rope_theta"], True, scaling, torch.float32, partial_rotary_factor=part
        )
        lists = getattr(found, "long_short_cos_sin_cache", None)
        cos, sin = (found.cos_sin_cache if lists is None else lists)[1].double().chunk(2)
        return Rotation(torch.atan2(sin, cos).numpy(), float(torch.hypot(cos, sin)[0]))

    return rotation


def exllamav3() -> Callable[[dict], Rotation]:
    from_wheel("exllamav3-*.whl", "exllamav3", ["exllamav3.util.rope", "exllamav3.util.file", "exllamav3.model.config"])
    rope = importlib.import_module("exllamav3.util.rope")
    config = importlib.import_module("exllamav3.model.config").Config

    def rotation(fields: dict) -> Rotation:
        latent = "qk_rope_head_dim" in fields
        size = fields.get("qk_rope_head_dim") or fields.get("head_dim") or fields["hidden_size"] // fields["num_attention_heads"]
        model = SimpleNamespace(head_dim=size, config_dict=fields)
        # deepseek_v3.py has the last argument, others do not
        settings = config.read_rope_settings_default(model, rope.RopeStyle.NEOX, yarn_mscale_ratio=latent)
        found = rope.RoPE("cpu", settings)
        return Rotation(found.inv_freq.double().numpy(), float(found.attn_factor))

    return rotation


def mlx_lm() -> Callable[[dict], Rotation]:
    mx = importlib.import_module("mlx.core")
    remapped = importlib.import_module("mlx_lm.utils").MODEL_REMAPPING

    def rotation(fields: dict) -> Rotation:
        name = remapped.get(fields["model_type"], fields["model_type"]).removesuffix("_text")
        module = importlib.import_module(f"mlx_lm.models.{name}")
        whole = OF_NO_MATTER | fields
        whole |= {"text_config": whole} if name != fields["model_type"] else {}
        model = module.Model(module.ModelArgs.from_dict(whole))  # its weights are not made until someone asks for them
        ropes = [found for place, found in model.named_modules() if place.endswith("rope")]
        rope, dims = next((found, size) for found in ropes if (size := getattr(found, "dims", None) or getattr(found, "dim", None)))
        pairs = np.zeros((dims // 2, 2), dtype=np.float32)
        pairs[:, 0] = 1.0
        is_traditional = getattr(rope, "traditional", False)
        turned = np.array(rope(mx.array((pairs if is_traditional else pairs.T).reshape(1, 1, 1, dims)), offset=1)).reshape(-1)
        cos, sin = turned.reshape(-1, 2).T if is_traditional else turned.reshape(2, -1)
        return Rotation(np.arctan2(sin.astype(float), cos), math.hypot(cos[0], sin[0]))

    return rotation


ENGINES = {"vLLM": vllm, "SGLang": sglang, "ExLlamaV3": exllamav3, "mlx-lm": mlx_lm}
