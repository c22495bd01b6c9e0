// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/source.h"

#include "core/sentence.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace rotascope {

namespace {

struct Names {
    std::string_view people;
    std::string_view programs;
};

Names namesOf(BeforeKind kind)
{
    switch (kind) {
    case BeforeKind::RecordedAngles:
        return {Sentence::marked("recorded angles"), "recorded-angles"};
    case BeforeKind::RecordedPositions:
        return {Sentence::marked("recorded positions"), "recorded-positions"};
    case BeforeKind::UniformPositions:
        break;
    }
    return {Sentence::marked("positions 0 … L-1"), "positions"};
}

} // namespace

double Source::wavelength(std::size_t channel) const
{
    return encoding.rotates() ? rope.wavelength(channel) : std::numeric_limits<double>::infinity();
}

bool Source::isForSomeLayers() const
{
    return ropeNames.size() > 1 || (kind == SourceKind::ConfigFile && !ropeName.empty() && ropeName != "main");
}

std::string_view nameOf(BeforeKind kind)
{
    return namesOf(kind).people;
}

std::string_view machineNameOf(BeforeKind kind)
{
    return namesOf(kind).programs;
}

bool offers(const Source& source, BeforeKind kind)
{
    switch (kind) {
    case BeforeKind::RecordedAngles:
        return source.recordedAngles != nullptr;
    case BeforeKind::RecordedPositions:
        return !source.recordedPositions.empty();
    case BeforeKind::UniformPositions:
        break;
    }
    return true;
}

BeforeKind bestBefore(const Source& source)
{
    return *std::ranges::find_if(allBeforeKinds, [&](BeforeKind kind) { return offers(source, kind); }); // the last is always there
}

ScalingTable Source::onModel(const ScalingTable& table) const
{
    ScalingTable product = table;
    for (std::size_t i = 0; trained && i < product.factors.size(); ++i) {
        product.factors[i] *= trained->own.factors[i];
    }
    product.attentionFactor *= trained ? trained->own.attentionFactor : 1.0;
    return product;
}

ScalingTable Source::fromModel(const ScalingTable& table, double scale) const
{
    ScalingTable quotient = table;
    for (std::size_t i = 0; trained && i < quotient.factors.size(); ++i) {
        const double own = trained->own.factors[i];
        const double written = table.factors[i];
        const bool isKept = std::isinf(own) || written == own; // what never turns stays so
        quotient.factors[i] = isKept ? 1.0 : written == scale * own ? scale : written / own;
    }
    quotient.attentionFactor /= trained ? trained->own.attentionFactor : 1.0;
    return quotient;
}

} // namespace rotascope
