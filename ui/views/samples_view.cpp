// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/samples_view.h"

#include "core/angle/angle_errors.h"
#include "core/angle/recorded_angle.h"
#include "core/files/text_stream.h"
#include "ui/base/flow_layout.h"
#include "ui/base/form.h"
#include "ui/base/number_text.h"
#include "ui/base/steady_label.h"
#include "ui/base/text.h"
#include "ui/manual/help.h"
#include "ui/views/title_line.h"
#include "ui/workspace/row_loader.h"
#include "ui/workspace/source_name.h"
#include "ui/workspace/workspace.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace rotascope {
namespace {

constexpr double radians = 2 * std::numbers::pi;

// As fine as neighbouring float32 below a turn are apart.
int decimalsOf(AngleUnit unit)
{
    return unit == AngleUnit::Degrees ? 5 : unit == AngleUnit::Radians ? 7 : 8;
}

// Headers name it where the unit's own sign stands for a multiple (π).
QString signOf(AngleUnit unit, bool isTranslated)
{
    return unit == AngleUnit::Degrees ? QStringLiteral("°")
        : unit == AngleUnit::Radians  ? QStringLiteral("rad")
        : isTranslated                ? SamplesView::tr("turns")
                                      : QStringLiteral("turns");
}

QString pendingText()
{
    return QStringLiteral("…");
}

// Of 0 ... 1.
double positive(double turns)
{
    return turns < 0 ? turns + 1 : turns;
}

std::optional<std::int64_t> wholeNumberOf(const QString& text)
{
    bool isNumber = false;
    const qlonglong local = QLocale().toLongLong(text.trimmed(), &isNumber);
    if (isNumber) {
        return local;
    }
    const qlonglong plain = text.trimmed().toLongLong(&isNumber);
    return isNumber ? std::optional<std::int64_t>(plain) : std::nullopt;
}

} // namespace

SamplesView::Column SamplesView::Layout::column(int index) const
{
    const auto place = static_cast<std::size_t>(index);
    if (place < fixed.size()) {
        return fixed[place];
    }
    const std::size_t rest = place - fixed.size();
    return {group[rest % group.size()], 0, rest / group.size()};
}

