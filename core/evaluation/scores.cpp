// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/scores.h"

#include "core/angle/position_set.h"
#include "core/angle/turn.h"
#include "core/files/json.h"
#include "core/files/little_endian.h"
#include "core/files/text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <map>
#include <nlohmann/json.hpp>

namespace rotascope {
namespace {

constexpr std::string_view schema = "rotascope-scores/1";
constexpr std::size_t mostDimensions = 65536;
constexpr std::size_t longestText = 4096; // bytes
constexpr double largestFactor = 1e12;

// Members of an object, each checked; the first that is wrong is remembered, and later ones are not looked at.
class ObjectReader {
public:
    ObjectReader(const nlohmann::json& object, std::string where, std::string& problem)
        : m_object(object), m_where(std::move(where)), m_problem(problem)
    {
        if (!object.is_object()) {
            refuse("is not an object");
        }
    }

    std::string text(const char* name, const std::optional<std::string>& otherwise = std::nullopt)
    {
        const nlohmann::json* const value = find(name, !otherwise);
        if (value != nullptr && (!value->is_string() || value->get_ref<const std::string&>().size() > longestText)) {
            refuse(std::string(name) + " is not a text of at most " + std::to_string(longestText) + " bytes");
            return {};
        }
        return value == nullptr ? otherwise.value_or("") : value->get<std::string>();
    }
    std::int64_t whole(const char* name, std::int64_t least, std::int64_t most, std::optional<std::int64_t> otherwise = std::nullopt)
    {
        const nlohmann::json* const value = find(name, !otherwise);
        if (value == nullptr) {
            return otherwise.value_or(least);
        }
        const bool fits
            = value->is_number_integer() && (!value->is_number_unsigned() || value->get<std::uint64_t>() <= std::uint64_t(most));
        if (!fits || value->get<std::int64_t>() < least || value->get<std::int64_t>() > most) {
            refuse(std::string(name) + " is not a whole number from " + std::to_string(least) + " to " + std::to_string(most));
            return least;
        }
        return value->get<std::int64_t>();
    }
    double real(const char* name, double otherwise) { return optionalReal(name).value_or(otherwise); }
    double real(const char* name)
    {
        find(name, true);
        return optionalReal(name).value_or(0.0);
    }
    std::optional<double> optionalReal(const char* name)
    {
        const nlohmann::json* const value = find(name, false);
        if (value == nullptr) {
            return std::nullopt;
        }
        if (!value->is_number() || !std::isfinite(value->get<double>())) {
            refuse(std::string(name) + " is not a finite number");
            return std::nullopt;
        }
        return value->get<double>();
    }
    bool flag(const char* name)
    {
        const nlohmann::json* const value = find(name, true);
        if (value != nullptr && !value->is_boolean()) {
            refuse(std::string(name) + " is neither true nor false");
        }
        return value != nullptr && value->is_boolean() && value->get<bool>();
    }
    std::vector<double> reals(const char* name, double least, double most)
    {
        const nlohmann::json* const value = find(name, true);
        const auto fits
            = [&](const nlohmann::json& one) { return one.is_number() && one.get<double>() >= least && one.get<double>() <= most; };
        if (value != nullptr
            && (!value->is_array() || value->empty() || value->size() > mostDimensions || !std::ranges::all_of(*value, fits))) {
            refuse(std::string(name) + " is not a list of 1 to " + std::to_string(mostDimensions) + " numbers from " + exactText(least)
                + " to " + exactText(most));
            return {};
        }
        return value == nullptr ? std::vector<double>() : value->get<std::vector<double>>();
    }
    /// The list's members one by one; `take(member, its place)`.
    template <class Take> void list(const char* name, Take take)
    {
        const nlohmann::json* const value = find(name, true);
        if (value != nullptr && !value->is_array()) {
            refuse(std::string(name) + " is not a list");
            return;
        }
        for (std::size_t i = 0; value != nullptr && i < value->size() && m_problem.empty(); ++i) {
            take((*value)[i], m_where + ": " + name + "[" + std::to_string(i) + "]");
        }
    }
    void refuse(const std::string& what)
    {
        if (m_problem.empty()) {
            m_problem = m_where + ": " + what;
        }
    }

private:
    const nlohmann::json* find(const char* name, bool isRequired)
    {
        const auto found = m_object.is_object() ? m_object.find(name) : m_object.end();
        if (!m_object.is_object() || found == m_object.end() || found->is_null()) {
            if (isRequired) {
                refuse(std::string(name) + " is missing");
            }
            return nullptr;
        }
        return &*found;
    }

