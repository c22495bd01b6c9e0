// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/session.h"

#include "core/analysis/starting_point.h"
#include "core/analysis/usage_weights.h"
#include "core/files/input_file.h"
#include "core/files/json.h"
#include "core/files/json_numbers.h"
#include "core/files/text.h"
#include "core/model/field_reader.h"
#include "core/rope/frozen.h"
#include "core/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <functional>
#include <limits>
#include <nlohmann/json.hpp>
#include <system_error>

namespace rotascope {
namespace {

// Members are written in the order in which they are added, and read in any.
using OutJson = nlohmann::ordered_json;
using InJson = nlohmann::json;

constexpr std::string_view schema = "rotascope-session/1";
constexpr std::string_view expectedFile = Sentence::marked("a session that Rotascope saved");
constexpr std::array sourceKinds{SourceKind::Preset, SourceKind::ConfigFile, SourceKind::Recording};

std::string_view nameOf(SourceKind kind)
{
    constexpr std::array<std::string_view, sourceKinds.size()> names{"model", "config", "recording"};
    return names.at(static_cast<std::size_t>(kind));
}

Expected<void> checkName(const SessionSource& source)
{
    return isUtf8(source.origin)
        ? Expected<void>()
        : outputError(source.origin + ": " + Sentence::of("its name is not UTF-8, so that no session can name it; rename the file"));
}

// `folder`: where the session lies.
OutJson sourceObject(const SessionSource& source, const std::filesystem::path& folder)
{
    OutJson json = OutJson::object();
    json["kind"] = nameOf(source.kind);
    json[source.kind == SourceKind::Preset ? "id" : "file"] = source.origin;
    if (source.kind != SourceKind::Preset) {
        if (const std::string nearby = std::filesystem::path(source.origin).lexically_relative(folder).string();
            !nearby.empty() && isUtf8(nearby)) {
            json["nearby"] = nearby;
        }
    }
    if (source.fingerprint) {
        json["bytes"] = source.fingerprint->bytes;
        json["digest"] = hexText(source.fingerprint->digest);
    }
    return json;
}

void addTokens(OutJson& json, const TokenChoice& tokens)
{
    if (tokens.hasPositions()) {
        json["positions"] = positionsText(tokens);
    }
    if (!tokens.sequences.empty()) {
        json["sequences"] = sequencesText(tokens);
    }
}

OutJson otherObject(const SessionOther& other, const std::filesystem::path& folder)
{
    OutJson json = OutJson::object();
    json["source"] = sourceObject(other.source, folder);
    json["name"] = other.ropeName;
    json["start"] = machineNameOfStart(other.start);
    json["pretraining_length"] = other.pretrainingLength;
    json["before"] = machineNameOf(other.before);
    addTokens(json, other.tokens);
    return json;
}

OutJson choicesList(const std::vector<std::optional<Override>>& overrides)
{
    OutJson list = OutJson::array();
    for (const std::optional<Override>& set : overrides) {
        list.push_back(!set                     ? OutJson()
                : set->choice == Choice::Custom ? jsonNumber<OutJson>(set->factor)
                                                : OutJson(rotascope::nameOf(set->choice)));
    }
    return list;
}

OutJson tableObject(const ScalingTable& table)
{
    OutJson json = OutJson::object();
    json["factors"] = jsonNumbers<OutJson>(table.factors);
    json["attention_factor"] = table.attentionFactor;
    return json;
}

OutJson pinObject(const PinnedTable& pin)
{
    OutJson json = OutJson::object();
    json["letter"] = std::string(1, pin.letter());
    json["name"] = pin.name;
    json["method"] = pin.method;
    json["set_by_hand"] = pin.dimensionsSetByHand;
    json["pretraining_length"] = pin.pretrainingLength;
    json["target_length"] = pin.targetLength;
    json["table"] = tableObject(pin.table);
    return json;
}

OutJson ropeObject(const SessionRope& rope, const std::filesystem::path& folder)
{
    const AnalysisSettings& settings = rope.settings;
    OutJson json = OutJson::object();
    json["name"] = rope.name;
    json["start"] = machineNameOfStart(rope.start);
    json["pretraining_length"] = settings.pretrainingLength;
    json["target_length"] = settings.targetLength;
    json["before"] = machineNameOf(settings.before);
    addTokens(json, rope.tokens);
    json["measure"] = settings.measure();
    if (settings.counting.window > 0) {
        json["window"] = settings.counting.window;
    }
    if (settings.farWeight) {
        json["far_weight"] = *settings.farWeight;
    }
    if (!settings.weights.areEqual()) {
        json["weights"] = {{"name", settings.weights.name}, {"values", settings.weights.values}};
    }
    json["bins"] = settings.intervals;
    json["divergence"] = infoOf(settings.divergence).name;
    json["epsilon"] = settings.epsilon;
    if (const auto* const rule = std::get_if<Threshold>(&settings.selection)) {
        json["threshold"] = rule->t;
        if (rule->nearWeight > 0.0) {
            json["near_threshold"] = rule->nearWeight;
        }
    } else {
        json["interpolated_components"] = std::get<InterpolatedComponents>(settings.selection).count;
    }
    json["method"] = settings.method;
    if (settings.dimensionsSetByHand() > 0) {
        json["choices"] = choicesList(settings.overrides);
    }
    if (!settings.comparedMethods.empty()) {
        json["compared_methods"] = settings.comparedMethods;
    }
    if (settings.parameters.band) {
        json["band"] = textOf(*settings.parameters.band);
    }
    if (settings.parameters.clipped) {
        json["clipped"] = *settings.parameters.clipped;
    }
    if (settings.customTable) {
        json["table"] = tableObject(*settings.customTable);
    }
    for (const PinnedTable& pin : settings.pins) {
        json["pins"].push_back(pinObject(pin));
    }
    if (rope.other) {
        json["other"] = otherObject(*rope.other, folder);
    }
    return json;
}

// Reads the members of one object; the first fault of all of them counts.
class SessionReader {
public:
    explicit SessionReader(std::string where) : m_where(std::move(where)) { }

