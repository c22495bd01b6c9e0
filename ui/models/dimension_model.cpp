// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/dimension_model.h"

#include "core/analysis/certificate.h"
#include "core/analysis/second_readings.h"
#include "ui/base/number_text.h"
#include "ui/base/preferences.h"
#include "ui/base/text.h"
#include "ui/manual/help.h"
#include "ui/workspace/live_readings.h"
#include "ui/workspace/source_name.h"
#include "ui/workspace/workspace.h"

#include <QColor>
#include <QFont>
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <tuple>

namespace rotascope {
namespace {

// The first column of a row that shows anything else than before, all after it may: a toggle then repaints one row and not the whole table,
// and another target length not what depends on the model alone. None: nothing differs.
std::optional<int> firstThatDiffers(const Analysis& a, const Analysis& b, Dimension dimension)
{
    // Rows that are set by hand are bold.
    const auto row = [dimension](const Analysis& analysis) {
        return std::tuple(analysis.settings.pretrainingLength, analysis.settings.overrideOf(dimension));
    };
    if (row(a) != row(b)) {
        return 0;
    }
    const auto disturbances = [dimension](const Analysis& analysis) {
        return std::tuple(analysis.settings.targetLength, analysis.extrapolation->disturbance[dimension],
            analysis.interpolation->disturbance[dimension], analysis.chosen->disturbance[dimension],
            analysis.chosen->outOfDistributionShare[dimension], analysis.chosen->table.factors[dimension]);
    };
    const auto samePin
        = [dimension](const auto& one, const auto& other) { return one->disturbance[dimension] == other->disturbance[dimension]; };
    const bool isSame = disturbances(a) == disturbances(b) && std::ranges::equal(a.pinned, b.pinned, samePin) && a.other == b.other;
    return isSame ? std::nullopt : std::optional<int>(DimensionModel::Extrapolation);
}

QString differenceText(double value)
{
    if (!std::isfinite(value)) {
        return QStringLiteral("–");
    }
    return (value > 0.0 ? QStringLiteral("+") : QString()) + disturbanceColumnText(value);
}

} // namespace

DimensionModel::DimensionModel(Workspace* workspace, QObject* parent)
    : QAbstractTableModel(parent), m_workspace(workspace), m_readings(&LiveReadings::of(*workspace))
{
    connect(m_readings, &LiveReadings::changed, this, [this] {
        if (m_looksAtNearFar && rowCount() > 0) {
            m_readings->look(this);
            emit dataChanged(index(0, Near), index(rowCount() - 1, Far));
        }
    });
    connect(workspace, &Workspace::analysisChanged, this, &DimensionModel::refresh);
    connect(&Preferences::instance(), &Preferences::changed, this, [this] {
        if (rowCount() > 0) {
            emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        }
    });
    refresh();
}

int DimensionModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || !m_analysis ? 0 : static_cast<int>(m_analysis->dimensions());
}

int DimensionModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : firstPin() + 2 * static_cast<int>(m_pins);
}

DimensionModel::Kind DimensionModel::kindOf(int column) const
{
    if (column < ColumnCount) {
        return Kind::OfTheDimension;
    }
    const bool isFirst = (column - ColumnCount) % 2 == 0;
    if (column < firstPin()) {
        return isFirst ? Kind::OtherDivergence : Kind::OtherFrequency;
    }
    return isFirst ? Kind::PinnedDisturbance : Kind::PinnedDifference;
}

bool DimensionModel::isThere(int column) const
{
    switch (kindOf(column)) {
    case Kind::OfTheDimension:
        return column >= 0;
    case Kind::OtherDivergence:
    case Kind::OtherFrequency:
        return m_analysis->other != nullptr;
    default:
        return pinOf(column) < m_analysis->pinned.size();
    }
}

