// SPDX-License-Identifier: GPL-3.0-or-later
// rotascope-cli as scripts see it: arguments in; standard output, standard error and exit code out.
#include "core/exchange/tables/csv_table.h"
#include "core/recording/recording_writer.h"
#include "core/scaling/method.h"
#include "tests/core/gguf/gguf_builder.h"
#include "tests/core/recording/without_positions.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <iterator>
#include <nlohmann/json.hpp>
#include <sys/wait.h>

using testing::HasSubstr;
using testing::IsEmpty;
namespace fs = std::filesystem;

namespace {

std::string readFile(const fs::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

struct Outcome {
    int code;
    std::string out;
    std::string err;
};

class CommandLine : public testing::Test {
protected:
    CommandLine()
    {
        std::string pattern = (fs::temp_directory_path() / "rotascope-cli-test-XXXXXX").string();
        folder = ::mkdtemp(pattern.data());
    }
    ~CommandLine() override { fs::remove_all(folder); }

    Outcome run(const std::string& arguments)
    {
        const fs::path errors = folder / "stderr";
        const std::string command = "cd '" + folder.string() + "' && '" ROTASCOPE_CLI "' " + arguments + " 2>'" + errors.string() + "'";
        FILE* pipe = ::popen(command.c_str(), "r");
        std::string out;
        std::array<char, 4096> buffer{};
        while (const std::size_t size = std::fread(buffer.data(), 1, buffer.size(), pipe)) {
            out.append(buffer.data(), size);
        }
        const int status = ::pclose(pipe);
        return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, out, readFile(errors)};
    }

    nlohmann::json runJson(const std::string& arguments)
    {
        const Outcome outcome = run(arguments + " --json");
        EXPECT_EQ(outcome.code, 0) << outcome.err;
        return nlohmann::json::parse(outcome.out, nullptr, false);
    }

    // Fails with this exit code, one message with this text, and nothing on standard output.
    void expectFailure(const std::string& arguments, int code, const std::string& message)
    {
        const Outcome outcome = run(arguments);
        EXPECT_EQ(outcome.code, code) << arguments << "\n" << outcome.err;
        EXPECT_THAT(outcome.err, HasSubstr(message)) << arguments;
        EXPECT_THAT(outcome.out, IsEmpty()) << arguments;
    }

    void write(const std::string& name, const std::string& text) { std::ofstream(folder / name, std::ios::binary) << text; }

    fs::path folder;
};

const std::string llama2 = "--model meta-llama/Llama-2-7b-hf";
const std::string sample = "--recording '" ROTASCOPE_SOURCE_DIR "/resources/samples/llama-2-7b-4096.h5'";

} // namespace

// A recording must not take the place of standard error, nor a new file that of standard output.
TEST_F(CommandLine, RunsWithItsStandardDescriptorsClosed)
{
    ASSERT_EQ(run("generate " + llama2 + " --length 50 --angles -o a.h5").code, 0);
    const auto codeWith = [&](const std::string& arguments) {
        const std::string command = "cd '" + folder.string() + "' && '" ROTASCOPE_CLI "' " + arguments;
        const int status = std::system(command.c_str());
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    };
    EXPECT_EQ(codeWith("inspect a.h5 >b.txt 2>&-"), 0);
    EXPECT_EQ(readFile(folder / "b.txt"), run("inspect a.h5").out);
    EXPECT_EQ(codeWith("generate " + llama2 + " --length 50 --angles -o c.h5 <&- >&- 2>&-"), 0);
    EXPECT_EQ(run("inspect c.h5").code, 0);
    EXPECT_EQ(codeWith("inspect a.h5 >&-"), 4) << "standard output cannot be written";
}

// A message about a wrong number quotes the text as it was typed.
TEST_F(CommandLine, SaysWhatIsWrongWithANumber)
{
    const std::vector<std::pair<std::string, std::string>> options = {
        {"analyze " + llama2 + " --target-length", "a whole number from 1 to 1099511627776, or one that ends with k (1024) or M"},
        {"analyze " + llama2 + " --pretraining-length", "a whole number from 1 to 1099511627776, or one that ends with k (1024) or M"},
        {"analyze " + llama2 + " --bins", "a whole number from 2 to 65536"},
        {"analyze " + llama2 + " --interpolated-components", "a whole number from 0 to 2147483647"},
        {"analyze " + llama2 + " --epsilon", "a number greater than 0, at most 1"},
        {"analyze " + llama2 + " --threshold", "a number"},
        {"analyze " + llama2 + " --far-weight", "a number, 0 to 1000000"},
        {"frequencies " + llama2 + " --length", "a whole number from 1 to 1099511627776, or one that ends with k (1024) or M"},
        {"generate " + llama2 + " -o x.h5 --length", "a whole number from 1 to 16777216, or one that ends with k (1024) or M"},
    };
    for (const auto& [command, expected] : options) {
        const std::string option = command.substr(command.rfind(' ') + 1);
        for (const std::string typed : {"99999999999999999999", "1e999", "-1e999", "12x", "nan", "inf", "many", "1,5", "0x10x"}) {
            if (option == "--threshold" && typed.starts_with("9")) {
                continue; // a number
            }
            std::string wanted = "rotascope-cli: " + option + " is \"" + typed + "\"; expected ";
            expectFailure(command + " " + typed, 2, wanted + expected + ";");
        }
    }
    expectFailure("analyze " + llama2 + " --target-length 1e6", 2, "--target-length is \"1e6\"; expected a whole number");
    expectFailure("analyze " + llama2 + " --bins 2 --bins 3", 2, "--bins");
}

TEST_F(CommandLine, ComparesTwoSources)
{
    const std::string preset = "meta-llama/Llama-2-7b-hf";
    const std::string recording = "'" ROTASCOPE_SOURCE_DIR "/resources/samples/llama-2-7b-4096.h5'";
    const nlohmann::json same = runJson("compare " + preset + " " + preset);
    EXPECT_EQ(same["schema"], "rotascope-comparison/1");
    EXPECT_EQ(same["mean_divergence"], 0.0);
    EXPECT_EQ(same["mean_unseen_share"], 0.0);
    for (const auto& dimension : same["dimensions"]) {
        EXPECT_EQ(dimension["divergence"], 0.0);
        EXPECT_EQ(dimension["frequency_ratio"], 1.0);
    }

    const nlohmann::json recorded = runJson("compare " + preset + " " + recording);
    EXPECT_EQ(recorded["a"]["before"], "positions");
    EXPECT_EQ(recorded["b"]["before"], "recorded-angles");
    EXPECT_EQ(recorded["b"]["rope"], "main");
    EXPECT_GT(recorded["mean_divergence"], 0.0);
    EXPECT_LT(recorded["mean_divergence"], 1e-3) << "float32 alone";
    EXPECT_EQ(runJson("compare " + preset + " " + recording + " --before positions")["b"]["before"], "positions") << "as A, if it has it";
    EXPECT_EQ(runJson("compare " + recording + " " + recording)["mean_divergence"], 0.0);
    EXPECT_EQ(runJson("compare " + recording + " " + preset + " --before-b positions")["a"]["before"], "recorded-angles");
    EXPECT_EQ(runJson("compare " + recording + " " + recording + " --measure recorded-positions")["mean_divergence"], 0.0);

    const std::string longer = "compare " + preset + " meta-llama/Meta-Llama-3-8B";
    const nlohmann::json two = runJson(longer);
    EXPECT_EQ(two["a"]["pretraining_length"], 4096);
    EXPECT_EQ(two["b"]["pretraining_length"], 8192);
    EXPECT_NEAR(two["dimensions"][32]["frequency_ratio"].get<double>(), std::pow(50.0, -0.5), 1e-9);
    EXPECT_EQ(runJson(longer + " --pretraining-length 100 --pretraining-length-b 200")["b"]["pretraining_length"], 200);
    EXPECT_EQ(runJson(longer + " --pretraining-length 100 --pretraining-length-b 200")["bins"], 10) << "10 angles in each";
    EXPECT_EQ(runJson(longer + " --bins 90 --divergence js")["bins"], 90);
}

TEST_F(CommandLine, ComparisonsForPeopleAndSpreadsheets)
{
    const std::string command = "compare meta-llama/Llama-2-7b-hf meta-llama/Meta-Llama-3-8B";
    const nlohmann::json json = runJson(command);
    const Outcome text = run(command);
    ASSERT_EQ(text.code, 0) << text.err;
    EXPECT_THAT(text.out, HasSubstr("A  meta-llama/Llama-2-7b-hf: L = 4096, counted: positions 0 … L-1\n"));
    EXPECT_THAT(text.out, HasSubstr("B  meta-llama/Meta-Llama-3-8B: L = 8192, counted: positions 0 … L-1\n"));
    EXPECT_THAT(text.out, HasSubstr("b = 360; KL(before ‖ after), epsilon 1e-12; engine cpu ("));
    std::array<char, 32> mean{};
    std::snprintf(mean.data(), mean.size(), "%.3f", 1e3 * json["mean_divergence"].get<double>());
    EXPECT_THAT(text.out, HasSubstr(mean.data()));
    // The one that differs most stands first.
    const std::size_t head = text.out.find("dimension    ");
    const std::string first = text.out.substr(text.out.find('\n', head) + 1, 9);
    EXPECT_EQ(std::stoi(first), json["greatest_divergence"]["dimension"].get<int>());

    const Outcome csv = run(command + " --csv");
    ASSERT_EQ(csv.code, 0) << csv.err;
    EXPECT_THAT(csv.out, HasSubstr("# other_source: meta-llama/Meta-Llama-3-8B\n"));
    EXPECT_THAT(
        csv.out, HasSubstr("\ndimension,wavelength,wavelength_other,frequency_ratio,divergence,reverse_divergence,unseen_share\n0,"));
}

TEST_F(CommandLine, RefusesWhatCannotBeCompared)
{
    const std::string preset = "meta-llama/Llama-2-7b-hf";
    write("half.json", R"({"rope_theta": 1e4, "max_position_embeddings": 4096, "head_dim": 64})");
    write("layered.json", R"({"max_position_embeddings": 4096, "head_dim": 128, "rope_parameters":
        {"sliding_attention": {"rope_theta": 1e4}, "full_attention": {"rope_theta": 1e6}}})");
    expectFailure("compare " + preset + " half.json", 2, "half.json has 32 rotary dimensions, and " + preset + " has 64; expected");
    expectFailure("compare " + preset + " nothing", 3, "nothing: there is no such file, and no preset of this name");
    expectFailure("compare " + preset, 2, "B is required");
    expectFailure("compare " + preset + " " + preset + " --rope-b main", 2, "is a preset, which has a single one");
    expectFailure("compare " + preset + " layered.json --rope-b other", 2, "no RoPE named \"other\"");
    expectFailure("compare " + preset + " " + preset + " --before-b recorded-angles", 2, "has no recorded angles");
    expectFailure("compare " + preset + " " + preset + " --before-b none", 2, "--before-b is \"none\"; expected one of best");
    expectFailure("compare " + preset + " " + preset + " --from-b here", 2, "--from-b is \"here\"; expected one of trained, unscaled");
    expectFailure("compare " + preset + " " + preset + " --measure near-far", 2, "--measure near-far judges tables");
    expectFailure("compare " + preset + " " + preset + " --json --csv", 2, "--csv");
    EXPECT_EQ(runJson("compare " + preset + " layered.json --rope-b sliding_attention")["mean_divergence"], 0.0);
    EXPECT_GT(runJson("compare layered.json layered.json --rope-b sliding_attention")["mean_divergence"], 0.0);
    // What a model's own scaling changes.
    EXPECT_GT(runJson("compare meta-llama/Llama-3.1-8B meta-llama/Llama-3.1-8B --from unscaled")["mean_divergence"], 0.0);
}

