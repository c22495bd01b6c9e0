// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lint/lint.h"
#include "core/rope/hugging_face_config.h"
#include "tests/fuzz/fuzz.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace rotascope;
    const std::string_view text = fuzz::textOf(data, size);
    const auto ropes = parseHuggingFaceRopes(text, "file");
    fuzz::expectSound(ropes);
    const auto report = lintConfig(text, "file");
    fuzz::expectSound(report);
    if (ropes.has_value() != report.has_value()) {
        std::abort(); // what can be read can be looked at
    }
    return 0;
}
