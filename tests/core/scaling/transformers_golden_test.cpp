// SPDX-License-Identifier: GPL-3.0-or-later
// Every configuration in tests/data/transformers-golden.json and transformers-classes.json, read from its config.json and scaled as
// Transformers scales it, against what Transformers itself computed.
#include "core/scaling/transformers_scaling.h"
#include "tests/core/model/config_text.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <functional>
#include <gtest/gtest.h>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

using namespace rotascope;

namespace {

using Json = nlohmann::json;

Json dataFile(const std::string& name)
{
    return Json::parse(std::ifstream(ROTASCOPE_SOURCE_DIR "/tests/data/" + name));
}

// The models of both files. That of the classes has each list of frequencies once, and their indices in the models.
const Json& golden()
{
    static const Json models = [] {
        Json all = dataFile("transformers-golden.json")["models"];
        Json classes = dataFile("transformers-classes.json");
        for (Json& model : classes["models"]) {
            for (Json& rope : model["ropes"]) {
                for (Json& at : rope["at"]) {
                    at["inv_freq"] = classes["frequencies"][at["inv_freq"].get<std::size_t>()];
                }
            }
            all.push_back(std::move(model));
        }
        return all;
    }();
    return models;
}

// Units in the last place between two positive floats.
std::int64_t distance(float a, float b)
{
    std::int32_t bitsA = 0;
    std::int32_t bitsB = 0;
    std::memcpy(&bitsA, &a, sizeof a);
    std::memcpy(&bitsB, &b, sizeof b);
    return std::abs(std::int64_t{bitsA} - bitsB);
}

// A class makes a RoPE for each kind of layers that it has, even if a file states one for a kind that no layer has.
void expectNoOthers(const std::vector<NamedRope>& ropes, const Json& expected)
{
    for (const NamedRope& rope : ropes) {
        EXPECT_TRUE(std::ranges::any_of(expected, [&](const Json& one) { return one["name"] == rope.name; })) << rope.name;
    }
}

// Calls f(model, rope of the file, our RoPE) for every RoPE in the file.
void forEachRope(const std::function<void(const Json&, const Json&, const RopeConfig&)>& f)
{
    for (const Json& model : golden()) {
        SCOPED_TRACE(model["name"].get<std::string>());
        const auto read = test::parseHuggingFaceRopes(model["config"].dump(), model["name"]);
        ASSERT_TRUE(read) << read.error().message;
        expectNoOthers(read->ropes, model["ropes"]);
        for (const Json& expected : model["ropes"]) {
            const auto found = std::ranges::find(read->ropes, expected["name"].get<std::string>(), &NamedRope::name);
            ASSERT_NE(found, read->ropes.end()) << expected["name"];
            f(model, expected, found->rope);
        }
    }
}

} // namespace

TEST(TransformersGolden, HoldsEveryRopeTypeAndManyModels)
{
    EXPECT_GE(golden().size(), 500U);
    std::set<std::string> types;
    forEachRope([&](const Json&, const Json& expected, const RopeConfig&) { types.insert(expected["rope_type"].get<std::string>()); });
    EXPECT_EQ(types, (std::set<std::string>{"default", "dynamic", "linear", "llama3", "longrope", "proportional", "yarn"}));
}

TEST(TransformersGolden, ConfigurationsAreReadAsTransformersReadsThem)
{
    forEachRope([](const Json&, const Json& expected, const RopeConfig& rope) {
        EXPECT_EQ(rope.ropeType, expected["rope_type"]);
        EXPECT_EQ(rope.dimensions(), expected["at"][0]["inv_freq"].size());
        EXPECT_EQ(rope.axis, expected.value("axis", std::vector<int>{}));
        std::set<std::int64_t> lengths; // the model's own is among them
        for (const Json& at : expected["at"]) {
            lengths.insert(at["lengths"].begin(), at["lengths"].end());
        }
        EXPECT_TRUE(lengths.contains(rope.maxPositionEmbeddings.value_or(0))) << rope.maxPositionEmbeddings.value_or(0);
    });
}

// Transformers rounds 2i/d to float32 before it becomes an exponent of the base, which multiplies that rounding's error by ln base.
// YaRN's ramp is rounded where it is near 1, and weighs as much as the factor at its interpolated end. Every further operation adds
// half a unit in the last place.
TEST(TransformersGolden, ExactValuesAreThoseUpToFloat32Rounding)
{
    forEachRope([](const Json&, const Json& expected, const RopeConfig& rope) {
        for (const Json& at : expected["at"]) {
            for (const std::int64_t length : at["lengths"]) {
                SCOPED_TRACE(length);
                const auto table = transformersScaling(rope, length);
                ASSERT_TRUE(table) << table.error().message;
                EXPECT_NEAR(table->attentionFactor, at["attention_factor"].get<double>(), 1e-15);
                const std::vector<double> ours = extendedInvFreq(rope.invFreq, *table);
                for (std::size_t i = 0; i < ours.size(); ++i) {
                    const double theirs = at["inv_freq"][i];
                    const double roundings = 8.0 + std::log(*rope.ropeTheta) + table->factors[i];
                    EXPECT_NEAR(ours[i], theirs, roundings * 0x1p-24 * theirs) << i;
                }
            }
        }
    });
}

// The operations are the same, so most values are equal to the bit. What is left is the last place of a power, which the C++ and
// the vector library round differently; a ramp takes a difference of it and so multiplies it (llama3 most: L/wavelength - low).
TEST(TransformersGolden, Float32ValuesAreThoseButForTheLastPlaceOfAPower)
{
    std::map<std::int64_t, int> values; // by their distance
    forEachRope([&](const Json&, const Json& expected, const RopeConfig& rope) {
        for (const Json& at : expected["at"]) {
            for (const std::int64_t length : at["lengths"]) {
                SCOPED_TRACE(length);
                const auto ours = transformersInvFreq(rope, length);
                ASSERT_TRUE(ours) << ours.error().message;
                for (std::size_t i = 0; i < ours->size(); ++i) {
                    const std::int64_t units = distance((*ours)[i], at["inv_freq"][i].get<float>());
                    ++values[units];
                    EXPECT_LE(units, rope.ropeType == "llama3" ? 8 : 2) << i << " " << (*ours)[i] << " " << at["inv_freq"][i];
                }
            }
        }
    });
    int all = 0;
    for (const auto& [units, count] : values) {
        all += count;
    }
    EXPECT_GE(values[0], all * 97 / 100);
    EXPECT_GE(values[0] + values[1], all * 999 / 1000);
}