TEST_F(CommandLine, CountsAPartOfARecording)
{
    const std::string packed = "'" ROTASCOPE_SOURCE_DIR "/resources/samples/llama-2-7b-packed.h5'";
    const std::string command = "analyze --recording " + packed + " --target-length 8192 --method linear";
    const nlohmann::json whole = runJson(command);
    EXPECT_FALSE(whole["source"].contains("tokens"));
    const nlohmann::json part = runJson(command + " --sequences 0,2-3 --positions 8:");
    EXPECT_EQ(part["source"]["sequences"], "0,2-3");
    EXPECT_EQ(part["source"]["positions"], "8:");
    EXPECT_LT(part["source"]["tokens"], 4096);
    EXPECT_EQ(part["samples_per_interval"], part["source"]["tokens"].get<double>() / part["bins"].get<double>());
    EXPECT_EQ(runJson(command + " --positions 0:")["methods"], whole["methods"]) << "of all tokens";

    const Outcome exported = run("export --recording " + packed + " --sequences 0 --target-length 8192 --method linear --format csv -o -");
    EXPECT_THAT(exported.out, HasSubstr("# before_positions: all\n# before_sequences: 0\n")) << exported.err;

    // Of an ideal recording the first half is what a recording of half the length is.
    ASSERT_EQ(run("generate " + llama2 + " --length 400 --angles -o long.h5").code, 0);
    ASSERT_EQ(run("generate " + llama2 + " --length 200 --angles -o short.h5").code, 0);
    EXPECT_EQ(runJson("compare short.h5 long.h5 --positions-b 0:200")["mean_divergence"], 0.0);
    EXPECT_EQ(runJson("compare long.h5 short.h5 --positions :200 --before recorded-positions")["mean_divergence"], 0.0);
    EXPECT_GT(runJson("compare long.h5 long.h5 --positions 0:200 --positions-b 200:")["mean_divergence"], 0.0);

    expectFailure(command + " --positions 5000:", 2, "has no token with positions from 5000 on; expected some of the positions 0 to ");
    expectFailure(command + " --sequences 9999", 2, "has no sequence 9999; expected 0 to ");
    expectFailure(command + " --sequences one", 2, "the sequences are \"one\"; expected numbers from 0 on");
    expectFailure(command + " --positions 7", 2, "the positions are \"7\"; expected FROM:TO");
    expectFailure(command + " --positions 0:9 --before positions", 2, "--positions chooses what was recorded; expected --before");
    expectFailure(command + " --sequences 0 --measure recorded-distances", 2, "recorded distances are of the whole recording");
    expectFailure("analyze " + llama2 + " --positions 0:9", 2, "expected a recording, which meta-llama/Llama-2-7b-hf is not");
    ASSERT_EQ(run("count long.h5 -o counts.h5").code, 0);
    expectFailure("analyze --recording counts.h5 --positions 0:9", 2, "counts.h5: has counts alone, which do not tell its tokens apart");
    expectFailure("compare " + packed + " " + packed + " --sequences-b 9999", 2, "has no sequence 9999");
}

TEST_F(CommandLine, AnalyzePrintsTheReferenceFigures)
{
    const nlohmann::json at8k = runJson("analyze " + llama2 + " --target-length 8192");
    EXPECT_EQ(at8k["schema"], "rotascope-analysis/1");
    EXPECT_EQ(at8k["pretraining_length"], 4096);
    EXPECT_EQ(at8k["target_length"], 8192);
    EXPECT_EQ(at8k["bins"], 360);
    EXPECT_EQ(at8k["divergence"], "kl");
    EXPECT_EQ(at8k["engine"]["name"], "cpu");
    EXPECT_NEAR(at8k["methods"]["linear"]["mean_disturbance"].get<double>(), 24.060e-3, 0.5e-6);
    EXPECT_NEAR(at8k["methods"]["yarn"]["mean_disturbance"].get<double>(), 25.604e-3, 0.5e-6);
    EXPECT_NEAR(at8k["methods"]["distributional"]["mean_disturbance"].get<double>(), 6.714e-3, 0.5e-6);
    EXPECT_EQ(at8k["methods"]["distributional"]["interpolated_components"], 92);
    EXPECT_EQ(at8k["methods"].size(), 17U) << "all but custom and those that search";
    EXPECT_THAT(at8k["methods"]["longrope"]["unavailable"].get<std::string>(), HasSubstr("longrope needs short_factor"));
    EXPECT_EQ(at8k["methods"]["linear"]["inv_freq_float32"][0], 0.5);
    EXPECT_EQ(at8k["dimensions"].size(), 64U);
    EXPECT_EQ(at8k["dimensions"][22]["choice"], "extrapolation");
    EXPECT_EQ(at8k["dimensions"][6]["choice"], "interpolation");

    const nlohmann::json at16k = runJson("analyze " + llama2 + " --target-length 16384 --method linear --method distributional");
    EXPECT_EQ(at16k["methods"].size(), 2U);
    EXPECT_NEAR(at16k["methods"]["linear"]["mean_disturbance"].get<double>(), 33.618e-3, 0.5e-6);
    EXPECT_NEAR(at16k["methods"]["distributional"]["mean_disturbance"].get<double>(), 22.947e-3, 0.5e-6);
    EXPECT_EQ(at16k["methods"]["distributional"]["interpolated_components"], 84);
}

TEST_F(CommandLine, AnalyzePrintsATableForPeople)
{
    const Outcome outcome = run("analyze " + llama2);
    EXPECT_EQ(outcome.code, 0);
    EXPECT_THAT(outcome.err, IsEmpty());
    EXPECT_THAT(outcome.out, HasSubstr("L = 4096, L′ = 8192"));
    EXPECT_THAT(outcome.out, HasSubstr("24.060"));
    EXPECT_THAT(outcome.out, HasSubstr("6.714       -72.1 %"));
    EXPECT_EQ(std::ranges::count(outcome.out, '\n'), 4 + 18 + 66 + 5) << outcome.out;
    EXPECT_THAT(outcome.out,
        HasSubstr("most disturbed by distributional\n       12  0.22848174  3 turns take 105.999 positions: the angles form a comb of 106 "
                  "teeth"));
}

TEST_F(CommandLine, AnalyzeTakesEveryOption)
{
    const nlohmann::json json = runJson("analyze " + llama2
        + " --target-length 8192 --pretraining-length 2048 --bins 90 --divergence reverse-kl --epsilon 1e-6"
          " --interpolated-components 80 --engine cpu --before positions");
    EXPECT_EQ(json["pretraining_length"], 2048);
    EXPECT_EQ(json["bins"], 90);
    EXPECT_EQ(json["divergence"], "reverse-kl");
    EXPECT_EQ(json["epsilon"], 1e-6);
    EXPECT_EQ(json["methods"]["distributional"]["interpolated_components"], 80);
    EXPECT_EQ(
        runJson("analyze " + llama2 + " --target-length 8192 --threshold 1")["methods"]["distributional"]["interpolated_components"], 0);
}

// The gap of the distributional table is that of docs/method.md; docs and window have the same.
TEST_F(CommandLine, LandscapeFindsEachDimensionsBestFactor)
{
    const nlohmann::json json = runJson("landscape " + llama2 + " --target-length 8192 --method linear --method distributional");
    EXPECT_EQ(json["schema"], "rotascope-landscape/1");
    EXPECT_EQ(json["factors"].size(), 512U);
    EXPECT_EQ(json["dimensions"].size(), 64U);
    EXPECT_EQ(json["methods"].size(), 2U);
    EXPECT_NEAR(json["methods"]["distributional"]["mean_disturbance"].get<double>(), 6.714e-3, 0.5e-6);
    EXPECT_NEAR(json["methods"]["distributional"]["optimality_gap"].get<double>(), 0.011, 0.0005);
    const nlohmann::json analysis = runJson("analyze " + llama2 + " --target-length 8192 --method linear");
    EXPECT_EQ(json["dimensions"][22]["disturbance"][0], analysis["dimensions"][22]["extrapolation"]);
    EXPECT_EQ(json["source"], analysis["source"]);
}

TEST_F(CommandLine, LandscapeIsReadByPeopleAndWrittenToFiles)
{
    const std::string command = "landscape " + llama2 + " --factors 64 --method distributional";
    const Outcome outcome = run(command);
    EXPECT_EQ(outcome.code, 0);
    EXPECT_THAT(outcome.err, IsEmpty()) << "progress is for terminals";
    EXPECT_THAT(outcome.out, HasSubstr("L = 4096, L′ = 8192"));
    EXPECT_THAT(outcome.out, HasSubstr("distributional                   6.714"));
    EXPECT_THAT(outcome.out, HasSubstr("best of these 64 factors"));
    EXPECT_THAT(outcome.out, HasSubstr("█"));
    EXPECT_THAT(outcome.out, HasSubstr("▁"));
    ASSERT_EQ(run(command + " --json -o out.json").code, 0);
    EXPECT_EQ(nlohmann::json::parse(readFile(folder / "out.json"))["factors"].size(), 64U);
    const nlohmann::json reverse = runJson(command + " --bins 90 --divergence reverse-kl --epsilon 1e-6 --pretraining-length 2048");
    EXPECT_EQ(reverse["bins"], 90);
    EXPECT_EQ(reverse["divergence"], "reverse-kl");
    EXPECT_EQ(reverse["pretraining_length"], 2048);
}

TEST_F(CommandLine, CertificateProvesTheLeast)
{
    const std::string command = "certificate " + llama2 + " --target-length 8192 --factors 16 --method linear --method distributional";
    const nlohmann::json json = runJson(command);
    EXPECT_EQ(json["schema"], "rotascope-certificate/1");
    EXPECT_NEAR(json["least"]["mean_disturbance"].get<double>(), 6.714e-3, 0.5e-6);
    EXPECT_EQ(json["methods"]["distributional"]["sum"], json["least"]["sum"]);
    const Outcome text = run(command);
    EXPECT_EQ(text.code, 0);
    EXPECT_THAT(text.out, HasSubstr("distributional       0.429700280      6.714067     0.000000000  none"));
    EXPECT_THAT(text.out, HasSubstr("No table of the factors 1 and s has less"));
    EXPECT_THAT(text.out, HasSubstr("    1e-12          92  none"));
    const Outcome heads = run("certificate --encoding alibi --channels 8 --pretraining-length 1024 --target-length 2048 --factors 16");
    EXPECT_EQ(heads.code, 0) << heads.err;
    EXPECT_THAT(heads.out, AllOf(HasSubstr("heads without their least term"), HasSubstr("heads that choose otherwise")));
    EXPECT_THAT(heads.out, Not(HasSubstr("dimension")));
}

TEST_F(CommandLine, NearAndFarJudgeAndChoose)
{
    const std::string command = "analyze " + llama2 + " --target-length 8192 --method distributional";
    const nlohmann::json near = runJson(command + " --near-threshold 0.01")["methods"]["distributional"];
    EXPECT_NEAR(near["mean_disturbance"].get<double>(), 6.80e-3, 0.5e-5);
    EXPECT_NEAR(near["mean_near"].get<double>(), 0.035, 0.5e-3);
    const nlohmann::json judged = runJson(command + " --measure near-far --far-weight 2");
    EXPECT_EQ(judged["measure"], "near-far");
    EXPECT_EQ(judged["far_weight"], 2.0);
    const nlohmann::json& table = judged["methods"]["distributional"];
    EXPECT_NEAR(table["mean_disturbance"].get<double>(), table["mean_near"].get<double>() + 2.0 * table["mean_far"].get<double>(), 1e-12);
    EXPECT_THAT(run(command + " --measure near-far").out, HasSubstr("disturbance: near + 3 far, chords of the unit circle, no divergence"));
    expectFailure(command + " --far-weight 2", 2, "--far-weight is of the measure near-far");
    expectFailure(command + " --near-threshold 0.01 --interpolated-components 80", 2, "excludes");
}

