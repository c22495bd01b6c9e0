// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <array>
#include <cstdint>
#include <filesystem>

namespace rotascope {

/// What an engine's module carries, so that a damaged one is known before it is loaded: one flipped bit in its code may crash the program
/// or, worse, give wrong numbers. `seal_module` writes the digest once the module is linked. It guards against accidents, not against
/// people: who can write the module can seal it as well.
///
/// The digest is of what the loader maps (the segments and their table), so it holds for a stripped module too. Who edits a module
/// afterwards (patchelf) seals it again.
struct ModuleSeal {
    std::array<unsigned char, 24> mark; ///< moduleMark: how the seal is found in the file, and what says that this is an engine
    std::uint64_t digest; ///< 0: not sealed, and not checked
};

inline constexpr std::array<unsigned char, 24> moduleMark = {
    'r', 'o', 't', 'a', 's', 'c', 'o', 'p', 'e', 0xE5, 0x17, 0xC4, 0x0B, 0x9A, 0x62, 0xD8, 0x31, 0xF7, 0x8E, 0x4D, 0xA0, 0x56, 0x73, 0x2C};

/// Whether the loader may be given the file: it is an ELF library of this machine's kind, has all that the loader maps, carries an engine's
/// mark, and its digest is right. ErrorKind::Engine with the reason, which does not name the file.
Expected<void> checkModuleSeal(const std::filesystem::path& file);

/// Writes the digest into a module. ErrorKind::Engine if checkModuleSeal() would not find the mark; ErrorKind::Output if it cannot be
/// written.
Expected<void> sealModule(const std::filesystem::path& file);

} // namespace rotascope
