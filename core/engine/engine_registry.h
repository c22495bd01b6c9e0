// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/engine.h"
#include "core/engine/engine_module.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace rotascope {

/// An engine that this program knows: it works, or `unavailable` says why not.
struct EngineEntry {
    EngineInfo info;
    Sentence unavailable; ///< empty if the engine works
    std::string chosenModule = {}; ///< the module that ROTASCOPE_CUDA_MODULE names for it; empty if the engine comes with the program
    bool isPending = false; ///< its module is not loaded yet: nobody knows whether it works; `unavailable` says so
};

/// The engines of this program. What cannot be loaded is kept with its reason and changes nothing else.
///
/// The CUDA engine's module is loaded when it is first needed, not before: it asks the driver, which takes from 0.1 s to some seconds. May
/// be used from several threads.
class EngineRegistry {
public:
    /// The process-wide registry, made at first use.
    static EngineRegistry& instance();

    /// A registry whose CUDA engine comes from this module (engine_module.h); it need not exist.
    explicit EngineRegistry(const ModuleLocation& cudaModule);
    ~EngineRegistry();
    EngineRegistry(const EngineRegistry&) = delete;
    EngineRegistry& operator=(const EngineRegistry&) = delete;

    /// Loads the module, or waits until another thread has loaded it: for a thread that may wait.
    void load() const;
    /// Whether what load() does is done.
    [[nodiscard]] bool isLoaded() const;

    /// Every engine, working or not at this moment; the CPU engine always works and is the first. Loads the module.
    [[nodiscard]] std::vector<EngineEntry> entries() const;
    /// The same without waiting for anything: an engine whose module is not loaded yet is pending.
    [[nodiscard]] std::vector<EngineEntry> entriesSoFar() const;

    /// The engine with this name. ErrorKind::Engine with the reason if it does not work, ErrorKind::Usage if the name is not known.
    /// "cuda" loads the module. "auto" does not: it gives each request to the one that is expected to answer first, loads the module with
    /// the first request that might pay there, and has the CPU answer while another thread loads it.
    [[nodiscard]] Expected<std::shared_ptr<Engine>> find(std::string_view name) const;

private:
    class CudaEngine;

    std::shared_ptr<Engine> m_cpu;
    std::shared_ptr<CudaEngine> m_cuda;
    std::shared_ptr<Engine> m_auto;
};

} // namespace rotascope
