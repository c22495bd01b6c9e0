# SPDX-License-Identifier: GPL-3.0-or-later
"""The program under test, and what it exported, for all files."""

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

os.environ["HF_HUB_OFFLINE"] = "1"  # before Transformers is imported: nothing here needs a network

import numpy as np
import pytest
import torch

PRETRAINING_LENGTH = 512
TARGET_LENGTH = 2048
# Choices of 1 or s; continuous factors; continuous factors with an attention factor that is not 1.
METHODS = ["distributional", "ntk", "yarn"]


@dataclass(frozen=True)
class Table:
    """What `--format npy` says of a table, in float64."""

    factors: np.ndarray
    extended_inv_freq: np.ndarray
    attention_factor: float

    @property
    def float32_factors(self) -> np.ndarray:
        return self.factors.astype(np.float32)


@dataclass(frozen=True)
class Exporter:
    """rotascope-cli with its files in one folder."""

    folder: Path

    def run(self, source: Path, method: str, form: str, output: Path, into: Path | None, rope: str = "main") -> subprocess.CompletedProcess:
        command = [os.environ["ROTASCOPE_CLI"], "export", "--config", source, "--target-length", str(TARGET_LENGTH)]
        command += ["--method", method, "--format", form, "--output", output]
        command += ["--into", into] if into else []
        command += ["--rope", rope] if rope != "main" else []
        return subprocess.run(command, capture_output=True, text=True, check=False)

    def export(self, source: Path, method: str, form: str, name: str, into: Path | None = None, rope: str = "main") -> Path:
        output = self.folder / name
        done = self.run(source, method, form, output, into, rope)
        assert done.returncode == 0, done.stderr
        return output

    def refusal(self, source: Path, method: str, form: str, into: Path | None = None) -> str:
        """What the program says of an export that it does not make."""
        done = self.run(source, method, form, self.folder / "refused", into)
        assert done.returncode == 3, done.returncode
        assert not (self.folder / "refused").exists()
        return done.stderr

    def table(self, source: Path, method: str, rope: str = "main") -> Table:
        stored = np.load(self.export(source, method, "npy", f"{method}.npy", rope=rope))
        return Table(stored["factor"], stored["extended_inv_freq"], float(stored["attention_factor"]))


@pytest.fixture
def exporter(tmp_path: Path) -> Exporter:
    return Exporter(tmp_path)


@pytest.fixture(autouse=True, scope="session")
def reproducible_sums() -> None:
    """One thread: sums in one order, so that what should be equal is equal to the bit."""
    torch.set_num_threads(1)
