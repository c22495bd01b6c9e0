// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/source_group.h"

#include "core/analysis/starting_point.h"
#include "core/analysis/summary.h"
#include "core/lint/lint.h"
#include "core/model/presets.h"
#include "ui/base/colours.h"
#include "ui/base/field_keys.h"
#include "ui/base/form.h"
#include "ui/base/kept_text.h"
#include "ui/base/number_text.h"
#include "ui/base/text.h"
#include "ui/dialogs/lint_dialog.h"
#include "ui/dialogs/lint_text.h"
#include "ui/manual/help.h"
#include "ui/workspace/source_name.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QCompleter>
#include <QFormLayout>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <algorithm>
#include <tuple>
#include <utility>
#include <vector>

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
    if (const EncodingKind kind = source.encoding.kind; kind != EncodingKind::Rope) {
        facts << translatedLabel(nameOfEncoding(kind));
    }
    if (source.encoding.kind == EncodingKind::Alibi) {
        facts << SourceGroup::tr("%n heads", nullptr, static_cast<int>(rope.dimensions()));
    } else if (source.encoding.kind == EncodingKind::T5) {
        facts
            << SourceGroup::tr("%1 buckets up to the distance %2").arg(source.encoding.buckets).arg(countText(source.encoding.maxDistance));
    } else if (source.encoding.rotates()) {
        facts << SourceGroup::tr("%1 dimensions (rotary_dim %2)").arg(rope.dimensions()).arg(rope.rotaryDim);
    }
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
    m_origin->setObjectName(QStringLiteral("origin"));
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
    setManualPage(m_lint, QStringLiteral("lint"));
}

void SourceGroup::addChoices()
{
    m_ropeLabel = makeLabel(tr("RoPE"));
    m_rope = new QComboBox;
    m_rope->setObjectName(QStringLiteral("rope"));
    m_ropeLabel->setBuddy(m_rope); // a form does so for texts alone
    form()->addRow(m_ropeLabel, m_rope);
    explain(m_rope, "rope");
    connect(m_rope, &QComboBox::activated, this, [this](int index) {
        const QString wanted = m_rope->itemData(index).toString();
        showRopes(*this->workspace().source()); // it shows what is open; the other may turn out to be bad
        emit ropeRequested(wanted);
    });
    m_startLabel = makeLabel(tr("Extend"));
    m_start = new QComboBox;
    m_start->setObjectName(QStringLiteral("start"));
    keepNarrow(m_start);
    for (const StartingPoint start : {StartingPoint::Trained, StartingPoint::Unscaled}) {
        m_start->addItem(translatedLabel(nameOfStart(start)), static_cast<int>(start));
    }
    m_startLabel->setBuddy(m_start);
    form()->addRow(m_startLabel, m_start);
    explain(m_start, "starting-point");
    connect(m_start, &QComboBox::activated, this, [this](int index) {
        const auto wanted = static_cast<StartingPoint>(m_start->itemData(index).toInt());
        showStart(*this->workspace().source());
        emit startRequested(wanted);
    });
    m_before = new QComboBox;
    m_before->setObjectName(QStringLiteral("before"));
    keepNarrow(m_before);
    for (const BeforeKind kind : allBeforeKinds) {
        m_before->addItem(translatedLabel(nameOf(kind)), static_cast<int>(kind));
    }
    m_before->setToolTip(tr("What the distribution before the extension is counted from"));
    form()->addRow(tr("&Before"), m_before);
    explain(m_before, "before");
    connect(m_before, &QComboBox::activated, this, [this](int index) {
        edit(tr("before"), NoMerge,
            [&](AnalysisSettings& settings) { settings.before = static_cast<BeforeKind>(m_before->itemData(index).toInt()); });
    });
    addPart();
}

