// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/certificate.h"

#include "core/engine/cpu_engine.h"
#include "tests/core/analysis/llama2_source.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <random>

using namespace rotascope;

namespace {

class ACertificate : public testing::Test {
protected:
    ACertificate() { settings.comparedMethods = {"extrapolation", "linear", "yarn", "distributional"}; }

    std::shared_ptr<const Analysis> analyzed() { return *analyze(*engine, source, settings); }

    static const ChoiceAt& at(const std::vector<ChoiceAt>& choices, double value)
    {
        return *std::ranges::find(choices, value, &ChoiceAt::value);
    }

    std::unique_ptr<Engine> engine = makeCpuEngine();
    std::shared_ptr<const Source> source = llama2Source();
    AnalysisSettings settings = defaultSettings(*source);
};

} // namespace

TEST_F(ACertificate, HasTheLeastSumAndTheTablesAgainstIt)
{
    const auto analysis = analyzed();
    const auto certificate = *certify(*engine, *analysis, 64);
    EXPECT_EQ(certificate->weightSum, 64.0);
    EXPECT_NEAR(certificate->leastSum / 64.0, 6.714e-3, 0.5e-6);
    ASSERT_EQ(certificate->tables.size(), 4U);
    const TableProof& distributional = certificate->tables[3];
    EXPECT_EQ(distributional.sum, certificate->leastSum) << "to the bit";
    EXPECT_TRUE(distributional.hasTwoValues);
    EXPECT_TRUE(distributional.otherwise.empty());
    const TableProof& linear = certificate->tables[1];
    EXPECT_EQ(linear.otherwise.size(), 64U - 46U);
    double lost = 0.0;
    for (const Dimension dimension : linear.otherwise) {
        lost += certificate->dimensions[dimension].margin;
    }
    EXPECT_NEAR(linear.sum - certificate->leastSum, lost, 1e-12) << "the margins of what it chooses otherwise";
    EXPECT_FALSE(certificate->tables[2].hasTwoValues) << "YaRN";
}

// All 2^D tables of the first dimensions, by going through them.
TEST_F(ACertificate, IsTrueOfEveryTableOfTwoValues)
{
    settings.weights = {std::string(ownWeights), std::vector<double>(64, 0.0)};
    for (std::size_t i = 0; i < 12; ++i) {
        settings.weights.values[i + 15] = 1.0 + static_cast<double>(i % 3);
    }
    const auto analysis = analyzed();
    const auto certificate = *certify(*engine, *analysis, 16);
    double least = 1e9;
    for (unsigned bits = 0; bits < 1U << 12; ++bits) {
        double sum = 0.0;
        for (std::size_t i = 0; i < 12; ++i) {
            const TableAnalysis& side = (bits >> i & 1U) != 0 ? *analysis->interpolation : *analysis->extrapolation;
            sum += settings.weights.values[i + 15] * side.disturbance[i + 15];
        }
        least = std::min(least, sum);
    }
    EXPECT_NEAR(certificate->leastSum, least, 1e-15);
    EXPECT_LE(certificate->gridSum, certificate->leastSum);
}

TEST_F(ACertificate, BoundsTheTablesOfItsGrid)
{
    const auto analysis = analyzed();
    const auto certificate = *certify(*engine, *analysis, 16);
    const auto landscape = *computeLandscape(*engine, *analysis, 16);
    EXPECT_EQ(certificate->grid, landscape->factors);
    EXPECT_NEAR(certificate->gridSum / 64.0, landscape->meanOfMinima(), 1e-15);
    std::mt19937 random(7);
    double sum = 0.0;
    for (std::size_t i = 0; i < 64; ++i) {
        const std::size_t any = random() % 16;
        sum += landscape->at(Dimension(i), any);
        EXPECT_LE(certificate->dimensions[i].gridTerm, landscape->at(Dimension(i), any));
        EXPECT_EQ(certificate->dimensions[i].gridTerm <= certificate->dimensions[i].term, true);
    }
    EXPECT_LE(certificate->gridSum, sum);
}

