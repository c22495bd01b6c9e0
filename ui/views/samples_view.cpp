// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/samples_view.h"

#include "core/angle/angle_errors.h"
#include "core/angle/recorded_angle.h"
#include "core/files/text_stream.h"
#include "ui/base/field_keys.h"
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
#include <QHBoxLayout>
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
      m_positions(new QLineEdit), m_sequences(new QLineEdit), m_use(new QPushButton(tr("Analyse these alone"), this)),
      m_stop(new QPushButton(tr("Stop"), this)), m_message(makeLabel({}, this)), m_table(new LongTable(this)),
      m_filter({.finished = [this](const Expected<Filtered>& filtered) { finishFilter(filtered); },
          .progressed =
              [this](const JobProgress& progress) {
                  m_stop->show();
                  say(tr("Looking for these rows … %1").arg(percentText(progress.share().value_or(0.0))));
              }}),
      m_search({.finished =
                    [this](const Expected<Found>& found) {
                        say(found ? found->message : translated(found.error().message));
                        if (found && found->place) {
                            m_table->goToRow(*found->place);
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
    setTakesNumbers(m_place);
    m_place->setAccessibleName(tr("Number of the row, position or sequence"));
    m_place->setToolTip(tr("A row, from 0; a position, of which the next row is shown; a sequence, from 0 (Ctrl+G)"));
    m_place->setMaximumWidth(m_place->fontMetrics().horizontalAdvance(QStringLiteral("0")) * 20);
    m_withIdeal->setToolTip(tr("Position times inverse frequency, and the recorded angle minus that"));
    m_withIdeal->setMinimumHeight(m_target->sizeHint().height());
    m_use->setObjectName(QStringLiteral("samplesUse"));
    m_use->setToolTip(tr("Counts what was before the extension from these tokens alone, as Positions and Sequences under Source do"));
    m_stop->setObjectName(QStringLiteral("samplesStop"));
    m_stop->hide();
    m_message->setWordWrap(true);
    m_message->setObjectName(QStringLiteral("samplesMessage"));
    m_message->hide();
    m_table->setAccessibleName(tr("Samples"));

    auto* goButton = new QPushButton(tr("Go"), this);
    auto* positions = makeFilterField(m_positions, tr("Positions"), "samplesPositions",
        tr("Shows only the tokens at these positions: FROM:TO, TO not included, such as 0:4096 or 4096:"));
    auto* sequences = makeFilterField(m_sequences, tr("Sequences"), "samplesSequences",
        tr("Shows only the tokens of these sequences of the recording, from 0 on, such as 0,2-5"));
    const auto makeLine = [this](std::initializer_list<QWidget*> widgets) {
        auto* line = new QWidget(this);
        auto* flow = new FlowLayout(line); // it must not set the least width of the window
        for (QWidget* widget : widgets) {
            flow->addWidget(widget);
        }
        return line;
    };
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(makeTitleLine(m_title, m_unit, tr("Unit of the angle")));
    layout->addWidget(makeLine({m_target, m_place, goButton, m_withIdeal}));
    layout->addWidget(makeLine({positions, sequences, m_use, m_stop}));
    layout->addWidget(m_message);
    layout->addWidget(m_table, 1);
    layout->setSpacing(4);
    setSpokenName(m_target, m_target->toolTip());

    connect(goButton, &QPushButton::clicked, this, &SamplesView::go);
    connectControls();
    showSource();
}

// A field that is left while the window goes would filter with what is gone.
SamplesView::~SamplesView()
{
    m_positions->disconnect(this);
    m_sequences->disconnect(this);
}

// With its name before it.
QWidget* SamplesView::makeFilterField(QLineEdit* field, const QString& name, const char* id, const QString& toolTip)
{
    auto* both = new QWidget(this);
    auto* layout = new QHBoxLayout(both);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* label = makeLabel(name, both);
    label->setBuddy(field);
    layout->addWidget(label);
    layout->addWidget(field);
    field->setObjectName(QLatin1String(id));
    setTakesNumbers(field);
    field->setPlaceholderText(tr("all"));
    field->setToolTip(toolTip);
    field->setMaximumWidth(field->fontMetrics().horizontalAdvance(QStringLiteral("0")) * 20);
    setTerm(label, "part");
    setTerm(field, "part");
    connect(field, &QLineEdit::editingFinished, this, &SamplesView::filter);
    return both;
}

void SamplesView::connectControls()
{
    connect(m_place, &QLineEdit::returnPressed, this, &SamplesView::go);
    connect(m_use, &QPushButton::clicked, this, [this] {
        const TokenChoice choice = shownChoice();
        emit partRequested(QString::fromStdString(positionsText(choice)), QString::fromStdString(sequencesText(choice)));
    });
    connect(m_stop, &QPushButton::clicked, this, [this] { m_filter.stop(); });
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_G), this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut),
        &QShortcut::activated, this, [this] {
            m_place->setFocus(Qt::ShortcutFocusReason);
            m_place->selectAll();
        });
    connect(m_withIdeal, &QCheckBox::toggled, this, &SamplesView::refreshLayout);
    connect(m_unit, &QComboBox::activated, m_workspace,
        [workspace = m_workspace](int index) { workspace->setAngleUnit(allAngleUnits.at(static_cast<std::size_t>(index))); });
    connect(m_table, &LongTable::visibleChanged, this, &SamplesView::look);
    connect(m_table, &LongTable::currentChanged, this, &SamplesView::onCurrent);
    connect(m_table, &LongTable::copyAsked, this, &SamplesView::copy);
    connect(m_loader, &RowLoader::changed, this, &SamplesView::onLoaded);
    connect(m_workspace, &Workspace::sourceChanged, this, &SamplesView::showSource);
    connect(m_workspace, &Workspace::settingsChanged, this, &SamplesView::refreshUse);
    connect(m_workspace, &Workspace::angleUnitChanged, this, &SamplesView::refreshColumns);
    connect(m_workspace, &Workspace::currentDimensionChanged, this, [this] {
        m_table->setMarkedGroup(m_workspace->currentDimension().row());
        m_table->showGroup(m_workspace->currentDimension().row());
    });
}

