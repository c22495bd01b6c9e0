// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tour/tour.h"

#include "core/angle/position_set.h"
#include "core/files/json.h"
#include "core/files/random_access_file.h"
#include "core/files/text.h"
#include "core/model/field_reader.h"
#include "core/model/presets.h"
#include "core/scaling/method.h"
#include "core/text.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <nlohmann/json.hpp>
#include <span>

namespace rotascope {
namespace {

using Json = nlohmann::json;
using OutJson = nlohmann::ordered_json; // in the order in which members are added
using Kind = TourAction::Kind;

constexpr std::string_view schema = "rotascope-tour/1";
constexpr std::string_view expectedFile = Sentence::marked("a guided tour");
constexpr std::size_t mostBytes = std::size_t{1} << 20U;
constexpr std::size_t mostSteps = 100;
constexpr std::size_t mostActions = 50; // of a step
constexpr std::size_t longestText = 1500; // bytes: a card of some lines
constexpr std::size_t mostDimensions = 65536;
constexpr std::array<std::string_view, 3> languages{"en", "ja", "ko"};

constexpr std::array<std::string_view, 6> tourMembers{"schema", "id", "title", "summary", "begin", "steps"};
constexpr std::array<std::string_view, 7> stepMembers{"title", "text", "answer", "target", "manual", "show", "expect"};
constexpr std::array<std::string_view, 4> targetMembers{"view", "control", "command", "dimension"};
constexpr std::array<std::string_view, 8> stateMembers{
    "source", "target_length", "method", "dimension", "view", "by_hand", "pins", "mean_below"};

// What an action's first member says, and what the value of that member is.
enum class Value { Preset, Length, Method, MethodOrNone, Dimension, Dimensions, Name };
struct Verb {
    std::string_view name;
    Kind kind;
    Value value;
    std::string_view second = {}; // a number that it needs beside it
};
constexpr std::array verbs{Verb{"open", Kind::Open, Value::Preset}, Verb{"target_length", Kind::TargetLength, Value::Length},
    Verb{"method", Kind::Method, Value::Method}, Verb{"show_method", Kind::ShowMethod, Value::MethodOrNone},
    Verb{"dimension", Kind::CurrentDimension, Value::Dimension}, Verb{"extrapolate", Kind::Extrapolate, Value::Dimensions},
    Verb{"interpolate", Kind::Interpolate, Value::Dimensions}, Verb{"automatic", Kind::Automatic, Value::Dimensions},
    Verb{"view", Kind::View, Value::Name}, Verb{"command", Kind::Command, Value::Name}, Verb{"press", Kind::Press, Value::Name},
    Verb{"choose", Kind::Choose, Value::Name, "entry"}, Verb{"enter", Kind::Enter, Value::Name, "value"}};

bool isId(std::string_view text)
{
    constexpr std::size_t longest = 64;
    return !text.empty() && text.size() <= longest
        && std::ranges::all_of(text, [](unsigned char letter) { return std::isalnum(letter) != 0 || letter == '-'; });
}

// "0-5, 12": ascending, each once. None where it is something else.
std::optional<std::vector<std::size_t>> dimensionsIn(std::string_view text)
{
    std::vector<std::size_t> result;
    while (!text.empty()) {
        const std::size_t comma = std::min(text.find(','), text.size());
        std::string_view part = text.substr(0, comma);
        part.remove_prefix(std::min(part.find_first_not_of(' '), part.size()));
        const std::size_t dash = part.find('-');
        const auto first = wholeNumberIn(part.substr(0, dash), 0, mostDimensions - 1);
        const auto last = dash == std::string_view::npos ? first : wholeNumberIn(part.substr(dash + 1), 0, mostDimensions - 1);
        if (!first || !last || *last < *first || (!result.empty() && static_cast<std::size_t>(*first) <= result.back())) {
            return {};
        }
        for (auto dimension = static_cast<std::size_t>(*first); dimension <= static_cast<std::size_t>(*last); ++dimension) {
            result.push_back(dimension);
        }
        if (comma + 1 == text.size()) {
            return {}; // nothing after a comma
        }
        text.remove_prefix(std::min(comma + 1, text.size()));
    }
    return result.empty() ? std::nullopt : std::optional(std::move(result));
}

class TourReader {
public:
    explicit TourReader(std::string where) : m_where(std::move(where)) { }

