# SPDX-License-Identifier: GPL-3.0-or-later
"""Records the rotary angles that a Hugging Face Transformers model really applies.

    with rotascope_recorder.record(model, "run.h5"):
        model.generate(**inputs, max_new_tokens=200)

The file is a Rotascope recording (HDF5). To record, the package imports neither torch nor transformers: it asks modules
and tensors only for what it needs of them.
"""

from .errors import NotWritten, RecordingError
from .recorder import Recorder, record
from .version import __version__

__all__ = ["NotWritten", "Recorder", "RecordingError", "__version__", "record"]
