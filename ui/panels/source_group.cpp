// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/source_group.h"

#include "core/analysis/starting_point.h"
#include "core/analysis/summary.h"
#include "core/lint/lint.h"
#include "core/model/presets.h"
#include "ui/base/colours.h"
#include "ui/base/form.h"
#include "ui/base/number_text.h"
#include "ui/base/text.h"
#include "ui/dialogs/lint_dialog.h"
#include "ui/dialogs/lint_text.h"

#include <QComboBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <algorithm>

namespace rotascope {
namespace {

QString factsOf(const Source& source)
{
    const RopeConfig& rope = source.rope;
    QStringList facts;
    if (source.kind != SourceKind::Preset && !rope.modelId.empty()) {
        facts << visible(rope.modelId);
    }
    if (rope.ropeTheta) {
        facts << QStringLiteral("rope_theta %1").arg(digitsText(*rope.ropeTheta, 10));
    }
    facts << SourceGroup::tr("%1 dimensions (rotary_dim %2)").arg(rope.dimensions()).arg(rope.rotaryDim);
    if (!rope.axis.empty()) {
        const auto count = [&](int axis) { return std::ranges::count(rope.axis, axis); };
        facts << SourceGroup::tr("M-RoPE: %1 by time, %2 by height, %3 by width").arg(count(0)).arg(count(1)).arg(count(2));
    }
    if (rope.window) {
        facts << SourceGroup::tr("sliding window of %1 positions").arg(countText(*rope.window));
    }
    if (rope.maxPositionEmbeddings) {
        facts << QStringLiteral("max_position_embeddings %1").arg(countText(*rope.maxPositionEmbeddings));
    }
    if (const std::string& type = source.modelRope().ropeType; type != "default") {
        facts << (source.trained ? SourceGroup::tr("trained with %1, which stays") : SourceGroup::tr("states %1, left out here"))
                     .arg(visible(type));
    }
    return facts.join(QLatin1Char('\n'));
}

} // namespace

SourceGroup::SourceGroup(Workspace* workspace, QWidget* parent) : SettingsGroup(tr("Source"), workspace, parent)
{
    addFacts();
    addChoices();
    addOpeners();
    connect(workspace, &Workspace::sourceChanged, this, &SourceGroup::showSource);
    connect(workspace, &Workspace::settingsChanged, this, &SourceGroup::showSettings);
    showSource();
}

void SourceGroup::addFacts()
{
    m_origin = makeLabel();
    m_origin->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_origin->setWordWrap(true);
    QFont bold = m_origin->font();
    bold.setBold(true);
    m_origin->setFont(bold);
    form()->addRow(m_origin);
    m_facts = makeHint();
    m_facts->setObjectName(QStringLiteral("facts"));
    form()->addRow(m_facts);
    m_lint = new QPushButton;
    m_lint->setObjectName(QStringLiteral("lint"));
    m_lint->setToolTip(tr("What each engine really does with this file, and the traps in it"));
    connect(m_lint, &QPushButton::clicked, this, &SourceGroup::showLint);
    form()->addRow(m_lint);
}

void SourceGroup::addChoices()
{
    m_ropeLabel = makeLabel(tr("RoPE"));
    m_rope = new QComboBox;
    m_rope->setObjectName(QStringLiteral("rope"));
    form()->addRow(m_ropeLabel, m_rope);
    connect(m_rope, &QComboBox::activated, this, [this](int index) { emit ropeRequested(m_rope->itemData(index).toString()); });
    m_startLabel = makeLabel(tr("Extend"));
    m_start = new QComboBox;
    m_start->setObjectName(QStringLiteral("start"));
    keepNarrow(m_start);
    for (const StartingPoint start : {StartingPoint::Trained, StartingPoint::Unscaled}) {
        m_start->addItem(fromUtf8(nameOfStart(start)), static_cast<int>(start));
    }
    form()->addRow(m_startLabel, m_start);
    connect(m_start, &QComboBox::activated, this,
        [this](int index) { emit startRequested(static_cast<StartingPoint>(m_start->itemData(index).toInt())); });
    m_before = new QComboBox;
    m_before->setObjectName(QStringLiteral("before"));
    keepNarrow(m_before);
    for (const BeforeKind kind : allBeforeKinds) {
        m_before->addItem(fromUtf8(nameOf(kind)), static_cast<int>(kind));
    }
    m_before->setToolTip(tr("What the distribution before the extension is counted from"));
    form()->addRow(tr("&Before"), m_before);
    connect(m_before, &QComboBox::activated, this, [this](int index) {
        edit(tr("before"), NoMerge,
            [&](AnalysisSettings& settings) { settings.before = static_cast<BeforeKind>(m_before->itemData(index).toInt()); });
    });
    m_coverage = makeHint();
    m_coverage->setObjectName(QStringLiteral("coverage"));
    form()->addRow(m_coverage);
}

void SourceGroup::addOpeners()
{
    auto* open = new QPushButton(tr("&Open file…"));
    open->setToolTip(tr("A recording (.h5), a model's config.json or a GGUF model"));
    connect(open, &QPushButton::clicked, this, &SourceGroup::openRequested);
    m_preset = new QComboBox;
    m_preset->setObjectName(QStringLiteral("preset"));
    keepNarrow(m_preset);
    m_preset->setPlaceholderText(tr("or a model…"));
    for (const Preset& preset : presets()) {
        m_preset->addItem(QString::fromStdString(preset.rope.modelId));
        m_preset->setItemData(m_preset->count() - 1, tr("Source: %1").arg(QString::fromStdString(preset.source)), Qt::ToolTipRole);
    }
    m_preset->setCurrentIndex(-1);
    form()->addRow(open, m_preset);
    connect(m_preset, &QComboBox::activated, this, [this](int index) { emit presetRequested(m_preset->itemText(index)); });
}

void SourceGroup::showSource()
{
    const std::shared_ptr<const Source>& source = workspace().source();
    if (!source) {
        return;
    }
    const QString origin = QString::fromStdString(source->origin);
    m_origin->setText(visible(source->kind == SourceKind::Preset ? origin : QFileInfo(origin).fileName()));
    m_origin->setToolTip(asToolTip(visible(origin)));
    m_facts->setText(factsOf(*source));
    const std::shared_ptr<const LintReport>& report = workspace().lintReport();
    const QString summary = report ? lintSummary(*report) : QString();
    m_lint->setVisible(report != nullptr);
    m_lint->setText(summary.isEmpty() ? tr("All engines agree…") : summary + QStringLiteral("…"));
    m_preset->setCurrentIndex(source->kind == SourceKind::Preset ? m_preset->findText(origin) : -1);
    showRopes(*source);
    showStart(*source);
    for (int i = 0; i < m_before->count(); ++i) {
        setItemEnabled(m_before, i, offers(*source, static_cast<BeforeKind>(m_before->itemData(i).toInt())));
    }
    showSettings();
}

void SourceGroup::showRopes(const Source& source)
{
    m_rope->clear();
    for (const std::string& name : source.ropeNames) {
        m_rope->addItem(visible(name), QString::fromStdString(name));
    }
    m_rope->setCurrentIndex(m_rope->findData(QString::fromStdString(source.ropeName)));
    m_rope->setVisible(source.ropeNames.size() > 1);
    m_ropeLabel->setVisible(source.ropeNames.size() > 1);
}

void SourceGroup::showStart(const Source& source)
{
    const bool isStated = source.modelRope().ropeType != "default"; // else both are the same
    m_start->setVisible(isStated);
    m_startLabel->setVisible(isStated);
    m_start->setCurrentIndex(m_start->findData(static_cast<int>(source.start())));
    m_start->setToolTip(asToolTip(visible(startNote(source))));
}

void SourceGroup::showSettings()
{
    if (workspace().source()) {
        m_before->setCurrentIndex(m_before->findData(static_cast<int>(workspace().settings().before)));
        showCoverage();
    }
}

void SourceGroup::showCoverage()
{
    const std::string note = coverageNote(*workspace().source(), workspace().settings());
    m_coverage->setText(visible(note));
    m_coverage->setVisible(!note.empty());
    QPalette warningPalette = palette();
    warningPalette.setColor(QPalette::PlaceholderText, warningColor(palette()));
    m_coverage->setPalette(warningPalette);
}

void SourceGroup::showLint()
{
    auto* dialog = new LintDialog(workspace().lintReport(), window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace rotascope
