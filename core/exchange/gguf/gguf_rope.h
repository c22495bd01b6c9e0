// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/export_format.h"

namespace rotascope {

/// A GGUF file of a few kB with the tensor `rope_freqs.weight` (float32 [d/2]: the factors, by which llama.cpp divides the angle) and how
/// the table was made, and nothing else: for tools that put tensors into models. It states no general.architecture, because
/// the table belongs to none.
extern const ExportFormat ggufRopeFormat;

} // namespace rotascope