QVariant DimensionModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount()) {
        return {};
    }
    if (!isThere(index.column())) {
        return {}; // a column that is about to go
    }
    const Dimension dimension = Dimension::of(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(dimension, index.column());
    case Qt::AccessibleTextRole:
        return index.column() == ChoiceColumn ? choiceText(dimension) : text(dimension, index.column());
    case Qt::EditRole:
    case SortRole:
        return number(dimension, index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    case Qt::ToolTipRole:
        return toolTip(dimension, index.column());
    case Qt::WhatsThisRole:
        return headerData(index.column(), Qt::Horizontal, role);
    case Qt::FontRole:
        if (overrideOf(dimension)) {
            QFont font;
            font.setBold(true);
            return font;
        }
        return {};
    case ChoiceRole:
        return static_cast<int>(choiceOf(m_analysis->chosen->table.factors[dimension], m_analysis->settings.scale()));
    case ManualRole:
        return overrideOf(dimension).has_value();
    case NearTieRole:
        return nearlyTies(m_analysis->extrapolation->disturbance[dimension], m_analysis->interpolation->disturbance[dimension]);
    default:
        return {};
    }
}

QVariant DimensionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    struct Header {
        const char* text;
        const char* toolTip;
        const char* term; ///< of the glossary
    };
    static constexpr std::array<Header, ColumnCount> headers = {{
        {QT_TR_NOOP("Dim"), QT_TR_NOOP("The dimension: a rotary pair, 0-based"), "dimension"},
        {QT_TR_NOOP("Wavelength"), QT_TR_NOOP("Positions for one full turn, 2π / inv_freq"), "wavelength"},
        {QT_TR_NOOP("Turns in L"), QT_TR_NOOP("Turns completed within the pre-training length"), "turns"},
        {QT_TR_NOOP("D extrap."), QT_TR_NOOP("Disturbance if this dimension is extrapolated (factor 1)"), "extrapolation"},
        {QT_TR_NOOP("D interp."), QT_TR_NOOP("Disturbance if this dimension is interpolated (factor s = L′/L)"), "interpolation"},
        {QT_TR_NOOP("Choice"),
            QT_TR_NOOP("E extrapolation, I interpolation, A automatic (as the method says). Click, or press E, I, A or Space"), "choice"},
        {QT_TR_NOOP("Factor"), QT_TR_NOOP("What the frequency is divided by. Double-click or press F2 to type another"), "factor"},
        {QT_TR_NOOP("D chosen"), QT_TR_NOOP("Disturbance with the chosen factor"), "disturbance"},
        {QT_TR_NOOP("Margin"), QT_TR_NOOP("By how much the better of extrapolation and interpolation disturbs less than the other"),
            "margin"},
        {QT_TR_NOOP("Unseen"),
            QT_TR_NOOP("The share within L′ that falls into intervals which pre-training never saw, with the chosen factor"), "unseen"},
        {QT_TR_NOOP("Turns in L′"), QT_TR_NOOP("Turns completed within the target length, with the chosen factor"), "turns"},
        {QT_TR_NOOP("Near"), QT_TR_NOOP("How far the chosen factor moves the angles of neighbours (chord, 0 to 2)"), "near"},
        {QT_TR_NOOP("Far"), QT_TR_NOOP("How far angles of far distances lie from those seen in pre-training (chord, 0 to 2)"), "near"},
    }};
    if (section < 0 || section >= ColumnCount) {
        return !m_analysis || !isThere(section) ? QVariant() : section < firstPin() ? otherHeader(section, role) : pinHeader(section, role);
    }
    if (const std::optional<QString> other = otherEncodingHeader(section, role)) {
        return *other;
    }
    const Header& header = headers[static_cast<std::size_t>(section)];
    switch (role) {
    case Qt::DisplayRole:
        return tr(header.text);
    case Qt::ToolTipRole:
        return tr(header.toolTip);
    case Qt::WhatsThisRole:
        return termText(QString::fromLatin1(header.term));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((section == ChoiceColumn ? Qt::AlignHCenter : Qt::AlignRight) | Qt::AlignVCenter);
    case Qt::InitialSortOrderRole: // what is much is looked for
        return section == Index ? Qt::AscendingOrder : Qt::DescendingOrder;
    default:
        return {};
    }
}