void SamplesView::showSource()
{
    const std::shared_ptr<const Source>& source = m_workspace->source();
    const std::shared_ptr<const RecordedRows> rows = source ? source->recordedRows : nullptr;
    const QString file = source ? QString::fromStdString(source->origin + '\n' + source->ropeName) : QString();
    const bool isSameFile = std::exchange(m_shownFile, file) == file;
    const bool isSame = isSameFile && rows && rows == m_loader->rows(); // another starting point of the same values
    m_search.cancel();
    m_copy.cancel();
    say({});
    if (!isSameFile) {
        showTexts({});
    }
    if (!isSame) {
        m_filter.cancel();
        m_asked.reset();
        m_stop->hide();
        m_loader->setRows(rows);
    }
    m_layout.turns.clear();
    m_layout.axes.clear();
    if (rows) {
        const RopeConfig& rope = source->modelRope(); // the frequencies of the file, wherever the extension starts
        std::ranges::transform(rope.invFreq, std::back_inserter(m_layout.turns), [](double frequency) { return turnOf(frequency); });
        m_layout.axes = rope.axis;
    }
    refreshLayout();
    if (!isSame) {
        filter(); // a file that was read again, and has grown
    }
}

// ---- The filter

TokenChoice SamplesView::shownChoice() const
{
    return m_loader->chosen() ? m_loader->chosen()->choice() : TokenChoice();
}

void SamplesView::showTexts(const TokenChoice& choice)
{
    m_positions->setText(QString::fromStdString(positionsText(choice)));
    m_sequences->setText(QString::fromStdString(sequencesText(choice)));
}

// What was typed stays until it is changed, so that what is wrong with it can be put right.
void SamplesView::filter()
{
    if (!m_loader->rows()) {
        return;
    }
    const Expected<TokenChoice> choice = tokenChoiceOf(m_positions->text().toStdString(), m_sequences->text().toStdString());
    const bool wasWrong = std::exchange(m_isFilterWrong, !choice);
    if (choice && *choice == m_asked.value_or(shownChoice())) {
        if (wasWrong) {
            say({});
        }
        return;
    }
    m_filter.cancel();
    m_asked.reset();
    m_stop->hide();
    say(choice ? QString() : translated(choice.error().message));
    if (!choice) {
        return;
    }
    const std::int64_t row = m_loader->row(m_table->currentRow()).value_or(0);
    if (choice->isAll()) {
        showFiltered({nullptr, row});
        return;
    }
    m_asked = *choice;
    m_filter.request([source = m_workspace->source(), choice = *choice, row](const Job<Filtered>::Run& run) {
        const auto progress = [&run](std::int64_t done, std::int64_t total) {
            run.progress(static_cast<std::uint64_t>(done), static_cast<std::uint64_t>(total));
        };
        return ChosenRows::find(*source, choice, run.stop(), progress).and_then([&](const std::shared_ptr<const ChosenRows>& chosen) {
            return chosen->placeFrom(row, run.stop()).map([&](std::int64_t place) { return Filtered{chosen, place}; });
        });
    });
}

