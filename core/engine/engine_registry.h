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
    std::string unavailable; ///< empty if the engine works
    std::string chosenModule = {}; ///< the module that ROTASCOPE_CUDA_MODULE names for it; empty if the engine comes with the program
};

/// The engines of this program. What cannot be loaded is kept with its reason and changes nothing else.
class EngineRegistry {
public:
    /// The process-wide registry, made at first use.
    static EngineRegistry& instance();

    /// A registry whose CUDA engine comes from this module (engine_module.h); it need not exist.
    explicit EngineRegistry(const ModuleLocation& cudaModule);

    /// Every engine, working or not at this moment; the CPU engine always works and is the first.
    [[nodiscard]] std::vector<EngineEntry> entries() const;

    /// The engine with this name; "auto" gives each request to the one that is expected to answer first. ErrorKind::Engine with the reason
    /// if it does not work, ErrorKind::Usage if the name is not known.
    [[nodiscard]] Expected<std::shared_ptr<Engine>> find(std::string_view name) const;

private:
    struct Registered {
        EngineEntry entry;
        std::shared_ptr<Engine> engine; ///< null if it does not work
        std::shared_ptr<Engine> accelerator; ///< what `engine` delegates to; null for the CPU
    };
    std::vector<Registered> m_registered;
    std::shared_ptr<Engine> m_auto;
};

} // namespace rotascope