// What is called otherwise where nothing turns.
std::optional<QString> DimensionModel::otherEncodingHeader(int section, int role) const
{
    if (!m_analysis || m_analysis->source->encoding.rotates() || (role != Qt::DisplayRole && role != Qt::ToolTipRole)) {
        return {};
    }
    const bool isText = role == Qt::DisplayRole;
    const bool hasHeads = m_analysis->source->encoding.kind == EncodingKind::Alibi;
    switch (section) {
    case Index:
        return hasHeads ? (isText ? tr("Head") : tr("The attention head, 0-based"))
                        : (isText ? tr("Channel") : tr("The one factor that all heads and layers share"));
    case Wavelength:
        return hasHeads ? std::optional(isText ? tr("Slope") : tr("The bias for each position of distance")) : std::nullopt;
    case Factor:
        return isText
            ? std::nullopt
            : std::optional(hasHeads ? tr("What the slope is divided by. Double-click or press F2 to type another")
                                     : tr("What positions or distances are divided by. Double-click or press F2 to type another"));
    default:
        return {};
    }
}

QVariant DimensionModel::otherHeader(int section, int role) const
{
    const QString name = nameWithRope(*m_analysis->settings.other->source);
    const bool isDivergence = kindOf(section) == Kind::OtherDivergence;
    switch (role) {
    case Qt::DisplayRole:
        return isDivergence ? tr("D other") : tr("Freq. ratio");
    case Qt::ToolTipRole:
        return asToolTip(isDivergence ? tr("How much the angles of %1 differ from those before, by the same measure").arg(name)
                                      : tr("The frequency of %1, divided by that of this source").arg(name));
    case Qt::WhatsThisRole:
        return termText(QStringLiteral("second-source"));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    case Qt::InitialSortOrderRole:
        return Qt::DescendingOrder;
    default:
        return {};
    }
}

QVariant DimensionModel::pinHeader(int section, int role) const
{
    const PinnedTable& pin = m_analysis->settings.pins[pinOf(section)];
    switch (role) {
    case Qt::DisplayRole:
        return (kindOf(section) == Kind::PinnedDifference ? tr("Δ %1") : tr("D %1")).arg(QLatin1Char(pin.letter()));
    case Qt::ToolTipRole:
        return asToolTip(kindOf(section) == Kind::PinnedDifference
                ? tr("Disturbance with the pinned table %1, less that with the chosen factor").arg(visible(pin.name))
                : tr("Disturbance with the pinned table %1").arg(visible(pin.name)));
    case Qt::WhatsThisRole:
        return termText(QStringLiteral("pinned"));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    default:
        return {};
    }
}

Qt::ItemFlags DimensionModel::flags(const QModelIndex& index) const
{
    if (!index.isValid()) {
        return {};
    }
    const Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    return index.column() == Factor ? flags | Qt::ItemIsEditable : flags;
}

std::optional<Override> DimensionModel::overrideOf(Dimension dimension) const
{
    return m_analysis->settings.overrideOf(dimension);
}

void DimensionModel::refresh()
{
    const std::shared_ptr<const Analysis> previous = std::exchange(m_analysis, m_workspace->analysis());
    if (!m_analysis) {
        return;
    }
    if (!previous || previous->source != m_analysis->source) {
        beginResetModel(); // the header too: it depends on the encoding
        m_hasOther = m_analysis->other != nullptr;
        m_pins = m_analysis->pinned.size();
        endResetModel();
        return;
    }
    setOther(m_analysis->other != nullptr);
    setPins(m_analysis->pinned.size());
    const bool saysOther = previous->settings.pins != m_analysis->settings.pins || previous->settings.other != m_analysis->settings.other;
    if (saysOther && columnCount() > ColumnCount) {
        emit headerDataChanged(Qt::Horizontal, ColumnCount, columnCount() - 1);
    }
    // Neighbouring rows together: each signal costs the views and what sorts their rows some time.
    int first = 0;
    int column = columnCount();
    for (int row = 0; row <= rowCount(); ++row) {
        const auto differs = row < rowCount() ? firstThatDiffers(*previous, *m_analysis, Dimension::of(row)) : std::nullopt;
        if (differs) {
            column = std::min(column, *differs);
            continue;
        }
        if (row > first) {
            emit dataChanged(index(first, column), index(row - 1, columnCount() - 1));
        }
        first = row + 1;
        column = columnCount();
    }
}

