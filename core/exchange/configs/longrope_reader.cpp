// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/checked_table.h"
#include "core/exchange/configs/longrope.h"
#include "core/exchange/read_table.h"
#include "core/files/json.h"
#include "core/rope/frozen.h"
#include "core/text.h"

#include <algorithm>
#include <array>
#include <optional>

namespace rotascope::longrope {
namespace {

// An object with a list of factors.
struct Parameters {
    std::string place; // the names on the way, e.g. "text_config.rope_parameters.full_attention"; empty: on top
    std::string name; // the last of them
    const Json* object = nullptr;
};

// The depth is bounded by the parser.
void collectParameters(const Json& json, const std::string& place, std::vector<Parameters>& found)
{
    if (!json.is_object()) {
        return;
    }
    if (json.contains("long_factor")) {
        const std::size_t dot = place.rfind('.');
        found.push_back({place, dot == std::string::npos ? place : place.substr(dot + 1), &json});
    }
    for (const auto& [name, member] : json.items()) {
        std::string inside = place;
        inside.append(place.empty() ? "" : ".").append(name);
        collectParameters(member, inside, found);
    }
}

Expected<ScalingTable> parseParameters(const Json& parameters, const std::string& where)
{
    const auto failure = [&](const Sentence& what) { return inputError(where + ": " + what); };
    const Json& list = parameters["long_factor"];
    if (!list.is_array()) {
        return failure(Sentence::of("long_factor is not a list of numbers; expected one factor a dimension"));
    }
    const Expected<std::vector<double>> factors = factorsIn(list, where + ": long_factor");
    if (!factors) {
        return tl::unexpected(factors.error());
    }
    if (const auto other = parameters.find("short_factor"); other != parameters.end() && *other != parameters["long_factor"]) {
        return failure(Sentence::of(
            "short_factor and long_factor differ; expected a single table: put the list that is meant into a file of its own"));
    }
    ScalingTable table{.factors = withFrozen(*factors)};
    for (const char* name : {"attention_factor", "long_mscale"}) {
        if (const auto found = parameters.find(name); found != parameters.end()) {
            const Expected<double> value = attentionFactorIn(*found, where + ": " + name);
            if (!value) {
                return tl::unexpected(value.error());
            }
            table.attentionFactor = *value;
        }
    }
    return validate(table, where).map([&] { return table; });
}

Expected<ScalingTable> parseParameters(const Parameters& parameters, const std::string& where)
{
    return parseParameters(*parameters.object, where + (parameters.place.empty() ? "" : ": " + parameters.place));
}

bool areOneList(const std::vector<Parameters>& found)
{
    return std::ranges::all_of(found, [&](const Parameters& parameters) { return *parameters.object == *found.front().object; });
}

Error severalLists(const std::vector<Parameters>& found, const std::string& where)
{
    return {ErrorKind::Input,
        where + ": several lists of factors (" + namesOf(found, &Parameters::place)
            + "); expected one: put the one that is meant into a file of its own"};
}

// Whether each list has a name of its own, by which the one of a RoPE is found.
bool haveNames(const std::vector<Parameters>& found)
{
    return std::ranges::all_of(found, [&](const Parameters& parameters) {
        return !parameters.name.empty() && std::ranges::count(found, parameters.name, &Parameters::name) == 1;
    });
}

// How the table of each RoPE was made; of the others nothing is known but their name.
Provenance provenanceFor(const std::string& rope, const std::vector<Provenance>& known)
{
    const auto found = std::ranges::find_if(known, [&](const Provenance& one) {
        const auto name = one.find("rope");
        return name != one.end() && name->second == rope;
    });
    return found == known.end() ? Provenance{{"rope", rope}} : *found;
}

// A table for each list. A list that is not a table, such as a model's own two lists, is ignored unless the file says how it was made.
Expected<ImportedTable> tablesOf(const std::vector<Parameters>& found, const std::vector<Provenance>& known, const std::string& where)
{
    std::vector<ImportedTable> tables;
    Expected<ScalingTable> failed = inputError("");
    for (const Parameters& parameters : found) {
        const Provenance provenance = provenanceFor(parameters.name, known);
        if (const Expected<ScalingTable> table = parseParameters(parameters, where)) {
            const Expected<ImportedTable> one = checked({*table, provenance}, where);
            if (!one) {
                return tl::unexpected(one.error());
            }
            tables.push_back(*one);
        } else if (failed = table; provenance.size() > 1) {
            return tl::unexpected(table.error());
        }
    }
    if (tables.empty()) {
        return tl::unexpected(failed.error());
    }
    // What was exported comes before what stood in the file already.
    std::ranges::stable_sort(tables, std::greater(), [](const ImportedTable& table) { return table.provenance.size() > 1; });
    ImportedTable result = tables.front();
    result.others.assign(tables.begin() + 1, tables.end());
    return result;
}

} // namespace

Expected<ImportedTable> parse(std::string_view text, const std::string& where)
{
    const auto json = parseOrderedJson(text);
    if (!json || !json->is_object()) {
        const std::string reason = json ? std::string() : json.error();
        return inputError(where + ": " + whyNoObject(Sentence::of("a configuration that Rotascope exported"), reason));
    }
    const std::vector<Provenance> known = parseProvenances(json->value("rotascope", Json()));
    std::vector<Parameters> found;
    collectParameters(*json, "", found);
    if (found.empty() || (areOneList(found) && known.size() < 2)) {
        return tableIn(*json, where).and_then([&](const ScalingTable& table) { return checked({table, known.front()}, where); });
    }
    return haveNames(found) ? tablesOf(found, known, where) : Expected<ImportedTable>(tl::unexpected(severalLists(found, where)));
}

Expected<ImportedTable> read(const std::filesystem::path& file)
{
    return readAndParse(file, parse);
}

Expected<ScalingTable> tableIn(const Json& config, const std::string& where)
{
    std::vector<Parameters> found;
    collectParameters(config, "", found);
    if (found.empty()) {
        return inputError(where + ": " + Sentence::of("no long_factor; expected a configuration that Rotascope exported"));
    }
    return areOneList(found) ? parseParameters(found.front(), where) : Expected<ScalingTable>(tl::unexpected(severalLists(found, where)));
}

} // namespace rotascope::longrope