// What comes and goes is no row of the form: Qt 6.4 writes beyond its memory where several such rows stand beside texts that wrap.
void SourceGroup::addPart()
{
    auto* rows = new QWidget;
    auto* grid = new QGridLayout(rows);
    m_partRows = grid;
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(form()->horizontalSpacing());
    grid->setVerticalSpacing(form()->verticalSpacing());
    grid->setColumnStretch(1, 1);
    const auto addLine = [&](int row, const QString& text, const char* name, const QString& toolTip) {
        auto* label = makeLabel(text);
        auto* line = new QLineEdit;
        line->setObjectName(QLatin1String(name));
        setTakesNumbers(line);
        line->setPlaceholderText(tr("all"));
        line->setToolTip(toolTip);
        label->setBuddy(line);
        grid->addWidget(label, row, 0);
        grid->addWidget(line, row, 1);
        setTerm(label, "part");
        setTerm(line, "part");
        takeFrom(line, [this] { requestPart(); });
        return std::pair(label, line);
    };
    std::tie(m_positionsLabel, m_positions) = addLine(0, tr("Positions"), "positions",
        tr("Counts only the tokens at these positions: FROM:TO, TO not included, such as 0:4096 or 4096:"));
    std::tie(m_sequencesLabel, m_sequences) = addLine(
        1, tr("Sequences"), "sequences", tr("Counts only the tokens of these sequences of the recording, from 0 on, such as 0,2-5"));
    m_coverage = makeHint();
    m_coverage->setObjectName(QStringLiteral("coverage"));
    setTerm(m_coverage, "coverage");
    grid->addWidget(m_coverage, 2, 0, 1, 2);
    form()->addRow(rows);
}

// The fields show what is counted; the part may turn out to be none.
void SourceGroup::requestPart()
{
    const QString positions = m_positions->text();
    const QString sequences = m_sequences->text();
    showPart();
    if (m_positions->text() != positions || m_sequences->text() != sequences) {
        emit partRequested(positions, sequences);
    }
}

void SourceGroup::showPart()
{
    const AnalysisSettings& settings = workspace().settings();
    const bool isOffered = workspace().source()->recordedRows && settings.before != BeforeKind::UniformPositions;
    for (QWidget* widget : {static_cast<QWidget*>(m_positionsLabel), static_cast<QWidget*>(m_positions),
             static_cast<QWidget*>(m_sequencesLabel), static_cast<QWidget*>(m_sequences)}) {
        widget->setVisible(isOffered);
    }
    const TokenChoice choice = settings.part ? settings.part->choice : TokenChoice();
    m_positions->setText(QString::fromStdString(positionsText(choice)));
    m_sequences->setText(QString::fromStdString(sequencesText(choice)));
}

void SourceGroup::addOpeners()
{
    auto* open = new QPushButton(tr("&Open file…"));
    open->setToolTip(tr("A recording (.h5), a model's config.json or a GGUF model"));
    connect(open, &QPushButton::clicked, this, &SourceGroup::openRequested);
    m_preset = new QComboBox;
    m_preset->setObjectName(QStringLiteral("preset"));
    keepNarrow(m_preset);
    addPresets();
    form()->addRow(open, m_preset);
    setSpokenName(m_preset, tr("Model whose RoPE is known"));
    m_partRows->setColumnMinimumWidth(0, open->sizeHint().width()); // the widest on the left: so that fields stand below each other
    explain(m_preset, "preset");
    setManualPage(open, QStringLiteral("opening"));
    connect(m_preset, &QComboBox::activated, this, [this](int index) {
        emit presetRequested(m_preset->itemText(index));
        showPresetSoon(); // it shows what is open until the other is
    });
    connect(m_preset->lineEdit(), &QLineEdit::returnPressed, this, &SourceGroup::openTyped);
    connect(m_preset->lineEdit(), &QLineEdit::editingFinished, this, &SourceGroup::showPresetSoon); // what was typed and left
}

// Sorted by name. What is typed is searched for anywhere in the names.
void SourceGroup::addPresets()
{
    std::vector<const Preset*> all;
    for (const Preset& preset : presets()) {
        all.push_back(&preset);
    }
    const auto nameOf = [](const Preset* preset) { return QString::fromStdString(preset->rope.modelId); };
    std::ranges::sort(all, [&](const Preset* a, const Preset* b) { return nameOf(a).compare(nameOf(b), Qt::CaseInsensitive) < 0; });
    for (const Preset* preset : all) {
        m_preset->addItem(nameOf(preset));
        m_preset->setItemData(m_preset->count() - 1, tr("Source: %1").arg(QString::fromStdString(preset->source)), Qt::ToolTipRole);
    }
    m_preset->setEditable(true);
    m_preset->setInsertPolicy(QComboBox::NoInsert);
    m_preset->completer()->setFilterMode(Qt::MatchContains);
    m_preset->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_preset->completer()->setCaseSensitivity(Qt::CaseInsensitive);
    m_preset->lineEdit()->setPlaceholderText(tr("or a model…"));
    m_keptPreset = new KeptText(m_preset);
    m_preset->setToolTip(tr("A model whose RoPE is known; type a part of its name to find it"));
    m_preset->setCurrentIndex(-1);
}