    const nlohmann::json& m_object;
    std::string m_where;
    std::string& m_problem;
};

// A table of the file; its "id" is that of its numbers.
ScoredTable readTable(ObjectReader& reader, std::size_t dimensions, std::map<std::string, std::size_t>& places)
{
    ScoredTable table{
        reader.text("name"), {reader.reals("factors", 1.0 / largestFactor, largestFactor), reader.real("attention_factor", 1.0)}};
    const std::string id = reader.text("id");
    if (table.table.factors.size() != dimensions) {
        reader.refuse("factors has " + std::to_string(table.table.factors.size()) + " numbers; expected one for each of the "
            + std::to_string(dimensions) + " in inv_freq");
    } else if (id != tableId(table.table)) {
        reader.refuse("id is " + inQuotes(id) + ", which is not that of its factors; expected \"" + tableId(table.table) + "\"");
    } else if (!places.emplace(id, places.size()).second) {
        reader.refuse("the table " + id + " is there twice");
    }
    return table;
}

Score readScore(ObjectReader& reader, const std::map<std::string, std::size_t>& places)
{
    Score score;
    const std::string id = reader.text("table");
    const auto place = places.find(id);
    if (place == places.end()) {
        reader.refuse("table is " + inQuotes(id) + "; expected the id of one in tables");
    } else {
        score.table = place->second;
    }
    constexpr std::int64_t mostCount = 1000000000000;
    score.length = reader.whole("length", 1, maxContextLength);
    score.steps = reader.whole("fine_tuning_steps", 0, mostCount, 0);
    score.task = reader.text("task");
    score.metric = reader.text("metric");
    score.value = reader.real("value");
    score.standardError = reader.optionalReal("standard_error");
    score.count = static_cast<std::size_t>(reader.whole("count", 0, mostCount, 0));
    score.higherIsBetter = reader.flag("higher_is_better");
    return score;
}

} // namespace

std::string tableId(const ScalingTable& table)
{
    std::string bytes;
    for (const double factor : table.factors) {
        appendLittleEndian(bytes, factor);
    }
    appendLittleEndian(bytes, table.attentionFactor);
    std::uint64_t digest = 0xcbf29ce484222325U;
    for (const char byte : bytes) {
        digest = (digest ^ static_cast<unsigned char>(byte)) * 0x100000001b3U;
    }
    std::array<char, 17> text{};
    std::snprintf(text.data(), text.size(), "%016llx", static_cast<unsigned long long>(digest));
    return text.data();
}

Expected<ScoreSet> parseScores(std::string_view json, const std::string& where)
{
    const auto parsed = parseJson(json);
    if (!parsed || !parsed->is_object()) {
        return inputError(where + ": " + whyNoObject("a file of scores", parsed ? std::string() : parsed.error()));
    }
    std::string problem;
    ObjectReader reader(*parsed, where, problem);
    if (const std::string stated = reader.text("schema", ""); stated != schema) {
        return inputError(where + ": its schema is " + inQuotes(stated) + "; expected \"" + std::string(schema) + "\"");
    }
    ScoreSet set;
    set.program = reader.text("program", "");
    set.model = reader.text("model");
    set.pretrainingLength = reader.whole("pretraining_length", 1, maxContextLength);
    set.invFreq = reader.reals("inv_freq", 0.0, maxFrequency);
    std::map<std::string, std::size_t> places;
    reader.list("tables", [&](const nlohmann::json& entry, const std::string& place) {
        ObjectReader table(entry, place, problem);
        set.tables.push_back(readTable(table, set.invFreq.size(), places));
    });
    reader.list("scores", [&](const nlohmann::json& entry, const std::string& place) {
        ObjectReader score(entry, place, problem);
        set.scores.push_back(readScore(score, places));
    });
    if (!problem.empty()) {
        return inputError(problem);
    }
    return set;
}

std::string toJson(const ScoreSet& set)
{
    using Json = nlohmann::ordered_json;
    Json json = {{"schema", schema}, {"program", set.program}, {"model", set.model}, {"pretraining_length", set.pretrainingLength},
        {"inv_freq", set.invFreq}, {"tables", Json::array()}, {"scores", Json::array()}};
    for (const ScoredTable& table : set.tables) {
        json["tables"].push_back({{"id", tableId(table.table)}, {"name", table.name}, {"factors", table.table.factors},
            {"attention_factor", table.table.attentionFactor}});
    }
    for (const Score& score : set.scores) {
        Json entry = {{"table", tableId(set.tables[score.table].table)}, {"length", score.length}, {"fine_tuning_steps", score.steps},
            {"task", score.task}, {"metric", score.metric}, {"value", score.value}};
        if (score.standardError) {
            entry["standard_error"] = *score.standardError;
        }
        entry["count"] = score.count;
        entry["higher_is_better"] = score.higherIsBetter;
        json["scores"].push_back(std::move(entry));
    }
    return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace rotascope
