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

// Members of an object, each checked; the first that is wrong is remembered, and later ones are not looked at.
class ObjectReader {
public:
    ObjectReader(const nlohmann::json& object, std::string where, Sentence& problem)
        : m_object(object), m_where(std::move(where)), m_problem(problem)
    {
        if (!object.is_object()) {
            refuse(Sentence::of("is not an object"));
        }
    }

    std::string text(const char* name, const std::optional<std::string>& otherwise = std::nullopt)
    {
        const nlohmann::json* const value = find(name, !otherwise);
        if (value != nullptr && (!value->is_string() || value->get_ref<const std::string&>().size() > longestText)) {
            refuse(Sentence::of("{1} is not a text of at most {2} bytes", name, longestText));
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
            refuse(Sentence::of("{1} is not a whole number from {2} to {3}", name, std::to_string(least), std::to_string(most)));
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
            refuse(Sentence::of("{1} is not a finite number", name));
            return std::nullopt;
        }
        return value->get<double>();
    }
    bool flag(const char* name)
    {
        const nlohmann::json* const value = find(name, true);
        if (value != nullptr && !value->is_boolean()) {
            refuse(Sentence::of("{1} is neither true nor false", name));
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
            refuse(Sentence::of(
                "{1} is not a list of 1 to {2} numbers from {3} to {4}", name, mostDimensions, exactText(least), exactText(most)));
            return {};
        }
        return value == nullptr ? std::vector<double>() : value->get<std::vector<double>>();
    }
    /// The list's members one by one; `take(member, its place)`.
    template <class Take> void list(const char* name, Take take)
    {
        const nlohmann::json* const value = find(name, true);
        if (value != nullptr && !value->is_array()) {
            refuse(Sentence::of("{1} is not a list", name));
            return;
        }
        for (std::size_t i = 0; value != nullptr && i < value->size() && m_problem.empty(); ++i) {
            take((*value)[i], m_where + ": " + name + "[" + std::to_string(i) + "]");
        }
    }
    void refuse(const Sentence& what)
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
                refuse(Sentence::of("{1} is missing", name));
            }
            return nullptr;
        }
        return &*found;
    }

    const nlohmann::json& m_object;
    std::string m_where;
    Sentence& m_problem;
};

// A table of the file; its "id" is that of its numbers.
ScoredTable readTable(ObjectReader& reader, std::size_t dimensions, std::map<std::string, std::size_t>& places)
{
    ScoredTable table{reader.text("name"),
        {reader.reals("factors", 1.0 / largestScoredFactor, largestScoredFactor), reader.real("attention_factor", 1.0)}};
    const std::string id = reader.text("id");
    if (table.table.factors.size() != dimensions) {
        reader.refuse(
            Sentence::of("factors has {1} numbers; expected one for each of the {2} in inv_freq", table.table.factors.size(), dimensions));
    } else if (id != tableId(table.table)) {
        reader.refuse(
            Sentence::of("id is {1}, which is not that of its factors; expected {2}", inQuotes(id), inQuotes(tableId(table.table))));
    } else if (!places.emplace(id, places.size()).second) {
        reader.refuse(Sentence::of("the table {1} is there twice", id));
    }
    return table;
}

Score readScore(ObjectReader& reader, const std::map<std::string, std::size_t>& places)
{
    Score score;
    const std::string id = reader.text("table");
    const auto place = places.find(id);
    if (place == places.end()) {
        reader.refuse(Sentence::of("table is {1}; expected the id of one in tables", inQuotes(id)));
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

bool isScores(std::string_view head)
{
    return looksLikeJsonObject(head) && head.find("\"rotascope-scores/") != std::string_view::npos;
}

Expected<ScoreSet> parseScores(std::string_view json, const std::string& where)
{
    const auto parsed = parseJson(json);
    if (!parsed || !parsed->is_object()) {
        return inputError(where + ": " + whyNoObject(Sentence::of("a file of scores"), parsed ? std::string() : parsed.error()));
    }
    Sentence problem;
    ObjectReader reader(*parsed, where, problem);
    if (const std::string stated = reader.text("schema", ""); stated != schema) {
        return inputError(where + ": " + Sentence::of("its schema is {1}; expected {2}", inQuotes(stated), inQuotes(schema)));
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

ScoreSet merged(ScoreSet set, const ScoreSet& more)
{
    std::vector<std::size_t> places;
    for (const ScoredTable& table : more.tables) {
        const auto found = std::ranges::find(set.tables, table.table, &ScoredTable::table);
        places.push_back(static_cast<std::size_t>(found - set.tables.begin()));
        if (found == set.tables.end()) {
            set.tables.push_back(table);
        }
    }
    const std::size_t known = set.scores.size();
    for (Score score : more.scores) {
        score.table = places[score.table];
        const auto isThere = [&](const Score& one) {
            return one.table == score.table && one.length == score.length && one.steps == score.steps && one.task == score.task
                && one.metric == score.metric;
        };
        if (std::none_of(set.scores.begin(), set.scores.begin() + static_cast<std::ptrdiff_t>(known), isThere)) {
            set.scores.push_back(std::move(score));
        }
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