void SamplesView::finishFilter(const Expected<Filtered>& filtered)
{
    m_asked.reset();
    m_stop->hide();
    if (filtered) {
        say({});
        showFiltered(*filtered);
    } else if (filtered.error().kind == ErrorKind::Stopped) {
        say(tr("Stopped. The rows shown are the same as before."));
        showTexts(shownChoice());
    } else {
        say(translated(filtered.error().message));
    }
}

void SamplesView::showFiltered(const Filtered& filtered)
{
    m_search.cancel();
    m_copy.cancel();
    m_loader->setRows(m_loader->rows(), filtered.chosen);
    refreshColumns();
    m_table->goToRow(filtered.place);
}

void SamplesView::refreshUse()
{
    m_use->setEnabled(m_loader->chosen() && m_workspace->settings().before != BeforeKind::UniformPositions);
}

// ---- What is shown

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
    m_positions->setEnabled(hasIdeal());
    m_sequences->setEnabled(rows && !rows->sequenceOffsets().empty());
    setItemEnabled(m_target, static_cast<int>(Target::Position), hasIdeal());
    setItemEnabled(m_target, static_cast<int>(Target::Sequence), rows && !rows->sequenceOffsets().empty());
    refreshColumns();
}

// At least 2^24 - 1, so that the column is as wide in most recordings.
std::int64_t SamplesView::widestPosition(int axis) const
{
    const std::vector<PositionSet>& counted = m_workspace->source()->recordedPositions;
    const auto place = static_cast<std::size_t>(axis);
    return std::max(maxDensePosition, place < counted.size() ? counted[place].end() - 1 : 0);
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
        const std::int64_t widest = column.part == Part::Position ? widestPosition(column.axis)
            : column.part == Part::Sequence                       ? 888'888
                                                                  : rows->rows();
        columns.fixedWidths.push_back(std::max(widthOf(countText(widest)), widthOf(titleOf(static_cast<int>(columns.fixedWidths.size())))));
    }
    columns.width = std::max(widthOf(QStringLiteral("888.88888")), widthOf(QStringLiteral("error 888 (turns)")));
    columns.count = static_cast<int>(m_layout.fixed.size() + (m_layout.group.empty() ? 0 : m_layout.turns.size() * m_layout.group.size()));
    if (rows) {
        const QString dimensions = countText(static_cast<qlonglong>(m_layout.turns.size()));
        m_title->setText(m_loader->chosen()
                ? tr("%1 of %2 tokens, %3 dimensions").arg(countText(m_loader->places()), countText(rows->rows()), dimensions)
                : tr("%1 tokens, %2 dimensions").arg(countText(rows->rows()), dimensions));
    } else {
        m_title->setText(tr("Recorded values"));
        m_table->setPlaceholder(m_workspace->source() && m_workspace->source()->kind == SourceKind::Recording
                ? tr("This recording has counts alone. One with values shows the position and the angles of every token here.")
                : tr("Open a recording to see the position and the angles of every token, as the model applied them."));
    }
    m_table->setContent(m_loader->places(), std::move(columns), [this](std::int64_t place, int column) { return cell(place, column); });
    refreshUse();
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

QString SamplesView::cellText(std::int64_t place, int column) const
{
    return cell(place, column).text;
}

LongCell SamplesView::cell(std::int64_t place, int index) const
{
    const Column column = m_layout.column(index);
    const auto number = [](std::optional<std::int64_t> value) {
        return value ? LongCell{countText(*value)} : LongCell{pendingText(), true};
    };
    switch (column.part) {
    case Part::Row:
        return number(m_loader->row(place));
    case Part::Position:
        return number(m_loader->position(place, column.axis));
    case Part::Sequence: {
        const std::optional<std::int64_t> row = m_loader->row(place);
        return number(row ? sequenceOf(m_loader->rows()->sequenceOffsets(), *row) : std::nullopt);
    }
    case Part::Recorded:
    case Part::Ideal:
    case Part::Error:
        break;
    }
    return angleCell(place, column);
}

LongCell SamplesView::angleCell(std::int64_t place, const Column& column) const
{
    const AngleUnit unit = m_angleUnit;
    const double turn = infoOf(unit).turn;
    std::optional<double> ideal;
    if (column.part != Part::Recorded) {
        const int axis = m_layout.axes.empty() ? 0 : m_layout.axes[column.dimension];
        const std::optional<std::int64_t> position = m_loader->position(place, axis);
        if (!position) {
            return {pendingText(), true};
        }
        ideal = idealTurns(m_layout.turns[column.dimension], *position);
    }
    if (column.part == Part::Ideal) {
        return {fixedText(positive(*ideal) * turn, decimalsOf(unit))};
    }
    const std::optional<float> angle = m_loader->angle(place, column.dimension);
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
    return {scientificText(errorTurns(*angle, *ideal) * turn, 2)};
}