    Expected<Session> read(const InJson& json)
    {
        FieldReader top(json, m_where);
        Session session;
        session.source = source(top, m_where);
        readRopes(top, json, session);
        session.shown = index(top, "shown", session.ropes.size());
        session.dimension = index(top, "dimension", mostDimensions);
        session.notes = words(top, json, "notes");
        readScenes(top, json, session);
        session.view = texts(top, "view");
        take(top);
        return m_error ? Expected<Session>(tl::unexpected(*m_error)) : session;
    }

private:
    static constexpr std::size_t mostRopes = 64;
    static constexpr std::size_t mostDimensions = 65536;

    void take(const FieldReader& fields)
    {
        if (!m_error && fields.error()) {
            m_error = fields.error();
        }
    }

    // A member that must be there.
    template <class T> static T needed(FieldReader& fields, const char* field, std::optional<T> value, const char* expected)
    {
        if (!value && !fields.has(field)) {
            fields.fail(Sentence::of("{1} is missing; expected {2}", field, Sentence::label(expected)));
        }
        return std::move(value).value_or(T());
    }
    static std::string text(FieldReader& fields, const char* field)
    {
        return needed(fields, field, fields.string(field), Sentence::marked("a text"));
    }

    static std::size_t index(FieldReader& fields, const char* field, std::size_t count)
    {
        const std::int64_t value = fields.number<std::int64_t>(field).value_or(0);
        if (value < 0 || (value > 0 && static_cast<std::size_t>(value) >= count)) {
            fields.fail(Sentence::of(
                "{1} is {2}; expected 0 to {3}", std::string(field), std::to_string(value), std::to_string(count == 0 ? 0 : count - 1)));
            return 0;
        }
        return static_cast<std::size_t>(value);
    }

    // One of some values, by its name.
    template <class Values, class Name> auto oneOf(FieldReader& fields, const char* field, const Values& values, Name name)
    {
        const std::string found = text(fields, field);
        const auto at = std::ranges::find(values, found, name);
        if (at == std::end(values)) {
            fields.fail(Sentence::of("{1} is {2}; expected one of {3}", field, inQuotes(found), namesOf(values, name)));
            return *std::begin(values);
        }
        return *at;
    }

