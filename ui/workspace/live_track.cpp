// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/live_track.h"

#include "core/angle/recorded_angle.h"
#include "core/angle/recorded_rows.h"
#include "ui/base/text.h"
#include "ui/workspace/workspace.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace rotascope {
namespace {

// Of so many values all dimensions are measured at once, which takes a moment.
constexpr std::int64_t fewValues = std::int64_t{1} << 24;
constexpr std::int64_t rowsAtATime = std::int64_t{1} << 16;

bool covers(const PlaceRange& whole, const PlaceRange& part)
{
    return whole.first <= part.first && part.end <= whole.end;
}

Expected<std::shared_ptr<const TrackValues>> readValues(
    const RecordedRows& recorded, const std::vector<std::size_t>& dimensions, const PlaceRange& rows, const std::stop_token& stop)
{
    auto values = std::make_shared<TrackValues>(TrackValues{.rows = rows, .dimensions = dimensions, .angles = {}});
    for (const std::size_t dimension : dimensions) {
        std::vector<float>& angles = values->angles.emplace_back();
        angles.reserve(static_cast<std::size_t>(rows.places()));
        for (std::int64_t row = rows.first; row < rows.end; row += rowsAtATime) { // their positions take more memory, and go again
            const auto read = recorded.read({row, std::min(rowsAtATime, rows.end - row), dimension, 1}, stop);
            if (!read) {
                return tl::unexpected(read.error());
            }
            angles.insert(angles.end(), read->angles.begin(), read->angles.end());
        }
    }
    return values;
}

// Of the first and the last row.
Expected<std::vector<std::int64_t>> positionsOf(const RecordedRows& recorded, int axis, const PlaceRange& rows, const std::stop_token& stop)
{
    std::vector<std::int64_t> positions;
    for (const std::int64_t row : {rows.first, rows.end - 1}) {
        const auto read = recorded.read({row, 1, 0, 0}, stop);
        if (!read) {
            return tl::unexpected(read.error());
        }
        if (!read->positions.empty()) {
            positions.push_back(read->positions[static_cast<std::size_t>(axis)]);
        }
    }
    return positions;
}

std::size_t indexIn(const std::vector<std::size_t>& dimensions, std::size_t dimension)
{
    return static_cast<std::size_t>(std::ranges::find(dimensions, dimension) - dimensions.begin());
}

} // namespace

bool hasTrack(const Source& source)
{
    return source.recordedRows && source.recordedRows->dimensions() > 0 && source.recordedRows->rows() > 0;
}

std::span<const float> TrackValues::of(std::size_t dimension, const PlaceRange& wanted) const
{
    const std::size_t index = indexIn(dimensions, dimension);
    if (index == dimensions.size() || !covers(rows, wanted)) {
        return {};
    }
    return std::span(angles[index]).subspan(static_cast<std::size_t>(wanted.first - rows.first), static_cast<std::size_t>(wanted.places()));
}

std::optional<DirectionCounts> TrackPicture::counts(std::size_t dimension, const PlaceRange& part) const
{
    const bool isCoarse = !pyramid || part.places() < pyramid->tilePlaces(0);
    if (const std::span<const float> angles = values && isCoarse ? values->of(dimension, part) : std::span<const float>();
        !angles.empty()) {
        DirectionCounts counts{};
        for (const float angle : angles) {
            counts[directionOf(isAngle(angle) ? angle : 0.0F)] += isAngle(angle) ? 1 : 0;
        }
        return counts;
    }
    if (!pyramid || indexIn(measured, dimension) == measured.size()) {
        return std::nullopt;
    }
    return pyramid->beginningIn(indexIn(measured, dimension), isCoarse ? pyramid->ofWholeTiles(part) : part);
}