    Expected<Tour> read(const Json& json)
    {
        Tour tour;
        FieldReader top(json, m_where);
        knowMembers(top, json, tourMembers);
        tour.id = needed(top, "id");
        if (!top.error() && !isId(tour.id)) {
            top.fail(Sentence::of("id is {1}; expected up to 64 letters, digits and \"-\"", inQuotes(tour.id)));
        }
        tour.title = text(top, json, "title");
        tour.summary = text(top, json, "summary");
        take(top);
        tour.begin = actions(json, "begin", m_where);
        for (const auto& [where, object] : objects(json, "steps", m_where, mostSteps, "step")) {
            tour.steps.push_back(step(*object, where));
        }
        if (tour.steps.empty()) {
            fail(m_where + ": " + Sentence::of("steps: expected a list of 1 to {1} objects", std::to_string(mostSteps)));
        }
        return m_error ? Expected<Tour>(tl::unexpected(*m_error)) : tour;
    }

private:
    void fail(const Sentence& message)
    {
        if (!m_error) {
            m_error = Error{ErrorKind::Input, message};
        }
    }
    void take(const FieldReader& fields)
    {
        if (!m_error && fields.error()) {
            m_error = fields.error();
        }
    }

    // A misspelt member would be a step that does not do what it should.
    static void knowMembers(FieldReader& fields, const Json& object, std::span<const std::string_view> known)
    {
        for (const auto& [name, value] : object.items()) {
            if (std::ranges::find(known, name) == known.end()) {
                fields.fail(Sentence::of("{1} is not a member; expected one of {2}", inQuotes(name), namesOf(known)));
                return;
            }
        }
    }

    static std::string needed(FieldReader& fields, const char* field)
    {
        if (!fields.has(field)) {
            fields.fail(Sentence::of("{1} is missing; expected a text", field));
        }
        return fields.string(field).value_or("");
    }

    static void checkLength(FieldReader& fields, const char* field, const std::string& text)
    {
        if (text.empty() || text.size() > longestText) {
            fields.fail(Sentence::of(
                "{1} has {2} bytes; expected 1 to {3}", std::string(field), std::to_string(text.size()), std::to_string(longestText)));
        }
    }

    // A text, which is English, or an object with one for each language.
    static TourText text(FieldReader& fields, const Json& object, const char* field)
    {
        TourText result;
        const auto found = object.find(field);
        if (found == object.end() || !found->is_object()) {
            result.byLanguage["en"] = needed(fields, field);
            checkLength(fields, field, result.byLanguage["en"]);
            return result;
        }
        for (const auto& [language, value] : found->items()) {
            if (std::ranges::find(languages, language) == languages.end() || !value.is_string()) {
                fields.fail(Sentence::of(
                    "{1}: {2} is no text in a language of the window; expected one of {3}", field, inQuotes(language), namesOf(languages)));
                return result;
            }
            result.byLanguage[language] = value.get<std::string>();
            checkLength(fields, field, result.byLanguage[language]);
        }
        if (!result.byLanguage.contains("en")) {
            fields.fail(Sentence::of("{1} has no English text; expected a member \"en\"", field));
        }
        return result;
    }

