// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/source.h"
#include "core/angle/track_pyramid.h"
#include "ui/jobs/job.h"

#include <QObject>
#include <QPointer>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace rotascope {

class Workspace;

/// Whether a source has angles, one by one.
bool hasTrack(const Source& source);

/// Single angles of some rows.
struct TrackValues {
    PlaceRange rows;
    std::vector<std::size_t> dimensions;
    std::vector<std::vector<float>> angles; ///< shape [dimensions][rows], in rad, as they were recorded

    /// Of rows that may lie elsewhere, or a dimension that is not there: empty.
    [[nodiscard]] std::span<const float> of(std::size_t dimension, const PlaceRange& wanted) const;
};

/// What is known of a track. Later changes do not change it.
struct TrackPicture {
    std::shared_ptr<const TrackPyramid> pyramid; ///< null: not measured (yet)
    std::vector<std::size_t> measured; ///< the dimensions of the pyramid
    std::shared_ptr<const TrackValues> values; ///< null: none

    /// Of a part of what is seen: of single values where the pyramid has only larger tiles. Neighbouring parts add up. None: not known.
    [[nodiscard]] std::optional<DirectionCounts> counts(std::size_t dimension, const PlaceRange& part) const;
};

/// A range that the user has chosen, counted.
struct TrackRange {
    std::size_t dimension = 0;
    PlaceRange range; ///< of rows, or of positions, then of whole tiles
    DirectionCounts counts{};
    DirectionCounts whole{}; ///< of all places
    std::vector<std::int64_t> positions; ///< of rows: of the first and the last one; empty if none were recorded
};

/// The recorded angles of some dimensions along the rows or positions of the workspace's source, off the GUI thread: the recording is read
/// once when it is first looked at, and single rows when they are. Another source stops it.
class LiveTrack : public QObject {
    Q_OBJECT

public:
    explicit LiveTrack(Workspace* workspace, QObject* parent = nullptr);

    /// Whose angles it has: the workspace's from its sourceChanged() on.
    [[nodiscard]] const std::shared_ptr<const Source>& source() const { return m_source; }
    [[nodiscard]] bool isOffered() const { return m_source && hasTrack(*m_source); }
    [[nodiscard]] std::int64_t rows() const; ///< 0 unless it is offered
    [[nodiscard]] int axes() const; ///< of positions that it may go along
    /// Which dimensions are looked at, and along what. Of a small recording all are measured at once.
    void setTrack(std::vector<std::size_t> dimensions, std::optional<int> axis);
    [[nodiscard]] const Track& shown() const { return m_shown; }

    /// The view is seen: measures, unless it has done so or was stopped.
    void look();
    void start();
    /// Ends it for now: look() does not begin again.
    void stop();
    [[nodiscard]] bool isMeasuring() const { return m_job.isBusy(); }
    /// Null: what is shown is not measured (yet).
    [[nodiscard]] const std::shared_ptr<const TrackPyramid>& pyramid() const { return m_pyramid; }

    /// Sees to it that the single values of these rows are there soon, if they are few enough.
    void lookAt(const PlaceRange& rows);
    /// All that is known now.
    [[nodiscard]] TrackPicture picture() const { return {m_pyramid, m_measured.dimensions, m_shown.axis ? nullptr : m_values}; }

    /// Counts a range of one of the dimensions that are shown; rangeCounted() follows. No places: forgets it.
    void count(std::size_t dimension, const PlaceRange& range);
    /// None: there is no range, or it is not counted yet.
    [[nodiscard]] const std::optional<TrackRange>& range() const { return m_range; }

signals:
    /// The source, shown(), pyramid() or isMeasuring() changed.
    void changed();
    void progressed(const rotascope::JobProgress& progress);
    void valuesChanged();
    void rangeChanged();

private:
    using Values = std::shared_ptr<const TrackValues>;

    void showSource();
    void forget();
    void finish(const Expected<std::shared_ptr<const TrackPyramid>>& pyramid);
    void report(const Error& error);
    [[nodiscard]] Track measurable() const;
    [[nodiscard]] bool isMeasured() const;

    QPointer<Workspace> m_workspace; ///< may go first
    std::shared_ptr<const Source> m_source;
    Track m_shown;
    Track m_measured; ///< what m_pyramid is of, or is being made of
    std::shared_ptr<const TrackPyramid> m_pyramid;
    bool m_wasAsked = false; ///< for what is shown
    Values m_values;
    std::optional<PlaceRange> m_asked; ///< the rows that were asked for last, until they are there; what failed stays
    std::optional<TrackRange> m_range;
    Job<std::shared_ptr<const TrackPyramid>> m_job;
    Job<Values> m_reading;
    Job<TrackRange> m_counting;
};

} // namespace rotascope