LiveTrack::LiveTrack(Workspace* workspace, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_job({
                                                   .finished = [this](const auto& pyramid) { finish(pyramid); },
                                                   .progressed = [this](const JobProgress& progress) { emit progressed(progress); },
                                               }),
      m_reading({.finished =
                     [this](const Expected<Values>& values) {
                         if (values) {
                             m_values = *values;
                             m_asked.reset();
                             emit valuesChanged();
                         } else {
                             report(values.error());
                         }
                     }}),
      m_counting({.finished = [this](const Expected<TrackRange>& range) {
          if (range) {
              m_range = *range;
              emit rangeChanged();
          } else {
              report(range.error());
          }
      }})
{
    connect(workspace, &Workspace::sourceChanged, this, &LiveTrack::showSource);
    connect(workspace, &QObject::destroyed, this, [this] {
        forget();
        m_source = nullptr;
    });
    m_source = workspace->source();
}

void LiveTrack::report(const Error& error)
{
    if (m_workspace != nullptr && error.kind != ErrorKind::Stopped) {
        m_workspace->report(translated(error.message));
    }
}

std::int64_t LiveTrack::rows() const
{
    return isOffered() ? m_source->recordedRows->rows() : 0;
}

int LiveTrack::axes() const
{
    return isOffered() && m_source->recordedRows->axes() > 0 ? static_cast<int>(m_source->recordedPositions.size()) : 0;
}

void LiveTrack::forget()
{
    m_job.cancel();
    m_reading.cancel();
    m_counting.cancel();
    m_pyramid = nullptr;
    m_measured = {};
    m_values = nullptr;
    m_asked.reset();
    m_range.reset();
    m_wasAsked = false;
}

void LiveTrack::showSource()
{
    const bool isSame = m_source && m_workspace->source() && m_source->recordedRows == m_workspace->source()->recordedRows;
    m_source = m_workspace->source();
    if (!isSame) { // not another starting point of the same angles
        forget();
        m_shown = {};
        emit changed();
        emit rangeChanged();
    }
}

void LiveTrack::setTrack(std::vector<std::size_t> dimensions, std::optional<int> axis)
{
    Track track{.dimensions = std::move(dimensions), .axis = axis, .places = rows()};
    if (axis) {
        track.places = m_source->recordedPositions[static_cast<std::size_t>(*axis)].end();
    }
    if (!isOffered() || track == m_shown) {
        return;
    }
    m_shown = std::move(track);
    m_reading.cancel();
    m_asked.reset();
    if (!isMeasured()) {
        m_job.cancel();
        m_pyramid = nullptr;
        m_measured = {};
        m_wasAsked = false;
    }
    count(0, {});
    emit changed();
}

// Whether what is measured, or being measured, has all that is shown.
bool LiveTrack::isMeasured() const
{
    return m_measured.axis == m_shown.axis && m_measured.places == m_shown.places
        && std::ranges::includes(m_measured.dimensions, m_shown.dimensions);
}

Track LiveTrack::measurable() const
{
    Track track = m_shown;
    const std::size_t all = m_source->recordedRows->dimensions();
    if (rows() <= fewValues / static_cast<std::int64_t>(all)) {
        track.dimensions.resize(all);
        std::iota(track.dimensions.begin(), track.dimensions.end(), std::size_t{0});
    }
    return track;
}

void LiveTrack::look()
{
    if (isOffered() && !m_wasAsked && !m_shown.dimensions.empty()) {
        start();
    }
}

void LiveTrack::start()
{
    m_wasAsked = true;
    if (m_pyramid) {
        return;
    }
    m_measured = measurable();
    m_job.request([rows = m_source->recordedRows, track = m_measured](const auto& run) {
        return measureTrack(*rows, track, run.stop(), [&run](std::int64_t done, std::int64_t total) {
            run.progress(static_cast<std::uint64_t>(done), static_cast<std::uint64_t>(total));
        });
    });
    emit changed();
}

void LiveTrack::stop()
{
    m_job.cancel();
    emit changed();
}

void LiveTrack::finish(const Expected<std::shared_ptr<const TrackPyramid>>& pyramid)
{
    if (pyramid) {
        m_pyramid = *pyramid;
    } else {
        report(pyramid.error());
    }
    emit changed();
}

void LiveTrack::lookAt(const PlaceRange& rows)
{
    if (!isOffered() || m_shown.axis) {
        return;
    }
    const auto lanes = static_cast<std::int64_t>(std::max<std::size_t>(m_shown.dimensions.size(), 1));
    const std::int64_t most = RecordedRows::mostValues / std::max<std::int64_t>(lanes, m_source->recordedRows->axes() + 2);
    const bool isThere = m_values && covers(m_values->rows, rows) && m_values->dimensions == m_shown.dimensions;
    if (isThere || rows.places() > most || (m_asked && covers(*m_asked, rows))) {
        return;
    }
    // As much again around it, so that who moves slowly does not wait.
    const std::int64_t around = std::min(rows.places() / 2 + 1, (most - rows.places()) / 2);
    m_asked = PlaceRange{std::max<std::int64_t>(0, rows.first - around), std::min(this->rows(), rows.end + around)};
    m_reading.request([recorded = m_source->recordedRows, dimensions = m_shown.dimensions, asked = *m_asked](
                          const auto& run) { return readValues(*recorded, dimensions, asked, run.stop()); });
}

void LiveTrack::count(std::size_t dimension, const PlaceRange& range)
{
    m_counting.cancel();
    const bool hadRange = std::exchange(m_range, std::nullopt).has_value();
    if (!m_pyramid || range.places() <= 0) {
        if (hadRange) {
            emit rangeChanged();
        }
        return;
    }
    m_counting.request([recorded = m_source->recordedRows, pyramid = m_pyramid, track = m_measured,
                           index = indexIn(m_measured.dimensions, dimension), range](const auto& run) {
        return countDirections(*recorded, track, *pyramid, index, range, run.stop()).and_then([&](const DirectionCounts& counts) {
            const auto positions = track.axis ? Expected<std::vector<std::int64_t>>() : positionsOf(*recorded, 0, range, run.stop());
            return positions.map([&](const std::vector<std::int64_t>& ends) {
                return TrackRange{.dimension = track.dimensions[index],
                    .range = track.axis ? pyramid->ofWholeTiles(range) : range,
                    .counts = counts,
                    .whole = pyramid->beginningIn(index, {0, pyramid->places()}),
                    .positions = ends};
            });
        });
    });
}

} // namespace rotascope
