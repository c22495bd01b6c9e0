// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/tables/npy_table.h"
#include "tests/fuzz/fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto table = rotascope::parseNpyTable(rotascope::fuzz::textOf(data, size), "file");
    rotascope::fuzz::expectSound(table);
    if (table && !rotascope::validate(table->table, "file")) {
        std::abort();
    }
    return 0;
}
