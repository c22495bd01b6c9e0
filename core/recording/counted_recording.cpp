// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recording/counted_recording.h"

#include "core/angle/fine_histograms.h"

#include <algorithm>
#include <utility>

namespace rotascope {
namespace {

Sentence differenceOf(const CountedRope& a, const CountedRope& b)
{
    const RopeConfig& x = a.rope;
    const RopeConfig& y = b.rope;
    if (a.name != b.name) {
        return Sentence::of(R"(has the RoPE "{1}" in place of "{2}")", b.name, a.name);
    }
    if (x.invFreq != y.invFreq || x.axis != y.axis || x.headDim != y.headDim) {
        return Sentence::of("RoPE \"{1}\" has other frequencies", b.name);
    }
    if (x.ropeTheta != y.ropeTheta || x.originalMaxPositionEmbeddings != y.originalMaxPositionEmbeddings
        || x.maxPositionEmbeddings != y.maxPositionEmbeddings || x.ropeType != y.ropeType || x.attentionFactor != y.attentionFactor) {
        return Sentence::of("RoPE \"{1}\" has other attributes", b.name);
    }
    if (a.layers != b.layers && !a.layers.empty() && !b.layers.empty()) { // else one of them does not know
        return Sentence::of("RoPE \"{1}\" is used by other layers", b.name);
    }
    return {};
}

// What keeps two recordings from being added; empty where nothing does.
Sentence differenceOf(const CountedRecording& a, const CountedRecording& b)
{
    if (a.modelId != b.modelId) {
        return Sentence::of(R"(is of the model "{1}", not of "{2}")", b.modelId, a.modelId);
    }
    if (a.ropes.size() != b.ropes.size()) {
        return Sentence::of("has {1} RoPEs, not {2}", b.ropes.size(), a.ropes.size());
    }
    if (!a.positions.empty() && !b.positions.empty() && a.positions.size() != b.positions.size()) {
        return Sentence::of("has {1} position axes, not {2}", b.positions.size(), a.positions.size());
    }
    for (std::size_t i = 0; i < a.ropes.size(); ++i) {
        if (Sentence difference = differenceOf(a.ropes[i], b.ropes[i]); !difference.empty()) {
            return difference;
        }
    }
    return {};
}

void addCounts(std::vector<std::uint64_t>& sum, std::span<const std::uint64_t> counts)
{
    sum.resize(std::max(sum.size(), counts.size()));
    std::ranges::transform(counts, sum, sum.begin(), std::plus<>());
}

// Sums of floating-point numbers depend on their order, so each is made of its values in ascending order.
std::vector<double> sumOf(const std::vector<std::vector<double>>& recordings)
{
    std::vector<double> sums;
    std::vector<double> values(recordings.size());
    for (std::size_t i = 0; i < recordings.front().size(); ++i) {
        std::ranges::transform(recordings, values.begin(), [i](const std::vector<double>& usage) { return usage[i]; });
        std::ranges::sort(values);
        double sum = 0;
        for (const double value : values) {
            sum += value;
        }
        sums.push_back(sum);
    }
    return sums;
}

} // namespace

Expected<CountedRecording> countRecording(
    const RecordingReader& reader, const std::stop_token& stop, const ReadProgress& progress, Share share)
{
    const RecordingInfo& info = reader.info();
    CountedRecording counted{
        .modelId = info.modelId, .created = info.created, .positions = {}, .distances = {}, .distanceTokens = 0, .ropes = {}};
    if (info.axes > 0) {
        Expected<std::vector<PositionSet>> positions = reader.countPositions(stop, progress, share);
        if (!positions) {
            return tl::unexpected(positions.error());
        }
        counted.positions = std::move(*positions);
        if (const auto end = std::ranges::max_element(counted.positions, {}, &PositionSet::end)->end(); end > maxDensePosition + 1) {
            return inputError(reader.file().string() + ": "
                + Sentence::of("has positions up to {1}; expected 0 to {2}, which a file of counts can hold", end - 1, maxDensePosition));
        }
    }
    Expected<DistanceCounts> distances = share.part == 0 ? reader.countDistances(stop) : DistanceCounts{};
    if (!distances) {
        return tl::unexpected(distances.error());
    }
    counted.distances = std::move(distances->pairs);
    counted.distanceTokens = distances->tokens;
    for (std::size_t i = 0; i < info.ropes.size(); ++i) {
        const RecordedRope& recorded = info.ropes[i];
        CountedRope rope{
            .name = recorded.name, .rope = recorded.rope, .layers = recorded.layers, .angles = {}, .usageTokens = 0, .usage = {}};
        if (recorded.hasAngles || recorded.hasAngleCounts) {
            Expected<AngleHistograms> angles = reader.angleHistograms(i, fineIntervals, stop, progress, share);
            if (!angles) {
                return tl::unexpected(angles.error());
            }
            rope.angles = std::move(*angles);
        }
        Expected<std::vector<double>> usage = share.part == 0 ? reader.usage(i, stop) : std::vector<double>();
        if (!usage) {
            return tl::unexpected(usage.error());
        }
        rope.usage = std::move(*usage);
        rope.usageTokens = recorded.usageTokens;
        counted.ropes.push_back(std::move(rope));
    }
    return counted;
}

Expected<void> CountsSum::add(CountedRecording recording, const std::string& name)
{
    if (m_recordings == 0) {
        m_first = name;
        m_sum.modelId = recording.modelId;
        for (const CountedRope& rope : recording.ropes) {
            m_sum.ropes.push_back(
                {.name = rope.name, .rope = rope.rope, .layers = rope.layers, .angles = {}, .usageTokens = 0, .usage = {}});
        }
        m_withAngles.resize(m_sum.ropes.size());
        m_usage.resize(m_sum.ropes.size());
    }
    if (const Sentence difference = differenceOf(m_sum, recording); !difference.empty()) {
        return inputError(
            name + ": " + Sentence::of("does not go with {1}: {2}; expected recordings of the same model", m_first, difference));
    }
    for (std::size_t i = 0; i < recording.ropes.size(); ++i) {
        if (const auto& usage = recording.ropes[i].usage; !m_usage[i].empty() && !usage.empty() && usage.size() != m_usage[i][0].size()) {
            return inputError(name + ": "
                + Sentence::of("RoPE \"{1}\" has the usage of another number of heads than {2}", recording.ropes[i].name, m_first));
        }
    }
    ++m_recordings;
    m_sum.created = std::max(m_sum.created, recording.created);
    addPositions(recording);
    for (std::size_t i = 0; i < recording.ropes.size(); ++i) {
        addRope(i, recording.ropes[i]);
    }
    return {};
}

void CountsSum::addPositions(CountedRecording& recording)
{
    if (m_sum.positions.empty()) {
        m_sum.positions = std::move(recording.positions);
        m_withPositions += m_sum.positions.empty() ? 0 : 1;
    } else if (!recording.positions.empty()) {
        std::ranges::transform(recording.positions, m_sum.positions, m_sum.positions.begin(), PositionSet::sumOf);
        ++m_withPositions;
    }
    if (!recording.distances.empty()) {
        addCounts(m_sum.distances, recording.distances);
        m_sum.distanceTokens += recording.distanceTokens;
        ++m_withDistances;
    }
}

void CountsSum::addRope(std::size_t index, CountedRope& rope)
{
    CountedRope& sum = m_sum.ropes[index];
    if (sum.layers.empty()) {
        sum.layers = std::move(rope.layers);
    }
    if (rope.angles) {
        if (sum.angles) {
            sum.angles->add(*rope.angles);
        } else {
            sum.angles = std::move(rope.angles);
        }
        ++m_withAngles[index];
    }
    if (!rope.usage.empty()) {
        m_usage[index].push_back(std::move(rope.usage));
        sum.usageTokens += rope.usageTokens;
    }
}

CountedRecording CountsSum::take(std::vector<std::string>& notes)
{
    const auto isPartial = [&](std::size_t having, const std::string& what) {
        if (having > 0 && having < m_recordings) {
            notes.push_back(what + " are left out: " + std::to_string(m_recordings - having) + " of " + std::to_string(m_recordings)
                + " recordings have none");
        }
        return having < m_recordings;
    };
    if (isPartial(m_withPositions, "positions")) {
        m_sum.positions.clear();
    }
    if (isPartial(m_withDistances, "distances")) {
        m_sum.distances.clear();
    }
    for (std::size_t i = 0; i < m_sum.ropes.size(); ++i) {
        CountedRope& rope = m_sum.ropes[i];
        if (isPartial(m_withAngles[i], "angles of RoPE \"" + rope.name + "\"")) {
            rope.angles.reset();
        }
        if (!isPartial(m_usage[i].size(), "usage values of RoPE \"" + rope.name + "\"")) {
            rope.usage = sumOf(m_usage[i]);
        }
    }
    return std::move(m_sum);
}

} // namespace rotascope
