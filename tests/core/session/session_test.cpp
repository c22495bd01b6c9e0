// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rope/frozen.h"
#include "core/session/session.h"

#include "tests/core/analysis/llama2_source.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <string>

using namespace rotascope;
namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;
using testing::HasSubstr;

namespace {

PinnedTable pinned(std::size_t place, double factor)
{
    PinnedTable pin;
    pin.place = place;
    pin.table.factors.assign(64, factor);
    pin.method = "yarn";
    pin.pretrainingLength = 4096;
    pin.targetLength = std::int64_t{1} << 40;
    return pin;
}

// Settings of all kinds, and texts that are hard to keep.
Session hardSession()
{
    AnalysisSettings settings = defaultSettings(*llama2Source());
    settings.targetLength = std::int64_t{1} << 40;
    settings.epsilon = 0.1 + 0.2;
    settings.divergence = Divergence::JensenShannon;
    settings.selection = InterpolatedComponents{80};
    settings.before = BeforeKind::RecordedPositions;
    settings.counting = {Counting::Distances, 4096};
    settings.weights = {"usage:0-3,8", std::vector<double>(64, 0.1)};
    settings.method = "custom";
    settings.overrides.resize(64);
    settings.overrides[0] = Override{Choice::Extrapolation};
    settings.overrides[5] = Override{Choice::Interpolation};
    settings.overrides[63] = Override{Choice::Custom, 1.0 / 3.0};
    settings.overrides[62] = Override{Choice::Custom, frozenFactor};
    settings.comparedMethods = {"linear", "yarn"};
    settings.customTable = ScalingTable{std::vector<double>(64, 2.0 / 3.0), 1.1};
    settings.pins = {pinned(0, 1.0 / 7.0), pinned(7, 3.0)};
    settings.customTable->factors[63] = frozenFactor;
    settings.pins[1].table.factors[0] = frozenFactor;
    settings.pins[0].name = "the \"best\"";
    settings.pins[0].table.attentionFactor = 1.2;
    settings.pins[0].dimensionsSetByHand = 3;
    Session session{.source = {.kind = SourceKind::Recording,
                        .origin = "/data/it's a \"recording\"\n$(of) ä.h5",
                        .fingerprint = FileFingerprint{~std::uint64_t{0}, 0x123456789ABCDEFU}},
        .ropes = {{"full_attention", StartingPoint::Trained, settings},
            {"sliding_attention", StartingPoint::Unscaled, defaultSettings(*llama2Source())}},
        .shown = 1,
        .dimension = 63,
        .notes = std::string(10000, 'x') + "First line\nSecond \"line\" \xF0\x9F\x8C\x80",
        .scenes = {{"It \"breaks\"\n", "Twice\nas long", "distribution", 22, {{"distribution", "0.25 0.5"}, {"clock", "4096"}}},
            {"", std::string(10000, 'y'), "clock", 63, {}}},
        .view = {{"layout", "AAAA/w=="}, {"unit", "degrees"}}};
    session.ropes[1].settings.selection = Threshold{5e-4, 0.01};
    session.ropes[1].settings.farWeight = 2.5;
    session.ropes[1].settings.parameters = {.band = DimensionRange{20, 40}, .clipped = 8};
    session.ropes[0].tokens = *tokenChoiceOf("8:4096", "0,2-5");
    session.ropes[1].other
        = SessionOther{.source = {.kind = SourceKind::ConfigFile, .origin = "/data/another ä.json", .fingerprint = FileFingerprint{7, 8}},
            .ropeName = "main",
            .start = StartingPoint::Trained,
            .pretrainingLength = std::int64_t{1} << 40,
            .before = BeforeKind::RecordedPositions,
            .tokens = *tokenChoiceOf("1:", "")};
    session.ropes[1].settings.overrides.clear(); // all automatic: nothing is written
    return session;
}

std::string textOf(const Session& session, const fs::path& folder = "/elsewhere")
{
    return *toJson(session, folder);
}

// The session's text, after something in it was changed.
template <class Change> std::string changed(Change change)
{
    Json json = Json::parse(textOf(hardSession()));
    change(json);
    return json.dump();
}

std::string errorOf(const std::string& text)
{
    const auto read = parseSession(text, "a.rotascope");
    return read ? "" : read.error().message;
}

class SessionFiles : public testing::Test {
protected:
    SessionFiles()
    {
        std::string pattern = (fs::temp_directory_path() / "rotascope-session-XXXXXX").string();
        folder = ::mkdtemp(pattern.data());
        fs::create_directory(folder / "old");
        std::ofstream(folder / "old/config.json") << "{}";
    }
    ~SessionFiles() override { fs::remove_all(folder); }