    // As long as the user likes.
    static std::string words(FieldReader& fields, const InJson& json, const char* field)
    {
        const auto found = json.find(field);
        if (found != json.end() && !found->is_string()) {
            fields.fail(Sentence::of("{1}: expected a text", field));
            return {};
        }
        return found != json.end() ? found->get<std::string>() : std::string();
    }

    // The member "source" of an object, which stands at `where`.
    SessionSource source(FieldReader& fields, const std::string& where)
    {
        SessionSource result;
        const InJson* const object = fields.object("source");
        if (object == nullptr) {
            fields.fail(Sentence::of("source is missing; expected an object"));
            return result;
        }
        FieldReader source(*object, where + ": source");
        result.kind = oneOf(source, "kind", sourceKinds, [](SourceKind kind) { return nameOf(kind); });
        result.origin = text(source, result.kind == SourceKind::Preset ? "id" : "file");
        result.nearby = source.string("nearby").value_or("");
        if (source.has("digest")) {
            result.fingerprint = fingerprint(source);
        }
        for (const std::string* const path : {&result.origin, &result.nearby}) {
            if (path->find('\0') != std::string::npos) {
                source.fail(Sentence::of("the file's name has a zero byte"));
            }
        }
        take(source);
        return result;
    }

    static TokenChoice tokens(FieldReader& fields)
    {
        const Expected<TokenChoice> choice
            = tokenChoiceOf(fields.string("positions").value_or(""), fields.string("sequences").value_or(""));
        if (!choice) {
            fields.fail(choice.error().message);
        }
        return choice.value_or(TokenChoice());
    }

    std::optional<SessionOther> other(FieldReader& fields, const std::string& where)
    {
        const InJson* const object = fields.object("other");
        if (object == nullptr) {
            return {};
        }
        FieldReader own(*object, where + ": other");
        SessionOther result;
        result.source = source(own, where + ": other");
        result.ropeName = text(own, "name");
        result.start = oneOf(own, "start", std::array{StartingPoint::Unscaled, StartingPoint::Trained}, machineNameOfStart);
        result.pretrainingLength = needed(own, "pretraining_length", own.number<std::int64_t>("pretraining_length"), "a number");
        result.before = oneOf(own, "before", allBeforeKinds, [](BeforeKind kind) { return machineNameOf(kind); });
        result.tokens = tokens(own);
        take(own);
        return result;
    }

    static FileFingerprint fingerprint(FieldReader& source)
    {
        FileFingerprint result;
        result.bytes = needed(source, "bytes", source.number<std::uint64_t>("bytes"), Sentence::marked("a number"));
        const std::string digest = source.string("digest").value_or("");
        const char* const end = digest.data() + digest.size();
        if (const auto [stopped, fault] = std::from_chars(digest.data(), end, result.digest, 16); fault != std::errc() || stopped != end) {
            source.fail(Sentence::of("digest is {1}; expected up to 16 hexadecimal digits", inQuotes(digest)));
        }
        return result;
    }

    void readRopes(FieldReader& top, const InJson& json, Session& session)
    {
        const auto list = json.find("ropes");
        if (list == json.end() || !list->is_array() || list->empty() || list->size() > mostRopes) {
            top.fail(Sentence::of("ropes: expected a list of 1 to {1} objects", std::to_string(mostRopes)));
            return;
        }
        for (std::size_t i = 0; i < list->size(); ++i) {
            const std::string where = m_where + ": ropes[" + std::to_string(i) + "]";
            if (!(*list)[i].is_object()) {
                top.fail(Sentence::of("ropes[{1}]: expected an object", std::to_string(i)));
                return;
            }
            session.ropes.push_back(rope((*list)[i], where));
        }
    }