TEST_F(CommandLine, AShortContextHasFewerIntervals)
{
    EXPECT_EQ(runJson("analyze " + llama2 + " --pretraining-length 256 --target-length 512 --method linear")["bins"], 25);
    EXPECT_THAT(run("analyze " + llama2 + " --pretraining-length 256 --target-length 512 --method linear --bins 360").err,
        HasSubstr("0.7 samples per interval, expected 10 or more"));
}

TEST_F(CommandLine, SweepSaysWhatEachLengthCosts)
{
    const std::string command = "sweep " + llama2 + " --target-length 16384 --method linear --method extrapolation";
    const nlohmann::json json = runJson(command);
    EXPECT_EQ(json["schema"], "rotascope-sweep/1");
    const auto lengths = json["lengths"].get<std::vector<std::int64_t>>();
    EXPECT_GE(lengths.size(), 48U);
    const auto at = [&](std::int64_t length) { return static_cast<std::size_t>(std::ranges::find(lengths, length) - lengths.begin()); };
    EXPECT_NEAR(json["methods"]["linear"]["mean_disturbance"][at(16384)].get<double>(), 33.618e-3, 0.5e-6);
    EXPECT_EQ(json["methods"]["extrapolation"]["mean_disturbance"][at(4096)], 0.0);

    const Outcome text = run(command + " --lengths 8 -o sweep.txt");
    EXPECT_EQ(text.code, 0);
    EXPECT_THAT(text.out + text.err, IsEmpty());
    const std::string written = readFile(folder / "sweep.txt");
    EXPECT_THAT(written, HasSubstr("16384  L′"));
    EXPECT_THAT(written, HasSubstr("33.618"));
    EXPECT_THAT(written, HasSubstr("4096  L           0.000"));
}

TEST_F(CommandLine, ExploringRefusesWhatIsWrong)
{
    for (const std::string command : {"landscape ", "sweep "}) {
        expectFailure(command + "--target-length 8192", 2, "--model");
        expectFailure(command + "--model gpt-5", 2, "not among the presets");
        expectFailure(command + llama2 + " --target-length 100", 2, "the target length L′ is 100");
        expectFailure(command + llama2 + " --divergence chi2", 2, "divergence \"chi2\" is not known");
        expectFailure(command + llama2 + " --engine tpu", 2, "engine \"tpu\" is not known");
        expectFailure(command + "--recording missing.h5", 3, "missing.h5");
        expectFailure(command + llama2 + " -o no/such/folder/x", 4, "no/such/folder/x: cannot be written");
        expectFailure(command + llama2 + " >/dev/full", 4, "standard output cannot be written");
    }
    expectFailure("landscape " + llama2 + " --factors 2", 2, "--factors is \"2\"; expected a whole number from 3 to 4096");
    expectFailure("landscape " + llama2 + " --factors -1", 2, "expected a whole number from 3 to 4096");
    expectFailure("sweep " + llama2 + " --lengths 2000", 2, "--lengths is \"2000\"; expected a whole number from 4 to 1024");
    write("config.json", R"({"rope_theta": 1e4, "max_position_embeddings": 64, "head_dim": 8})");
    expectFailure("sweep --config config.json --bins 4 -o config.json", 2, "config.json: is the file that is analysed");
    EXPECT_EQ(std::distance(fs::directory_iterator(folder), fs::directory_iterator()), 2) << "our own stderr and config.json";
}

TEST_F(CommandLine, AnalyzesTheRecordedSample)
{
    const nlohmann::json recorded = runJson("analyze " + sample + " --target-length 8192");
    EXPECT_EQ(recorded["source"]["kind"], "recording");
    EXPECT_EQ(recorded["source"]["before"], "recorded-angles");
    // The angles are float32: within 0.2 % of the exact figures.
    EXPECT_NEAR(recorded["methods"]["linear"]["mean_disturbance"].get<double>(), 24.060e-3, 0.002 * 24.060e-3);
    EXPECT_NEAR(recorded["methods"]["distributional"]["mean_disturbance"].get<double>(), 6.714e-3, 0.002 * 6.714e-3);
}

TEST_F(CommandLine, GeneratesWhatInspectAndAnalyzeRead)
{
    ASSERT_EQ(run("generate " + llama2 + " --length 4096 --angles -o ideal.h5").code, 0);
    const nlohmann::json info = runJson("inspect ideal.h5");
    EXPECT_EQ(info["model_id"], "meta-llama/Llama-2-7b-hf");
    EXPECT_EQ(info["tokens"], 4096);
    EXPECT_EQ(info["ropes"][0]["name"], "main");
    EXPECT_EQ(info["ropes"][0]["angles"], true);
    EXPECT_EQ(info["ropes"][0]["original_max_position_embeddings"], 4096);
    EXPECT_THAT(run("inspect ideal.h5").out, HasSubstr("tokens     4096"));
    const nlohmann::json exact = runJson("analyze --recording ideal.h5 --target-length 8192 --before recorded-positions");
    const nlohmann::json preset = runJson("analyze " + llama2 + " --target-length 8192");
    EXPECT_EQ(exact["methods"], preset["methods"]) << "positions 0 ... 4095, recorded or not, are the same";
}

TEST_F(CommandLine, CountsAndMergesRecordings)
{
    ASSERT_EQ(run("generate " + llama2 + " --length 4096 --angles -o long.h5").code, 0);
    ASSERT_EQ(run("generate " + llama2 + " --length 1000 --angles -o short.h5").code, 0);
    const Outcome counted = run("count long.h5 short.h5 -o both.h5");
    EXPECT_EQ(counted.code, 0) << counted.err;
    EXPECT_THAT(counted.out + counted.err, IsEmpty());
    const nlohmann::json info = runJson("inspect both.h5");
    EXPECT_EQ(info["tokens"], 5096);
    EXPECT_EQ(info["values"], false);
    EXPECT_EQ(info["position_counts"], true);
    EXPECT_EQ(info["distance_counts"], true);
    EXPECT_EQ(info["ropes"][0]["angle_counts"], true);
    EXPECT_THAT(run("inspect both.h5").out, HasSubstr("positions  one axis, counted\ndistances  counted"));

    ASSERT_EQ(run("count long.h5 -o long-counts.h5").code, 0);
    ASSERT_EQ(run("count short.h5 -o short-counts.h5").code, 0);
    ASSERT_EQ(run("merge short-counts.h5 long-counts.h5 -o merged.h5").code, 0);
    EXPECT_EQ(readFile(folder / "merged.h5"), readFile(folder / "both.h5")) << "counted together or apart, in any order";
    ASSERT_EQ(run("count short.h5 long-counts.h5 -o mixed.h5").code, 0);
    EXPECT_EQ(readFile(folder / "mixed.h5"), readFile(folder / "both.h5"));

    // The same analysis, to the bit, from the values and from their counts.
    for (const std::string before : {"recorded-angles", "recorded-positions"}) {
        const std::string options = " --target-length 8192 --bins 720 --before " + before;
        const nlohmann::json values = runJson("analyze --recording long.h5" + options);
        const nlohmann::json counts = runJson("analyze --recording long-counts.h5" + options);
        EXPECT_EQ(values["methods"], counts["methods"]) << before;
        EXPECT_EQ(values["dimensions"], counts["dimensions"]) << before;
    }
}

// Any HDF5 file: a table of ours, which is no recording.
TEST_F(CommandLine, ListsTheStructureOfAnyHdf5File)
{
    ASSERT_EQ(run("export " + llama2 + " --target-length 8192 --method linear --format hdf5 -o table.h5").code, 0);
    expectFailure("inspect table.h5", 3, R"(attribute "format" is "rotascope-table"; expected "rotascope-recording")");
    const Outcome outline = run("structure table.h5");
    EXPECT_EQ(outline.code, 0) << outline.err;
    EXPECT_THAT(outline.out, HasSubstr("/: group\n"));
    EXPECT_THAT(outline.out, HasSubstr("  format: attribute, text"));
    EXPECT_THAT(outline.out, HasSubstr("\"rotascope-table\"\n"));
    EXPECT_THAT(outline.out, HasSubstr("  factor: dataset, float64, 64, "));
    EXPECT_THAT(outline.err, IsEmpty());
    const nlohmann::json json = runJson("structure table.h5");
    EXPECT_EQ(json.at("bytes"), fs::file_size(folder / "table.h5"));
    EXPECT_EQ(json.at("items").at(0).at("path"), "/");
    write("text.h5", "no HDF5");
    expectFailure("structure text.h5", 3, "text.h5: is not an HDF5 file; expected a file of groups and datasets (HDF5)");
    expectFailure("structure missing.h5", 3, "missing.h5");
}

TEST_F(CommandLine, CountsByOtherMeasures)
{
    const nlohmann::json distances = runJson("analyze " + llama2 + " --target-length 8192 --measure distances");
    EXPECT_EQ(distances["measure"], "distances");
    EXPECT_EQ(distances["window"], nullptr);
    EXPECT_EQ(distances["weights"], "equal");
    EXPECT_NEAR(distances["methods"]["linear"]["mean_disturbance"].get<double>(), 27.773e-3, 0.0005e-3);
    EXPECT_NEAR(distances["methods"]["yarn"]["mean_disturbance"].get<double>(), 24.301e-3, 0.0005e-3);
    EXPECT_THAT(
        run("analyze " + llama2 + " --measure window --window 512").out, HasSubstr("before: distances 0 … L-1 within a window of 512"));

    ASSERT_EQ(run("generate " + llama2 + " --length 4096 -o ideal.h5").code, 0);
    for (const std::string file : {"ideal.h5", "counts.h5"}) {
        const nlohmann::json recorded = runJson("analyze --recording " + file + " --target-length 8192 --measure recorded-distances");
        EXPECT_EQ(recorded["measure"], "recorded-distances");
        EXPECT_EQ(recorded["methods"], distances["methods"]) << "a sequence 0 ... 4095, recorded or not, has the same distances";
        ASSERT_EQ(run("count ideal.h5 -o counts.h5").code, 0);
    }
    for (const std::string command : {"landscape ", "sweep "}) {
        EXPECT_EQ(runJson(command + llama2 + " --target-length 8192 --measure distances")["measure"], "distances");
    }

    expectFailure("analyze " + llama2 + " --measure far", 2, "the measure is \"far\"; expected one of positions, distances, window");
    expectFailure("analyze " + llama2 + " --measure window", 2, "expected --window W");
    expectFailure("analyze " + llama2 + " --window 5", 2, "--window is of distances");
    expectFailure("analyze " + llama2 + " --measure recorded-distances", 2, "has no recorded distances");
    expectFailure("analyze --recording ideal.h5 --measure distances --before recorded-positions", 2, "do not go together");
    expectFailure("analyze " + llama2 + " --measure distances --target-length 2147483648", 2, "expected at most 2147483647 positions");
}

