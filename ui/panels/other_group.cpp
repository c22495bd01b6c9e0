// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/other_group.h"

#include "core/analysis/summary.h"
#include "ui/base/form.h"
#include "ui/base/number_text.h"
#include "ui/base/preferences.h"
#include "ui/base/text.h"
#include "ui/manual/help.h"
#include "ui/workspace/source_name.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStringList>
#include <algorithm>

namespace rotascope {
namespace {

QString frequenciesText(const SourceComparison& comparison)
{
    const auto [least, greatest] = std::ranges::minmax(comparison.frequencyRatio);
    return least == greatest
        ? OtherGroup::tr("frequencies × %1").arg(digitsText(least, shownDigits() + 2))
        : OtherGroup::tr("frequencies × %1 to %2").arg(digitsText(least, shownDigits() + 2), digitsText(greatest, shownDigits() + 2));
}

} // namespace

OtherGroup::OtherGroup(Workspace* workspace, QWidget* parent) : SettingsGroup(tr("Second source"), workspace, parent)
{
    addFacts();
    addChoices();
    addButtons();
    setManualPage(this, QStringLiteral("second-source"));
    connect(workspace, &Workspace::sourceChanged, this, &OtherGroup::showOther);
    connect(workspace, &Workspace::settingsChanged, this, &OtherGroup::showOther);
    connect(workspace, &Workspace::analysisChanged, this, &OtherGroup::showFacts);
    connect(&Preferences::instance(), &Preferences::changed, this, &OtherGroup::showFacts);
    showOther();
}

void OtherGroup::addFacts()
{
    m_name = makeLabel();
    m_name->setObjectName(QStringLiteral("otherName"));
    m_name->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_name->setWordWrap(true);
    QFont bold = m_name->font();
    bold.setBold(true);
    m_name->setFont(bold);
    form()->addRow(m_name);
    m_facts = makeHint();
    m_facts->setObjectName(QStringLiteral("otherFacts"));
    form()->addRow(m_facts);
    explain(m_facts, "second-source");
}

void OtherGroup::addChoices()
{
    m_ropeLabel = makeLabel(tr("RoPE"));
    m_rope = new QComboBox;
    m_rope->setObjectName(QStringLiteral("otherRope"));
    keepNarrow(m_rope);
    form()->addRow(m_ropeLabel, m_rope);
    explain(m_rope, "rope");
    connect(m_rope, &QComboBox::activated, this, [this](int index) {
        const QString wanted = m_rope->itemData(index).toString();
        showRopes(*this->workspace().settings().other); // it shows what is compared; the other may turn out not to go with it
        emit ropeRequested(wanted);
    });
    m_beforeLabel = makeLabel(tr("Counted"));
    m_before = new QComboBox;
    m_before->setObjectName(QStringLiteral("otherBefore"));
    keepNarrow(m_before);
    for (const BeforeKind kind : allBeforeKinds) {
        m_before->addItem(fromUtf8(nameOf(kind)), static_cast<int>(kind));
    }
    m_before->setToolTip(tr("What the distribution of the second source is counted from"));
    form()->addRow(m_beforeLabel, m_before);
    explain(m_before, "before");
    connect(m_before, &QComboBox::activated, this, [this](int index) {
        edit(tr("second source: %1").arg(m_before->itemText(index)), NoMerge, [&](AnalysisSettings& settings) {
            if (settings.other) {
                settings.other->before = static_cast<BeforeKind>(m_before->itemData(index).toInt());
            }
        });
    });
}

void OtherGroup::addButtons()
{
    m_compare = new QPushButton(tr("Compare &with"));
    m_compare->setObjectName(QStringLiteral("compare"));
    m_compare->setToolTip(tr("Opens a second source, and shows how its angles differ from those of the one that is open"));
    m_close = new QPushButton(tr("Close"));
    m_close->setObjectName(QStringLiteral("closeComparison"));
    m_close->setToolTip(tr("Shows the second source no longer"));
    connect(m_close, &QPushButton::clicked, this, &OtherGroup::closeRequested);
    auto* row = new QHBoxLayout;
    row->addWidget(m_compare, 1);
    row->addWidget(m_close);
    form()->addRow(row);
}

void OtherGroup::setMenu(QMenu* menu)
{
    m_compare->setMenu(menu);
}

void OtherGroup::showOther()
{
    const std::optional<OtherSource>& other = workspace().settings().other;
    for (QWidget* widget : {static_cast<QWidget*>(m_name), static_cast<QWidget*>(m_facts), static_cast<QWidget*>(m_close)}) {
        widget->setVisible(other.has_value());
    }
    const bool hasRopes = other && other->source->ropeNames.size() > 1;
    m_rope->setVisible(hasRopes);
    m_ropeLabel->setVisible(hasRopes);
    const bool isRecording = other && other->source->kind == SourceKind::Recording;
    m_before->setVisible(isRecording);
    m_beforeLabel->setVisible(isRecording);
    if (!other) {
        return;
    }
    m_name->setText(nameOf(*other->source));
    m_name->setToolTip(asToolTip(visible(other->source->origin)));
    showRopes(*other);
    for (int i = 0; i < m_before->count(); ++i) {
        setItemEnabled(m_before, i, offers(*other->source, static_cast<BeforeKind>(m_before->itemData(i).toInt())));
    }
    m_before->setCurrentIndex(m_before->findData(static_cast<int>(other->before)));
    showFacts();
}

// How it is counted is known at once, what comes of it when it is counted.
void OtherGroup::showFacts()
{
    const AnalysisSettings& settings = workspace().settings();
    if (!settings.other) {
        return;
    }
    const AnalysisSettings own = settingsOfOther(settings);
    QStringList facts{tr("L = %1, %2").arg(countText(own.pretrainingLength), visible(beforeText(own)))};
    const auto& analysis = workspace().analysis();
    if (analysis && analysis->other && analysis->settings.other == settings.other) {
        const SourceComparison& comparison = *analysis->other;
        facts << tr("differs by %1 × 10⁻³ on average, most in dimension %2")
                     .arg(digitsText(1e3 * comparison.meanDivergence, shownDigits() + 1))
                     .arg(comparison.greatestAt.row())
              << frequenciesText(comparison);
    }
    m_facts->setText(facts.join(QLatin1Char('\n')));
}

void OtherGroup::showRopes(const OtherSource& other)
{
    m_rope->clear();
    for (const std::string& name : other.source->ropeNames) {
        m_rope->addItem(visible(name), QString::fromStdString(name));
    }
    m_rope->setCurrentIndex(m_rope->findData(QString::fromStdString(other.source->ropeName)));
}

} // namespace rotascope