    struct Place {
        std::string where;
        const Json* object;
    };
    // The objects of a list, which may be missing.
    std::vector<Place> objects(const Json& parent, const char* field, const std::string& where, std::size_t most, const std::string& what)
    {
        std::vector<Place> result;
        const auto list = parent.find(field);
        if (list == parent.end()) {
            return result;
        }
        if (!list->is_array() || list->size() > most) {
            fail(where + ": " + Sentence::of("{1}: expected a list of at most {2} objects", std::string(field), std::to_string(most)));
            return result;
        }
        for (const Json& one : *list) {
            const std::string name = where + ": " + what + " " + std::to_string(result.size() + 1);
            if (!one.is_object()) {
                fail(name + ": " + Sentence::of("expected an object"));
                return {};
            }
            result.push_back({name, &one});
        }
        return result;
    }

    TourStep step(const Json& object, const std::string& where)
    {
        FieldReader fields(object, where);
        knowMembers(fields, object, stepMembers);
        TourStep result;
        result.title = text(fields, object, "title");
        result.text = text(fields, object, "text");
        result.answer = fields.has("answer") ? text(fields, object, "answer") : TourText();
        result.manual = fields.string("manual").value_or("");
        if (const Json* const target = fields.object("target")) {
            result.target = this->target(*target, where + ": target");
        }
        if (const Json* const expect = fields.object("expect")) {
            result.expect = state(*expect, where + ": expect");
        }
        take(fields);
        result.show = actions(object, "show", where);
        return result;
    }

    TourTarget target(const Json& object, const std::string& where)
    {
        FieldReader fields(object, where);
        knowMembers(fields, object, targetMembers);
        TourTarget result{.view = fields.string("view").value_or(""),
            .control = fields.string("control").value_or(""),
            .command = fields.string("command").value_or(""),
            .dimension = fields.number<std::size_t>("dimension", mostDimensions - 1)};
        const int kinds = static_cast<int>(!result.view.empty() || !result.control.empty()) + static_cast<int>(!result.command.empty())
            + static_cast<int>(result.dimension.has_value());
        if (kinds != 1) {
            fields.fail(Sentence::of("expected a view, a control, a command or a dimension, one of them"));
        }
        take(fields);
        return result;
    }

    TourState state(const Json& object, const std::string& where)
    {
        FieldReader fields(object, where);
        knowMembers(fields, object, stateMembers);
        TourState result;
        result.source = fields.string("source");
        result.targetLength = fields.number<std::int64_t>("target_length");
        result.method = fields.string("method");
        result.dimension = fields.number<std::size_t>("dimension", mostDimensions - 1);
        result.view = fields.string("view");
        result.byHand = fields.boolean("by_hand");
        result.pins = fields.number<std::size_t>("pins");
        result.meanBelow = fields.number<double>("mean_below");
        if (result.source) {
            result.source = presetOf(fields, "source", *result.source);
        }
        if (result.method) {
            checkMethod(fields, "method", *result.method);
        }
        take(fields);
        return result;
    }

    std::vector<TourAction> actions(const Json& parent, const char* field, const std::string& where)
    {
        std::vector<TourAction> result;
        for (const auto& [place, object] : objects(parent, field, where, mostActions, field)) {
            result.push_back(action(*object, place));
        }
        return result;
    }

    TourAction action(const Json& object, const std::string& where)
    {
        TourAction result;
        FieldReader fields(object, where);
        const auto* const verb = std::ranges::find_if(verbs, [&](const Verb& one) { return object.contains(one.name); });
        if (verb == verbs.end()) {
            fields.fail(Sentence::of("expected one of {1}", namesOf(verbs, &Verb::name)));
            take(fields);
            return result;
        }
        const std::array known{verb->name, verb->second};
        knowMembers(fields, object, std::span(known).first(verb->second.empty() ? 1 : 2));
        result.kind = verb->kind;
        readValue(fields, *verb, result);
        if (!verb->second.empty()) {
            const std::string second(verb->second);
            if (!fields.has(second.c_str())) {
                fields.fail(Sentence::of("{1} is missing; expected a number", second));
            }
            result.number = fields.number<double>(second.c_str()).value_or(0.0);
        }
        take(fields);
        return result;
    }

