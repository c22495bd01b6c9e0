// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/rope/rope_config.h"
#include "core/scaling/scaling_table.h"

#include <cstdint>
#include <span>
#include <string_view>

namespace rotascope {

/// What a method may look at to make its table.
struct MethodInput {
    const RopeConfig& rope;
    std::int64_t pretrainingLength; ///< L, positions
    std::int64_t targetLength; ///< L' >= L, positions
    std::span<const Choice> selected; ///< shape [D]: what the selection rule (core/disturbance) chose for each dimension

    /// s = L'/L
    [[nodiscard]] double scale() const { return static_cast<double>(targetLength) / static_cast<double>(pretrainingLength); }
};

/// A way to make a scaling table. One file each in core/scaling/methods: the file name is the C++ name of the constant, and
/// the build lists the files, so a new method is one new file.
struct Method {
    std::string_view name; ///< as on the command line, e.g. "yarn"
    std::string_view label; ///< as in the window, e.g. "YaRN"
    std::string_view description; ///< one sentence
    int order; ///< where it stands in a list
    Expected<ScalingTable> (*make)(const MethodInput&);
};

/// All methods in their order.
std::span<const Method* const> methods();

/// The method with this name; the error lists the names.
Expected<const Method*> findMethod(std::string_view name);

} // namespace rotascope