    // Saved into folder/old, of the file beside it.
    Session saved() const
    {
        Session session = hardSession();
        session.source.kind = SourceKind::ConfigFile;
        session.source.origin = folder / "old/config.json";
        session.source.fingerprint = *RandomAccessFile::open(session.source.origin, "a file").and_then(fingerprintOf);
        std::ofstream(folder / "old/a.rotascope") << textOf(session, folder / "old");
        return session;
    }

    fs::path folder;
};

} // namespace

TEST(Session, IsReadAsItWasSaved)
{
    Session session = hardSession();
    Session read = *parseSession(textOf(session), "a.rotascope");
    EXPECT_EQ(read.source.nearby, "../data/it's a \"recording\"\n$(of) ä.h5");
    read.source.nearby.clear();
    EXPECT_EQ(read.ropes[1].other->source.nearby, "../data/another ä.json");
    read.ropes[1].other->source.nearby.clear();
    EXPECT_EQ(read, session);

    session.source.kind = SourceKind::Preset;
    session.source.origin = "meta-llama/Llama-2-7b-hf";
    session.source.fingerprint.reset();
    session.ropes[1].other->source = {.kind = SourceKind::Preset, .origin = "meta-llama/Meta-Llama-3-8B"};
    EXPECT_EQ(*parseSession(textOf(session), "a.rotascope"), session);
}

TEST(Session, IsToldByItsSchema)
{
    EXPECT_TRUE(isSession(textOf(hardSession()).substr(0, 4096)));
    EXPECT_FALSE(isSession(R"({"schema": "rotascope-table/1"})"));
    EXPECT_FALSE(isSession("\"rotascope-session/1\""));
    EXPECT_THAT(errorOf("{}"), HasSubstr(R"(expected one of the schema "rotascope-session/1")"));
    EXPECT_THAT(errorOf("[1"), HasSubstr("parse error"));
}

