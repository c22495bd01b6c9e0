// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lint/stated_rope.h"

#include "core/scaling/transformers_scaling.h"

#include <algorithm>
#include <cmath>

namespace rotascope {

std::string StatedRope::writtenType() const
{
    for (const char* const key : {"rope_type", "type"}) {
        if (const auto found = parameters->find(key); found != parameters->end() && found->is_string()) {
            return found->get<std::string>();
        }
    }
    return "default";
}

std::string StatedRope::architecture() const
{
    const auto found = top->find("architectures");
    return found != top->end() && found->is_array() && !found->empty() && found->front().is_string() ? found->front().get<std::string>()
                                                                                                     : "";
}

double StatedRope::originalLength() const
{
    return static_cast<double>(std::max<std::int64_t>(rope.originalMaxPositionEmbeddings.value_or(1), 1));
}

double StatedRope::length() const
{
    return static_cast<double>(std::max<std::int64_t>(rope.trainedLength().value_or(1), 1));
}

double StatedRope::magnitudeOfRatio() const
{
    return ratio() > 1.0 && originalLength() > 1.0 ? std::sqrt(1.0 + std::log(ratio()) / std::log(originalLength())) : 1.0;
}

double StatedRope::magnitude() const
{
    const auto table = transformersScaling(rope, static_cast<std::int64_t>(length()));
    return table ? table->attentionFactor : 1.0;
}

double StatedRope::defaultMagnitude() const
{
    RopeConfig bare = rope;
    bare.scaling.attentionFactor = {};
    bare.scaling.mscale = {};
    bare.scaling.mscaleAllDim = {};
    const auto table = transformersScaling(bare, static_cast<std::int64_t>(length()));
    return table ? table->attentionFactor : 1.0;
}

bool StatedRope::statesNullType() const
{
    const auto isNull = [this](const char* key) { return parameters->contains(key) && (*parameters)[key].is_null(); };
    return !states("rope_type") && !states("type") && (isNull("rope_type") || isNull("type"));
}

std::optional<double> StatedRope::unservedLength() const
{
    constexpr double sameLength = 1.01; // factors are rounded
    const double scaled = originalLength() * rope.scaling.factor.value_or(1.0);
    return scaled > sameLength * length() ? std::optional(scaled) : std::nullopt;
}

} // namespace rotascope
