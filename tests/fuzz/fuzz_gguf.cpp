// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/gguf/gguf_table.h"
#include "core/model/gguf_config.h"
#include "tests/fuzz/fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace rotascope;
    const std::string_view file = fuzz::textOf(data, size);
    fuzz::expectSound(parseGgufTable(file, "file"));
    const auto header = gguf::Header::parse(file, "file");
    fuzz::expectSound(header);
    if (header) {
        fuzz::expectSound(parseGgufRope(*header, "file"));
    }
    return 0;
}