TEST(Session, EveryMemberIsChecked)
{
    const auto errorWith = [](const char* pointer, const Json& value) {
        return errorOf(changed([&](Json& json) { json[Json::json_pointer(pointer)] = value; }));
    };
    EXPECT_EQ(errorOf(textOf(hardSession())), "");
    EXPECT_THAT(errorWith("/source", 1), HasSubstr("a.rotascope: source is 1; expected an object"));
    EXPECT_THAT(errorWith("/source/kind", "modle"), HasSubstr("kind is \"modle\"; expected one of model, config, recording"));
    EXPECT_THAT(errorWith("/source/file", nullptr), HasSubstr("source: file is missing; expected a text"));
    EXPECT_THAT(errorWith("/source/file", std::string("a\0b", 3)), HasSubstr("zero byte"));
    EXPECT_THAT(errorWith("/source/digest", "xyz"), HasSubstr("expected up to 16 hexadecimal digits"));
    EXPECT_THAT(errorWith("/source/bytes", -1), HasSubstr("bytes is -1"));
    EXPECT_THAT(errorWith("/ropes", Json::array()), HasSubstr("ropes: expected a list of 1 to 64 objects"));
    EXPECT_THAT(errorWith("/ropes/1", 5), HasSubstr("ropes[1]: expected an object"));
    EXPECT_THAT(errorWith("/ropes/0/start", "middle"), HasSubstr("ropes[0]: start is \"middle\"; expected one of unscaled, trained"));
    EXPECT_THAT(errorWith("/ropes/0/target_length", "8k"), HasSubstr("ropes[0]: target_length is \"8k\"; expected a whole number"));
    EXPECT_THAT(errorWith("/ropes/0/target_length", nullptr), HasSubstr("ropes[0]: target_length is missing"));
    EXPECT_THAT(errorWith("/ropes/0/before", "after"), HasSubstr("ropes[0]: before is \"after\""));
    EXPECT_THAT(
        errorWith("/ropes/0/measure", "angles"), HasSubstr("ropes[0]: measure is \"angles\"; expected one of positions, distances"));
    EXPECT_THAT(
        errorWith("/ropes/0/weights/name", "heavy"), HasSubstr("weights: name is \"heavy\"; expected one of usage, usage:LAYERS, own"));
    EXPECT_THAT(errorWith("/ropes/0/weights/values/3", -1), HasSubstr("weights: values"));
    EXPECT_THAT(errorWith("/ropes/0/bins", 1000000000000), HasSubstr("ropes[0]: bins is 1000000000000; expected at most 4294967295"));
    EXPECT_THAT(errorWith("/ropes/0/divergence", "distance"), HasSubstr("ropes[0]: divergence: "));
    EXPECT_THAT(errorWith("/ropes/1/threshold", nullptr), HasSubstr("ropes[1]: threshold is missing"));
    EXPECT_THAT(errorWith("/ropes/0/choices/3", "both"), HasSubstr("ropes[0]: choices[3]: expected null"));
    EXPECT_THAT(errorWith("/ropes/0/choices", 3), HasSubstr("ropes[0]: choices: expected a list"));
    EXPECT_THAT(errorWith("/ropes/0/table/factors/9", 0), HasSubstr("ropes[0]: table: factors[9] is 0"));
    EXPECT_THAT(errorWith("/ropes/0/table/attention_factor", nullptr), HasSubstr("table: attention_factor is missing"));
    EXPECT_THAT(errorWith("/ropes/0/pins", 1), HasSubstr("ropes[0]: pins: expected a list of at most 8 objects"));
    EXPECT_THAT(errorWith("/ropes/0/pins/1", 1), HasSubstr("ropes[0]: pins: expected a list of at most 8 objects"));
    EXPECT_THAT(errorWith("/ropes/0/pins/1/letter", "I"), HasSubstr("ropes[0]: pins[1]: letter is \"I\"; expected A to H"));
    EXPECT_THAT(errorWith("/ropes/0/pins/1/letter", "AB"), HasSubstr("pins[1]: letter is \"AB\""));
    EXPECT_THAT(errorWith("/ropes/0/pins/0/name", nullptr), HasSubstr("ropes[0]: pins[0]: name is missing"));
    EXPECT_THAT(errorWith("/ropes/0/pins/0/target_length", "8k"), HasSubstr("pins[0]: target_length is \"8k\""));
    EXPECT_THAT(errorWith("/ropes/0/pins/0/table", nullptr), HasSubstr("ropes[0]: pins[0]: table is missing"));
    EXPECT_THAT(errorWith("/ropes/0/pins/0/table/factors/3", 0), HasSubstr("pins[0]: table: factors[3] is 0"));
    EXPECT_THAT(errorWith("/ropes/0/positions", "5:5"), HasSubstr("ropes[0]: the positions are \"5:5\"; expected FROM:TO"));
    EXPECT_THAT(errorWith("/ropes/0/sequences", "a"), HasSubstr("ropes[0]: the sequences are \"a\"; expected numbers"));
    EXPECT_THAT(errorWith("/ropes/1/other", 1), HasSubstr("ropes[1]: other is 1; expected an object"));
    EXPECT_THAT(errorWith("/ropes/1/other/source", nullptr), HasSubstr("ropes[1]: other: source is missing; expected an object"));
    EXPECT_THAT(errorWith("/ropes/1/other/source/file", nullptr), HasSubstr("other: source: file is missing"));
    EXPECT_THAT(errorWith("/ropes/1/other/before", "after"), HasSubstr("ropes[1]: other: before is \"after\""));
    EXPECT_THAT(errorWith("/ropes/1/other/start", "here"), HasSubstr("other: start is \"here\""));
    EXPECT_THAT(errorWith("/ropes/1/other/pretraining_length", nullptr), HasSubstr("other: pretraining_length is missing"));
    EXPECT_THAT(errorWith("/ropes/1/other/sequences", "9-1"), HasSubstr("other: the sequences are \"9-1\""));
    EXPECT_THAT(errorWith("/shown", 2), HasSubstr("shown is 2; expected 0 to 1"));
    EXPECT_THAT(errorWith("/dimension", -1), HasSubstr("dimension is -1"));
    EXPECT_THAT(errorWith("/notes", 7), HasSubstr("notes: expected a text"));
    EXPECT_THAT(errorWith("/scenes", 7), HasSubstr("scenes: expected a list of at most 500 objects"));
    EXPECT_THAT(errorWith("/scenes", Json(501, Json::object())), HasSubstr("scenes: expected a list of at most 500 objects"));
    EXPECT_THAT(errorWith("/scenes/1", 7), HasSubstr("scenes: expected a list of at most 500 objects"));
    EXPECT_THAT(errorWith("/scenes/0/name", nullptr), HasSubstr("scenes[0]: name is missing; expected a text"));
    EXPECT_THAT(errorWith("/scenes/1/view", 1), HasSubstr("scenes[1]: view is 1; expected a string"));
    EXPECT_THAT(errorWith("/scenes/1/note", 1), HasSubstr("scenes[1]: note: expected a text"));
    EXPECT_THAT(errorWith("/scenes/1/dimension", -1), HasSubstr("scenes[1]: dimension is -1"));
    EXPECT_THAT(errorWith("/scenes/0/state/clock", 1), HasSubstr("scenes[0]: state: \"clock\" is not a text"));
    EXPECT_THAT(errorWith("/view/unit", 7), HasSubstr("view: \"unit\" is not a text"));
}