SamplesView::SamplesView(Workspace* workspace, QWidget* parent)
    : QWidget(parent), m_workspace(workspace), m_loader(new RowLoader(this)), m_title(new SteadyLabel(this)), m_unit(new QComboBox(this)),
      m_target(new QComboBox(this)), m_place(new QLineEdit(this)), m_withIdeal(new QCheckBox(tr("Ideal angle and error"), this)),
      m_message(makeLabel({}, this)), m_table(new LongTable(this)),
      m_search({.finished =
                    [this](const Expected<std::optional<std::int64_t>>& row) {
                        say(!row ? translated(row.error().message) : !*row ? tr("No row has this position.") : QString());
                        if (row && *row) {
                            m_table->goToRow(**row);
                        }
                    },
          .progressed =
              [this](const JobProgress& progress) {
                  say(tr("Looking for the position … %1").arg(percentText(progress.share().value_or(0.0))));
              }}),
      m_copy({.finished = [this](const Expected<std::string>& text) {
          say(text ? tr("Copied.") : translated(text.error().message));
          if (text) {
              QApplication::clipboard()->setText(QString::fromStdString(*text));
          }
      }})
{
    for (const AngleUnit unit : allAngleUnits) {
        m_unit->addItem(nameOf(unit));
    }
    m_target->addItems({tr("Go to row"), tr("Go to position"), tr("Go to sequence")});
    m_target->setToolTip(tr("What to go to"));
    m_place->setAccessibleName(tr("Number of the row, position or sequence"));
    m_place->setToolTip(tr("A row, from 0; a position, of which the next row is shown; a sequence, from 0 (Ctrl+G)"));
    m_place->setMaximumWidth(m_place->fontMetrics().horizontalAdvance(QStringLiteral("0")) * 20);
    m_withIdeal->setToolTip(tr("Position times inverse frequency, and the recorded angle minus that"));
    m_withIdeal->setMinimumHeight(m_target->sizeHint().height());
    m_message->setWordWrap(true);
    m_message->setObjectName(QStringLiteral("samplesMessage"));
    m_message->hide();
    m_table->setAccessibleName(tr("Samples"));

    auto* goButton = new QPushButton(tr("Go"), this);
    auto* line = new QWidget(this);
    auto* flow = new FlowLayout(line); // it must not set the least width of the window
    for (QWidget* widget : std::initializer_list<QWidget*>{m_target, m_place, goButton, m_withIdeal}) {
        flow->addWidget(widget);
    }
    setSpokenName(m_target, m_target->toolTip());
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(makeTitleLine(m_title, m_unit, tr("Unit of the angle")));
    layout->addWidget(line);
    layout->addWidget(m_message);
    layout->addWidget(m_table, 1);
    layout->setSpacing(4);

    connect(goButton, &QPushButton::clicked, this, &SamplesView::go);
    connect(m_place, &QLineEdit::returnPressed, this, &SamplesView::go);
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_G), this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut),
        &QShortcut::activated, this, [this] {
            m_place->setFocus(Qt::ShortcutFocusReason);
            m_place->selectAll();
        });
    connect(m_withIdeal, &QCheckBox::toggled, this, &SamplesView::refreshLayout);
    connect(m_unit, &QComboBox::activated, workspace,
        [workspace](int index) { workspace->setAngleUnit(allAngleUnits.at(static_cast<std::size_t>(index))); });
    connect(m_table, &LongTable::visibleChanged, this, &SamplesView::look);
    connect(m_table, &LongTable::currentChanged, this, &SamplesView::onCurrent);
    connect(m_table, &LongTable::copyAsked, this, &SamplesView::copy);
    connect(m_loader, &RowLoader::changed, this, &SamplesView::onLoaded);
    connect(workspace, &Workspace::sourceChanged, this, &SamplesView::showSource);
    connect(workspace, &Workspace::angleUnitChanged, this, &SamplesView::refreshColumns);
    connect(workspace, &Workspace::currentDimensionChanged, this, [this] {
        m_table->setMarkedGroup(m_workspace->currentDimension().row());
        m_table->showGroup(m_workspace->currentDimension().row());
    });
    showSource();
}

void SamplesView::showSource()
{
    const std::shared_ptr<const Source>& source = m_workspace->source();
    m_search.cancel();
    m_copy.cancel();
    say({});
    m_loader->setRows(source ? source->recordedRows : nullptr);
    m_layout.turns.clear();
    m_layout.axes.clear();
    if (m_loader->rows()) {
        const RopeConfig& rope = source->modelRope(); // the frequencies of the file, wherever the extension starts
        std::ranges::transform(rope.invFreq, std::back_inserter(m_layout.turns), [](double frequency) { return turnOf(frequency); });
        m_layout.axes = rope.axis;
    }
    refreshLayout();
}

bool SamplesView::hasIdeal() const
{
    return m_loader->rows() && m_loader->rows()->axes() > 0;
}

void SamplesView::refreshLayout()
{
    const std::shared_ptr<const RecordedRows>& rows = m_loader->rows();
    m_layout.fixed.clear();
    m_layout.group.clear();
    if (rows) {
        m_layout.fixed.push_back({Part::Row});
        for (int axis = 0; axis < rows->axes(); ++axis) {
            m_layout.fixed.push_back({Part::Position, axis});
        }
        if (!rows->sequenceOffsets().empty()) {
            m_layout.fixed.push_back({Part::Sequence});
        }
        if (rows->dimensions() > 0) {
            m_layout.group.push_back(Part::Recorded);
        }
        if (hasIdeal() && m_withIdeal->isChecked()) {
            m_layout.group.push_back(Part::Ideal);
            if (rows->dimensions() > 0) {
                m_layout.group.push_back(Part::Error);
            }
        }
    }
    m_withIdeal->setEnabled(hasIdeal());
    m_target->setEnabled(rows != nullptr);
    m_place->setEnabled(rows != nullptr);
    setItemEnabled(m_target, static_cast<int>(Target::Position), hasIdeal());
    setItemEnabled(m_target, static_cast<int>(Target::Sequence), rows && !rows->sequenceOffsets().empty());
    refreshColumns();
}

