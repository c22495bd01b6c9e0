// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/configs/transformers_config.h"
#include "core/exchange/configs/transformers_legacy.h"
#include "core/lint/lint.h"
#include "core/model/model_file.h"
#include "tests/fuzz/fuzz.h"

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <string>

namespace {

using namespace rotascope;

// A table for one of the file's RoPEs, without the counting that an export does not look at.
ExportDocument documentFor(const HuggingFaceRopes& found)
{
    Source source;
    source.origin = "file";
    const NamedRope& rope = found.ropes[found.mainRope()];
    source.rope = rope.rope;
    source.ropeName = rope.name;
    std::ranges::transform(found.ropes, std::back_inserter(source.ropeNames), &NamedRope::name);
    auto analysis = std::make_shared<Analysis>();
    analysis->source = std::make_shared<const Source>(std::move(source));
    analysis->settings = defaultSettings(*analysis->source);
    auto table = std::make_shared<TableAnalysis>();
    table->table.factors.assign(rope.rope.dimensions(), 1.5);
    return {analysis, table, "fuzz"};
}

// Where a table is merged in, the file is read as a model that has it.
void checkMerge(const ExportFormat& format, const ExportDocument& document, const ModelFilePointer& into)
{
    const auto merged = format.prepare(document, into);
    fuzz::expectSound(merged);
    if (!merged) {
        return;
    }
    const auto again = modelFileOfConfig(*merged->content(), "file");
    const auto hasTable = [&](const NamedRope& rope) {
        return rope.name == document.analysis->source->ropeName && rope.rope.scaling.longFactor == document.table->table.factors;
    };
    if (!again || std::ranges::none_of((*again)->found.ropes, hasTable)) {
        std::abort();
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    constexpr std::size_t mostDimensions = 256; // a table is written twice, a line each: larger ones cost time and show nothing more
    const auto file = modelFileOfConfig(std::string(fuzz::textOf(data, size)), "file");
    fuzz::expectSound(file);
    if (!file) {
        return 0;
    }
    const HuggingFaceRopes& found = (*file)->found;
    if (lint(**file).engines.empty()) {
        std::abort(); // what can be read can be looked at
    }
    if (found.ropes[found.mainRope()].rope.dimensions() <= mostDimensions) {
        for (const ExportFormat* format : {&transformersFormat, &transformersLegacyFormat}) {
            checkMerge(*format, documentFor(found), *file);
        }
    }
    return 0;
}