// A part of a name is enough if only one name has it. A whole name has been activated already.
void SourceGroup::openTyped()
{
    if (const QAbstractItemView* list = m_preset->completer()->popup(); list->isVisible() && list->currentIndex().isValid()) {
        return; // the list opens what is chosen in it
    }
    const QString typed = m_preset->lineEdit()->text().trimmed();
    QStringList found;
    for (int i = 0; i < m_preset->count(); ++i) {
        if (m_preset->itemText(i).contains(typed, Qt::CaseInsensitive)) {
            found << m_preset->itemText(i);
        }
    }
    m_keptPreset->forget();
    const bool isWhole = found.contains(typed, Qt::CaseInsensitive);
    if (typed.isEmpty() || isWhole) {
        return;
    }
    showPreset();
    if (found.size() == 1) {
        emit presetRequested(found.front());
    } else {
        const QString message = found.isEmpty()
            ? tr("No model in the list has \"%1\" in its name; choose one of the list, or open the model's file.").arg(visible(typed))
            : tr("%n models have \"%1\" in their names: %2", nullptr, static_cast<int>(found.size()))
                  .arg(visible(typed), found.join(tr(", ")));
        workspace().report(message);
        m_keptPreset->keep(typed, message);
    }
}

// When the key is done with: the list of what is found, which may be chosen from next, follows the text.
void SourceGroup::showPresetSoon()
{
    const auto show = [this] {
        if (!m_keptPreset->isKept() || !m_preset->hasFocus()) { // else it is to be corrected
            showPreset();
        }
    };
    QMetaObject::invokeMethod(this, show, Qt::QueuedConnection);
}

void SourceGroup::showPreset()
{
    const std::shared_ptr<const Source>& source = workspace().source();
    const bool isPreset = source && source->kind == SourceKind::Preset;
    m_preset->setCurrentIndex(isPreset ? m_preset->findText(QString::fromStdString(source->origin)) : -1);
    m_preset->lineEdit()->setText(m_preset->currentIndex() >= 0 ? m_preset->currentText() : QString());
    m_preset->lineEdit()->setCursorPosition(0);
}

void SourceGroup::showSource()
{
    const std::shared_ptr<const Source>& source = workspace().source();
    if (!source) {
        return;
    }
    const QString origin = QString::fromStdString(source->origin);
    m_origin->setText(nameOf(*source));
    m_origin->setToolTip(asToolTip(visible(origin)));
    m_facts->setText(factsOf(*source));
    const std::shared_ptr<const LintReport>& report = workspace().lintReport();
    const QString summary = report ? lintSummary(*report) : QString();
    m_lint->setVisible(report != nullptr && source->encoding.kind == EncodingKind::Rope); // of RoPEs alone
    m_lint->setText(summary.isEmpty() ? tr("All engines agree…") : summary + QStringLiteral("…"));
    showPreset();
    showRopes(*source);
    showStart(*source);
    for (int i = 0; i < m_before->count(); ++i) {
        const auto kind = static_cast<BeforeKind>(m_before->itemData(i).toInt());
        setItemEnabled(m_before, i, offers(*source, kind));
        if (kind == BeforeKind::UniformPositions) {
            m_before->setItemText(i, source->encoding.isOfDistances() ? tr("distances 0 … L-1") : translatedLabel(nameOf(kind)));
        }
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
    m_start->setToolTip(asToolTip(translated(startNote(source))));
}

void SourceGroup::showSettings()
{
    if (workspace().source()) {
        m_before->setCurrentIndex(m_before->findData(static_cast<int>(workspace().settings().before)));
        showPart();
        showCoverage();
    }
}

void SourceGroup::showCoverage()
{
    const Sentence note = coverageNote(*workspace().source(), workspace().settings());
    m_coverage->setText(translated(note));
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
