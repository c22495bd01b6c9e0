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
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStringList>
#include <QVBoxLayout>
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

OtherGroup::OtherGroup(Workspace* workspace, QWidget* parent)
    : SettingsGroup(tr("Second source"), workspace, parent), m_details(new QWidget), m_rows(new QGridLayout(m_details))
{
    // Not rows of the form: Qt 6.4 writes beyond its memory where a row that was never seen stands beside texts that wrap.
    auto* all = new QWidget;
    auto* layout = new QVBoxLayout(all);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_details);
    form()->addRow(all);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setColumnStretch(1, 1);
    addFacts();
    addChoices();
    layout->addLayout(makeButtons());
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
    m_rows->addWidget(m_name, 0, 0, 1, 2);
    m_facts = makeHint();
    m_facts->setObjectName(QStringLiteral("otherFacts"));
    m_rows->addWidget(m_facts, 1, 0, 1, 2);
    setTerm(m_facts, "second-source");
}

QComboBox* OtherGroup::addBox(QLabel* label, const char* name, const char* term)
{
    auto* box = new QComboBox;
    box->setObjectName(QLatin1String(name));
    keepNarrow(box);
    label->setBuddy(box);
    const int row = m_rows->rowCount();
    m_rows->addWidget(label, row, 0);
    m_rows->addWidget(box, row, 1);
    setTerm(label, term);
    setTerm(box, term);
    return box;
}

void OtherGroup::addChoices()
{
    m_ropeLabel = makeLabel(tr("RoPE"));
    m_rope = addBox(m_ropeLabel, "otherRope", "rope");
    connect(m_rope, &QComboBox::activated, this, [this](int index) {
        const QString wanted = m_rope->itemData(index).toString();
        showRopes(*this->workspace().settings().other); // it shows what is compared; the other may turn out not to go with it
        emit ropeRequested(wanted);
    });
    m_beforeLabel = makeLabel(tr("Counted"));
    m_before = addBox(m_beforeLabel, "otherBefore", "before");
    for (const BeforeKind kind : allBeforeKinds) {
        m_before->addItem(translatedLabel(nameOf(kind)), static_cast<int>(kind));
    }
    m_before->setToolTip(tr("What the distribution of the second source is counted from"));
    connect(m_before, &QComboBox::activated, this, [this](int index) {
        edit(tr("second source: %1").arg(m_before->itemText(index)), NoMerge, [&](AnalysisSettings& settings) {
            if (settings.other) {
                settings.other->before = static_cast<BeforeKind>(m_before->itemData(index).toInt());
            }
        });
    });
}

QLayout* OtherGroup::makeButtons()
{
    m_compare = new QPushButton(tr("Compare &with"));
    m_compare->setObjectName(QStringLiteral("compare"));
    m_compare->setToolTip(
        tr("Opens a second source, and shows how its angles differ from those of the one that is open; a file can be dropped here, too"));
    m_close = new QPushButton(tr("Close"));
    m_close->setObjectName(QStringLiteral("closeComparison"));
    m_close->setToolTip(tr("Shows the second source no longer"));
    connect(m_close, &QPushButton::clicked, this, &OtherGroup::closeRequested);
    auto* row = new QHBoxLayout;
    row->addWidget(m_compare, 1);
    row->addWidget(m_close);
    return row;
}

void OtherGroup::setMenu(QMenu* menu)
{
    m_compare->setMenu(menu);
}

void OtherGroup::showOther()
{
    const std::optional<OtherSource>& other = workspace().settings().other;
    if (!other && window()->focusWidget() == m_close) {
        m_compare->setFocus(); // else the next field has it, and the next key would change a length
    }
    m_details->setVisible(other.has_value());
    m_close->setVisible(other.has_value());
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
    QStringList facts{tr("L = %1, %2").arg(countText(own.pretrainingLength), translated(beforeText(own)))};
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