void SamplesView::refreshColumns()
{
    const std::shared_ptr<const RecordedRows>& rows = m_loader->rows();
    const auto widthOf = [this](const QString& text) { return m_table->fontMetrics().horizontalAdvance(text) + 16; };
    m_angleUnit = m_workspace->angleUnit();
    m_unit->setCurrentIndex(static_cast<int>(m_angleUnit));
    LongColumns columns;
    columns.perGroup = std::max(static_cast<int>(m_layout.group.size()), 1);
    columns.title = [this](int column) { return titleOf(column); };
    for (const Column& column : m_layout.fixed) {
        const std::int64_t widest = column.part == Part::Position ? 16'777'215 : column.part == Part::Sequence ? 888'888 : rows->rows();
        columns.fixedWidths.push_back(std::max(widthOf(countText(widest)), widthOf(titleOf(static_cast<int>(columns.fixedWidths.size())))));
    }
    columns.width = std::max(widthOf(QStringLiteral("888.88888")), widthOf(QStringLiteral("error 888 (turns)")));
    columns.count = static_cast<int>(m_layout.fixed.size() + (m_layout.group.empty() ? 0 : m_layout.turns.size() * m_layout.group.size()));
    if (rows) {
        m_title->setText(
            tr("%1 tokens, %2 dimensions").arg(countText(rows->rows()), countText(static_cast<qlonglong>(m_layout.turns.size()))));
    } else {
        m_title->setText(tr("Recorded values"));
        m_table->setPlaceholder(m_workspace->source() && m_workspace->source()->kind == SourceKind::Recording
                ? tr("This recording has counts alone. One with values shows the position and the angles of every token here.")
                : tr("Open a recording to see the position and the angles of every token, as the model applied them."));
    }
    m_table->setContent(rows ? rows->rows() : 0, std::move(columns), [this](std::int64_t row, int column) { return cell(row, column); });
    m_table->setMarkedGroup(rows ? m_workspace->currentDimension().row() : -1);
}

const char* SamplesView::titlePattern(Part part, bool hasAxes)
{
    switch (part) {
    case Part::Row:
        return QT_TR_NOOP("row");
    case Part::Position:
        return hasAxes ? QT_TR_NOOP("position %1") : QT_TR_NOOP("position");
    case Part::Sequence:
        return QT_TR_NOOP("sequence");
    case Part::Recorded:
        return QT_TR_NOOP("angle %1 (%2)");
    case Part::Ideal:
        return QT_TR_NOOP("ideal %1 (%2)");
    case Part::Error:
        break;
    }
    return QT_TR_NOOP("error %1 (%2)");
}

QString SamplesView::titleOf(int index, bool isTranslated) const
{
    const Column column = m_layout.column(index);
    const char* pattern = titlePattern(column.part, m_loader->rows()->axes() > 1);
    const QString title = isTranslated ? tr(pattern) : QLatin1String(pattern);
    const bool isAngle = column.part == Part::Recorded || column.part == Part::Ideal || column.part == Part::Error;
    if (!isAngle) {
        return title.contains(QLatin1String("%1")) ? title.arg(column.axis) : title;
    }
    return title.arg(column.dimension).arg(signOf(m_angleUnit, isTranslated));
}

