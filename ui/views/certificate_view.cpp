// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/certificate_view.h"

#include "core/report/view_csv.h"
#include "ui/base/form.h"
#include "ui/base/number_text.h"
#include "ui/base/preferences.h"
#include "ui/base/text.h"
#include "ui/base/whole_columns.h"
#include "ui/plots/figure/table_plot.h"
#include "ui/views/figure_caption.h"
#include "ui/views/interval_text.h"
#include "ui/views/result_mark.h"
#include "ui/workspace/live_certificate.h"
#include "ui/workspace/workspace.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QTableWidget>
#include <QVBoxLayout>
#include <algorithm>

namespace rotascope {
namespace {

// What is proved comes first: a narrow view has no room for all.
enum Column { NumberColumn, LeastColumn, MarginColumn, ExtrapolationColumn, InterpolationColumn, FactorColumn, TermColumn, ColumnCount };

// A cell that is sorted by its number.
class NumberItem final : public QTableWidgetItem {
public:
    NumberItem(const QString& text, double number) : QTableWidgetItem(text)
    {
        setData(Qt::UserRole, number);
        setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    }
    bool operator<(const QTableWidgetItem& other) const override
    {
        return data(Qt::UserRole).toDouble() < other.data(Qt::UserRole).toDouble();
    }
};

QTableWidget* makeTable(const QStringList& headers, const QString& name, QWidget* parent)
{
    auto* table = new QTableWidget(0, static_cast<int>(headers.size()), parent);
    table->setHorizontalHeaderLabels(headers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setAlternatingRowColors(true);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->setAccessibleName(name);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(table->fontMetrics().height() + 8);
    table->horizontalHeader()->setHighlightSections(false);
    new WholeColumns(table);
    return table;
}

void fitColumns(QTableWidget* table)
{
    table->resizeColumnsToContents();
    table->findChild<WholeColumns*>()->fit();
}

QStringList dimensionHeaders()
{
    return {CertificateView::tr("dimension"), CertificateView::tr("least"), CertificateView::tr("margin"),
        CertificateView::tr("extrapolation"), CertificateView::tr("interpolation"), CertificateView::tr("best factor"),
        CertificateView::tr("with it")};
}

QString choiceText(Choice choice)
{
    return choice == Choice::Extrapolation ? CertificateView::tr("extrapolation") : CertificateView::tr("interpolation");
}

// Some dimensions by their numbers: "3, 7, 12 and 9 more".
QString listText(const std::vector<Dimension>& dimensions)
{
    constexpr std::size_t most = 12;
    if (dimensions.empty()) {
        return CertificateView::tr("none");
    }
    QStringList numbers;
    for (std::size_t i = 0; i < std::min(most, dimensions.size()); ++i) {
        numbers << QString::number(dimensions[i].row());
    }
    const QString list = numbers.join(QStringLiteral(", "));
    return dimensions.size() <= most ? list : CertificateView::tr("%1 and %2 more").arg(list).arg(dimensions.size() - most);
}

} // namespace

CertificateView::CertificateView(Workspace* workspace, QWidget* parent)
    : QWidget(parent), m_workspace(workspace), m_live(new LiveCertificate(
                                                   workspace, [this] { return isSeen(); }, this)),
      m_statement(makeLabel({}, this)), m_dimensions(makeTable(dimensionHeaders(), QString(), this)),
      m_tables(makeTable({tr("table"), tr("sum"), tr("above the least"), QString()}, tr("Sum of each table"), this)),
      m_choices(makeTable({tr("b or ε"), tr("interpolated"), QString()}, tr("Choice under another b or ε"), this))
{
    m_statement->setObjectName(QStringLiteral("statement"));
    m_statement->setWordWrap(true);
    m_dimensions->setSortingEnabled(true);
    m_dimensions->sortByColumn(NumberColumn, Qt::AscendingOrder);

    auto* right = new QVBoxLayout;
    right->addWidget(m_tables, 1);
    right->addWidget(m_choices, 1);
    auto* both = new QHBoxLayout;
    both->addWidget(m_dimensions, 1);
    both->addLayout(right, 1);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_statement);
    layout->addLayout(both, 1);
    layout->setSpacing(4);

