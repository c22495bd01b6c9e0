// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/source.h"
#include "core/error.h"

#include <memory>
#include <string>
#include <string_view>

namespace rotascope {

// Most models were trained with a scaling. For them "before" are the trained frequencies theta_i / f_i at the positions 0 ... L-1 that the
// model was trained for, and an extension comes on top: theta_i / (f_i * g_i), where g_i is what an analysis calls the factor. What is
// exported is the product, because that is what every engine divides theta_i by.

/// "the trained model", "the unscaled RoPE".
std::string_view nameOfStart(StartingPoint start);
/// For programs: "trained", "unscaled".
std::string_view machineNameOfStart(StartingPoint start);

/// Where an extension of this RoPE starts unless the user says otherwise: from the trained model if the scaling that it states was trained
/// (llama3 and longrope always, GGUF's rope_freqs, others by the model type), not if it is a switch that users set themselves (yarn on a
/// Qwen).
StartingPoint defaultStart(const RopeConfig& rope);

/// The same source from the other starting point; the very same one if it starts there already. Fails where the source states no scaling of
/// its own, or one that cannot be computed.
Expected<std::shared_ptr<const Source>> startingFrom(const std::shared_ptr<const Source>& source, StartingPoint start);

/// startingFrom(defaultStart()), or the source as it is where that fails.
std::shared_ptr<const Source> atDefaultStart(const std::shared_ptr<const Source>& source);

/// If the source does not say with which length L the model was pre-trained: a sentence that says why, which lengths it may be and what to
/// do; else empty. It is unknown for the unscaled RoPE of a GGUF model whose factors are in its tensor (Llama 3.1), and for a linear
/// scaling whose file states one length alone.
Sentence unknownLengthNote(const Source& source);

/// A sentence about it for a source that states a scaling; else empty.
Sentence startNote(const Source& source);

} // namespace rotascope
