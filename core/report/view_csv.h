// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/certificate.h"
#include "core/analysis/decay_curves.h"
#include "core/analysis/dimension.h"
#include "core/analysis/landscape.h"
#include "core/analysis/length_sweep.h"
#include "core/analysis/table_readings.h"
#include "core/angle/angle_errors.h"
#include "core/angle/track_pyramid.h"
#include "core/report/evaluation_json.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// The data of the window's views as CSV, for programs: as exported tables are (core/exchange/tables/csv_table.h) it begins with lines
// "# name: value" that say how it was made. Numbers read back as the same doubles. The table of the analysis is its chosen one.
namespace rotascope {

/// "interval,degrees_from,degrees_to" and, before and for each table, those that are pinned included, and of the second source, counts and
/// shares: a line for each interval of a dimension.
std::string distributionCsv(const std::shared_ptr<const Analysis>& analysis, Dimension dimension);
/// "dimension,extrapolation,interpolation,chosen", "pinned_A" ... and, with a second source, "other": disturbances, and what its angles
/// differ by, a line for each dimension.
std::string disturbanceCsv(const std::shared_ptr<const Analysis>& analysis);
/// "dimension,wavelength,wavelength_other,frequency_ratio,divergence,reverse_divergence,unseen_share": the second source, which the
/// analysis has, against the source (core/analysis/source_comparison.h); a line for each dimension.
std::string comparisonCsv(const std::shared_ptr<const Analysis>& analysis);
/// "method,mean_disturbance,ratio_to_linear,interpolated_components,available": a line for each method, the current table and those that
/// are pinned ("pinned_A") first. What a method does not have is empty; `available` is 1 or 0. With the readings of the analysis (may be
/// null), the columns of readingsCsv() from "unseen_share" on follow.
std::string methodsCsv(const std::shared_ptr<const Analysis>& analysis, const TableReadings* readings = nullptr);
/// "method,mean_disturbance,unseen_share,greatest_disturbance,greatest_at,never_turning,reach,near,far": a line for each table, in the
/// order of the readings, named as in methodsCsv(). A reach that is not within L′ is empty.
std::string readingsCsv(const TableReadings& readings);
/// "table,tokens,part,right,prompts,answer_loss,loss_within,loss_beyond,short_loss": what the laboratory's model did under tables, a line
/// for each part of the text at each length; part 0 is the beginning. Losses are those of the length, in nats a word; what was not measured
/// is empty.
std::string laboratoryCsv(std::span<const EvaluatedTable> tables, const std::shared_ptr<const Analysis>& analysis);
/// "dimension,extrapolation,interpolation,least,margin,minimum_factor,minimum_disturbance": a line for each dimension. The lines above have
/// the least sums, of the factors 1 and s and of the grid.
std::string certificateCsv(const Certificate& certificate, const std::shared_ptr<const Analysis>& analysis);
/// "dimension,interval,count_before,count_chosen,density_before,density_chosen": a line for each interval of each dimension. A density of 1
/// is that of angles that are spread evenly.
std::string overviewCsv(const std::shared_ptr<const Analysis>& analysis);
/// "dimension,factor,disturbance,minimum": a line for each factor of each dimension; `minimum` is 1 where it is the best, else 0.
std::string landscapeCsv(const Landscape& landscape, const std::shared_ptr<const Analysis>& analysis);
/// "length" and a column of mean disturbances for each table, the current one first: a line for each length.
std::string sweepCsv(const LengthSweep& sweep, const std::shared_ptr<const Analysis>& analysis);
/// "dimension,current", a column for each method that has a table, and "pinned_A" ...: factors, a line for each dimension.
std::string factorsCsv(const std::shared_ptr<const Analysis>& analysis);
/// "dimension,before,chosen" and "pinned_A" ...: wavelengths in positions, a line for each dimension.
std::string wavelengthsCsv(const std::shared_ptr<const Analysis>& analysis);
/// "distance,before,chosen": the decay B, a line for each distance. The lines above have both reaches, where there are any.
std::string decayCsv(const DecayCurves& curves, const std::shared_ptr<const Analysis>& analysis);
/// Errors of recorded angles, and what float32 rounds.
struct ErrorsReport {
    std::shared_ptr<const MeasuredErrors> errors;
    std::string_view against; ///< what they were measured against: "model" or "table"
    std::vector<double> frequencies; ///< shape [D], of that, in rad per position
    std::vector<std::int64_t> largestPositions; ///< shape [D], the largest position that each dimension saw

    /// The most that float32 rounds, in rad: of a dimension, and at the positions of one span.
    [[nodiscard]] double float32Rounding(std::size_t dimension) const;
    [[nodiscard]] double float32Rounding(std::size_t dimension, std::size_t span) const;
};
/// "dimension,largest,quantile_99,median,root_mean_square,float32_rounding": errors in rad, a line for each dimension.
std::string errorsCsv(const ErrorsReport& report, const std::shared_ptr<const Analysis>& analysis);
/// "first_position,last_position," and the same: errors of one dimension, a line for each span of positions.
std::string errorsByPositionCsv(const ErrorsReport& report, Dimension dimension, const std::shared_ptr<const Analysis>& analysis);

/// The angles of one dimension at the first positions.
struct VisitedAngles {
    Dimension dimension;
    double factor = 1.0;
    std::vector<std::uint64_t> counts; ///< shape [b]
};
/// "dimension,factor,interval,count_before,count_visited": a line for each interval of each of these dimensions; `positions`: how many were
/// visited, from 0 on.
std::string visitedCsv(const std::vector<VisitedAngles>& visited, std::int64_t positions, const std::shared_ptr<const Analysis>& analysis);

/// The directions of one dimension's recorded angles in parts of a recording.
struct TrackedAngles {
    Dimension dimension;
    std::vector<PlaceRange> parts;
    std::vector<DirectionCounts> counts; ///< one for each part
};
/// "dimension,first_row,last_row,degrees_from,degrees_to,count", or "first_position,last_position": a line for each direction of each part
/// that has angles. `place`: "row" or "position".
std::string trackCsv(std::span<const TrackedAngles> tracked, std::string_view place, const std::shared_ptr<const Analysis>& analysis);

/// Some dimensions of the window's table, for a spreadsheet to paste: tabs between the columns, and a line with their names. After what the
/// table always has stand "pinned_A", "pinned_A_less_chosen" ..., the second source, "margin" (of the certificate) and second readings of
/// the chosen factor: "unseen_share", of angles also "turns_in_target" and, where they are known, "near" and "far".
std::string dimensionsTsv(const Analysis& analysis, std::span<const Dimension> dimensions, const NearFar* nearFar = nullptr);

} // namespace rotascope