// Before those of the pinned tables.
void DimensionModel::setOther(bool isThere)
{
    if (isThere && !m_hasOther) {
        beginInsertColumns({}, ColumnCount, ColumnCount + 1);
        m_hasOther = true;
        endInsertColumns();
    } else if (!isThere && m_hasOther) {
        beginRemoveColumns({}, ColumnCount, ColumnCount + 1);
        m_hasOther = false;
        endRemoveColumns();
    }
}

// Columns come and go at the end, so that what is selected and how wide the others are stay.
void DimensionModel::setPins(std::size_t count)
{
    const int last = columnCount() - 1;
    if (count > m_pins) {
        beginInsertColumns({}, last + 1, last + 2 * static_cast<int>(count - m_pins));
        m_pins = count;
        endInsertColumns();
    } else if (count < m_pins) {
        beginRemoveColumns({}, last + 1 - 2 * static_cast<int>(m_pins - count), last);
        m_pins = count;
        endRemoveColumns();
    }
}

double DimensionModel::number(Dimension dimension, int column) const
{
    switch (kindOf(column)) {
    case Kind::OfTheDimension:
        break;
    case Kind::OtherDivergence:
        return m_analysis->other->divergence[dimension];
    case Kind::OtherFrequency:
        return m_analysis->other->frequencyRatio[dimension];
    case Kind::PinnedDisturbance:
        return m_analysis->pinned[pinOf(column)]->disturbance[dimension];
    case Kind::PinnedDifference:
        return m_analysis->pinned[pinOf(column)]->disturbance[dimension] - m_analysis->chosen->disturbance[dimension];
    }
    if (isSecondReading(column)) {
        return reading(dimension, column);
    }
    const Source& source = *m_analysis->source;
    switch (column) {
    case Index:
        return dimension.row();
    case Wavelength:
        return source.encoding.kind == EncodingKind::Alibi ? source.rope.invFreq[dimension] : source.wavelength(dimension);
    case Turns:
        return m_analysis->turnsInPretraining(dimension);
    case Extrapolation:
        return m_analysis->extrapolation->disturbance[dimension];
    case Interpolation:
        return m_analysis->interpolation->disturbance[dimension];
    case ChoiceColumn:
    case Factor:
        return m_analysis->chosen->table.factors[dimension];
    case Margin:
        return marginOf(*m_analysis, dimension);
    default:
        return m_analysis->chosen->disturbance[dimension];
    }
}

const NearFar* DimensionModel::nearFar() const
{
    return m_looksAtNearFar ? m_readings->nearFar() : nullptr;
}

void DimensionModel::setLooksAtNearFar(bool looks)
{
    if (looks == m_looksAtNearFar) {
        return;
    }
    m_looksAtNearFar = looks;
    if (looks) {
        m_readings->look(this);
    } else {
        m_readings->lookAway(this);
    }
}

// Not a number where there is none.
double DimensionModel::reading(Dimension dimension, int column) const
{
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    const TableAnalysis& chosen = *m_analysis->chosen;
    if (column == Unseen) {
        return chosen.outOfDistributionShare[dimension];
    }
    if (!m_analysis->source->encoding.rotates()) {
        return none;
    }
    if (column == TurnsAfter) {
        return turnsAfter(*m_analysis, dimension);
    }
    const NearFar* const both = nearFar();
    return both == nullptr ? none : column == Near ? both->near[dimension] : both->far[dimension];
}

