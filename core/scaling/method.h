// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/rope/rope_config.h"
#include "core/scaling/scaling_table.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rotascope {

/// One dimension with one factor.
struct DimensionFactor {
    std::size_t dimension;
    double factor;
};

/// The disturbance of each of these at the target length, times the weight of its dimension in the mean, in their order; fails with
/// ErrorKind::Stopped if the caller asks to stop.
using DisturbanceSource = std::function<Expected<std::vector<double>>(std::span<const DimensionFactor>)>;

/// A run of dimensions: first ... end-1, not empty.
struct DimensionRange {
    std::size_t first = 0;
    std::size_t end = 0;

    friend bool operator==(const DimensionRange&, const DimensionRange&) = default;
};

/// Which of MethodParameters a method looks at.
enum class MethodParameter : std::uint8_t { None, Band, Clipped };

/// What the user gives methods in place of what they find themselves.
struct MethodParameters {
    std::optional<DimensionRange> band = {}; ///< band: the dimensions that are interpolated
    std::optional<std::size_t> clipped = {}; ///< cope, hardclip: how many dimensions, the last ones

    friend bool operator==(const MethodParameters&, const MethodParameters&) = default;
};

/// "20:40" for 20 ... 39.
std::string textOf(const DimensionRange& range);
/// The other way round; fails where it is no such text, or an empty run.
Expected<DimensionRange> dimensionRangeOf(std::string_view text);
/// Fails where a parameter is for more dimensions than there are.
Expected<void> validate(const MethodParameters& parameters, std::size_t dimensions);

/// What a method may look at to make its table.
///
/// Two scales are told apart. An analysis asks what a method does from L to L′: s = L′/L, whatever factor a configuration states.
/// To reproduce what a model's configuration does in Transformers (transformers_scaling.h), `factor` is that one. All other
/// parameters are the configuration's own if it states the method's rope_type, else those of the literature.
struct MethodInput {
    const RopeConfig& rope;
    std::int64_t pretrainingLength; ///< L, positions
    std::int64_t targetLength; ///< L′ >= L, positions
    std::span<const Choice> selected = {}; ///< shape [D]: what the selection rule (core/analysis) chose for each dimension
    std::optional<double> factor = {}; ///< > 0: the scale instead of L′/L
    DisturbanceSource disturbances = {}; ///< for methods that search; may be empty
    std::span<const double> extrapolated
        = {}; ///< shape [D]: such a disturbance of each dimension under the factor 1; empty where not known
    std::span<const double> interpolated = {}; ///< shape [D]: the same under s
    const ScalingTable* custom = nullptr; ///< the user's own table; may be null
    MethodParameters parameters = {};

    /// s: `factor`, else L′/L
    [[nodiscard]] double scale() const
    {
        return factor.value_or(static_cast<double>(targetLength) / static_cast<double>(pretrainingLength));
    }
    /// The configuration's own parameters for this rope_type; an empty set if it states another.
    [[nodiscard]] const ScalingParameters& parametersFor(std::string_view ropeType) const;
};

/// The value, or `otherwise` where it is absent or 0: how Transformers takes beta_fast, beta_slow, mscale and mscale_all_dim.
inline double nonZeroOr(const std::optional<double>& value, double otherwise)
{
    return value.value_or(0.0) == 0.0 ? otherwise : *value;
}

/// A way to make a scaling table, and what it is to those that list, compare and draw methods: they ask for these traits, never for
/// a name. One file each in core/scaling/methods: the file name is the C++ name of the constant, and the build lists the files, so a
/// new method is one new file.
struct Method {
    std::string_view name; ///< as on the command line, e.g. "yarn"; a rope_type of Transformers has the same name
    std::string_view label; ///< as in the window, e.g. "YaRN"
    std::string_view description; ///< one sentence
    int order; ///< where it stands in a list
    bool onRequest = false; ///< compared only when asked for by name, because it takes long
    bool needsTable = false; ///< hands on MethodInput::custom; compared only where the user has given that table
    bool needsOwnScaling = false; ///< compared only where the source states a scaling of its own
    bool forAnyEncoding = false; ///< needs no frequencies, and so makes sense for heads, rows and buckets as well
    MethodParameter parameter = MethodParameter::None; ///< what the user may give it
    bool usesSelection = false; ///< looks at MethodInput::selected
    std::optional<Choice> choiceForAll = {}; ///< what it does with every dimension, where that is always one and the same choice
    bool wellKnown = false; ///< drawn at once where the curves of all methods would be too many
    Expected<ScalingTable> (*make)(const MethodInput&); ///< ErrorKind::Input: the method has no table for this source, and why
};

/// What a method that looks at a parameter finds where the user gives none; `table`: what it made. Of band none where nothing is
/// interpolated.
MethodParameters foundParameters(const Method& method, const RopeConfig& rope, std::int64_t pretrainingLength, const ScalingTable& table);

/// All methods in their order.
std::span<const Method* const> methods();

/// The names of all methods, in their order: "extrapolation, linear, ...".
std::string methodNames();

/// The method with this name; the error lists the names.
Expected<const Method*> findMethod(std::string_view name);

/// The method that hands on the user's own table.
const Method& methodOfOwnTable();

} // namespace rotascope
