// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/table_readings.h"

#include "core/engine/parallel.h"

#include <algorithm>

namespace rotascope {
namespace {

struct Known {
    const TableAnalysis* result;
    TableReading reading;
};

std::vector<Known> tablesOf(const Analysis& analysis)
{
    std::vector<Known> all;
    const auto add = [&all](const TableAnalysis& result, std::string method, std::optional<std::size_t> pin) {
        all.push_back({&result, {std::move(method), pin, result.table, result.meanDisturbance, {}}});
    };
    add(*analysis.chosen, {}, std::nullopt);
    for (std::size_t i = 0; i < analysis.pinned.size(); ++i) {
        add(*analysis.pinned[i], {}, i);
    }
    for (const MethodAnalysis& method : analysis.methods) {
        if (method.result) {
            add(*method.result, std::string(method.method->name), std::nullopt);
        }
    }
    return all;
}

// What takes long depends on the frequencies, the factors and the two lengths alone.
const SecondReadings* knownOf(const ScalingTable& table, const Analysis& analysis, const TableReadings* previous)
{
    if (previous == nullptr || previous->analysis->source != analysis.source
        || previous->analysis->settings.pretrainingLength != analysis.settings.pretrainingLength
        || previous->analysis->settings.targetLength != analysis.settings.targetLength) {
        return nullptr;
    }
    const auto found = std::ranges::find(previous->tables, table.factors, [](const TableReading& one) { return one.table.factors; });
    return found == previous->tables.end() ? nullptr : &found->readings;
}

} // namespace

Expected<std::shared_ptr<const TableReadings>> readTables(
    const std::shared_ptr<const Analysis>& analysis, const std::shared_ptr<const TableReadings>& previous, const std::stop_token& stop)
{
    std::vector<Known> tables = tablesOf(*analysis);
    parallelFor(tables.size(), [&](std::size_t i) {
        if (!stop.stop_requested()) {
            const TableAnalysis& result = *tables[i].result;
            tables[i].reading.readings = secondReadings(*analysis, result, knownOf(result.table, *analysis, previous.get()));
        }
    });
    if (stop.stop_requested()) {
        return stoppedError();
    }
    auto readings = std::make_shared<TableReadings>();
    readings->analysis = analysis;
    std::ranges::transform(tables, std::back_inserter(readings->tables), [](Known& one) { return std::move(one.reading); });
    return readings;
}

} // namespace rotascope