    SessionRope rope(const InJson& object, const std::string& where)
    {
        FieldReader fields(object, where);
        SessionRope result;
        AnalysisSettings& settings = result.settings;
        result.name = text(fields, "name");
        result.start = oneOf(fields, "start", std::array{StartingPoint::Unscaled, StartingPoint::Trained}, machineNameOfStart);
        const auto length
            = [&](const char* field) { return needed(fields, field, fields.number<std::int64_t>(field), Sentence::marked("a number")); };
        settings.pretrainingLength = length("pretraining_length");
        settings.targetLength = length("target_length");
        settings.before = oneOf(fields, "before", allBeforeKinds, [](BeforeKind kind) { return machineNameOf(kind); });
        settings.counting = counting(fields);
        if (fields.has("measure") && fields.string("measure") == "near-far") {
            settings.farWeight = fields.numberWithin("far_weight", 0.0, maxFarWeight).value_or(defaultFarWeight);
        }
        settings.weights = weights(fields, where);
        settings.intervals = needed(fields, "bins", fields.number<std::uint32_t>("bins"), Sentence::marked("a number"));
        settings.divergence = divergence(fields);
        settings.epsilon = needed(fields, "epsilon", fields.number<double>("epsilon"), Sentence::marked("a number"));
        settings.selection = selection(fields);
        settings.method = text(fields, "method");
        settings.comparedMethods = fields.strings("compared_methods");
        settings.overrides = choices(fields, object);
        settings.parameters = parameters(fields);
        settings.customTable = table(fields, where);
        settings.pins = pins(fields, object, where);
        result.tokens = tokens(fields);
        result.other = other(fields, where);
        take(fields);
        return result;
    }

    static Divergence divergence(FieldReader& fields)
    {
        const Expected<Divergence> found = findDivergence(text(fields, "divergence"));
        if (!found) {
            fields.fail("divergence: " + found.error().message);
        }
        return found.value_or(Divergence::KullbackLeibler);
    }

    // Missing in a session that was saved when there were only positions.
    CountingMeasure counting(FieldReader& fields)
    {
        if (!fields.has("measure")) {
            return {};
        }
        const std::string_view measure = oneOf(fields, "measure", measureNames, std::identity());
        const std::int64_t window = fields.number<std::int64_t>("window").value_or(0);
        return {countingOf(measure), window};
    }

    DimensionWeights weights(FieldReader& fields, const std::string& where)
    {
        const InJson* const object = fields.object("weights");
        if (object == nullptr) {
            return {};
        }
        FieldReader own(*object, where + ": weights");
        const std::string name = text(own, "name");
        if (name != ownWeights && !areOfUsage(name)) {
            const char* const field = "name";
            own.fail(Sentence::of("{1} is {2}; expected one of {3}", field, inQuotes(name), "usage, usage:LAYERS, own"));
        }
        DimensionWeights result{name, own.list<double>("values", 0.0, std::numeric_limits<double>::max())};
        take(own);
        return result;
    }

    static SelectionRule selection(FieldReader& fields)
    {
        if (const std::optional<int> count = fields.number<int>("interpolated_components")) {
            return InterpolatedComponents{*count};
        }
        return Threshold{
            needed(fields, "threshold", fields.number<double>("threshold"), Sentence::marked("a number, or interpolated_components")),
            fields.number<double>("near_threshold").value_or(0.0)};
    }

    static MethodParameters parameters(FieldReader& fields)
    {
        MethodParameters result;
        if (const std::optional<std::string> band = fields.string("band")) {
            const Expected<DimensionRange> range = dimensionRangeOf(*band);
            if (!range) {
                fields.fail(range.error().message);
            }
            result.band = range ? std::optional(*range) : std::nullopt;
        }
        result.clipped = fields.number<std::size_t>("clipped", mostDimensions);
        return result;
    }

    static std::optional<Override> choice(const InJson& value)
    {
        if (value.is_number()) {
            return Override{Choice::Custom, value.get<double>()};
        }
        if (value == "inf") {
            return Override{Choice::Custom, frozenFactor};
        }
        for (const Choice known : {Choice::Extrapolation, Choice::Interpolation}) {
            if (value == rotascope::nameOf(known)) {
                return Override{known};
            }
        }
        return {};
    }

