// SPDX-License-Identifier: GPL-3.0-or-later
// The laboratory's model under a table: how long an answer takes, and how near that is to what the processor could do.
#include "core/engine/parallel.h"
#include "core/evaluation/evaluation.h"
#include "core/evaluation/trial.h"
#include "tests/benchmark/figures.h"

#include <chrono>
#include <cstdio>
#include <ctime>

using namespace rotascope;

namespace {

double wallNow()
{
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

double cpuNow()
{
    return 1e3 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

// Multiplications and additions that a text needs where the last `last` logits are asked for: no block is filled up, nothing above the
// diagonal of attention.
double operationsOf(const ModelShape& shape, double tokens, double last)
{
    const auto hidden = static_cast<double>(shape.hidden);
    const auto queries = static_cast<double>(shape.heads * shape.headDim);
    const auto keys = static_cast<double>(shape.keyHeads * shape.headDim);
    double products = 0.0;
    for (std::size_t layer = 0; layer < shape.layers; ++layer) {
        const double rows = layer + 1 == shape.layers ? last : tokens;
        products += tokens * 2.0 * hidden * keys;
        products += rows * (2.0 * hidden * queries + 3.0 * hidden * static_cast<double>(shape.mlp));
        products += rows * (tokens - rows / 2.0) * 2.0 * queries;
    }
    return 2.0 * (products + last * hidden * static_cast<double>(shape.words));
}

// The CPU times of some runs, ascending, in milliseconds.
template <class Run> std::vector<double> timesOf(const char* what, const Run& run)
{
    std::vector<double> wall;
    std::vector<double> cpu;
    for (int i = 0; i < 15; ++i) {
        const double wallBefore = wallNow();
        const double cpuBefore = cpuNow();
        if (!run()) {
            std::abort();
        }
        wall.push_back(wallNow() - wallBefore);
        cpu.push_back(cpuNow() - cpuBefore);
    }
    printFigures(what, wall);
    std::ranges::sort(cpu);
    return cpu;
}

ScalingTable someTable(const LanguageModelPointer& model)
{
    return {std::vector(model->invFreq.size(), 1.5), 1.0};
}

void measureTrial(const char* what, const LanguageModelPointer& model, TrialSize size)
{
    const auto cpu = timesOf(what, [&] { return tryTable(model, someTable(model), 512, size); });
    std::printf("    CPU time: least %.0f ms, median %.0f ms\n", cpu.front(), cpu[cpu.size() / 2]);
}

void measure(const char* what, const LanguageModelPointer& model, const EvaluationRequest& request)
{
    const auto cpu = timesOf(what, [&] { return evaluate(model, someTable(model), request); });
    const auto length = static_cast<double>(request.lengths.front());
    const double operations
        = operationsOf(model->shape, length - 1.0, request.wholeLoss ? length - 1.0 : 5.0) * static_cast<double>(request.prompts);
    const double best = cpu.front();
    std::printf("    CPU time: least %.0f ms, median %.0f ms; %.2f G operations, %.1f G a second and core at best\n", best,
        cpu[cpu.size() / 2], operations * 1e-9, operations * 1e-6 / best);
}

} // namespace

int main(int argc, char** argv)
{
    const auto model = LanguageModel::read(argc > 1 ? argv[1] : ROTASCOPE_SOURCE_DIR "/resources/lab/tinykey");
    if (!model) {
        std::fprintf(stderr, "%s\n", model.error().message.english().c_str());
        return 1;
    }
    std::printf("%u threads, %s\n", parallelThreads(), std::string(nameOf(instructionSet())).c_str());
    measure("answers to 20 prompts of 512 tokens", *model, {{512}, 20, 1});
    measure("answers to 32 prompts of 512 tokens", *model, {{512}, 32, 1});
    measure("answers to 200 prompts of 512 tokens", *model, {{512}, 200, 1});
    measure("answers to 32 prompts of 1024 tokens", *model, {{1024}, 32, 1});
    measure("the loss of all words of 32 prompts of 512 tokens", *model, {{512}, 32, 1, true});
    measureTrial("a first answer in the window, L' = 512", *model, quickTrial);
    measureTrial("all answers in the window, L' = 512", *model, fullTrial);
    return 0;
}
