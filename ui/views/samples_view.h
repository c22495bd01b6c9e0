// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/chosen_rows.h"
#include "core/analysis/recorded_part.h"
#include "core/angle/recorded_rows.h"
#include "core/angle/turn.h"
#include "ui/base/angle_unit.h"
#include "ui/jobs/job.h"
#include "ui/views/long_table.h"

#include <QString>
#include <QWidget>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace rotascope {

class RowLoader;
class Workspace;

/// Every recorded value: position, sequence and the angle of each dimension, with the ideal angle and the error beside it; of all tokens or
/// of those that a filter leaves. Only what is seen is read. It is no figure: what is selected is copied as text.
class SamplesView : public QWidget {
    Q_OBJECT

public:
    explicit SamplesView(Workspace* workspace, QWidget* parent = nullptr);
    SamplesView(const SamplesView&) = delete;
    SamplesView& operator=(const SamplesView&) = delete;
    ~SamplesView() override;

    /// The most cells that are copied at a time.
    static constexpr std::int64_t mostCopied = std::int64_t{1} << 20;

    [[nodiscard]] const LongTable& table() const { return *m_table; }
    /// As it is shown; "…" if it is not there yet. The place counts what the filter leaves.
    [[nodiscard]] QString cellText(std::int64_t place, int column) const;

signals:
    /// What the filter leaves is to be what the analysis counts; as typed (tokenChoiceOf()).
    void partRequested(const QString& positions, const QString& sequences);

private:
    /// What a column has.
    enum class Part { Row, Position, Sequence, Recorded, Ideal, Error };
    enum class Target { Row, Position, Sequence };
    struct Column {
        Part part = Part::Row;
        int axis = 0; ///< of Part::Position
        std::size_t dimension = 0; ///< of the last three
    };
    /// All that cells are made from, apart from what the file says.
    struct Layout {
        std::vector<Column> fixed;
        std::vector<Part> group; ///< the columns of each dimension
        std::vector<Turn> turns; ///< shape [D]
        std::vector<int> axes; ///< shape [D], or empty
        [[nodiscard]] Column column(int index) const;
    };

    /// What a filter leaves, and where it is seen first.
    struct Filtered {
        std::shared_ptr<const ChosenRows> chosen; ///< null: all rows
        std::int64_t place = 0;
    };
    /// Where to go; none: nowhere.
    struct Found {
        std::optional<std::int64_t> place;
        QString message = {};
    };

    QWidget* makeFilterField(QLineEdit* field, const QString& name, const char* id, const QString& toolTip);
    void connectControls();
    void showSource();
    [[nodiscard]] TokenChoice shownChoice() const;
    void showTexts(const TokenChoice& choice);
    void filter();
    void finishFilter(const Expected<Filtered>& filtered);
    void showFiltered(const Filtered& filtered);
    void refreshUse();
    void refreshLayout();
    void refreshColumns();
    [[nodiscard]] std::int64_t widestPosition(int axis) const;
    void look();
    void onLoaded();
    void onCurrent(std::int64_t place, int index);
    void go();
    void goToRow(std::int64_t number);
    void goToPosition(std::int64_t position);
    void goToSequence(std::int64_t number);
    void copy();
    void say(const QString& message);
    [[nodiscard]] bool hasIdeal() const;
    [[nodiscard]] LongCell cell(std::int64_t place, int index) const;
    [[nodiscard]] LongCell angleCell(std::int64_t place, const Column& column) const;
    static const char* titlePattern(Part part, bool hasAxes);
    [[nodiscard]] QString titleOf(int index, bool isTranslated = true) const;
    [[nodiscard]] static std::string textOf(
        const RecordedRows& rows, const Layout& layout, double turn, const LongBlock& block, const ChosenValues& chosen);

    Workspace* m_workspace;
    RowLoader* m_loader;
    QLabel* m_title;
    QComboBox* m_unit;
    QComboBox* m_target;
    QLineEdit* m_place;
    QCheckBox* m_withIdeal;
    QLineEdit* m_positions; ///< of the filter
    QLineEdit* m_sequences;
    QPushButton* m_use;
    QPushButton* m_stop; ///< looking for what the filter leaves
    QLabel* m_message;
    LongTable* m_table;
    AngleUnit m_angleUnit = AngleUnit::Degrees; ///< of what is shown
    Layout m_layout;
    QString m_shownFile; ///< of what is shown, and which RoPE of it
    std::optional<TokenChoice> m_asked; ///< what m_filter looks for
    bool m_isFilterWrong = false; ///< and the message says so
    Job<Filtered> m_filter;
    Job<Found> m_search;
    Job<std::string> m_copy;
};

} // namespace rotascope