TEST_F(CommandLine, WeighsDimensions)
{
    std::string weights = "# only dimension 22 and 40\n";
    for (int i = 0; i < 64; ++i) {
        weights += i == 22 ? "3\n" : i == 40 ? "1\n" : "0\n";
    }
    write("weights.txt", weights);
    const nlohmann::json json = runJson("analyze " + llama2 + " --target-length 8192 --weights weights.txt");
    EXPECT_EQ(json["weights"], "own");
    EXPECT_EQ(json["dimensions"][22]["weight"], 3.0);
    const nlohmann::json& linear = json["methods"]["linear"];
    const double mean = (3.0 * linear["disturbance"][22].get<double>() + linear["disturbance"][40].get<double>()) / 4.0;
    EXPECT_NEAR(linear["mean_disturbance"].get<double>(), mean, 1e-15);
    EXPECT_THAT(
        run("export " + llama2 + " --target-length 8192 --weights weights.txt --measure distances --method linear --format csv -o -").out,
        AllOf(HasSubstr("# weights: own"), HasSubstr("# measure: distances")));

    write("short.txt", "1 2 3");
    expectFailure("analyze " + llama2 + " --weights short.txt", 2, "there are 3 weights; expected one for each of the 64 dimensions");
    write("words.txt", "1\ntwo\n");
    expectFailure("analyze " + llama2 + " --weights words.txt", 3, "words.txt, line 2: \"two\" is not a number");
    expectFailure("analyze " + llama2 + " --weights usage", 2, "has no usage of its dimensions");
    expectFailure("analyze " + llama2 + " --weights usage:0-3", 2, "has no usage of its dimensions");
    expectFailure("analyze " + llama2 + " --weights missing.txt", 3, "missing.txt");
}

TEST_F(CommandLine, SaysWhatIsNoTable)
{
    expectFailure("analyze " + llama2 + " --method dpe", 2, "DPE is not a table of factors: it gives groups of dimensions");
    expectFailure(
        "export " + llama2 + " --target-length 8192 --method self-extend --format json -o -", 2, "SelfExtend is not a table of factors");
    expectFailure("export " + llama2 + " --target-length 8192 --method dual-chunk --format json -o -", 2,
        "Dual chunk attention is not a table of factors");
}

TEST_F(CommandLine, CountingRefusesWhatIsWrong)
{
    ASSERT_EQ(run("generate " + llama2 + " --length 100 --angles -o a.h5").code, 0);
    ASSERT_EQ(run("generate --model meta-llama/Llama-3.1-8B --length 100 -o b.h5").code, 0);
    ASSERT_EQ(run("count a.h5 -o counts.h5").code, 0);
    expectFailure("count a.h5 b.h5 -o c.h5", 3, "b.h5: does not go with a.h5: is of the model \"meta-llama/Llama-3.1-8B\"");
    expectFailure("count a.h5 missing.h5 -o c.h5", 3, "missing.h5");
    expectFailure("count a.h5 -o a.h5", 2, "a.h5");
    expectFailure("merge counts.h5 a.h5 -o c.h5", 3, "a.h5: has values one by one; expected counts");
    expectFailure("merge -o c.h5", 2, "FILE");
    expectFailure("analyze --recording counts.h5 --bins 361", 2, "counted in 25200 intervals, which do not tell 361");
    EXPECT_FALSE(fs::exists(folder / "c.h5"));
}

TEST_F(CommandLine, KeepsTheCountsOfLargeRecordings)
{
    const auto runWithCache = [&](const std::string& arguments) {
        ::setenv("ROTASCOPE_CACHE", (folder / "cache").c_str(), 1);
        Outcome outcome = run(arguments);
        ::unsetenv("ROTASCOPE_CACHE");
        return outcome;
    };
    EXPECT_EQ(runWithCache("cache").out, (folder / "cache").string() + "\n0 files, 0 bytes\n");
    ASSERT_EQ(run("generate " + llama2 + " --length 140000 --angles -o large.h5").code, 0);
    const std::string analyze = "analyze --recording large.h5 --target-length 8192 --json";
    const nlohmann::json first = nlohmann::json::parse(runWithCache(analyze).out);
    EXPECT_THAT(runWithCache("cache").out, HasSubstr("1 file, "));
    const nlohmann::json second = nlohmann::json::parse(runWithCache(analyze).out);
    EXPECT_EQ(first["methods"], second["methods"]);
    ::setenv("ROTASCOPE_CACHE", "none", 1);
    EXPECT_EQ(runJson("analyze --recording large.h5 --target-length 8192")["methods"], first["methods"]);
    EXPECT_THAT(run("cache").out, HasSubstr("Nothing is kept"));
    ::unsetenv("ROTASCOPE_CACHE");
    EXPECT_THAT(runWithCache("cache --clear").out, HasSubstr("0 files, 0 bytes"));
}

TEST_F(CommandLine, SaysWhenARecordingIsNotThePretrainingContext)
{
    ASSERT_EQ(run("generate " + llama2 + " --length 200 --angles -o short.h5").code, 0);
    const Outcome shortRun = run("analyze --recording short.h5 --target-length 8192");
    EXPECT_EQ(shortRun.code, 0);
    EXPECT_THAT(shortRun.err, HasSubstr("covers 200 of the 4096 positions of pre-training"));
    EXPECT_THAT(run("analyze --recording short.h5 --target-length 8192 --before positions").err, IsEmpty());
    ASSERT_EQ(run("generate " + llama2 + " --length 5000 -o long.h5").code, 0);
    EXPECT_THAT(run("analyze --recording long.h5 --target-length 8192").err, HasSubstr("goes up to position 4999, beyond L = 4096"));
    EXPECT_THAT(run("analyze " + sample + " --target-length 8192").err, IsEmpty());
    EXPECT_THAT(run("analyze --model meta-llama/Llama-3.1-8B").err, HasSubstr("its own scaling (llama3, factors 1 to 8)"));
}

TEST_F(CommandLine, SaysWhenAnglesWithoutPositionsAreNotThePretrainingContext)
{
    ASSERT_EQ(run("generate " + llama2 + " --length 512 --angles -o angles.h5").code, 0);
    ASSERT_TRUE(rotascope::test::removePositions(folder / "angles.h5"));
    EXPECT_THAT(run("analyze --recording angles.h5").err, HasSubstr("the angles of 512 tokens without their positions"));
    EXPECT_THAT(run("analyze --recording angles.h5 --pretraining-length 512 --bins 36").err, IsEmpty());
}

TEST_F(CommandLine, ListsModelsAndEngines)
{
    EXPECT_GE(runJson("models").size(), 30U);
    EXPECT_THAT(run("models").out, HasSubstr("meta-llama/Llama-2-7b-hf"));
    const nlohmann::json engines = runJson("engines");
    EXPECT_EQ(engines[0]["name"], "cpu");
    EXPECT_EQ(engines[0]["available"], true);
    EXPECT_EQ(engines[0]["chosen_module"], "");
    EXPECT_THAT(run("engines").out, HasSubstr("cpu"));
    EXPECT_THAT(run("--version").out, HasSubstr("rotascope-cli " ROTASCOPE_VERSION));
    EXPECT_THAT(run("--help").out, HasSubstr("analyze"));
}

TEST_F(CommandLine, ExportsCsvThatReadsBack)
{
    ASSERT_EQ(run("export " + llama2 + " --target-length 8192 --method distributional --format csv -o table.csv").code, 0);
    const auto table = rotascope::parseCsvTable(readFile(folder / "table.csv"), "table.csv");
    ASSERT_TRUE(table) << table.error().message;
    const nlohmann::json analysis = runJson("analyze " + llama2 + " --target-length 8192");
    EXPECT_EQ(table->table.factors, analysis["methods"]["distributional"]["factors"].get<std::vector<double>>());
    EXPECT_EQ(table->disturbance, analysis["methods"]["distributional"]["disturbance"].get<std::vector<double>>());
    EXPECT_EQ(table->provenance.at("target_length"), "8192");
    EXPECT_EQ(
        run("export " + llama2 + " --target-length 8192 --method distributional --format csv -o -").out, readFile(folder / "table.csv"));
}

TEST_F(CommandLine, ComparesWhatIsAskedForByName)
{
    const nlohmann::json json = runJson("analyze " + llama2 + " --target-length 8192 --bins 90 --method optimal --method distributional");
    EXPECT_EQ(json["methods"].size(), 2U);
    EXPECT_LT(json["methods"]["optimal"]["mean_disturbance"], json["methods"]["distributional"]["mean_disturbance"]);
    for (const std::string command : {"analyze", "export"}) {
        const std::string help = run(command + " --help").out;
        for (const rotascope::Method* method : rotascope::methods()) {
            EXPECT_THAT(help, HasSubstr(std::string(method->name))) << command;
        }
    }
}

TEST_F(CommandLine, ATableOfOnesOwnIsCompared)
{
    ASSERT_EQ(run("export " + llama2 + " --target-length 8192 --method yarn --format csv -o own.csv").code, 0);
    const nlohmann::json all = runJson("analyze " + llama2 + " --target-length 8192 --table own.csv");
    EXPECT_EQ(all["methods"].size(), 18U);
    EXPECT_EQ(all["methods"]["custom"], all["methods"]["yarn"]);
    ASSERT_EQ(run("export " + llama2 + " --target-length 8192 --table own.csv --method custom --format transformers -o own.json").code, 0);
    const auto json = nlohmann::json::parse(readFile(folder / "own.json"));
    EXPECT_EQ(json["rope_parameters"]["long_factor"], all["methods"]["yarn"]["factors"]);
    expectFailure("export " + llama2 + " --target-length 8192 --method custom --format csv -o x.csv", 2, "expected --table FILE with it");
    const nlohmann::json again = runJson("analyze " + llama2 + " --target-length 8192 --table own.json --method custom");
    EXPECT_EQ(again["methods"]["custom"], all["methods"]["yarn"]) << "any export is a table";
    expectFailure("analyze " + llama2 + " --table missing.csv", 3, "missing.csv: no such file; expected a table");
    std::ofstream(folder / "text.csv") << "words\n";
    expectFailure("analyze " + llama2 + " --table text.csv", 3, "text.csv, line 1: not the header of a Rotascope table");
    expectFailure("analyze --model EleutherAI/gpt-neox-20b --table own.csv", 3, "own.csv: 64 factors; the source has 12");
    std::string factors = "1\n2e9\n";
    for (int i = 2; i < 64; ++i) {
        factors += "1\n";
    }
    write("large.txt", factors);
    expectFailure(
        "analyze " + llama2 + " --table large.txt", 3, "large.txt: the factor of dimension 1 is 2000000000; expected 0.001 to 1000000000");
}

TEST_F(CommandLine, SaysWhatWasMeantByNothing)
{
    expectFailure("foo", 2, "unknown command \"foo\"; expected one of ");
    expectFailure("analyze " + llama2 + " --method custom", 2, "expected --table FILE with it");
    expectFailure("analyze --model ''", 2, "--model: its value is empty");
    expectFailure("analyze " + llama2 + " --target-length ''", 2, "--target-length: its value is empty");
    expectFailure(
        "analyze " + llama2 + " --target-length abc", 2, "--target-length is \"abc\"; expected a whole number from 1 to 1099511627776");
}

TEST_F(CommandLine, LengthsMayEndWithAUnit)
{
    EXPECT_EQ(runJson("analyze " + llama2 + " --target-length 16k")["target_length"], 16384);
    EXPECT_EQ(runJson("analyze " + llama2 + " --target-length 1M --pretraining-length 8K")["pretraining_length"], 8192);
    expectFailure("analyze " + llama2 + " --target-length 16x", 2,
        "--target-length is \"16x\"; expected a whole number from 1 to 1099511627776, or one that ends with k (1024) or M");
}

