// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sentence.h"

#include <string_view>

namespace rotascope {

/// A way to extend the context that changes positions or distances in place of frequencies. So no table of factors says it: it is known
/// here to be named, and is neither measured nor exported.
struct PositionMethod {
    std::string_view name; ///< "SelfExtend"
    std::string_view what; ///< what it does, marked for translation: follows "it"
    std::string_view source; ///< the paper or page
};

/// The one that a rope_type or the name of a method means, however it is spelt ("self_extend", "Self-Extend"); null: none.
///
/// DPE (arXiv 2504.18857), ReRoPE (kexue.fm/archives/9708), SelfExtend (arXiv 2401.01325), dual chunk attention (arXiv 2402.17463).
const PositionMethod* findPositionMethod(std::string_view name);

/// "SelfExtend is not a table of factors: it … (arXiv …)".
Sentence notATable(const PositionMethod& method);

} // namespace rotascope
