// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/chosen_rows.h"
#include "core/angle/recorded_rows.h"
#include "ui/jobs/job.h"

#include <QObject>
#include <QString>
#include <cstdint>
#include <memory>
#include <optional>
#include <stop_token>

namespace rotascope {

/// The values at some places: of the rows that are chosen, or, where none are (null), of all rows, then with no list of rows.
Expected<ChosenValues> readPlaces(const RecordedRows& rows, const ChosenRows* chosen, const RowRange& range, const std::stop_token& stop);

/// The values of a recording around the place that is looked at, read off the GUI thread. It has what is seen and some pages around it, so
/// that who scrolls slowly never waits; who scrolls quickly drops what is not seen any more. It counts in places: those of the rows that a
/// filter leaves, or else the rows themselves.
class RowLoader : public QObject {
    Q_OBJECT

public:
    explicit RowLoader(QObject* parent = nullptr);

    /// Null: none; without `chosen`, all rows.
    void setRows(std::shared_ptr<const RecordedRows> rows, std::shared_ptr<const ChosenRows> chosen = nullptr);
    [[nodiscard]] const std::shared_ptr<const RecordedRows>& rows() const { return m_rows; }
    [[nodiscard]] const std::shared_ptr<const ChosenRows>& chosen() const { return m_chosen; }
    [[nodiscard]] std::int64_t places() const;
    /// Sees to it that these places are there soon. What lies beyond the places or dimensions is left out.
    void look(const RowRange& seen);

    /// None if it is not there (yet).
    [[nodiscard]] std::optional<std::int64_t> row(std::int64_t place) const;
    [[nodiscard]] std::optional<std::int64_t> position(std::int64_t place, int axis) const;
    [[nodiscard]] std::optional<float> angle(std::int64_t place, std::size_t dimension) const;

    [[nodiscard]] bool isReading() const { return m_job.isBusy(); }
    /// What was wrong with the rows that were looked at last; empty: nothing.
    [[nodiscard]] const QString& failure() const { return m_failure; }

signals:
    /// More is there, or failure() is another.
    void changed();

private:
    using Values = std::shared_ptr<const ChosenValues>;

    [[nodiscard]] RowRange clipped(const RowRange& range) const;
    [[nodiscard]] RowRange grown(const RowRange& range, std::int64_t pages) const; ///< by half a page each
    void finish(const Expected<Values>& values);

    std::shared_ptr<const RecordedRows> m_rows;
    std::shared_ptr<const ChosenRows> m_chosen; ///< null: all
    Values m_values; ///< null: nothing was read
    std::optional<RowRange> m_asked; ///< what was asked for last, until it is there; what failed stays
    QString m_failure;
    Job<Values> m_job;
};

} // namespace rotascope
