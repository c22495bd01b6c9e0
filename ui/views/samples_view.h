// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

namespace rotascope {

class RowLoader;
class Workspace;

/// Every recorded value: position, sequence and the angle of each dimension, with the ideal angle and the error beside it. Only what is
/// seen is read. It is no figure: what is selected is copied as text.
class SamplesView : public QWidget {
    Q_OBJECT

public:
    explicit SamplesView(Workspace* workspace, QWidget* parent = nullptr);

    /// The most cells that are copied at a time.
    static constexpr std::int64_t mostCopied = std::int64_t{1} << 20;

    [[nodiscard]] const LongTable& table() const { return *m_table; }
    [[nodiscard]] QString cellText(std::int64_t row, int column) const; ///< as it is shown; "…" if it is not there yet

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

    void showSource();
    void refreshLayout();
    void refreshColumns();
    void look();
    void onLoaded();
    void onCurrent(std::int64_t row, int index);
    void go();
    void goToSequence(std::int64_t sequence);
    void copy();
    void say(const QString& message);
    [[nodiscard]] bool hasIdeal() const;
    [[nodiscard]] LongCell cell(std::int64_t row, int index) const;
    [[nodiscard]] LongCell angleCell(std::int64_t row, const Column& column) const;
    static const char* titlePattern(Part part, bool hasAxes);
    [[nodiscard]] QString titleOf(int index, bool isTranslated = true) const;
    [[nodiscard]] static std::string textOf(
        const RecordedRows& rows, const Layout& layout, double turn, const LongBlock& block, const RowValues& values);

    Workspace* m_workspace;
    RowLoader* m_loader;
    QLabel* m_title;
    QComboBox* m_unit;
    QComboBox* m_target;
    QLineEdit* m_place;
    QCheckBox* m_withIdeal;
    QLabel* m_message;
    LongTable* m_table;
    AngleUnit m_angleUnit = AngleUnit::Degrees; ///< of what is shown
    Layout m_layout;
    Job<std::optional<std::int64_t>> m_search; ///< for a position: its row
    Job<std::string> m_copy;
};

} // namespace rotascope
