// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/engine.h"

#include <filesystem>
#include <memory>

namespace rotascope {

/// What a program and a module must agree on before any of the module's C++ is touched: change it with every change of
/// Engine or of the types that it passes.
inline constexpr const char* engineInterface = "rotascope-engine/5 " ROTASCOPE_VERSION;

// The functions that a module exports, with C linkage. None of them throws.
using EngineInterfaceFunction = const char* (*)(); ///< rotascope_engine_interface: engineInterface of the module
/// rotascope_make_engine: a new engine, or null; then `reason` holds why not, ended by 0, at most `size` characters.
using MakeEngineFunction = Engine* (*)(char* reason, std::size_t size);
using DeleteEngineFunction = void (*)(Engine* engine); ///< rotascope_delete_engine

/// Loads a module, for the rest of the program, and makes its engine. ErrorKind::Engine with the reason if the path is not absolute, there
/// is no such file, it is cut short or damaged (module_seal.h), it cannot be loaded, it was built for another version, or it has no device
/// to work on.
Expected<std::shared_ptr<Engine>> loadEngineModule(const std::filesystem::path& file);

/// The environment variable with which users name a module of their own.
inline constexpr const char* cudaModuleVariable = "ROTASCOPE_CUDA_MODULE";

/// Where a module is looked for.
struct ModuleLocation {
    std::filesystem::path file;
    bool isFromVariable = false; ///< whether cudaModuleVariable names it
};

/// Where the CUDA engine is looked for: what cudaModuleVariable says, else ../lib/rotascope, as it is installed, else beside the program.
/// Both folders are seen from the program's own, never from the current one.
ModuleLocation cudaModule();

} // namespace rotascope