    static std::vector<std::optional<Override>> choices(FieldReader& fields, const InJson& object)
    {
        std::vector<std::optional<Override>> result;
        const auto list = object.find("choices");
        if (list == object.end()) {
            return result;
        }
        if (!list->is_array() || list->size() > mostDimensions) {
            fields.fail(Sentence::of("choices: expected a list of at most {1}", std::to_string(mostDimensions)));
            return result;
        }
        for (const InJson& value : *list) {
            result.push_back(choice(value));
            if (!result.back() && !value.is_null()) {
                fields.fail(Sentence::of(
                    R"(choices[{1}]: expected null, "extrapolation", "interpolation" or a factor)", std::to_string(result.size() - 1)));
                return {};
            }
        }
        return result;
    }

    std::optional<ScalingTable> table(FieldReader& fields, const std::string& where)
    {
        const InJson* const object = fields.object("table");
        if (object == nullptr) {
            return {};
        }
        FieldReader members(*object, where + ": table");
        ScalingTable result{.factors = members.factors("factors", minFactor, maxFactor),
            .attentionFactor = needed(
                members, "attention_factor", members.numberWithin("attention_factor", minFactor, maxFactor), Sentence::marked("a number"))};
        take(members);
        return result;
    }

    std::vector<PinnedTable> pins(FieldReader& fields, const InJson& object, const std::string& where)
    {
        std::vector<PinnedTable> result;
        const auto list = object.find("pins");
        if (list == object.end()) {
            return result;
        }
        if (!list->is_array() || list->size() > mostPins
            || !std::ranges::all_of(*list, [](const InJson& one) { return one.is_object(); })) {
            fields.fail(Sentence::of("pins: expected a list of at most {1} objects", std::to_string(mostPins)));
            return result;
        }
        for (std::size_t i = 0; i < list->size(); ++i) {
            result.push_back(pin((*list)[i], where + ": pins[" + std::to_string(i) + "]"));
        }
        return result;
    }

    PinnedTable pin(const InJson& object, const std::string& where)
    {
        FieldReader fields(object, where);
        PinnedTable result;
        result.place = placeOf(fields);
        result.name = text(fields, "name");
        result.method = text(fields, "method");
        result.dimensionsSetByHand = fields.number<int>("set_by_hand").value_or(0);
        const auto length
            = [&](const char* field) { return needed(fields, field, fields.number<std::int64_t>(field), Sentence::marked("a number")); };
        result.pretrainingLength = length("pretraining_length");
        result.targetLength = length("target_length");
        const std::optional<ScalingTable> found = table(fields, where);
        if (!found) {
            fields.fail(Sentence::of("table is missing; expected an object"));
        }
        result.table = found.value_or(ScalingTable());
        take(fields);
        return result;
    }

    static std::size_t placeOf(FieldReader& fields)
    {
        const std::string letter = text(fields, "letter");
        if (letter.size() != 1 || letter[0] < 'A' || letter[0] >= static_cast<char>('A' + mostPins)) {
            fields.fail(
                Sentence::of("letter is {1}; expected A to {2}", inQuotes(letter), std::string(1, static_cast<char>('A' + mostPins - 1))));
            return 0;
        }
        return static_cast<std::size_t>(letter[0] - 'A');
    }

    // An object of names and texts; none where it is missing.
    static std::map<std::string, std::string> texts(FieldReader& fields, const char* field)
    {
        std::map<std::string, std::string> result;
        const InJson* const object = fields.object(field);
        if (object == nullptr) {
            return result;
        }
        for (const auto& [name, value] : object->items()) {
            if (!value.is_string()) {
                fields.fail(Sentence::of("{1}: {2} is not a text", field, inQuotes(name)));
                return {};
            }
            result.emplace(name, value.get<std::string>());
        }
        return result;
    }

    void readScenes(FieldReader& top, const InJson& json, Session& session)
    {
        const auto list = json.find("scenes");
        if (list == json.end()) {
            return;
        }
        if (!list->is_array() || list->size() > mostScenes
            || !std::ranges::all_of(*list, [](const InJson& one) { return one.is_object(); })) {
            top.fail(Sentence::of("scenes: expected a list of at most {1} objects", std::to_string(mostScenes)));
            return;
        }
        for (std::size_t i = 0; i < list->size(); ++i) {
            FieldReader fields((*list)[i], m_where + ": scenes[" + std::to_string(i) + "]");
            session.scenes.push_back({.name = text(fields, "name"),
                .note = words(fields, (*list)[i], "note"),
                .view = text(fields, "view"),
                .dimension = index(fields, "dimension", mostDimensions),
                .state = texts(fields, "state")});
            take(fields);
        }
    }