// A terminal takes ESC for the beginning of an order.
TEST_F(CommandLine, NamesFromFilesAreNoOrdersToTheTerminal)
{
    write("long.json", R"({"rope_theta": 1e4, "max_position_embeddings": 600000000000, "head_dim": 128})");
    expectFailure(
        "analyze --config long.json", 3, "long.json: the context length is 600000000000; expected at most 549755813888 positions");
    write("longer.json", R"({"rope_theta": 1e4, "max_position_embeddings": 1099511627777, "head_dim": 128})");
    expectFailure(
        "analyze --config longer.json", 3, "longer.json: max_position_embeddings is 1099511627777; expected at most 1099511627776");
    write("odd.json", R"({"head_dim": 128, "rope_theta": 1e4, "max_position_embeddings": 4096, "rope_scaling": {"type": "a\u001b[31mb"}})");
    expectFailure("analyze --config odd.json", 3, R"(rope_type "a\x1b[31mb" is not known)");
    write("odd.json", R"({"head_dim": 128, "max_position_embeddings": 4096, "rope_parameters": {"a\u0007b": {"rope_theta": 1e4},
        "main": {"rope_theta": 1e4}}})");
    EXPECT_EQ(run("lint odd.json").out.find('\a'), std::string::npos);
    EXPECT_EQ(run("analyze --config odd.json --rope 'a\a"
                  "b'")
                  .out.find('\a'),
        std::string::npos);
}

TEST_F(CommandLine, AnAxisForEachDimensionOfMrope)
{
    write("qwen2-vl.json", R"({"model_type": "qwen2_vl", "head_dim": 128, "max_position_embeddings": 32768, "rope_theta": 1000000.0,
        "rope_scaling": {"type": "mrope", "mrope_section": [16, 24, 24]}})");
    const nlohmann::json dimensions = runJson("analyze --config qwen2-vl.json --method linear")["dimensions"];
    EXPECT_EQ(dimensions[15]["axis"], 0);
    EXPECT_EQ(dimensions[16]["axis"], 1);
    EXPECT_EQ(dimensions[63]["axis"], 2);
    EXPECT_FALSE(runJson("analyze " + llama2 + " --method linear")["dimensions"][0].contains("axis"));
}

TEST_F(CommandLine, AConfigurationWithTwoRopes)
{
    write("gemma3.json", R"({"head_dim": 256, "max_position_embeddings": 131072, "rope_parameters": {
        "full_attention": {"rope_theta": 1000000, "rope_type": "linear", "factor": 8}, "sliding_attention": {"rope_theta": 10000}}})");
    const nlohmann::json global = runJson("analyze --config gemma3.json --method linear");
    EXPECT_EQ(global["source"]["rope"], "full_attention");
    EXPECT_EQ(global["source"]["rope_theta"], 1e6);
    const nlohmann::json local = runJson("analyze --config gemma3.json --rope sliding_attention --method linear");
    EXPECT_EQ(local["source"]["rope"], "sliding_attention");
    EXPECT_EQ(local["source"]["rope_theta"], 1e4);
    expectFailure(
        "analyze --config gemma3.json --rope main", 2, "no RoPE named \"main\"; expected one of full_attention, sliding_attention");
    expectFailure("analyze " + llama2 + " --rope main", 2, "a preset has a single RoPE");
    ASSERT_EQ(
        run("export --config gemma3.json --target-length 262144 --method yarn --format transformers --into gemma3.json -o x.json").code, 0);
    const auto merged = nlohmann::json::parse(readFile(folder / "x.json"))["rope_parameters"];
    EXPECT_EQ(merged["full_attention"]["rope_type"], "longrope");
    EXPECT_EQ(merged["sliding_attention"], nlohmann::json({{"rope_theta", 10000}}));
    expectFailure("analyze --config gemma3.json --rope sliding_attention --table x.json", 3,
        "x.json: the table was made for full_attention, and the RoPE that is analysed is sliding_attention");
    EXPECT_EQ(run("analyze --config gemma3.json --target-length 262144 --table x.json").code, 0);
    expectFailure("export --config gemma3.json --target-length 262144 --method yarn --format transformers -o alone.json", 3,
        "the model has 2 RoPEs, each for some layers");
}

TEST_F(CommandLine, AWindowIsTheLengthOfItsRope)
{
    const std::string gemma = "--config '" ROTASCOPE_SOURCE_DIR "/tests/data/field/c20-gemma-3-4b-it.json' --rope sliding_attention";
    const nlohmann::json json = runJson("analyze " + gemma + " --method linear");
    EXPECT_EQ(json["source"]["window"], 1024);
    EXPECT_EQ(json["pretraining_length"], 1024);
    EXPECT_EQ(json["target_length"], 2048);
    const Outcome text = run("analyze " + gemma + " --method linear");
    EXPECT_THAT(text.out, HasSubstr("RoPE \"sliding_attention\", sliding window of 1024 positions\nL = 1024, L′ = 2048"));
    EXPECT_THAT(text.err, HasSubstr("L is that window, L′ one that is widened"));
}

TEST_F(CommandLine, AnalysesAllRopesOfAModel)
{
    const std::string gemma = "--config '" ROTASCOPE_SOURCE_DIR "/tests/data/field/c20-gemma-3-4b-it.json'";
    const std::string all = "analyze " + gemma + " --rope all --method linear --target-length 524288";
    const nlohmann::json json = runJson(all);
    EXPECT_EQ(json["schema"], "rotascope-analyses/1");
    ASSERT_EQ(json["ropes"].size(), 2U);
    for (const char* const name : {"full_attention", "sliding_attention"}) {
        const bool isFull = name == std::string("full_attention");
        const nlohmann::json& one = json["ropes"][isFull ? 0 : 1];
        nlohmann::json alone = runJson("analyze " + gemma + " --method linear --rope " + name + (isFull ? " --target-length 524288" : ""));
        EXPECT_EQ(one["source"]["rope"], name);
        EXPECT_EQ(one["target_length"], isFull ? 524288 : 2048) << "a window is not widened by a longer text";
        EXPECT_EQ(one["methods"], alone["methods"]);
    }
    const Outcome text = run(all);
    EXPECT_THAT(text.out, HasSubstr(", RoPE \"full_attention\"\n"));
    EXPECT_THAT(text.out, HasSubstr(", RoPE \"sliding_attention\", sliding window of 1024 positions\n"));
    EXPECT_THAT(text.err, HasSubstr("note: sliding_attention: The layers of this RoPE attend within a sliding window"));
    EXPECT_EQ(runJson("analyze " + llama2 + " --rope all --method linear")["ropes"].size(), 1U);
    expectFailure("analyze " + gemma + " --rope all --table nowhere.json", 3, "full_attention: nowhere.json");
}

TEST_F(CommandLine, ExportsTransformersAloneAndMerged)
{
    ASSERT_EQ(run("export " + llama2 + " --target-length 8192 --method yarn --format transformers -o alone.json").code, 0);
    const auto alone = nlohmann::json::parse(readFile(folder / "alone.json"));
    EXPECT_EQ(alone["max_position_embeddings"], 8192);
    EXPECT_EQ(alone["rope_parameters"]["rope_type"], "longrope");
    EXPECT_EQ(alone["rope_parameters"]["short_factor"].size(), 64U);

    write("config.json", R"({"architectures": ["LlamaForCausalLM"], "hidden_size": 4096, "num_attention_heads": 32, "vocab_size": 32000,
                             "max_position_embeddings": 4096, "rope_theta": 10000.0, "rope_scaling": null})");
    ASSERT_EQ(run("export --config config.json --target-length 8192 --method distributional --format transformers --into config.json -o "
                  "merged.json")
                  .code,
        0);
    const auto merged = nlohmann::ordered_json::parse(readFile(folder / "merged.json"));
    EXPECT_EQ(merged.begin().key(), "architectures") << "the order is kept";
    EXPECT_EQ(merged["vocab_size"], 32000);
    EXPECT_FALSE(merged.contains("rope_scaling"));
    EXPECT_EQ(merged["rope_parameters"]["original_max_position_embeddings"], 8192);
}

TEST_F(CommandLine, LintTellsTheTrapsOfAConfiguration)
{
    write("yarn.json", R"({"rope_theta": 1e6, "head_dim": 128, "max_position_embeddings": 40960, "rope_scaling":
        {"rope_type": "yarn", "factor": 4.0, "original_max_position_embeddings": 32768}})");
    const nlohmann::json report = runJson("lint yarn.json");
    EXPECT_EQ(report["schema"], "rotascope-lint/1");
    EXPECT_EQ(report["findings"][0]["rule"], "factor-against-ratio");
    EXPECT_THAT(report["findings"][0]["fix"].get<std::string>(), HasSubstr("make max_position_embeddings = factor x"));
    EXPECT_EQ(report["engines"][0]["outcome"], "as stated");
    EXPECT_THAT(run("lint yarn.json").out, HasSubstr("fix: make max_position_embeddings = factor x original_max_position_embeddings"));

    write("short.json", R"({"rope_theta": 1e4, "head_dim": 8, "max_position_embeddings": 64,
        "rope_scaling": {"type": "longrope", "short_factor": [1, 2], "long_factor": [1, 2, 3, 4]}})");
    const Outcome outcome = run("lint short.json");
    EXPECT_EQ(outcome.code, 1);
    EXPECT_THAT(
        outcome.out, HasSubstr("error [list-length] rope_scaling.short_factor: 2 factors; expected d/2 = head_dim / 2 = 8 / 2 = 4"));
    EXPECT_THAT(outcome.err, HasSubstr("short.json: 2 errors were found"));
}

TEST_F(CommandLine, FrequenciesAreWhatTheModelItselfApplies)
{
    const std::string field = "'" ROTASCOPE_SOURCE_DIR "/tests/data/field/";
    const nlohmann::json kimi = runJson("frequencies --config " + field + "c15-kimi-k2.5.json'");
    EXPECT_EQ(kimi["schema"], "rotascope-frequencies/1");
    ASSERT_EQ(kimi["ropes"].size(), 1U);
    EXPECT_EQ(kimi["ropes"][0]["name"], "main");
    EXPECT_EQ(kimi["ropes"][0]["original_length"], 4096);
    EXPECT_EQ(kimi["ropes"][0]["trained_length"], 262144);
    EXPECT_EQ(kimi["ropes"][0]["factors"].back(), 64.0);
    EXPECT_NEAR(kimi["ropes"][0]["softmax_factor"].get<double>(), 2.0047, 1e-4);
    EXPECT_EQ(kimi["ropes"][0]["layers"].size(), 61U);

    const nlohmann::json olmo = runJson("frequencies " + field + "c36-olmo-3.1-32b.json' --length 1024");
    ASSERT_EQ(olmo["ropes"].size(), 2U);
    EXPECT_EQ(olmo["ropes"][0]["name"], "full_attention");
    EXPECT_NEAR(olmo["ropes"][0]["attention_factor"].get<double>(), 1.20794, 1e-5);
    EXPECT_EQ(olmo["ropes"][1]["attention_factor"], 1.0);
    const nlohmann::json one = runJson("frequencies " + field + "c36-olmo-3.1-32b.json' --rope sliding_attention");
    ASSERT_EQ(one["ropes"].size(), 1U);
    EXPECT_EQ(one["ropes"][0]["window"], 4096);
    EXPECT_TRUE(olmo["ropes"][0]["window"].is_null());
    EXPECT_THAT(run("frequencies " + field + "c36-olmo-3.1-32b.json' --rope sliding_attention").out,
        HasSubstr(", sliding window of 4096 positions\n"));

    EXPECT_THAT(
        run("frequencies " + field + "c43-smollm3-3b.json'").out, HasSubstr("layers 3, 7, 11, 15, 19, 23, 27, 31, 35 do not rotate"));
    EXPECT_THAT(run("frequencies " + llama2).out, HasSubstr("attention factor 1, softmax factor 1"));
    EXPECT_EQ(runJson("frequencies " + sample)["ropes"][0]["inv_freq"].size(), 64U);
    write("frozen.json", R"({"model_type": "gemma4_text", "head_dim": 8, "max_position_embeddings": 64,
        "rope_parameters": {"rope_type": "proportional", "rope_theta": 1e6, "partial_rotary_factor": 0.5}})");
    EXPECT_EQ(runJson("frequencies frozen.json")["ropes"][0]["factors"][3], "inf");

    expectFailure("frequencies", 2, "");
    expectFailure("frequencies " + llama2 + " --length 0", 2, "--length is \"0\"; expected a whole number from 1 to 1099511627776");
    expectFailure("frequencies frozen.json --rope global", 2, "no RoPE named \"global\"; expected one of main");
    expectFailure("frequencies " + field + "r33-phi4-lists-of-64.json'", 3, "long_factor has 64 values; longrope needs rotary_dim/2 = 48");
}

