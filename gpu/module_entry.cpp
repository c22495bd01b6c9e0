// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/module_entry.h"

#include "core/engine/module_seal.h"
#include "gpu/device_engine.h"

#include <cstdlib>
#include <exception>
#include <string>
#include <string_view>

namespace rotascope::gpu {
namespace {

// Every module has this file. What was linked is sealed by seal_module.
[[gnu::used]] const ModuleSeal moduleSeal = {moduleMark, 0};

void applyFaultVariable(Device& device)
{
    const char* text = std::getenv("ROTASCOPE_CUDA_FAULT"); // NOLINT(concurrency-mt-unsafe): read once, while the module is loaded
    if (text == nullptr) {
        return;
    }
    char* rest = nullptr;
    const std::uint64_t call = std::strtoull(text, &rest, 10);
    const std::string_view kind(rest);
    device.failCall(call, kind == ":lost" ? FaultKind::Lost : kind == ":context" ? FaultKind::NoContext : FaultKind::OutOfMemory);
}

Engine* refuse(std::string_view why, char* reason, std::size_t size)
{
    reason[why.copy(reason, size - 1)] = '\0';
    return nullptr;
}

} // namespace

Engine* makeModuleEngine(Result<std::unique_ptr<Device>> (*open)(), const char* name, char* reason, std::size_t size) noexcept
try {
    Result<std::unique_ptr<Device>> device = open();
    if (!device) {
        return refuse(device.error().error.message.english(), reason, size);
    }
    applyFaultVariable(**device);
    return makeDeviceEngine(std::move(*device), name).release();
} catch (const std::exception& error) {
    return refuse(error.what(), reason, size);
}

} // namespace rotascope::gpu
