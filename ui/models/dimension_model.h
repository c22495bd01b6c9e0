// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/analysis.h"
#include "core/analysis/near_far.h"

#include <QAbstractTableModel>
#include <QPointer>
#include <QString>
#include <memory>
#include <optional>

namespace rotascope {

class LiveReadings;
class Workspace;

/// One row a dimension: what it is, how much each way disturbs it, and what is chosen for it. It shows;
/// DimensionTable edits.
class DimensionModel : public QAbstractTableModel {
    Q_OBJECT

public:
    /// After these, with a second source, two columns: its difference and the ratio of the frequencies. Then two for each pinned table: its
    /// disturbance, and how much that is above the chosen one.
    enum Column {
        Index,
        Wavelength, ///< of ALiBi: the slope of the head
        Turns,
        Extrapolation,
        Interpolation,
        ChoiceColumn,
        Factor,
        Chosen,
        Margin, ///< of the certificate; this and what follows is shown where the user wants it
        Unseen, ///< this and what follows: second readings of the chosen factor
        TurnsAfter,
        Near,
        Far,
        ColumnCount
    };
    [[nodiscard]] static bool isOnRequest(int column) { return column >= Margin && column < ColumnCount; }
    [[nodiscard]] static bool isSecondReading(int column) { return column >= Unseen && column < ColumnCount; }
    enum Role {
        SortRole = Qt::UserRole, ///< the value to sort by
        ChoiceRole, ///< int: what is applied, a rotascope::Choice
        ManualRole, ///< bool: whether it was set by hand
        NearTieRole ///< bool: whether the two methods nearly tie
    };

    /// What a column is about.
    enum class Kind { OfTheDimension, OtherDivergence, OtherFrequency, PinnedDisturbance, PinnedDifference };
    [[nodiscard]] Kind kindOf(int column) const;

    explicit DimensionModel(Workspace* workspace, QObject* parent = nullptr);

    /// Whether near or far is looked at: they are computed only then.
    void setLooksAtNearFar(bool looks);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    /// What is set by hand for a dimension; empty: automatic.
    [[nodiscard]] std::optional<Override> overrideOf(Dimension dimension) const;
    void refresh();
    void setOther(bool isThere);
    void setPins(std::size_t count);
    [[nodiscard]] int firstPin() const { return ColumnCount + (m_hasOther ? 2 : 0); }
    /// Which of the pinned tables a column beyond the others is about.
    [[nodiscard]] std::size_t pinOf(int column) const { return static_cast<std::size_t>(column - firstPin()) / 2; }
    /// Whether the newest result has what a column is about: it may be about to go.
    [[nodiscard]] bool isThere(int column) const;
    [[nodiscard]] std::optional<QString> otherEncodingHeader(int section, int role) const;
    [[nodiscard]] QVariant otherHeader(int section, int role) const;
    [[nodiscard]] QVariant pinHeader(int section, int role) const;
    /// near and far of the chosen table; null while they are computed, and where nothing turns.
    [[nodiscard]] const NearFar* nearFar() const;
    [[nodiscard]] double reading(Dimension dimension, int column) const;
    [[nodiscard]] QString readingText(int column, double value) const;
    [[nodiscard]] QString text(Dimension dimension, int column) const;
    [[nodiscard]] double number(Dimension dimension, int column) const;
    [[nodiscard]] QString choiceText(Dimension dimension) const;
    [[nodiscard]] QString toolTip(Dimension dimension, int column) const;

    Workspace* m_workspace;
    QPointer<LiveReadings> m_readings; ///< of the workspace, which may go first
    bool m_looksAtNearFar = false;
    std::shared_ptr<const Analysis> m_analysis;
    bool m_hasOther = false; ///< whether a second source has columns
    std::size_t m_pins = 0; ///< pinned tables that have columns
};

} // namespace rotascope