// Sessions from before there was a choice.
TEST(Session, WithoutAMeasureCountsPositionsAndWeighsAllAlike)
{
    const auto read = parseSession(changed([](Json& json) {
        json["ropes"][0].erase("measure");
        json["ropes"][0].erase("weights");
    }),
        "a.rotascope");
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_EQ(read->ropes[0].settings.counting, CountingMeasure{});
    EXPECT_EQ(read->ropes[0].settings.weights, DimensionWeights{});
    EXPECT_EQ(read->ropes[0].settings.measure(), "recorded-positions");
}

TEST(Session, DoesNotNameWhatJsonCannotHold)
{
    Session session = hardSession();
    session.source.origin = "/data/\xFF.h5";
    const auto text = toJson(session, "/elsewhere");
    ASSERT_FALSE(text);
    EXPECT_EQ(text.error().kind, ErrorKind::Output);
    EXPECT_THAT(text.error().message, HasSubstr("not UTF-8"));
    session = hardSession();
    session.ropes[1].other->source.origin = "/data/\xFF.json";
    EXPECT_THAT(toJson(session, "/elsewhere").error().message, HasSubstr("/data/\xFF.json: its name is not UTF-8"));
}

TEST_F(SessionFiles, FindTheirSourceAfterBothMoved)
{
    const Session session = saved();
    EXPECT_EQ(*findSource(readSession(folder / "old/a.rotascope")->source, folder / "old/a.rotascope"), fs::path(session.source.origin));
    fs::rename(folder / "old", folder / "new");
    const Session moved = *readSession(folder / "new/a.rotascope");
    EXPECT_EQ(*findSource(moved.source, folder / "new/a.rotascope"), folder / "new/config.json");
    fs::remove(folder / "new/config.json");
    const auto missing = findSource(moved.source, folder / "new/a.rotascope");
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().kind, ErrorKind::Input);
    EXPECT_THAT(
        missing.error().message, HasSubstr("is not at " + session.source.origin + " and not at " + (folder / "new/config.json").string()));
}

TEST_F(SessionFiles, TellWhatChanged)
{
    const Session session = saved();
    EXPECT_EQ(whatChanged(session.source, session.source.origin), "");
    std::ofstream(session.source.origin) << "[]";
    EXPECT_THAT(whatChanged(session.source, session.source.origin), HasSubstr("its size is the same, its content is not"));
    std::ofstream(session.source.origin) << "{} ";
    EXPECT_THAT(whatChanged(session.source, session.source.origin), HasSubstr("it has 3 bytes where it had 2"));
    fs::remove(session.source.origin);
    EXPECT_EQ(whatChanged(session.source, session.source.origin), "");
}
