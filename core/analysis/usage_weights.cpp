// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/usage_weights.h"

#include "core/analysis/recorded_part.h"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <utility>

namespace rotascope {
namespace {

constexpr std::string_view layersFollow = "usage:";

bool isIn(const SequenceRange& range, std::int32_t layer)
{
    return range.first <= layer && layer <= range.last;
}

Error noSuchLayers(const Source& source, const SequenceRange& range)
{
    const std::string there = layersText(source.usageLayers);
    return {ErrorKind::Usage,
        source.origin + ": "
            + (range.first == range.last
                    ? Sentence::of("no usage was recorded of layer {1}; expected layers of {2}", std::to_string(range.first), there)
                    : Sentence::of("no usage was recorded of the layers {1}; expected layers of {2}",
                        std::to_string(range.first) + "-" + std::to_string(range.last), there))};
}

} // namespace

Expected<DimensionWeights> usageWeightsOf(const Source& source, std::string_view layers)
{
    if (source.usage.empty()) {
        return usageError(source.origin + ": "
            + Sentence::of("has no usage of its dimensions; expected a recording that was made with usage, or weights from a file"));
    }
    const Expected<TokenChoice> list = tokenChoiceOf({}, layers); // the same kind of list
    if (!list) {
        return usageError(
            Sentence::of(R"(the layers are "{1}"; expected numbers from 0 on and ranges of them, such as 0-3,8)", std::string(layers)));
    }
    const std::vector<SequenceRange>& ranges = list->sequences;
    for (const SequenceRange& range : ranges) {
        if (std::ranges::none_of(source.usageLayers, [&](std::int32_t layer) { return isIn(range, layer); })) {
            return tl::unexpected(noSuchLayers(source, range));
        }
    }
    const std::size_t dimensions = source.usage.size() / source.usageLayers.size();
    DimensionWeights weights{ranges.empty() ? std::string(usageWeights) : std::string(layersFollow) + sequencesText(*list),
        std::vector<double>(dimensions, 0.0)};
    for (std::size_t i = 0; i < source.usageLayers.size(); ++i) {
        const std::int32_t layer = source.usageLayers[i];
        if (ranges.empty() || std::ranges::any_of(ranges, [&](const SequenceRange& range) { return isIn(range, layer); })) {
            std::transform(weights.values.begin(), weights.values.end(), source.usage.begin() + static_cast<std::ptrdiff_t>(i * dimensions),
                weights.values.begin(), std::plus());
        }
    }
    return weights;
}

bool areOfUsage(std::string_view name)
{
    return name == usageWeights || name.starts_with(layersFollow);
}

std::string_view layersOfUsage(std::string_view name)
{
    return name.starts_with(layersFollow) ? name.substr(layersFollow.size()) : std::string_view();
}

Sentence labelOf(const DimensionWeights& weights)
{
    if (weights.areEqual()) {
        return {};
    }
    if (!areOfUsage(weights.name)) {
        return Sentence::of("given by the user");
    }
    const std::string layers(layersOfUsage(weights.name));
    return layers.empty() ? Sentence::of("recorded usage") : Sentence::of("recorded usage of layers {1}", layers);
}

std::string layersText(const std::vector<std::int32_t>& layers)
{
    std::vector<std::int32_t> sorted = layers;
    std::ranges::sort(sorted);
    TokenChoice list;
    for (const std::int32_t layer : sorted) {
        if (!list.sequences.empty() && list.sequences.back().last + 1 == layer) {
            list.sequences.back().last = layer;
        } else {
            list.sequences.push_back({layer, layer});
        }
    }
    return sequencesText(list);
}

} // namespace rotascope
