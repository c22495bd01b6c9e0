// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lint/compare_files.h"

#include "core/scaling/own_frequencies.h"
#include "core/text.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>

namespace rotascope {
namespace {

constexpr double sameNumber = 1e-5; // relative; files hold float32 or rounded numbers

bool differ(double a, double b)
{
    return a != b && std::abs(a - b) > sameNumber * std::max(std::abs(a), std::abs(b));
}

std::string textOf(double value)
{
    return std::isinf(value) ? "frozen" : shortText(value);
}

std::string sentence(const std::string& what, double a, double b)
{
    return what + ": " + textOf(a) + " and " + textOf(b);
}

// A list of factors holds no length of pre-training, and what takes its place is the trained one.
std::optional<double> originalLengthOf(const RopeConfig& rope)
{
    const bool isTold = rope.ropeType != "rope_freqs" && rope.originalMaxPositionEmbeddings;
    return isTold ? std::optional(static_cast<double>(*rope.originalMaxPositionEmbeddings)) : std::nullopt;
}

void compareNumbers(const std::string& what, std::optional<double> a, std::optional<double> b, std::vector<std::string>& found)
{
    if (a && b && differ(*a, *b)) {
        found.push_back(sentence(what, *a, *b));
    }
}

void compareFactors(const OwnFrequencies& a, const OwnFrequencies& b, std::vector<std::string>& found)
{
    std::size_t first = 0;
    std::size_t count = 0;
    for (std::size_t i = a.factors.size(); i-- > 0;) {
        if (differ(a.factors[i], b.factors[i])) {
            first = i;
            ++count;
        }
    }
    if (count > 0) {
        found.push_back(std::to_string(count) + " of " + std::to_string(a.factors.size()) + " factors, the first of dimension "
            + sentence(std::to_string(first), a.factors[first], b.factors[first]));
    }
}

// What two RoPEs that stand for the same differ in.
Expected<std::vector<std::string>> differencesOfRopes(
    const ModelFile& a, const RopeConfig& ropeA, const ModelFile& b, const RopeConfig& ropeB)
{
    const std::int64_t length = ropeA.trainedLength().value_or(ropeB.trainedLength().value_or(1));
    const auto named = [](const ModelFile& file) {
        return [&file](const Error& error) { return Error{error.kind, file.name + ": " + error.message}; };
    };
    const auto ownA = ownFrequencies(ropeA, length).map_error(named(a));
    const auto ownB = ownFrequencies(ropeB, length).map_error(named(b));
    if (!ownA || !ownB) {
        return tl::unexpected(ownA ? ownB.error() : ownA.error());
    }
    std::vector<std::string> found;
    compareNumbers("rope_theta", ropeA.ropeTheta, ropeB.ropeTheta, found);
    compareNumbers("length of pre-training", originalLengthOf(ropeA), originalLengthOf(ropeB), found);
    compareNumbers("trained length", ropeA.trainedLength(), ropeB.trainedLength(), found);
    compareNumbers("attention factor", ownA->attentionFactor, ownB->attentionFactor, found);
    if (ownA->factors.size() != ownB->factors.size()) {
        found.push_back("dimensions: " + std::to_string(ownA->factors.size()) + " and " + std::to_string(ownB->factors.size()));
    } else {
        compareFactors(*ownA, *ownB, found);
    }
    return found;
}

} // namespace

Expected<std::vector<std::string>> differencesOf(const ModelFile& a, const ModelFile& b)
{
    for (const ModelFile* file : {&a, &b}) {
        if (Expected<void> rotates = checkIsRope(*file); !rotates) {
            return tl::unexpected(rotates.error());
        }
    }
    const NamedRope& mainA = a.found.ropes[a.found.mainRope()];
    Expected<std::vector<std::string>> found = differencesOfRopes(a, mainA.rope, b, b.found.ropes[b.found.mainRope()].rope);
    for (const NamedRope& rope : a.found.ropes) {
        const auto other = std::ranges::find(b.found.ropes, rope.name, &NamedRope::name);
        if (!found || rope.name == mainA.name || other == b.found.ropes.end()) {
            continue;
        }
        auto differences = differencesOfRopes(a, rope.rope, b, other->rope);
        if (!differences) {
            return differences;
        }
        std::ranges::transform(
            *differences, std::back_inserter(*found), [&](const std::string& difference) { return rope.name + ": " + difference; });
    }
    return found;
}

} // namespace rotascope