void SamplesView::look()
{
    if (!m_loader->rows()) {
        return;
    }
    const LongBlock block = m_table->visibleBlock();
    const int perDimension = m_table->columns().perGroup;
    const int first = (block.firstColumn - static_cast<int>(m_layout.fixed.size())) / perDimension;
    const int count = block.columns / perDimension + 2; // the first and the last one may be seen in part
    m_loader->look({block.firstRow, block.rows, static_cast<std::size_t>(first), static_cast<std::size_t>(count)});
}

void SamplesView::onLoaded()
{
    if (!m_loader->failure().isEmpty()) {
        say(m_loader->failure());
    }
    m_table->refresh();
}

QString SamplesView::cellText(std::int64_t row, int column) const
{
    return cell(row, column).text;
}

LongCell SamplesView::cell(std::int64_t row, int index) const
{
    const Column column = m_layout.column(index);
    switch (column.part) {
    case Part::Row:
        return {countText(row)};
    case Part::Position: {
        const std::optional<std::int64_t> position = m_loader->position(row, column.axis);
        return position ? LongCell{countText(*position)} : LongCell{pendingText(), true};
    }
    case Part::Sequence:
        return {countText(sequenceOf(m_loader->rows()->sequenceOffsets(), row).value_or(0))};
    case Part::Recorded:
    case Part::Ideal:
    case Part::Error:
        break;
    }
    return angleCell(row, column);
}

LongCell SamplesView::angleCell(std::int64_t row, const Column& column) const
{
    const AngleUnit unit = m_angleUnit;
    const double turn = infoOf(unit).turn;
    std::optional<double> ideal;
    if (column.part != Part::Recorded) {
        const int axis = m_layout.axes.empty() ? 0 : m_layout.axes[column.dimension];
        const std::optional<std::int64_t> position = m_loader->position(row, axis);
        if (!position) {
            return {pendingText(), true};
        }
        ideal = idealTurns(m_layout.turns[column.dimension], *position);
    }
    if (column.part == Part::Ideal) {
        return {fixedText(positive(*ideal) * turn, decimalsOf(unit))};
    }
    const std::optional<float> angle = m_loader->angle(row, column.dimension);
    if (!angle) {
        return {pendingText(), true};
    }
    if (!isAngle(*angle)) { // as it is in the file, in rad
        return column.part == Part::Recorded ? LongCell{digitsText(static_cast<double>(*angle), 6), false, true}
                                             : LongCell{QStringLiteral("–")};
    }
    if (column.part == Part::Recorded) {
        return {fixedText(static_cast<double>(*angle) / radians * turn, decimalsOf(unit))};
    }
    return {QLocale().toString(errorTurns(*angle, *ideal) * turn, 'e', 2)};
}

void SamplesView::onCurrent(std::int64_t row, int index)
{
    const Column column = m_layout.column(index);
    m_table->setAccessibleDescription(tr("%1 in row %2: %3").arg(titleOf(index), countText(row), cellText(row, index)));
    if (static_cast<std::size_t>(index) >= m_layout.fixed.size() && m_table->hasFocus()) { // else only the row was asked for
        m_workspace->setCurrentDimension(Dimension(column.dimension));
    }
}

void SamplesView::say(const QString& message)
{
    m_message->setText(message);
    m_message->setVisible(!message.isEmpty());
}

void SamplesView::go()
{
    const std::optional<std::int64_t> number = wholeNumberOf(m_place->text());
    m_search.cancel();
    if (!number || *number < 0) {
        say(tr("\"%1\" is not a whole number from 0 on.").arg(visible(m_place->text())));
        return;
    }
    say({});
    switch (static_cast<Target>(m_target->currentIndex())) {
    case Target::Row:
        if (*number >= m_table->rows()) {
            say(tr("The last row is %1.").arg(countText(m_table->rows() - 1)));
        }
        m_table->goToRow(*number);
        break;
    case Target::Position:
        m_search.request([rows = m_loader->rows(), position = *number, after = m_table->currentRow()](const auto& run) {
            return findPosition(*rows, position, after, run.stop(), [&run](std::int64_t done, std::int64_t total) {
                run.progress(static_cast<std::uint64_t>(done), static_cast<std::uint64_t>(total));
            });
        });
        break;
    case Target::Sequence:
        goToSequence(*number);
        break;
    }
}

