// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/angle/recorded_rows.h"
#include "ui/jobs/job.h"

#include <QObject>
#include <QString>
#include <cstdint>
#include <memory>
#include <optional>

namespace rotascope {

/// The values of a recording around the place that is looked at, read off the GUI thread. It has what is seen and some pages around it, so
/// that who scrolls slowly never waits; who scrolls quickly drops what is not seen any more.
class RowLoader : public QObject {
    Q_OBJECT

public:
    explicit RowLoader(QObject* parent = nullptr);

    /// Null: none.
    void setRows(std::shared_ptr<const RecordedRows> rows);
    [[nodiscard]] const std::shared_ptr<const RecordedRows>& rows() const { return m_rows; }
    /// Sees to it that these are there soon. What lies beyond the rows or dimensions is left out.
    void look(const RowRange& seen);

    /// None if it is not there (yet).
    [[nodiscard]] std::optional<std::int64_t> position(std::int64_t row, int axis) const;
    [[nodiscard]] std::optional<float> angle(std::int64_t row, std::size_t dimension) const;

    [[nodiscard]] bool isReading() const { return m_job.isBusy(); }
    /// What was wrong with the rows that were looked at last; empty: nothing.
    [[nodiscard]] const QString& failure() const { return m_failure; }

signals:
    /// More is there, or failure() is another.
    void changed();

private:
    using Values = std::shared_ptr<const RowValues>;

    [[nodiscard]] RowRange clipped(const RowRange& range) const;
    [[nodiscard]] RowRange grown(const RowRange& range, std::int64_t pages) const; ///< by half a page each
    void finish(const Expected<Values>& values);

    std::shared_ptr<const RecordedRows> m_rows;
    Values m_values; ///< null: nothing was read
    std::optional<RowRange> m_asked; ///< what was asked for last, until it is there; what failed stays
    QString m_failure;
    Job<Values> m_job;
};

} // namespace rotascope