// A recording holds the type of its model's scaling without its parameters, and the frequencies that came of it.
TEST_F(CommandLine, FrequenciesOfARecordingAreThoseThatItHolds)
{
    rotascope::RopeConfig rope{.ropeTheta = 5e5,
        .headDim = 8,
        .rotaryDim = 8,
        .originalMaxPositionEmbeddings = 32,
        .maxPositionEmbeddings = 64,
        .ropeType = "llama3",
        .attentionFactor = 1.25,
        .invFreq = rotascope::standardInvFreq(5e5, 8)};
    rope.invFreq[2] /= 4.0;
    rope.invFreq[3] = 0.0;
    ASSERT_TRUE(rotascope::writeRecording({.rope = rope, .length = 16, .withAngles = false, .created = {}}, folder / "llama3.h5"));
    const nlohmann::json recorded = runJson("frequencies llama3.h5")["ropes"][0];
    EXPECT_EQ(recorded["factors"], nlohmann::json::parse(R"([1.0, 1.0, 4.0, "inf"])"));
    EXPECT_EQ(recorded["inv_freq"][2].get<float>(), static_cast<float>(rope.invFreq[2]));
    EXPECT_EQ(recorded["attention_factor"], 1.25);
    EXPECT_TRUE(recorded["softmax_factor"].is_null());
    EXPECT_EQ(recorded["trained_length"], 64);
    EXPECT_THAT(run("frequencies llama3.h5").out, HasSubstr("trained length 64; as it was recorded, whatever the length:"));
    EXPECT_THAT(run("frequencies llama3.h5 --length 48").err, HasSubstr("note: llama3.h5: the frequencies are those that were recorded"));

    rope.ropeTheta = {};
    rope.ropeType = "yarn"; // whose missing factor would be max / original
    ASSERT_TRUE(rotascope::writeRecording({.rope = rope, .length = 16, .withAngles = false, .created = {}}, folder / "yarn.h5"));
    const nlohmann::json unknown = runJson("frequencies yarn.h5")["ropes"][0];
    EXPECT_EQ(unknown["inv_freq"], recorded["inv_freq"]);
    EXPECT_TRUE(unknown["factors"].is_null()) << "no base to compare with";
    EXPECT_EQ(run("frequencies yarn.h5").code, 0);
}

// The extension comes on top of what the model was trained with, and engines get the product.
TEST_F(CommandLine, ExtendsATrainedModelAndExportsTheProduct)
{
    const std::string model = "--config '" ROTASCOPE_SOURCE_DIR "/tests/data/field/r31-llama3-old-transformers.json'";
    const nlohmann::json trained = runJson("analyze " + model + " --target-length 524288 --method linear");
    EXPECT_EQ(trained["source"]["start"], "trained");
    EXPECT_EQ(trained["pretraining_length"], 131072);
    EXPECT_EQ(trained["methods"]["linear"]["factors"].back(), 4.0);
    const nlohmann::json unscaled = runJson("analyze " + model + " --from unscaled --target-length 131072 --method own");
    EXPECT_EQ(unscaled["source"]["start"], "unscaled");
    EXPECT_EQ(unscaled["pretraining_length"], 8192);
    EXPECT_EQ(unscaled["methods"]["own"]["factors"].back(), 8.0);

    const std::string config = model.substr(std::string("--config ").size());
    ASSERT_EQ(
        run("export " + model + " --target-length 524288 --method linear --format transformers --into " + config + " -o new.json").code, 0);
    const nlohmann::json written = runJson("frequencies new.json")["ropes"][0];
    const nlohmann::json before = runJson("frequencies " + config)["ropes"][0];
    EXPECT_EQ(written["factors"].back(), 32.0);
    for (std::size_t i = 0; i < 64; ++i) {
        EXPECT_DOUBLE_EQ(written["factors"][i].get<double>(), 4.0 * before["factors"][i].get<double>()) << i;
    }
    ASSERT_EQ(run("export " + model + " --target-length 524288 --method distributional --format csv -o table.csv").code, 0);
    EXPECT_THAT(readFile(folder / "table.csv"), HasSubstr("# start: trained\n"));
    const nlohmann::json again
        = runJson("analyze " + model + " --target-length 524288 --method custom --method distributional --table table.csv");
    EXPECT_EQ(again["methods"]["custom"]["factors"], again["methods"]["distributional"]["factors"]) << "read back as it was";

    expectFailure("analyze " + llama2 + " --from trained", 2, "states no scaling of its own");
    expectFailure("analyze " + llama2 + " --from here", 2, "--from is \"here\"; expected one of trained, unscaled");
}

// The export of each kind of file keeps what its class reads beside the table.
TEST_F(CommandLine, ExportsIntoFilesThatPeopleHave)
{
    const auto field = [](const std::string& name) { return "'" ROTASCOPE_SOURCE_DIR "/tests/data/field/" + name + "'"; };
    const auto exportInto = [&](const std::string& name, const std::string& options = {}) {
        const Outcome done = run("export --config " + field(name) + " --target-length 524288 --method linear --format transformers --into "
            + field(name) + " " + options + " -o out.json");
        EXPECT_EQ(done.code, 0) << name << done.err;
        return runJson("frequencies out.json")["ropes"];
    };
    // Each kind of layers keeps its own RoPE.
    for (const char* const name : {"c36-olmo-3.1-32b.json", "c52-mimo-v2-flash.json", "c53-step-3.5-flash.json"}) {
        const nlohmann::json before = runJson("frequencies " + field(name))["ropes"];
        const nlohmann::json after = exportInto(name);
        ASSERT_EQ(after.size(), 2U) << name;
        for (const nlohmann::json& rope : after) {
            const nlohmann::json& same = rope["name"] == before[0]["name"] ? before[0] : before[1];
            ASSERT_EQ(rope["factors"].size(), same["factors"].size()) << name << rope["name"];
            const double times
                = rope["name"] == "sliding_attention" ? 1.0 : rope["factors"][0].get<double>() / same["factors"][0].get<double>();
            EXPECT_EQ(times == 1.0, rope["name"] == "sliding_attention") << name;
            for (std::size_t i = 0; i < rope["factors"].size(); ++i) {
                EXPECT_NEAR(rope["factors"][i].get<double>(), times * same["factors"][i].get<double>(), 1e-12 * times) << name << i;
                EXPECT_NEAR(
                    times * rope["inv_freq"][i].get<double>(), same["inv_freq"][i].get<double>(), 3e-7 * same["inv_freq"][i].get<double>())
                    << name << rope["name"] << i;
            }
        }
    }
    // Ministral 3 scales its queries by the original length.
    exportInto("c24-ministral-3-14b.json");
    const nlohmann::json ministral = nlohmann::json::parse(readFile(folder / "out.json"))["text_config"]["rope_parameters"];
    EXPECT_EQ(ministral["original_max_position_embeddings"], 16384);
    EXPECT_EQ(ministral["llama_4_scaling_beta"], 0.1);
    EXPECT_EQ(ministral["long_mscale"], ministral["attention_factor"]);
    // Hunyuan's alpha is in the base.
    const nlohmann::json hunyuan = exportInto("c45-hunyuan-7b.json");
    EXPECT_EQ(hunyuan[0]["factors"].back(), 16.0);
    EXPECT_NEAR(hunyuan[0]["inv_freq"].back().get<double>(), 1.15478201e-07 / 16, 1e-13);
    const std::string params = field("r27-mistral-params.json");
    expectFailure(
        "export --config " + params + " --target-length 524288 --method linear --format transformers --into " + params + " -o x.json", 2,
        "is not merged into such a file");
}

TEST_F(CommandLine, RefusesExportsThatAnEngineWouldDrop)
{
    const auto exportInto = [](const std::string& name, const std::string& method = "linear") {
        return "export --config " + name + " --target-length 524288 --method " + method + " --format transformers --into " + name
            + " -o out.json";
    };
    write("flat.json", R"({"model_type": "gemma4_text", "head_dim": 256, "max_position_embeddings": 131072, "rope_parameters": {
        "rope_type": "default", "rope_theta": 1e6}})");
    expectFailure(exportInto("flat.json"), 3,
        "flat.json: Transformers 5 would not apply the table: its class stops at a scaling that is not in rope_parameters for each kind");
    write("nomic.json", R"({"model_type": "nomic_bert", "n_embd": 768, "n_head": 12, "n_positions": 2048, "rotary_emb_base": 10000,
        "rotary_emb_fraction": 1.0})");
    expectFailure(exportInto("nomic.json"), 3, "nomic.json: is in nomic_bert's own form, whose code reads no rope_parameters");
    EXPECT_FALSE(fs::exists(folder / "out.json"));
}

// What the class fills in is part of the model, and what it fills in beside the factors stays.
TEST_F(CommandLine, ExportsIntoFilesThatLeaveTheirScalingToTheClass)
{
    const auto exportInto = [&](const std::string& model, const std::string& rope) {
        write("config.json", R"({"model_type": ")" + model + R"("})");
        const Outcome outcome = run("export --config config.json --target-length 524288 --method linear --format transformers "
                                    "--into config.json -o out.json --rope "
            + rope);
        EXPECT_EQ(outcome.code, 0) << outcome.err;
        return nlohmann::json::parse(readFile(folder / "out.json"))["rope_parameters"];
    };
    const nlohmann::json gptOss = exportInto("gpt_oss", "main");
    EXPECT_EQ(gptOss["rope_type"], "longrope");
    EXPECT_EQ(gptOss["rope_theta"], 150000.0);
    EXPECT_EQ(gptOss["long_factor"].back(), 32.0 * 4.0) << "from the 131072 positions that it was trained with";
    EXPECT_EQ(exportInto("ministral3", "main")["llama_4_scaling_beta"], 0.1);
    const nlohmann::json lfm3 = exportInto("lfm3", "sliding_attention");
    EXPECT_EQ(lfm3["sliding_attention"]["rope_type"], "longrope");
    EXPECT_EQ(lfm3["full_attention"], nlohmann::json({{"rope_type", "proportional"}, {"rope_theta", 1e6}, {"partial_rotary_factor", 0.5}}));
}

