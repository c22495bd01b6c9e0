// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/engine_registry.h"

#include "core/engine/cpu_engine.h"
#include "core/engine/delegating_engine.h"
#include "core/text.h"

#include <filesystem>

namespace rotascope {
namespace {

// Why there is no CUDA engine, for a user who may not know that the environment names a module.
std::string reasonOf(const Error& error, const ModuleLocation& cudaModule)
{
    if (cudaModule.isFromVariable) {
        return error.message + " (" + cudaModuleVariable + " names this file)";
    }
    std::error_code ignored;
    return std::filesystem::exists(cudaModule.file, ignored) ? error.message
                                                             : "this installation has no CUDA engine (" + error.message + ")";
}

} // namespace

EngineRegistry& EngineRegistry::instance()
{
    static EngineRegistry registry(cudaModule());
    return registry;
}

EngineRegistry::EngineRegistry(const ModuleLocation& cudaModule)
{
    const std::shared_ptr<Engine> cpu = makeCpuEngine();
    m_registered.push_back({{cpu->info(), {}, {}}, cpu, nullptr});
    m_auto = cpu;
    const std::string chosenModule = cudaModule.isFromVariable ? cudaModule.file.string() : std::string();
    const Expected<std::shared_ptr<Engine>> cuda = loadEngineModule(cudaModule.file);
    if (cuda) {
        m_registered.push_back({{(*cuda)->info(), {}, chosenModule}, makeDelegatingEngine(*cuda, cpu, Delegation::Always), *cuda});
        m_auto = makeDelegatingEngine(*cuda, cpu, Delegation::WhenFaster);
    } else {
        m_registered.push_back({{{"cuda", {}}, reasonOf(cuda.error(), cudaModule), chosenModule}, nullptr, nullptr});
    }
}

std::vector<EngineEntry> EngineRegistry::entries() const
{
    std::vector<EngineEntry> entries;
    for (const Registered& registered : m_registered) {
        entries.push_back(registered.entry);
        if (registered.accelerator) {
            entries.back().unavailable = registered.accelerator->unavailable();
        }
    }
    return entries;
}

Expected<std::shared_ptr<Engine>> EngineRegistry::find(std::string_view name) const
{
    if (name == "auto") {
        return m_auto;
    }
    for (const Registered& registered : m_registered) {
        if (registered.entry.info.name == name) {
            if (!registered.engine) {
                return tl::unexpected(
                    Error{ErrorKind::Engine, "engine \"" + std::string(name) + "\" is not available: " + registered.entry.unavailable});
            }
            return registered.engine;
        }
    }
    return usageError("engine \"" + std::string(name) + "\" is not known; expected one of auto, "
        + namesOf(m_registered, [](const Registered& registered) { return std::string_view(registered.entry.info.name); }));
}

} // namespace rotascope
