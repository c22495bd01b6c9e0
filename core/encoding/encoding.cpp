// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/encoding/encoding.h"

#include "core/text.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <utility>

namespace rotascope {
namespace {

struct EncodingNames {
    std::string_view people;
    std::string_view programs;
};

EncodingNames namesOfEncoding(EncodingKind kind)
{
    switch (kind) {
    case EncodingKind::Sinusoidal:
        return {Sentence::marked("sinusoidal positions"), "sinusoidal"};
    case EncodingKind::Learned:
        return {Sentence::marked("learned positions"), "learned"};
    case EncodingKind::Alibi:
        return {"ALiBi", "alibi"};
    case EncodingKind::T5:
        return {Sentence::marked("T5 buckets"), "t5"};
    case EncodingKind::Rope:
        break;
    }
    return {"RoPE", "rope"};
}

// Of a power of two, its first `count` slopes from `first` on, each `step` apart.
void addSlopes(std::vector<double>& slopes, int power, double biasMax, int first, int step, std::size_t count)
{
    for (int h = first; h <= power && slopes.size() < count; h += step) {
        slopes.push_back(std::exp2(-biasMax * h / power));
    }
}

EncodedPositions withChannels(const Encoding& encoding, std::vector<double> rates)
{
    EncodedPositions result{.encoding = encoding, .rope = {}};
    result.rope.rotaryDim = 2 * static_cast<int>(rates.size());
    result.rope.invFreq = std::move(rates);
    return result;
}

} // namespace

std::string_view nameOfEncoding(EncodingKind kind)
{
    return namesOfEncoding(kind).people;
}

std::string_view machineNameOfEncoding(EncodingKind kind)
{
    return namesOfEncoding(kind).programs;
}

Expected<EncodingKind> encodingNamed(std::string_view name)
{
    const auto toName = [](EncodingKind kind) { return machineNameOfEncoding(kind); };
    const auto* const found = std::ranges::find(allEncodingKinds, name, toName);
    return found != allEncodingKinds.end()
        ? Expected<EncodingKind>(*found)
        : usageError(Sentence::of("the encoding is \"{1}\"; expected one of {2}", name, namesOf(allEncodingKinds, toName)));
}

std::vector<double> alibiSlopes(int heads, double biasMax, SlopeOrder order)
{
    const auto count = static_cast<std::size_t>(heads);
    const auto below = static_cast<int>(std::bit_floor(static_cast<unsigned>(heads)));
    std::vector<double> slopes;
    if (order == SlopeOrder::PowersFirst || below == heads) {
        addSlopes(slopes, below, biasMax, 1, 1, count);
        addSlopes(slopes, 2 * below, biasMax, 1, 2, count);
    } else {
        addSlopes(slopes, 2 * below, biasMax, 2, 2, count);
        addSlopes(slopes, 2 * below, biasMax, 1, 2, count);
    }
    return slopes;
}

EncodedPositions alibiPositions(std::vector<double> slopes)
{
    return withChannels({.kind = EncodingKind::Alibi}, std::move(slopes));
}

EncodedPositions sinusoidalPositions(int components, double base)
{
    EncodedPositions result = withChannels({.kind = EncodingKind::Sinusoidal}, standardInvFreq(base, components));
    result.rope.ropeTheta = base;
    return result;
}

EncodedPositions learnedPositions()
{
    return withChannels({.kind = EncodingKind::Learned}, {1.0});
}

EncodedPositions t5Positions(std::uint32_t buckets, std::int64_t maxDistance)
{
    return withChannels({.kind = EncodingKind::T5, .buckets = buckets, .maxDistance = maxDistance}, {1.0});
}

} // namespace rotascope