    std::string m_where;
    std::optional<Error> m_error;
};

} // namespace

bool isSession(std::string_view head)
{
    return looksLikeJsonObject(head) && head.find("\"rotascope-session/") != std::string_view::npos;
}

Expected<std::string> toJson(const Session& session, const std::filesystem::path& folder)
{
    Expected<void> named = checkName(session.source);
    for (const SessionRope& rope : session.ropes) {
        named = named.and_then([&] { return rope.other ? checkName(rope.other->source) : Expected<void>(); });
    }
    if (!named) {
        return tl::unexpected(named.error());
    }
    OutJson json = OutJson::object();
    json["schema"] = schema;
    json["program"] = "Rotascope " ROTASCOPE_VERSION;
    json["source"] = sourceObject(session.source, folder);
    json["ropes"] = OutJson::array();
    for (const SessionRope& rope : session.ropes) {
        json["ropes"].push_back(ropeObject(rope, folder));
    }
    json["shown"] = session.shown;
    json["dimension"] = session.dimension;
    json["notes"] = session.notes;
    for (const SessionScene& scene : session.scenes) {
        OutJson one = {{"name", scene.name}, {"note", scene.note}, {"view", scene.view}, {"dimension", scene.dimension}};
        for (const auto& [view, state] : scene.state) {
            one["state"][view] = state;
        }
        json["scenes"].push_back(std::move(one));
    }
    json["view"] = OutJson::object();
    for (const auto& [name, value] : session.view) {
        json["view"][name] = value;
    }
    return json.dump(1, ' ', false, OutJson::error_handler_t::replace) + "\n";
}

Expected<Session> parseSession(std::string_view text, const std::string& where)
{
    auto parsed = parseJson(text);
    const InJson json = parsed ? std::move(*parsed) : InJson();
    if (!json.is_object() || json.value("schema", InJson()) != schema) {
        const std::string reason = parsed ? std::string() : parsed.error();
        return inputError(where + ": " + whyNoObject(Sentence::of("one of the schema \"{1}\"", schema), reason));
    }
    return SessionReader(where).read(json);
}

Expected<Session> readSession(const std::filesystem::path& file)
{
    return readInputFile(file, expectedFile).and_then([&](const std::string& text) { return parseSession(text, file.string()); });
}

Expected<std::filesystem::path> findSource(const SessionSource& source, const std::filesystem::path& sessionFile)
{
    const std::filesystem::path origin = source.origin;
    const std::filesystem::path nearby = std::filesystem::absolute(sessionFile).parent_path() / source.nearby;
    std::error_code fault;
    if (!source.nearby.empty() && !std::filesystem::exists(origin, fault) && std::filesystem::exists(nearby, fault)) {
        return nearby.lexically_normal();
    }
    if (!std::filesystem::exists(origin, fault)) {
        return inputError(sessionFile.string() + ": "
            + (source.nearby.empty()
                    ? Sentence::of("its source is not at {1}; put the file back, or open it from where it is now", source.origin)
                    : Sentence::of("its source is not at {1} and not at {2}; put the file back, or open it from where it is now",
                        source.origin, nearby.lexically_normal().string())));
    }
    return origin;
}

Sentence whatChanged(const SessionSource& source, const std::filesystem::path& sourceFile)
{
    if (!source.fingerprint) {
        return {};
    }
    const auto now = RandomAccessFile::open(sourceFile, "the session's source").and_then(fingerprintOf);
    if (!now || *now == *source.fingerprint) {
        return {}; // whoever opens it says why it cannot be read
    }
    return now->bytes != source.fingerprint->bytes
        ? Sentence::of("{1} was changed since the session was saved: it has {2} bytes where it had {3}", sourceFile.string(), now->bytes,
            source.fingerprint->bytes)
        : Sentence::of("{1} was changed since the session was saved: its size is the same, its content is not", sourceFile.string());
}

} // namespace rotascope