    static void readValue(FieldReader& fields, const Verb& verb, TourAction& result)
    {
        const std::string field(verb.name);
        const char* const name = field.c_str();
        switch (verb.value) {
        case Value::Length:
            result.number = static_cast<double>(fields.number<std::int64_t>(name, maxContextLength).value_or(0));
            break;
        case Value::Dimension:
            result.number = static_cast<double>(fields.number<std::size_t>(name, mostDimensions - 1).value_or(0));
            break;
        case Value::Dimensions:
            result.dimensions = dimensions(fields, name);
            break;
        default:
            result.name = needed(fields, name);
        }
        if (verb.value == Value::Preset) {
            result.name = presetOf(fields, name, result.name);
        } else if (verb.value == Value::Method || (verb.value == Value::MethodOrNone && !result.name.empty())) {
            checkMethod(fields, name, result.name);
        }
    }

    static std::vector<std::size_t> dimensions(FieldReader& fields, const char* field)
    {
        const std::string text = needed(fields, field);
        if (text == "all") {
            return {};
        }
        std::optional<std::vector<std::size_t>> found = dimensionsIn(text);
        if (!found) {
            fields.fail(Sentence::of(
                "{1} is {2}; expected {3}, or dimensions such as {4}", field, inQuotes(text), inQuotes("all"), inQuotes("0-5, 12")));
        }
        return std::move(found).value_or(std::vector<std::size_t>());
    }

    // A tour opens presets alone: it must work on every machine, and no file of the user's is its business.
    // Its id, which may be written without the owner.
    static std::string presetOf(FieldReader& fields, const char* field, const std::string& id)
    {
        const auto preset = findPreset(id);
        if (!preset) {
            fields.fail(std::string(field) + ": " + preset.error().message);
            return id;
        }
        return preset->rope.modelId;
    }
    static void checkMethod(FieldReader& fields, const char* field, const std::string& name)
    {
        if (const auto method = findMethod(name); !method) {
            fields.fail(std::string(field) + ": " + method.error().message);
        }
    }