// The paper's Table 6: at b = 720 the choice is another one.
TEST_F(ACertificate, SaysHowTheChoiceDependsOnIntervalsAndEpsilon)
{
    const auto analysis = analyzed();
    const auto certificate = *certify(*engine, *analysis, 16);
    EXPECT_TRUE(at(certificate->byIntervals, 360).changed.empty());
    EXPECT_EQ(at(certificate->byIntervals, 360).interpolatedComponents, 92);
    const ChoiceAt& many = at(certificate->byIntervals, 720);
    EXPECT_FALSE(many.changed.empty());
    AnalysisSettings other = settings;
    other.intervals = 720;
    const auto direct = *analyze(*engine, source, other);
    for (std::size_t i = 0; i < 64; ++i) {
        EXPECT_EQ(std::ranges::find(many.changed, i) != many.changed.end(), direct->selected[i] != analysis->selected[i]) << i;
    }
    EXPECT_TRUE(at(certificate->byEpsilon, 1e-12).changed.empty());
    EXPECT_TRUE(at(certificate->byEpsilon, 1e-4).changed.empty()) << "nothing hangs on it here";
    settings.epsilon = 0.1; // not small against 1/360
    const auto flattened = *certify(*engine, *analyzed(), 16);
    EXPECT_TRUE(at(flattened->byEpsilon, 0.1).changed.empty());
    EXPECT_FALSE(at(flattened->byEpsilon, 1e-12).changed.empty());
}

TEST_F(ACertificate, OfNearAndFarHasNoIntervals)
{
    settings.farWeight = 3.0;
    const auto certificate = *certify(*engine, *analyzed(), 8);
    EXPECT_EQ(certificate->tables[3].sum, certificate->leastSum);
    EXPECT_TRUE(certificate->byIntervals.empty());
    EXPECT_TRUE(certificate->byEpsilon.empty());
    settings.farWeight.reset();
    settings.divergence = Divergence::TotalVariation;
    const auto other = *certify(*engine, *analyzed(), 8);
    EXPECT_FALSE(other->byIntervals.empty());
    EXPECT_TRUE(other->byEpsilon.empty()) << "it has no epsilon";
}

TEST_F(ACertificate, CanBeStopped)
{
    const auto analysis = analyzed();
    std::stop_source stop;
    stop.request_stop();
    EXPECT_EQ(certify(*engine, *analysis, 8, stop.get_token()).error().kind, ErrorKind::Stopped);
    EXPECT_EQ(certify(*engine, *analysis, 2).error().kind, ErrorKind::Usage);
}

// What is set by hand is another table, against the same proof; another rule or measure is another certificate.
TEST_F(ACertificate, OfAnotherTableIsTheSame)
{
    const auto first = analyzed();
    const auto certificate = *certify(*engine, *first, 64);
    settings.overrides.assign(64, std::nullopt);
    settings.overrides[6] = Override{Choice::Custom, 1.5};
    const auto byHand = *analyze(*engine, source, settings, first);
    EXPECT_TRUE(haveSameCertificate(*first, *byHand));
    const TableProof proof = proofOf(*certificate, *byHand, *byHand->chosen);
    EXPECT_FALSE(proof.hasTwoValues);
    EXPECT_EQ(proof.otherwise, std::vector<Dimension>{Dimension(6)});
    EXPECT_NEAR(proof.sum, 64.0 * byHand->chosen->meanDisturbance, 1e-12);
    settings.selection = InterpolatedComponents{64};
    EXPECT_FALSE(haveSameCertificate(*first, **analyze(*engine, source, settings, first)));
    settings = first->settings;
    settings.counting.counting = Counting::Distances;
    EXPECT_FALSE(haveSameCertificate(*first, **analyze(*engine, source, settings, first)));
}