QString DimensionModel::readingText(int column, double value) const
{
    if (std::isnan(value)) {
        return m_analysis->source->encoding.rotates() ? QStringLiteral("…") : QStringLiteral("–");
    }
    return column == Unseen    ? percentText(value)
        : column == TurnsAfter ? fixedText(value, value < 100 ? 2 : 0)
                               : disturbanceColumnText(value);
}

QString DimensionModel::text(Dimension dimension, int column) const
{
    const double value = number(dimension, column);
    if (isSecondReading(column)) {
        return readingText(column, value);
    }
    if (!m_analysis->source->encoding.rotates() && (column == Turns || column == Wavelength)) {
        const bool isSlope = column == Wavelength && m_analysis->source->encoding.kind == EncodingKind::Alibi;
        return isSlope ? digitsText(value, shownDigits() + 1) : QStringLiteral("–");
    }
    switch (column) {
    case Index:
        return QString::number(dimension.row());
    case Wavelength:
        return fixedText(value, value < 1000 ? 2 : 0);
    case Turns:
        return fixedText(value, value < 100 ? 2 : 0);
    case ChoiceColumn:
        return {}; // the delegate draws it
    case Factor:
        return digitsText(value, shownDigits() + 2);
    default:
        break;
    }
    switch (kindOf(column)) {
    case Kind::OtherFrequency:
        return digitsText(value, shownDigits() + 2);
    case Kind::PinnedDifference:
        return differenceText(value);
    default:
        return disturbanceColumnText(value);
    }
}

// What the delegate draws.
QString DimensionModel::choiceText(Dimension dimension) const
{
    const double factor = m_analysis->chosen->table.factors[dimension];
    const QString choice = translatedLabel(nameOf(choiceOf(factor, m_analysis->settings.scale())));
    const QString text = overrideOf(dimension) ? tr("%1, set by hand").arg(choice) : tr("%1, automatic").arg(choice);
    const bool ties = nearlyTies(m_analysis->extrapolation->disturbance[dimension], m_analysis->interpolation->disturbance[dimension]);
    return ties ? tr("%1, nearly tied").arg(text) : text;
}

QString DimensionModel::toolTip(Dimension dimension, int column) const
{
    if (column == ChoiceColumn) {
        const QString by = overrideOf(dimension)
            ? tr("Set by hand.")
            : tr("Automatic: as the method %1 says.").arg(QString::fromStdString(m_analysis->settings.method));
        return data(index(dimension.row(), column), NearTieRole).toBool()
            ? by + QLatin1Char('\n') + tr("≈ The two disturbances nearly tie: they differ by at most 10 %.")
            : by;
    }
    if (column == Chosen && m_analysis->source->encoding.rotates()) {
        return tr("%1 of the angles within L′ fall into intervals that pre-training never saw.")
            .arg(percentText(m_analysis->chosen->outOfDistributionShare[dimension]));
    }
    if (kindOf(column) == Kind::OtherDivergence || kindOf(column) == Kind::OtherFrequency) {
        const SourceComparison& other = *m_analysis->other;
        return tr(
            "Wavelength %1 positions. The other way round the difference is %2. %3 of its angles fall into intervals without one before.")
            .arg(steadyText(m_analysis->settings.other->source->wavelength(dimension)), disturbanceText(other.reverse[dimension]),
                percentText(other.unseenShare[dimension]));
    }
    if (const std::vector<int>& axis = m_analysis->source->rope.axis; column == Index && !axis.empty()) {
        return axis[dimension] == 0 ? tr("M-RoPE: turned by the position in time")
            : axis[dimension] == 1  ? tr("M-RoPE: turned by the height")
                                    : tr("M-RoPE: turned by the width");
    }
    return {};
}

} // namespace rotascope