    connect(m_live, &LiveCertificate::changed, this, &CertificateView::refresh);
    connect(workspace, &Workspace::resultStateChanged, this, &CertificateView::mark);
    connect(workspace, &Workspace::analysisChanged, this, [this] {
        mark();
        if (m_live->certificate() && m_live->isCurrent()) { // all but the current table is the same
            m_statement->setText(statement());
        }
        update(); // and so looked at
    });
    connect(&Preferences::instance(), &Preferences::changed, this, &CertificateView::refresh);
    connect(m_dimensions, &QTableWidget::itemClicked, workspace, [this](const QTableWidgetItem* item) {
        m_workspace->setCurrentDimension(Dimension::of(m_dimensions->item(item->row(), NumberColumn)->data(Qt::UserRole).toInt()));
    });
    refresh();
}

// A dock behind another's tab counts as visible; it is only moved out of sight.
bool CertificateView::isSeen() const
{
    return isVisible() && !visibleRegion().isEmpty();
}

void CertificateView::paintEvent(QPaintEvent* event)
{
    QWidget::paintEvent(event);
    QMetaObject::invokeMethod(m_live, &LiveCertificate::look, Qt::QueuedConnection);
}

void CertificateView::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_live->lookAway();
}

void CertificateView::mark()
{
    const bool isCurrent = freshnessOf(*m_workspace) == Freshness::Current && (!m_live->certificate() || m_live->isCurrent());
    for (QWidget* part : {static_cast<QWidget*>(m_statement), static_cast<QWidget*>(m_dimensions), static_cast<QWidget*>(m_tables),
             static_cast<QWidget*>(m_choices)}) {
        part->setEnabled(isCurrent);
    }
    if (!m_live->certificate()) {
        m_statement->setText(
            beforeFirstResult(*m_workspace, tr("Open a recording or choose a model to see what can be proved of its tables.")));
    }
}

void CertificateView::refresh()
{
    mark();
    if (m_workspace->source()) {
        nameChannels();
    }
    if (m_live->certificate() && m_live->isCurrent()) {
        m_statement->setText(statement());
        fillDimensions();
        fillTables();
        fillChoices();
    }
}

// Dimensions, heads or one channel.
void CertificateView::nameChannels()
{
    const Source& source = *m_workspace->source();
    m_dimensions->horizontalHeaderItem(NumberColumn)->setText(channelNoun(source));
    m_dimensions->setAccessibleName(tr("Margin of each %1").arg(channelNoun(source)));
    m_tables->horizontalHeaderItem(3)->setText(tr("%1 not least").arg(channelsNoun(source)));
    m_choices->horizontalHeaderItem(1)->setText(source.encoding.rotates() ? tr("interpolated components") : tr("interpolated"));
    m_choices->horizontalHeaderItem(1)->setToolTip(
        source.encoding.rotates() ? tr("Two for each dimension that is interpolated: a dimension is a pair of components") : QString());
    m_choices->horizontalHeaderItem(2)->setText(tr("%1 that change").arg(channelsNoun(source)));
    for (QTableWidget* table : {m_dimensions, m_tables, m_choices}) {
        fitColumns(table);
    }
}

QString CertificateView::statement() const
{
    const Certificate& certificate = *m_live->certificate();
    const Analysis& analysis = *m_workspace->analysis();
    const TableProof proof = proofOf(certificate, analysis, *analysis.chosen);
    const auto isWorse
        = [&](Dimension dimension) { return analysis.chosen->disturbance[dimension] > certificate.dimensions[dimension].term; };
    const auto worse = std::ranges::count_if(proof.otherwise, isWorse); // another factor may be better than both
    const QString scale = factorText(analysis.settings.scale());
    const QString least
        = tr("No table of the factors 1 and %1 has a mean disturbance below %2: the disturbance of one %3 does not depend on the "
             "factor of another, so the least sum is the sum of the least.")
              .arg(scale, disturbanceText(certificate.leastSum / certificate.weightSum), channelNoun(*analysis.source));
    const bool isBelow = proof.sum < certificate.leastSum;
    const QString mean = disturbanceText(proof.sum / certificate.weightSum);
    const QString current = worse == 0
        ? (isBelow ? tr("The current table has other factors as well, and %1.").arg(mean) : tr("The current table has no more."))
        : tr("The current table has %1; in %2 of %3 %4 another of the two factors would disturb less.")
              .arg(mean)
              .arg(worse)
              .arg(analysis.dimensions())
              .arg(channelsNoun(*analysis.source));
    QString grid = tr("No table of %1 factors from %2 to %3 has less than %4.")
                       .arg(certificate.grid.size())
                       .arg(factorText(certificate.grid.front()), factorText(certificate.grid.back()),
                           disturbanceText(certificate.gridSum / certificate.weightSum));
    if (proof.sum < certificate.gridSum) {
        grid += QLatin1Char(' ') + tr("Factors between these can have less, as the current ones have.");
    }
    return least + QLatin1Char(' ') + current + QLatin1Char(' ') + grid;
}