    std::string m_where;
    std::optional<Error> m_error;
};

// ---- Writing

// English alone is a text, several languages are an object.
OutJson textObject(const TourText& text)
{
    const auto english = text.byLanguage.find("en");
    if (english != text.byLanguage.end() && text.byLanguage.size() == 1) {
        return english->second;
    }
    OutJson json = OutJson::object();
    for (const std::string_view language : languages) {
        if (const auto found = text.byLanguage.find(std::string(language)); found != text.byLanguage.end()) {
            json[found->first] = found->second;
        }
    }
    return json;
}

// What dimensionsIn() reads: "0-5, 12"; none: "all".
std::string dimensionsText(const std::vector<std::size_t>& dimensions)
{
    std::string text;
    for (std::size_t first = 0; first < dimensions.size();) {
        std::size_t last = first;
        while (last + 1 < dimensions.size() && dimensions[last + 1] == dimensions[last] + 1) {
            ++last;
        }
        text += (text.empty() ? "" : ", ") + std::to_string(dimensions[first]);
        text += last > first ? "-" + std::to_string(dimensions[last]) : "";
        first = last + 1;
    }
    return text.empty() ? "all" : text;
}

OutJson actionObject(const TourAction& action)
{
    const auto* const verb = std::ranges::find(verbs, action.kind, &Verb::kind);
    const std::string name(verb->name);
    OutJson json = OutJson::object();
    switch (verb->value) {
    case Value::Length:
    case Value::Dimension:
        json[name] = static_cast<std::int64_t>(action.number);
        break;
    case Value::Dimensions:
        json[name] = dimensionsText(action.dimensions);
        break;
    default:
        json[name] = action.name;
    }
    if (!verb->second.empty()) {
        json[std::string(verb->second)] = action.number;
    }
    return json;
}

OutJson actionList(const std::vector<TourAction>& actions)
{
    OutJson list = OutJson::array();
    for (const TourAction& action : actions) {
        list.push_back(actionObject(action));
    }
    return list;
}

template <class T> void addTo(OutJson& json, const char* member, const std::optional<T>& value)
{
    if (value) {
        json[member] = *value;
    }
}

void addTo(OutJson& json, const char* member, const std::string& value)
{
    if (!value.empty()) {
        json[member] = value;
    }
}

OutJson stepObject(const TourStep& step)
{
    OutJson json = {{"title", textObject(step.title)}, {"text", textObject(step.text)}};
    if (!step.answer.isEmpty()) {
        json["answer"] = textObject(step.answer);
    }
    if (!step.target.isEmpty()) {
        OutJson target = OutJson::object();
        addTo(target, "view", step.target.view);
        addTo(target, "control", step.target.control);
        addTo(target, "command", step.target.command);
        addTo(target, "dimension", step.target.dimension);
        json["target"] = target;
    }
    addTo(json, "manual", step.manual);
    if (!step.show.empty()) {
        json["show"] = actionList(step.show);
    }
    if (!step.expect.isEmpty()) {
        const TourState& state = step.expect;
        OutJson expect = OutJson::object();
        addTo(expect, "source", state.source);
        addTo(expect, "target_length", state.targetLength);
        addTo(expect, "method", state.method);
        addTo(expect, "dimension", state.dimension);
        addTo(expect, "view", state.view);
        addTo(expect, "by_hand", state.byHand);
        addTo(expect, "pins", state.pins);
        addTo(expect, "mean_below", state.meanBelow);
        json["expect"] = expect;
    }
    return json;
}

tl::unexpected<Error> tooLarge(const std::string& where, std::uint64_t bytes)
{
    return inputError(where + ": " + Sentence::of("has {1} bytes; expected at most {2}", bytes, mostBytes));
}

} // namespace

const std::string& TourText::in(const std::string& language) const
{
    static const std::string none;
    auto found = byLanguage.find(language);
    found = found == byLanguage.end() ? byLanguage.find("en") : found;
    return found == byLanguage.end() ? none : found->second;
}

bool TourState::isEmpty() const
{
    return !source && !targetLength && !method && !dimension && !view && !byHand && !pins && !meanBelow;
}

Expected<Tour> parseTour(std::string_view text, const std::string& where)
{
    if (text.size() > mostBytes) {
        return tooLarge(where, text.size());
    }
    const tl::expected<Json, std::string> json = parseJson(text);
    if (!json || !json->is_object()) {
        return inputError(where + ": " + whyNoObject(Sentence::label(expectedFile), json ? std::string() : json.error()));
    }
    const auto found = json->find("schema");
    if (found == json->end() || *found != schema) {
        return inputError(where + ": " + Sentence::of("is no guided tour; expected the member \"schema\" to be {1}", inQuotes(schema)));
    }
    return TourReader(where).read(*json);
}

Expected<Tour> readTour(const std::filesystem::path& file)
{
    return RandomAccessFile::open(file, expectedFile)
        .and_then([&](const RandomAccessFile& opened) -> Expected<std::string> {
            if (opened.size() > mostBytes) { // before it is read
                return tooLarge(file.string(), opened.size());
            }
            return opened.read(0, static_cast<std::size_t>(opened.size()));
        })
        .and_then([&](const std::string& text) { return parseTour(text, file.string()); });
}

std::string toJson(const Tour& tour)
{
    OutJson json = OutJson::object();
    json["schema"] = schema;
    json["id"] = tour.id;
    json["title"] = textObject(tour.title);
    json["summary"] = textObject(tour.summary);
    if (!tour.begin.empty()) {
        json["begin"] = actionList(tour.begin);
    }
    json["steps"] = OutJson::array();
    for (const TourStep& step : tour.steps) {
        json["steps"].push_back(stepObject(step));
    }
    return json.dump(1, ' ', false, OutJson::error_handler_t::replace) + "\n";
}

} // namespace rotascope