TEST_F(CommandLine, AGgufModelWithABaseForLayersThatSlide)
{
    using rotascope::test::GgufBuilder;
    GgufBuilder gemma = rotascope::test::llamaModel("gemma3");
    gemma.uint32("gemma3.attention.sliding_window", 512).float32("gemma3.rope.freq_base_swa", 5000.0F);
    write("gemma.gguf", gemma.bytes());
    const nlohmann::json ropes = runJson("frequencies gemma.gguf")["ropes"];
    ASSERT_EQ(ropes.size(), 2U);
    EXPECT_EQ(ropes[0]["name"], "full_attention");
    EXPECT_EQ(ropes[1]["name"], "sliding_attention");
    EXPECT_EQ(ropes[1]["window"], 512);
    EXPECT_NEAR(ropes[1]["inv_freq"][1].get<double>(), std::pow(5000.0, -1.0 / 64), 1e-7);
    write("config.json", R"({"model_type": "gemma3_text", "head_dim": 128, "max_position_embeddings": 4096, "rope_theta": 1e4,
        "rope_local_base_freq": 1e4, "sliding_window": 512})");
    const Outcome compared = run("lint gemma.gguf config.json");
    EXPECT_EQ(compared.code, 1);
    EXPECT_THAT(compared.out, HasSubstr("differs  sliding_attention: rope_theta: 5000 and 10000"));
    const Outcome flags = run("export --config gemma.gguf --target-length 8192 --method linear --format llama-flags -o -");
    EXPECT_THAT(flags.out, HasSubstr("--override-kv gemma3.context_length=int:8192")) << flags.err;
    expectFailure("export --config gemma.gguf --rope sliding_attention --target-length 8192 --method linear --format llama-flags -o -", 3,
        "flags are for the layers with full attention alone");
}

TEST_F(CommandLine, LintComparesTwoFilesOfAModel)
{
    const std::string config = "'" ROTASCOPE_SOURCE_DIR "/tests/data/field/r31-llama3-old-transformers.json'";
    const Outcome same = run("lint " + config + " " + config);
    EXPECT_EQ(same.code, 0) << same.err;
    EXPECT_THAT(same.out, HasSubstr("Both apply the same RoPE."));
    nlohmann::json other = nlohmann::json::parse(readFile(ROTASCOPE_SOURCE_DIR "/tests/data/field/r31-llama3-old-transformers.json"));
    other["rope_scaling"]["factor"] = 32.0;
    other["rope_theta"] = 1e6;
    write("other.json", other.dump());
    const Outcome different = run("lint " + config + " other.json");
    EXPECT_EQ(different.code, 1);
    EXPECT_THAT(different.out, HasSubstr("differs  rope_theta: 500000 and 1000000"));
    EXPECT_THAT(different.out, HasSubstr("factors, the first of dimension"));
    EXPECT_THAT(different.err, HasSubstr("apply different RoPEs"));
}

TEST_F(CommandLine, WrongUsageIs2)
{
    expectFailure("", 2, "subcommand");
    expectFailure("analyse", 2, "");
    expectFailure("analyze --target-length 8192", 2, "--model");
    expectFailure("analyze " + llama2 + " --config x.json --target-length 8192", 2, "");
    expectFailure("analyze " + llama2 + " --target-length many", 2, "many");
    expectFailure("analyze " + llama2 + " --target-length 4095", 2, "the target length L′ is 4095; expected L = 4096");
    expectFailure("analyze " + llama2 + " --target-length 8192 --bins 0", 2, "--bins is \"0\"; expected a whole number from 2 to 65536");
    expectFailure("analyze " + llama2 + " --target-length 8192 --bins 1000000", 2, "--bins is \"1000000\"");
    expectFailure("analyze " + llama2 + " --target-length 8192 --bins -3", 2, "--bins is \"-3\"");
    expectFailure("analyze " + llama2 + " --target-length 8192 --divergence chi2", 2, "divergence \"chi2\" is not known");
    expectFailure("analyze " + llama2 + " --target-length 8192 --method cubic", 2, "method \"cubic\" is not known");
    expectFailure(
        "analyze " + llama2 + " --target-length 8192 --epsilon 0", 2, "--epsilon is \"0\"; expected a number greater than 0, at most 1");
    expectFailure("analyze " + llama2 + " --target-length 8192 --interpolated-components 81", 2, "81 interpolated components");
    expectFailure("analyze " + llama2 + " --target-length 8192 --threshold 0 --interpolated-components 80", 2, "excludes");
    expectFailure("analyze " + llama2 + " --target-length 8192 --before recorded-angles", 2, "has no recorded angles");
    expectFailure("analyze " + llama2 + " --target-length 8192 --before dreams", 2, "--before is \"dreams\"");
    expectFailure("analyze --model gpt-5 --target-length 8192", 2, "not among the presets");
    expectFailure("analyze " + llama2 + " --target-length 8192 --engine tpu", 2, "engine \"tpu\" is not known");
    expectFailure("analyze " + sample + " --rope local --target-length 8192", 2, "no RoPE named \"local\"; expected one of main");
    expectFailure("export " + llama2 + " --target-length 8192 --method yarn --format xml -o x", 2, "format \"xml\" is not known");
    expectFailure(
        "export " + llama2 + " --target-length 8192 --method yarn --format csv --into config.json -o x", 2, "--into does not go with");
    const std::string gguf = "export " + llama2 + " --target-length 8192 --method yarn --format gguf ";
    expectFailure(gguf + "-o x.gguf", 2, "format gguf needs the model file to make a patched copy of (--into model.gguf)");
    const std::string error = run(gguf + "--epsilon 0.5 -o x.gguf").err; // with an export there would be a note on it
    EXPECT_THAT(error, testing::StartsWith("rotascope-cli: format gguf needs"));
    EXPECT_EQ(std::ranges::count(error, '\n'), 1) << error;
    expectFailure(gguf + "--into model.gguf -o -", 2, "cannot be written to standard output");
    expectFailure("generate " + llama2 + " --length 0 -o x.h5", 2, "--length is \"0\"; expected a whole number from 1 to 16777216");
}

TEST_F(CommandLine, NoFileThatIsReadIsReplacedByAnother)
{
    const std::string config = R"({"rope_theta": 1e4, "max_position_embeddings": 4096, "head_dim": 128})";
    write("config.json", config);
    fs::create_hard_link(folder / "config.json", folder / "same.json");
    const std::string yarn = "export --config config.json --target-length 8192 --method yarn --format ";
    for (const char* arguments : {"csv -o config.json", "transformers -o config.json", "json -o same.json"}) {
        expectFailure(yarn + arguments, 2, "is the file that is analysed; expected the name of another file");
    }
    expectFailure("generate --config config.json --length 8 -o config.json", 2, "config.json: is the file that is analysed");
    EXPECT_EQ(readFile(folder / "config.json"), config);
    ASSERT_EQ(run(yarn + "csv -o own.csv").code, 0);
    expectFailure(yarn + "json --table own.csv -o own.csv", 2, "own.csv: is the file that --table names");
}

// A copy of a model is merged into, which stays as it is: under its own name, as a link or as the same file in another folder.
TEST_F(CommandLine, TheModelThatIsCopiedIsNotReplaced)
{
    const std::string config = R"({"rope_theta": 1e4, "max_position_embeddings": 4096, "head_dim": 128})";
    const std::string gguf = rotascope::test::llamaModel().bytes();
    write("config.json", config);
    write("src.gguf", gguf);
    fs::create_symlink("config.json", folder / "link.json");
    fs::create_symlink("src.gguf", folder / "link.gguf");
    const std::string yarn = "export --model meta-llama/Llama-2-7b-hf --target-length 8192 --method yarn --format ";
    for (const char* arguments : {"gguf --into src.gguf -o src.gguf", "gguf --into src.gguf -o ./link.gguf",
             "gguf --into link.gguf -o src.gguf", "transformers --into config.json -o config.json",
             "transformers --into config.json -o link.json", "transformers-legacy --into ./config.json -o config.json"}) {
        expectFailure(yarn + arguments, 2, "is the model's file that is copied, and stays as it is; expected the name of another file");
    }
    expectFailure("export --config config.json --target-length 8192 --method yarn --format transformers --into config.json -o config.json",
        2, "config.json: is the model's file that is copied");
    EXPECT_EQ(readFile(folder / "config.json"), config);
    EXPECT_EQ(readFile(folder / "src.gguf"), gguf);
    EXPECT_EQ(run(yarn + "transformers --into config.json -o copy.json").code, 0);
    EXPECT_EQ(run(yarn + "transformers --into config.json -o copy.json").code, 0) << "a result of before may be replaced";
}

TEST_F(CommandLine, OutputThatCannotBeWrittenIs4WhateverItIs)
{
    for (const char* arguments : {"--help", "--version", "analyze --help", "models"}) {
        expectFailure(std::string(arguments) + " >/dev/full", 4, "standard output cannot be written");
    }
}

TEST_F(CommandLine, UnusableInputIs3)
{
    write("empty.h5", "");
    write("text.h5", "this is not a recording\n");
    write("norope.json", R"({"vocab_size": 5})");
    write("odd.json", R"({"rope_theta": 1e4, "max_position_embeddings": 4096, "head_dim": 127})");
    write("cubic.json", R"({"rope_theta": 1e4, "max_position_embeddings": 4096, "head_dim": 128, "rope_scaling": {"rope_type": "cubic"}})");
    std::ofstream(folder / "truncated.h5", std::ios::binary)
        << readFile(ROTASCOPE_SOURCE_DIR "/resources/samples/llama-2-7b-4096.h5").substr(0, 100000);
    for (const std::string command : {"inspect ", "analyze --target-length 8192 --recording "}) {
        expectFailure(command + "missing.h5", 3, "missing.h5");
        expectFailure(command + ".", 3, "");
        expectFailure(command + "empty.h5", 3, "empty.h5");
        expectFailure(command + "text.h5", 3, "text.h5");
        expectFailure(command + "truncated.h5", 3, "truncated.h5");
    }
    const std::string config = "analyze --target-length 8192 --config ";
    expectFailure(config + "missing.json", 3, "missing.json: no such file");
    expectFailure(config + "norope.json", 3, "norope.json: rope_theta is missing");
    expectFailure(config + "odd.json", 3, "odd.json: head_dim is 127; expected an even number");
    write("deep.json", R"({"rope_theta": 1e4, "max_position_embeddings": 4096, "head_dim": )" + std::string(1'000'000, '['));
    expectFailure(config + "deep.json", 3, "deep.json: nested deeper than 64 levels");
    expectFailure(config + "cubic.json", 3, "rope_type \"cubic\" is not known");
    expectFailure(
        "export " + llama2 + " --target-length 8192 --method yarn --format transformers --into odd.json -o x.json", 3, "odd.json");
    expectFailure(
        "export " + llama2 + " --target-length 8192 --method yarn --format gguf --into odd.json -o x.gguf", 3, "odd.json: not a GGUF file");
    EXPECT_FALSE(fs::exists(folder / "x.gguf"));
    EXPECT_FALSE(fs::exists(folder / "x.json"));
}

TEST_F(CommandLine, OutputThatCannotBeWrittenIs4AndLeavesNothing)
{
    const std::string csv = "export " + llama2 + " --target-length 8192 --method yarn --format csv -o ";
    expectFailure(csv + "no/such/folder/table.csv", 4, "no/such/folder/table.csv: cannot be written");
    expectFailure(csv + ".", 4, "not a regular file");
    expectFailure("generate " + llama2 + " --length 100 -o no/such/folder/x.h5", 4, "no/such/folder/x.h5");
    EXPECT_EQ(std::distance(fs::directory_iterator(folder), fs::directory_iterator()), 1) << "only our own stderr file";
}

TEST_F(CommandLine, AnEngineThatIsNotAvailableIs5)
{
    for (const auto& engine : runJson("engines")) {
        if (!engine["available"].get<bool>()) {
            expectFailure("analyze " + llama2 + " --target-length 8192 --engine " + engine["name"].get<std::string>(), 5, engine["reason"]);
        }
    }
}

