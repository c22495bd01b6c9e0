// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/engine_registry.h"

#include "core/engine/cpu_engine.h"
#include "core/engine/delegating_engine.h"

#include <atomic>
#include <filesystem>
#include <mutex>
#include <utility>

namespace rotascope {
namespace {

// Why there is no CUDA engine, for a user who may not know that the environment names a module.
Sentence reasonOf(const Error& error, const ModuleLocation& cudaModule)
{
    if (cudaModule.isFromVariable) {
        return Sentence::of("{1} ({2} names this file)", error.message, cudaModuleVariable);
    }
    std::error_code ignored;
    return std::filesystem::exists(cudaModule.file, ignored) ? error.message
                                                             : Sentence::of("this installation has no CUDA engine ({1})", error.message);
}

} // namespace

/// The module, loaded by whoever needs it first. What is loaded stays as it is.
class EngineRegistry::CudaEngine {
public:
    CudaEngine(ModuleLocation location, std::shared_ptr<Engine> cpu) : m_location(std::move(location)), m_cpu(std::move(cpu)) { }

    [[nodiscard]] bool isLoaded() const { return m_isLoaded; }

    void load()
    {
        const std::lock_guard lock(m_loading);
        loadLocked();
    }

    /// The device's own engine, null if there is none; null as well while another thread loads it.
    std::shared_ptr<Engine> acceleratorUnlessLoading()
    {
        if (!m_isLoaded) {
            const std::unique_lock lock(m_loading, std::try_to_lock);
            if (!lock) {
                return nullptr;
            }
            loadLocked();
        }
        return m_accelerator;
    }

    [[nodiscard]] EngineEntry entry() const
    {
        const std::string chosenModule = m_location.isFromVariable ? m_location.file.string() : std::string();
        if (!m_isLoaded) {
            return {{"cuda", {}}, Sentence::of("its driver has not answered yet"), chosenModule, true};
        }
        return m_accelerator ? EngineEntry{m_accelerator->info(), m_accelerator->unavailable(), chosenModule}
                             : EngineEntry{{"cuda", {}}, m_reason, chosenModule};
    }

    /// With the CPU behind it. Once it is loaded.
    [[nodiscard]] Expected<std::shared_ptr<Engine>> engine() const
    {
        return m_engine ? Expected<std::shared_ptr<Engine>>(m_engine)
                        : tl::unexpected(Error{ErrorKind::Engine, Sentence::of("engine \"cuda\" is not available: {1}", m_reason)});
    }

private:
    void loadLocked()
    {
        if (m_isLoaded) {
            return;
        }
        const Expected<std::shared_ptr<Engine>> loaded = loadEngineModule(m_location.file);
        if (loaded) {
            m_accelerator = *loaded;
            m_engine = makeDelegatingEngine(*loaded, m_cpu, Delegation::Always);
        } else {
            m_reason = reasonOf(loaded.error(), m_location);
        }
        m_isLoaded = true;
    }

    ModuleLocation m_location;
    std::shared_ptr<Engine> m_cpu;
    std::mutex m_loading;
    // Written while m_loading is held, and read once m_isLoaded.
    std::shared_ptr<Engine> m_accelerator;
    std::shared_ptr<Engine> m_engine;
    Sentence m_reason;
    std::atomic<bool> m_isLoaded = false;
};

EngineRegistry& EngineRegistry::instance()
{
    static EngineRegistry registry(cudaModule());
    return registry;
}

EngineRegistry::EngineRegistry(const ModuleLocation& cudaModule)
    : m_cpu(makeCpuEngine()), m_cuda(std::make_shared<CudaEngine>(cudaModule, m_cpu)),
      m_auto(makeAutomaticEngine([cuda = m_cuda] { return cuda->acceleratorUnlessLoading(); }, m_cpu))
{
}

EngineRegistry::~EngineRegistry() = default;

void EngineRegistry::load() const
{
    m_cuda->load();
}

bool EngineRegistry::isLoaded() const
{
    return m_cuda->isLoaded();
}

std::vector<EngineEntry> EngineRegistry::entries() const
{
    load();
    return entriesSoFar();
}

std::vector<EngineEntry> EngineRegistry::entriesSoFar() const
{
    return {{m_cpu->info(), {}}, m_cuda->entry()};
}

Expected<std::shared_ptr<Engine>> EngineRegistry::find(std::string_view name) const
{
    if (name == "auto") {
        return m_auto;
    }
    if (name == "cpu") {
        return m_cpu;
    }
    if (name == "cuda") {
        load();
        return m_cuda->engine();
    }
    return usageError(Sentence::of("engine \"{1}\" is not known; expected one of auto, cpu, cuda", name));
}

} // namespace rotascope
