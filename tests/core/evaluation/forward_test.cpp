// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/forward.h"

#include "core/evaluation/forward_loops.h"
#include "tests/core/evaluation/laboratory_fixture.h"

#include <algorithm>
#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <numeric>

using namespace rotascope;
using namespace rotascope::test;

namespace {

ScalingTable tableOf(const nlohmann::json& golden)
{
    return {golden["factors"].get<std::vector<double>>(), golden["attention_factor"].get<double>()};
}

// The greatest distance of a number from what was expected.
template <class Values> float distance(const std::vector<float>& expected, const Values& values)
{
    EXPECT_EQ(expected.size(), values.size());
    float worst = 0.0F;
    for (std::size_t i = 0; i < expected.size(); ++i) {
        worst = std::max(worst, std::abs(expected[i] - values[i]));
    }
    return worst;
}

} // namespace

TEST(Forward, LogitsAreThoseOfTransformers)
{
    for (const InstructionSet set : instructionSets()) {
        const auto cases = labJson("golden.json")["cases"];
        for (const auto& golden : cases) {
            const LanguageModelPointer model = labModel(golden["model"]);
            const auto tokens = golden["tokens"].get<std::vector<Token>>();
            const auto positions = golden["positions"].get<std::vector<std::size_t>>();
            const auto expected = golden["logits"].get<std::vector<float>>();
            const RotaryAngles angles = rotaryAngles(model->invFreq, tableOf(golden), tokens.size());
            const std::size_t last = tokens.size() - positions.front();
            const auto logits = ForwardPass(model, set).logits(tokens, angles, last);
            ASSERT_TRUE(logits);
            ASSERT_EQ(logits->size(), last * model->shape.words);
            std::vector<float> found;
            for (const std::size_t position : positions) {
                const auto row = logits->begin() + static_cast<std::ptrdiff_t>((position - positions.front()) * model->shape.words);
                found.insert(found.end(), row, row + static_cast<std::ptrdiff_t>(model->shape.words));
            }
            EXPECT_LT(distance(expected, found), 1e-3F) << nameOf(set) << " " << golden["model"] << " " << golden["table"];
        }
    }
}

TEST(Forward, AttentionIsThatOfTransformers)
{
    int compared = 0;
    const auto cases = labJson("golden.json")["cases"];
    for (const auto& golden : cases) {
        if (!golden.contains("attention")) {
            continue;
        }
        ++compared;
        const LanguageModelPointer model = labModel(golden["model"]);
        const auto tokens = golden["tokens"].get<std::vector<Token>>();
        AttentionRows attention{3, 0, {}};
        static_cast<void>(
            ForwardPass(model).logits(tokens, rotaryAngles(model->invFreq, tableOf(golden), tokens.size()), 5, {}, &attention));
        ASSERT_EQ(attention.tokens, tokens.size());
        std::vector<float> lastRows;
        for (std::size_t line = 0; line < model->shape.layers * model->shape.heads * 3; ++line) {
            const auto row = attention.weights.begin() + static_cast<std::ptrdiff_t>(line * tokens.size());
            EXPECT_NEAR(std::accumulate(row, row + static_cast<std::ptrdiff_t>(tokens.size()), 0.0), 1.0, 1e-5);
            if (line % 3 == 2) {
                lastRows.insert(lastRows.end(), row, row + static_cast<std::ptrdiff_t>(tokens.size()));
            } else { // nobody looks ahead
                EXPECT_EQ(row[static_cast<std::ptrdiff_t>(tokens.size()) - 1], 0.0F);
            }
        }
        EXPECT_LT(distance(golden["attention"].get<std::vector<float>>(), lastRows), 1e-4F) << golden["model"];
    }
    EXPECT_EQ(compared, 3);
}

// Every length has other edges of blocks, and a pass that was used keeps nothing of the text before.
TEST(Forward, LastLogitsAreTheEndOfAllLogits)
{
    const LanguageModelPointer model = labModel("grouped");
    const ScalingTable table{{1.0, 1.5, 2.0, 2.5}, 1.1};
    const RotaryAngles angles = rotaryAngles(model->invFreq, table, 200);
    ForwardPass used(model);
    for (const std::size_t length : {1U, 2U, 15U, 16U, 17U, 47U, 48U, 49U, 95U, 113U, 200U, 64U, 3U}) {
        std::vector<Token> tokens(length);
        std::iota(tokens.begin(), tokens.end(), Token{0});
        std::ranges::transform(tokens, tokens.begin(), [](Token token) { return token * 37 % 110; });
        const std::size_t last = std::min<std::size_t>(length, 6);
        const auto all = ForwardPass(model).logits(tokens, angles, length).value();
        const auto end = used.logits(tokens, angles, last).value();
        const std::vector<float> expected(all.end() - static_cast<std::ptrdiff_t>(last * 110), all.end());
        EXPECT_LT(distance(expected, end), 1e-4F) << length;
        EXPECT_GT(*std::ranges::max_element(end), *std::ranges::min_element(end));
    }
}

TEST(Forward, StopsBetweenBlocks)
{
    const LanguageModelPointer model = labModel("grouped");
    std::stop_source stop;
    stop.request_stop();
    const std::vector<Token> tokens(20);
    EXPECT_FALSE(ForwardPass(model).logits(tokens, rotaryAngles(model->invFreq, {std::vector(4, 1.0)}, 20), 1, stop.get_token()));
}

TEST(ForwardLoops, AreWhatTheirHeaderSays)
{
    const auto check = [](const ForwardLoops& loops) {
        std::vector<float> values(panelWidth * 3);
        std::vector<double> expected(values.size());
        for (std::size_t i = 0; i < values.size(); ++i) {
            values[i] = 40.0F * std::sin(static_cast<float>(i)) - static_cast<float>(i);
        }
        constexpr std::size_t count = 35;
        const float largest = *std::max_element(values.begin(), values.begin() + count);
        for (std::size_t i = 0; i < count; ++i) {
            expected[i] = std::exp(0.7 * (static_cast<double>(values[i]) - static_cast<double>(largest)));
        }
        const float sum = loops.exponentials(values.data(), count, values.size(), 0.7F);
        EXPECT_NEAR(sum, std::accumulate(expected.begin(), expected.end(), 0.0), 1e-5);
        for (std::size_t i = 0; i < values.size(); ++i) {
            EXPECT_NEAR(values[i], expected[i], 1e-5 * expected[i] + 1e-37) << i;
        }
        std::vector<float> gate(panelWidth * 2);
        std::vector<float> up(gate.size(), 3.0F);
        for (std::size_t i = 0; i < gate.size(); ++i) {
            gate[i] = std::pow(
                -2.5F, static_cast<float>(i) / 4.0F == std::floor(static_cast<float>(i) / 4.0F) ? static_cast<float>(i) / 4.0F : 1.0F);
        }
        gate[1] = -1000.0F;
        gate[2] = 1000.0F;
        const std::vector<float> before = gate;
        loops.activate(gate.data(), up.data(), gate.size());
        for (std::size_t i = 0; i < gate.size(); ++i) {
            const double x = before[i];
            EXPECT_NEAR(gate[i], 3.0 * x / (1.0 + std::exp(-x)), 1e-5 * std::abs(x)) << x;
        }
    };
    check(baseline::forwardLoops);
#ifdef ROTASCOPE_WIDE_VECTORS
    for (const InstructionSet set : instructionSets()) {
        if (set == InstructionSet::Avx2) {
            check(avx2::forwardLoops);
        } else if (set == InstructionSet::Avx512) {
            check(avx512::forwardLoops);
        }
    }
#endif
}