void CertificateView::fillDimensions()
{
    const Certificate& certificate = *m_live->certificate();
    const Analysis& analysis = *m_workspace->analysis();
    m_dimensions->setSortingEnabled(false); // rows must not move while they are filled
    m_dimensions->setRowCount(static_cast<int>(certificate.dimensions.size()));
    for (std::size_t i = 0; i < certificate.dimensions.size(); ++i) {
        const DimensionProof& proof = certificate.dimensions[i];
        const int row = static_cast<int>(i);
        const auto set
            = [&](int column, const QString& text, double number) { m_dimensions->setItem(row, column, new NumberItem(text, number)); };
        const auto disturbance = [&](int column, double value) { set(column, disturbanceColumnText(value), value); };
        set(NumberColumn, QString::number(row), row);
        set(LeastColumn, choiceText(proof.least), proof.least == Choice::Extrapolation ? 0.0 : 1.0);
        disturbance(MarginColumn, proof.margin);
        disturbance(ExtrapolationColumn, analysis.extrapolation->disturbance[i]);
        disturbance(InterpolationColumn, analysis.interpolation->disturbance[i]);
        set(FactorColumn, factorText(proof.gridFactor), proof.gridFactor);
        disturbance(TermColumn, proof.gridTerm);
    }
    m_dimensions->setSortingEnabled(true);
    fitColumns(m_dimensions);
}

void CertificateView::fillTables()
{
    const Certificate& certificate = *m_live->certificate();
    m_tables->setRowCount(static_cast<int>(certificate.tables.size()));
    for (int row = 0; row < m_tables->rowCount(); ++row) {
        const TableProof& table = certificate.tables[static_cast<std::size_t>(row)];
        const Expected<const Method*> method = findMethod(table.method);
        const double above = table.sum - certificate.leastSum;
        m_tables->setItem(row, 0, new QTableWidgetItem(method ? translatedLabel((*method)->label) : visible(table.method)));
        m_tables->setItem(row, 1, new NumberItem(disturbanceColumnText(table.sum), table.sum));
        m_tables->setItem(row, 2, new NumberItem(disturbanceColumnText(above), above));
        m_tables->setItem(row, 3,
            new NumberItem(tr("%1 of %2").arg(table.otherwise.size()).arg(certificate.dimensions.size()),
                static_cast<double>(table.otherwise.size())));
        m_tables->item(row, 3)->setToolTip(asToolTip(listText(table.otherwise)));
    }
    fitColumns(m_tables);
}

void CertificateView::fillChoices()
{
    const AnalysisSettings& settings = m_workspace->analysis()->settings;
    m_choices->setRowCount(0);
    addChoices(QStringLiteral("b"), m_live->certificate()->byIntervals, settings.intervals);
    addChoices(QStringLiteral("ε"), m_live->certificate()->byEpsilon, settings.epsilon);
    fitColumns(m_choices);
}

void CertificateView::addChoices(const QString& name, const std::vector<ChoiceAt>& choices, double own)
{
    for (const ChoiceAt& choice : choices) {
        const int row = m_choices->rowCount();
        m_choices->insertRow(row);
        const QString value = QStringLiteral("%1 = %2").arg(name, digitsText(choice.value, 6));
        m_choices->setItem(row, 0, new QTableWidgetItem(choice.value == own ? tr("%1 (as set)").arg(value) : value));
        const int interpolated = choice.interpolated(m_workspace->source()->encoding);
        m_choices->setItem(row, 1, new NumberItem(QString::number(interpolated), interpolated));
        m_choices->setItem(row, 2, new QTableWidgetItem(listText(choice.changed)));
        if (choice.value == own) {
            QFont bold = m_choices->font();
            bold.setBold(true);
            m_choices->item(row, 0)->setFont(bold);
        }
    }
}

// ---- As a figure

QString CertificateView::figureName() const
{
    return tr("Certificate");
}

bool CertificateView::isSettled() const
{
    return hasSettled(*m_workspace) && m_live->isFinal();
}

Figure CertificateView::figure() const
{
    const auto& analysis = m_workspace->analysis();
    std::vector<TablePlot::Row> rows;
    for (int row = 0; row < m_dimensions->rowCount(); ++row) {
        QStringList texts;
        for (int column = 0; column < ColumnCount; ++column) {
            texts << m_dimensions->item(row, column)->text();
        }
        rows.push_back({texts, false});
    }
    QStringList headers = dimensionHeaders();
    headers[NumberColumn] = channelNoun(*m_workspace->source());
    const auto plot = std::make_shared<TablePlot>(headers, std::move(rows));
    return {.title = tr("The least of each %1, and by how much it wins").arg(channelNoun(*m_workspace->source())),
        .plots = {plot},
        .note = m_statement->text(),
        .provenance = provenanceCaption(analysis),
        .size = {760, plot->naturalSize().height() + 160},
        .data = [analysis, certificate = m_live->certificate()] { return certificateCsv(*certificate, analysis); }};
}

} // namespace rotascope