TEST_F(CommandLine, EvaluatesTablesWithTheLaboratorysModel)
{
    const std::string command = "evaluate --target-length 512 --method extrapolation --method linear --method yarn --bins 23";
    const nlohmann::json json = runJson(command + " --prompts 24 --depths 3 --short-texts 8");
    EXPECT_EQ(json["schema"], "rotascope-evaluation/1");
    EXPECT_EQ(json["model"], "tinykey");
    EXPECT_EQ(json["pretraining_length"], 256);
    EXPECT_EQ(json["tables"].size(), 3U);
    const auto retrieval = [&](const char* method) { return json["tables"][method]["lengths"][0]["retrieval"]["value"].get<double>(); };
    EXPECT_EQ(retrieval("linear"), 0.0);
    EXPECT_GT(retrieval("yarn"), 0.7);
    EXPECT_LT(retrieval("extrapolation"), 0.6);
    const nlohmann::json yarn = json["tables"]["yarn"];
    EXPECT_EQ(yarn["lengths"][0]["length"], 512);
    EXPECT_EQ(yarn["lengths"][0]["by_depth"].size(), 3U);
    EXPECT_GT(yarn["lengths"][0]["loss_beyond"]["value"], 0.5);
    EXPECT_NEAR(yarn["short_loss"]["value"].get<double>(), 1.09, 0.15);
    EXPECT_EQ(yarn["factors"].size(), 16U);
    const Outcome text = run("evaluate --method linear --prompts 4 --length 80 --length 90 --short-texts 0");
    EXPECT_EQ(text.code, 0) << text.err;
    EXPECT_THAT(text.out, testing::ContainsRegex("linear +80 +0.[0-9]+ ± 0.[0-9]+"));
    EXPECT_THAT(text.out, testing::ContainsRegex("linear +90 "));
}

TEST_F(CommandLine, EvaluatesOnesOwnTable)
{
    std::string factors;
    for (int i = 0; i < 16; ++i) {
        factors += i < 9 ? "1\n" : "2\n";
    }
    write("factors.txt", factors);
    const nlohmann::json json = runJson("evaluate --table factors.txt --method custom --prompts 20 --short-texts 0");
    EXPECT_GT(json["tables"]["custom"]["lengths"][0]["retrieval"]["value"], 0.9);
    EXPECT_TRUE(json["tables"]["custom"]["short_loss"].is_null());
}

TEST_F(CommandLine, WritesWhatItEvaluatesAsScores)
{
    const Outcome evaluated = run("evaluate --prompts 20 --short-texts 4 --length 300 --length 512 -o scores.json");
    EXPECT_EQ(evaluated.code, 0) << evaluated.err;
    EXPECT_THAT(evaluated.out, testing::HasSubstr("yarn"));
    const nlohmann::json scores = nlohmann::json::parse(readFile(folder / "scores.json"));
    EXPECT_EQ(scores["schema"], "rotascope-scores/1");
    EXPECT_GT(scores["tables"].size(), 6U);
    const nlohmann::json json = runJson("scores scores.json --against near");
    EXPECT_EQ(json["model"], "tinykey");
    EXPECT_EQ(json["correlations"].size(), 9U); // four of each length, and short texts
    EXPECT_EQ(json["correlations"][0]["task"], "passkey");
    EXPECT_EQ(json["correlations"][0]["length"], 300);
    EXPECT_EQ(json["correlations"][0]["tables"], scores["tables"].size());
    expectFailure("evaluate --prompts 4 --method linear -o no/such/folder/scores.json", 4, "no/such/folder");
    write("factors.txt", "1\n1\n1\n1\n1\n1\n1\n1\n2\n2\n2\n2\n2\n2\n2\ninf\n");
    expectFailure("evaluate --table factors.txt --method custom -o factors.txt", 2, "factors.txt");
    EXPECT_EQ(run("evaluate --table factors.txt --method custom --prompts 4 --short-texts 0 -o frozen.json").code, 0);
    EXPECT_EQ(runJson("scores frozen.json")["correlations"].size(), 4U);
}

TEST_F(CommandLine, SaysWhyItCannotEvaluate)
{
    expectFailure("evaluate --lab nowhere", 3, "nowhere/config.json");
    expectFailure("evaluate --length 79", 2, "--length is \"79\"; expected a whole number from 80 to 16384");
    expectFailure("evaluate --method custom", 2, "expected --table FILE with it");
    fs::create_directory(folder / "model");
    write("model/config.json", R"({"model_type": "gpt2"})");
    expectFailure("evaluate --lab model", 3, "model_type is not what the laboratory can compute; expected \"llama\"");
}

TEST_F(CommandLine, AnalysesOtherEncodingsThanARope)
{
    const nlohmann::json bloom = runJson("analyze --model bigscience/bloom --target-length 4096");
    EXPECT_EQ(bloom["source"]["encoding"], "alibi");
    EXPECT_EQ(bloom["measure"], "distances");
    EXPECT_EQ(bloom["dimensions"].size(), 112U);
    EXPECT_NEAR(bloom["dimensions"][0]["extrapolation"].get<double>(), 0.3861884, 1e-6);
    EXPECT_TRUE(bloom["dimensions"][0]["wavelength"].is_null());
    EXPECT_FALSE(bloom["methods"].contains("yarn"));
    EXPECT_FALSE(bloom["methods"]["linear"].contains("near"));
    write("config.json", R"({"model_type": "gpt2", "n_positions": 1024})");
    const nlohmann::json gpt2 = runJson("analyze --config config.json");
    EXPECT_EQ(gpt2["methods"]["extrapolation"]["out_of_distribution_share"][0], 0.5);
    const Outcome t5 = run("analyze --encoding t5 --pretraining-length 512");
    EXPECT_EQ(t5.code, 0) << t5.err;
    EXPECT_THAT(t5.out, testing::HasSubstr("b = 32"));
    EXPECT_THAT(t5.out, testing::Not(testing::HasSubstr("reach")));
    EXPECT_EQ(runJson("analyze --encoding rope --channels 64 --pretraining-length 4096")["methods"]["yarn"],
        runJson("analyze --encoding sinusoidal --channels 64 --pretraining-length 4096")["methods"]["yarn"]);
    EXPECT_EQ(run("landscape --encoding alibi --channels 8 --factors 9").code, 0);
}

TEST_F(CommandLine, OtherEncodingsSayWhatTheyAreNotFor)
{
    const Outcome assumed = run("analyze --encoding alibi --channels 8");
    EXPECT_THAT(assumed.err, HasSubstr("note: an encoding of no model states no length: L = 4096 and L′ = 2 L are taken"));
    EXPECT_THAT(assumed.out, HasSubstr("L = 4096, L′ = 8192"));
    EXPECT_THAT(run("analyze --encoding t5 --target-length 9000").err, HasSubstr("L = 4096 is taken;"));
    EXPECT_THAT(run("analyze --encoding t5 --pretraining-length 512").err, testing::Not(HasSubstr("states no length")));
    expectFailure("analyze --encoding alibi", 2, "--encoding alibi needs --channels N, the number of its heads");
    expectFailure("analyze --encoding learned --channels 3", 2, "--encoding learned has one channel");
    expectFailure("analyze --encoding t5 --base 100", 2, "has no frequencies");
    expectFailure("analyze --model gpt2 --channels 3", 2, "--channels goes with --encoding alone");
    expectFailure("analyze --encoding none", 2, "the encoding is \"none\"; expected one of sinusoidal");
    expectFailure("analyze --model gpt2 --measure distances", 2, "have a row for each position");
    expectFailure("frequencies --model gpt2", 3, "learned positions");
    expectFailure("generate --model gpt2 --length 10 -o x.h5", 2, "learned positions");
    const std::string table = " --target-length 4096 --method linear -o table ";
    expectFailure("export --model bigscience/bloom" + table + "--format transformers", 2,
        "no engine has a switch that extends ALiBi; expected one of \"CSV table\" (csv), \"JSON table\" (json), \"Python snippet\" "
        "(python)");
    expectFailure("export --model gpt2" + table + "--format python", 2, R"(expected one of "CSV table" (csv), "JSON table" (json))");
    const std::string snippet = run("export --model bigscience/bloom --target-length 4096 --method linear -o - --format python").out;
    EXPECT_THAT(snippet, testing::HasSubstr("EXTENDED_SLOPES"));
    EXPECT_EQ(run("export --model bigscience/bloom" + table + "--format csv").code, 0);
    const nlohmann::json again = runJson("analyze --model bigscience/bloom --target-length 4096 --method custom --table table");
    EXPECT_EQ(again["methods"]["custom"]["factors"][0], 2.0);
}

TEST_F(CommandLine, GivesMethodsTheirDimensions)
{
    const nlohmann::json json
        = runJson("analyze --model llama-2-7b-hf --target-length 8192 --method band --method hardclip --band 20:40 --clipped 3");
    EXPECT_EQ(json["band"], "20:40");
    EXPECT_EQ(json["clipped"], 3);
    EXPECT_EQ(json["methods"]["band"]["factors"][20], 2.0);
    EXPECT_EQ(json["methods"]["band"]["factors"][40], 1.0);
    EXPECT_EQ(json["methods"]["hardclip"]["factors"][61], "inf");
    EXPECT_EQ(json["methods"]["hardclip"]["factors"][60], 1.0);
    expectFailure("analyze --model llama-2-7b-hf --band 40:20", 2, "the band is \"40:20\"; expected FIRST:END");
    expectFailure("analyze --model llama-2-7b-hf --band 0:65", 2, "the band is 0:65; the source has 64 dimensions");
}

TEST_F(CommandLine, CorrelatesScoresWithAMeasure)
{
    const std::string file = "'" ROTASCOPE_SOURCE_DIR "/resources/lab/measured/scores-seed1.json'";
    const nlohmann::json json = runJson("scores " + file + " --against unseen --bins 23");
    EXPECT_EQ(json["schema"], "rotascope-correlations/1");
    const nlohmann::json first = json["correlations"][0];
    EXPECT_EQ(first["metric"], "exact_match");
    EXPECT_EQ(first["length"], 512);
    EXPECT_EQ(first["tables"], 133);
    EXPECT_NEAR(first["spearman"].get<double>(), 0.28, 0.006);
    EXPECT_LT(first["low"], first["spearman"]);
    EXPECT_GT(first["high"], first["spearman"]);
    const Outcome text = run("scores " + file + " --against near");
    EXPECT_EQ(text.code, 0) << text.err;
    EXPECT_THAT(text.out, testing::ContainsRegex("passkey +exact_match +512 +0 +133 +0.67 "));
    const nlohmann::json both = runJson("scores " + file + " --measure near-far --far-weight 3");
    EXPECT_NEAR(both["correlations"][0]["spearman"].get<double>(), 0.87, 0.006);
    EXPECT_EQ(both["far_weight"], 3.0);
    EXPECT_TRUE(both["bins"].is_null());
    EXPECT_EQ(runJson("scores " + file)["bins"], 25) << "ten angles an interval, of L = 256";
    expectFailure("scores " + file + " --far-weight 3", 2, "--far-weight is of the measure near-far");
    expectFailure("scores " + file + " --measure near --bins 23", 2, "the measure near has no intervals");
    expectFailure("scores " + file + " --against length", 2, "there is no measure \"length\"; expected one of kl");
    expectFailure("scores nowhere.json", 3, "nowhere.json");
    write("bad.json", R"({"schema": "rotascope-scores/9"})");
    expectFailure("scores bad.json", 3, "bad.json: its schema is \"rotascope-scores/9\"");
}