void SamplesView::goToSequence(std::int64_t sequence)
{
    const std::span<const std::int64_t> offsets = m_loader->rows()->sequenceOffsets();
    const auto last = static_cast<std::int64_t>(offsets.size()) - 2;
    if (sequence > last) {
        say(tr("The last sequence is %1.").arg(countText(last)));
    }
    m_table->goToRow(offsets[static_cast<std::size_t>(std::min(sequence, last))]);
}

// Numbers as programs write them; angles with the digits that tell two float32 apart.
std::string SamplesView::textOf(
    const RecordedRows& rows, const Layout& layout, double turn, const LongBlock& block, const RowValues& values)
{
    TextStream text;
    for (std::int64_t row = block.firstRow; row < block.firstRow + block.rows; ++row) {
        const auto line = static_cast<std::size_t>(row - block.firstRow);
        for (int index = block.firstColumn; index < block.firstColumn + block.columns; ++index) {
            const Column column = layout.column(index);
            const auto position
                = [&](int axis) { return values.positions[line * static_cast<std::size_t>(rows.axes()) + static_cast<std::size_t>(axis)]; };
            const auto ideal = [&] {
                return idealTurns(layout.turns[column.dimension], position(layout.axes.empty() ? 0 : layout.axes[column.dimension]));
            };
            const auto angle
                = [&] { return values.angles[line * values.range.dimensions + column.dimension - values.range.firstDimension]; };
            text << (index > block.firstColumn ? "\t" : "");
            text.precision(9);
            switch (column.part) {
            case Part::Row:
                text << row;
                break;
            case Part::Position:
                text << position(column.axis);
                break;
            case Part::Sequence:
                text << sequenceOf(rows.sequenceOffsets(), row).value_or(0);
                break;
            case Part::Recorded:
                text << static_cast<double>(angle()) / radians * turn;
                break;
            case Part::Ideal:
                text.precision(17);
                text << positive(ideal()) * turn;
                break;
            case Part::Error:
                text << errorTurns(angle(), ideal()) * turn;
                break;
            }
        }
        text << '\n';
    }
    return text.str();
}

void SamplesView::copy()
{
    const LongBlock block = m_table->selection();
    if (block.columns == 0 || block.rows > mostCopied / block.columns) {
        say(tr("%1 rows with %2 columns are selected; at most %3 cells can be copied at a time.")
                .arg(countText(block.rows), countText(block.columns), countText(mostCopied)));
        return;
    }
    QStringList titles;
    RowRange range{block.firstRow, block.rows, m_loader->rows()->dimensions(), 0};
    for (int index = block.firstColumn; index < block.firstColumn + block.columns; ++index) {
        titles << titleOf(index, /*isTranslated=*/false); // as in files
        if (const Column column = m_layout.column(index);
            static_cast<std::size_t>(index) >= m_layout.fixed.size() && m_loader->rows()->dimensions() > 0) {
            range.firstDimension = std::min(range.firstDimension, column.dimension);
            range.dimensions = column.dimension - range.firstDimension + 1;
        }
    }
    m_copy.request([rows = m_loader->rows(), layout = m_layout, turn = infoOf(m_angleUnit).turn, block, range,
                       head = titles.join(QLatin1Char('\t')).toStdString() + "\n"](const Job<std::string>::Run& run) {
        return rows->read(range, run.stop()).map([&](const RowValues& values) {
            return head + textOf(*rows, layout, turn, block, values);
        });
    });
}

} // namespace rotascope
