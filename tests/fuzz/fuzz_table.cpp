// SPDX-License-Identifier: GPL-3.0-or-later
// A reader of tables that takes the whole file as a text: built once for each, which CMakeLists.txt names.
#include ROTASCOPE_READER_HEADER
#include "core/exchange/export_format.h"
#include "tests/fuzz/fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto table = rotascope::ROTASCOPE_READER(rotascope::fuzz::textOf(data, size), "file");
    rotascope::fuzz::expectSound(table);
    if (table && !rotascope::validate(table->table, "file")) {
        std::abort();
    }
    return 0;
}
