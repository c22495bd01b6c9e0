// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/safetensors.h"
#include "tests/fuzz/fuzz.h"

#include <string>

// What was read lies within the file, and each tensor can be asked for.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace rotascope;
    const auto file = SafetensorsFile::parse(std::string(fuzz::textOf(data, size)), "file");
    fuzz::expectSound(file);
    if (!file) {
        return 0;
    }
    std::size_t bytes = 0;
    for (const auto& [name, tensor] : file->tensors()) {
        bytes += tensor.end - tensor.begin;
        fuzz::expectSound(file->floats(name, tensor.shape));
    }
    if (bytes > size) {
        std::abort();
    }
    return 0;
}
