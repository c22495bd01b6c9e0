// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/frequencies_json.h"

#include "core/files/json_numbers.h"
#include "core/report/json_text.h"

namespace rotascope {
namespace {

Json ropeObject(const RopeFrequencies& one)
{
    return {{"name", one.name}, {"layers", one.layers}, {"original_length", orNull(one.rope.originalMaxPositionEmbeddings)},
        {"trained_length", orNull(one.rope.trainedLength())}, {"window", orNull(one.rope.window)}, {"inv_freq", one.own.invFreq},
        {"factors", one.own.factors.empty() ? Json() : jsonNumbers<Json>(one.own.factors)}, {"attention_factor", one.own.attentionFactor},
        {"softmax_factor", orNull(one.own.softmaxFactor)}};
}

} // namespace

void printJson(std::ostream& out, std::span<const RopeFrequencies> ropes)
{
    printWithList(out, {{"schema", "rotascope-frequencies/1"}}, "ropes", ropes, ropeObject);
}

} // namespace rotascope