void SamplesView::onCurrent(std::int64_t place, int index)
{
    const Column column = m_layout.column(index);
    m_table->setAccessibleDescription(tr("%1 in row %2: %3").arg(titleOf(index), cellText(place, 0), cellText(place, index)));
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
        goToRow(*number);
        break;
    case Target::Position:
        goToPosition(*number);
        break;
    case Target::Sequence:
        goToSequence(*number);
        break;
    }
}

void SamplesView::goToRow(std::int64_t number)
{
    const std::int64_t last = m_loader->rows()->rows() - 1;
    const std::int64_t row = std::min(number, last);
    const QString message = number > last ? tr("The last row is %1.").arg(countText(last)) : QString();
    if (!m_loader->chosen()) {
        say(message);
        m_table->goToRow(row);
        return;
    }
    m_search.request([chosen = m_loader->chosen(), row, message](const Job<Found>::Run& run) {
        return chosen->placeFrom(row, run.stop()).and_then([&](std::int64_t next) {
            const std::int64_t place = std::min(next, chosen->count() - 1);
            return chosen->rowsAt(place, 1, run.stop()).map([&](const std::vector<std::int64_t>& rows) {
                return Found{place,
                    !message.isEmpty() || rows.front() == row ? message
                        : rows.front() > row                  ? tr("The filter hides row %1; this is the next one.").arg(countText(row))
                                                              : tr("The filter hides row %1 and all after it.").arg(countText(row))};
            });
        });
    });
}

void SamplesView::goToPosition(std::int64_t position)
{
    m_search.request(
        [rows = m_loader->rows(), chosen = m_loader->chosen(), position, after = m_table->currentRow()](const Job<Found>::Run& run) {
            const auto progress = [&run](std::int64_t done, std::int64_t total) {
                run.progress(static_cast<std::uint64_t>(done), static_cast<std::uint64_t>(total));
            };
            const auto place = chosen ? chosen->findPosition(position, after, run.stop(), progress)
                                      : findPosition(*rows, position, after, run.stop(), progress);
            return place.map([&](std::optional<std::int64_t> found) {
                return Found{found,
                    found        ? QString()
                        : chosen ? tr("No row that is shown has this position.")
                                 : tr("No row has this position.")};
            });
        });
}

void SamplesView::goToSequence(std::int64_t number)
{
    const std::span<const std::int64_t> offsets = m_loader->rows()->sequenceOffsets();
    const auto last = static_cast<std::int64_t>(offsets.size()) - 2;
    const auto sequence = static_cast<std::size_t>(std::min(number, last));
    const QString message = number > last ? tr("The last sequence is %1.").arg(countText(last)) : QString();
    if (!m_loader->chosen()) {
        say(message);
        m_table->goToRow(offsets[sequence]);
        return;
    }
    m_search.request([chosen = m_loader->chosen(), first = offsets[sequence], end = offsets[sequence + 1], sequence, message](
                         const Job<Found>::Run& run) {
        return chosen->placeFrom(first, run.stop()).and_then([&](std::int64_t place) {
            return chosen->placeFrom(end, run.stop()).map([&](std::int64_t behind) {
                return place < behind
                    ? Found{place, message}
                    : Found{std::nullopt, tr("The filter hides sequence %1.").arg(countText(static_cast<qlonglong>(sequence)))};
            });
        });
    });
}

// Numbers as programs write them; angles with the digits that tell two float32 apart.
std::string SamplesView::textOf(
    const RecordedRows& rows, const Layout& layout, double turn, const LongBlock& block, const ChosenValues& chosen)
{
    const RowValues& values = chosen.values;
    TextStream text;
    for (std::int64_t place = block.firstRow; place < block.firstRow + block.rows; ++place) {
        const auto line = static_cast<std::size_t>(place - block.firstRow);
        const std::int64_t row = chosen.rows.empty() ? place : chosen.rows[line];
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
    m_copy.request([rows = m_loader->rows(), chosen = m_loader->chosen(), layout = m_layout, turn = infoOf(m_angleUnit).turn, block, range,
                       head = titles.join(QLatin1Char('\t')).toStdString() + "\n"](const Job<std::string>::Run& run) {
        return readPlaces(*rows, chosen.get(), range, run.stop()).map([&](const ChosenValues& values) {
            return head + textOf(*rows, layout, turn, block, values);
        });
    });
}

} // namespace rotascope
