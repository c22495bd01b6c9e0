// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/source_panel.h"

#include "core/analysis/summary.h"
#include "core/model/presets.h"
#include "core/scaling/method.h"
#include "ui/base/colours.h"
#include "ui/base/number_text.h"
#include "ui/base/text.h"
#include "ui/dialogs/lint_dialog.h"
#include "ui/dialogs/lint_text.h"
#include "ui/workspace/workspace.h"

#include <QComboBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QSlider>
#include <QStandardItemModel>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <array>
#include <cmath>

namespace rotascope {
namespace {

// Steps of the same field in a row become one undo step.
enum MergeId { PretrainingLengthStep = 1, TargetLengthStep, IntervalsStep, SelectionStep };

// The slider of L' goes from L to 64 L in eighths of a doubling: 1, 1.125, 1.25 ... 2, 2.25 ... times L.
constexpr int stepsInDoubling = 8;
constexpr int doublings = 6;

std::int64_t targetLengthAt(int step, std::int64_t pretrainingLength)
{
    const std::int64_t eighths = (std::int64_t{stepsInDoubling} + step % stepsInDoubling) << (step / stepsInDoubling);
    return std::min(maxContextLength, (pretrainingLength * eighths + stepsInDoubling / 2) / stepsInDoubling);
}

// The step nearest to s.
int stepOf(double scale)
{
    const double doubling = std::floor(std::log2(std::max(1.0, scale)));
    const double share = scale / std::exp2(doubling) - 1.0;
    return static_cast<int>(std::lround(stepsInDoubling * (std::min<double>(doubling, doublings) + std::max(0.0, share))));
}

QLabel* makeHint()
{
    auto* label = new QLabel;
    label->setWordWrap(true);
    QFont font = label->font();
    font.setPointSizeF(font.pointSizeF() * 0.9);
    label->setFont(font);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

QFormLayout* makeForm(QWidget* parent)
{
    auto* form = new QFormLayout(parent);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    form->setVerticalSpacing(6);
    form->setContentsMargins(8, 8, 8, 8);
    return form;
}

void setItemEnabled(QComboBox* box, int index, bool enabled)
{
    if (auto* model = qobject_cast<QStandardItemModel*>(box->model())) {
        model->item(index)->setEnabled(enabled);
    }
}

// A narrow panel must not be widened by the longest entry.
void keepNarrow(QComboBox* box)
{
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(12);
}

bool usesSelection(const AnalysisSettings& settings)
{
    return (*findMethod(settings.method))->usesSelection; // settings that are shown are valid
}

QString factsOf(const Source& source)
{
    const RopeConfig& rope = source.rope;
    const QLocale locale;
    QStringList facts;
    if (source.kind != SourceKind::Preset && !rope.modelId.empty()) {
        facts << QString::fromStdString(rope.modelId);
    }
    if (rope.ropeTheta) {
        facts << QStringLiteral("rope_theta %1").arg(locale.toString(*rope.ropeTheta, 'g', 10));
    }
    facts << SourcePanel::tr("%1 dimensions (rotary_dim %2)").arg(rope.dimensions()).arg(rope.rotaryDim);
    if (!rope.axis.empty()) {
        const auto count = [&](int axis) { return std::ranges::count(rope.axis, axis); };
        facts << SourcePanel::tr("M-RoPE: %1 by time, %2 by height, %3 by width").arg(count(0)).arg(count(1)).arg(count(2));
    }
    if (rope.maxPositionEmbeddings) {
        facts << QStringLiteral("max_position_embeddings %1").arg(locale.toString(static_cast<qlonglong>(*rope.maxPositionEmbeddings)));
    }
    if (rope.ropeType != "default") {
        facts << SourcePanel::tr("rope_type %1: its own scaling, not applied here").arg(QString::fromStdString(rope.ropeType));
    }
    return facts.join(QLatin1Char('\n'));
}

} // namespace

SourcePanel::~SourcePanel()
{
    // A box that loses the focus while it is destroyed says that its editing is finished; by then this is a mere QWidget.
    for (QWidget* child : findChildren<QWidget*>()) {
        child->disconnect(this);
    }
}

SourcePanel::LengthBox* SourcePanel::makeLengthBox()
{
    auto* box = new LengthBox;
    box->setDecimals(0);
    box->setRange(0, 1e15);
    box->setGroupSeparatorShown(true);
    box->setKeyboardTracking(false); // "8" on the way to "8192" is not a length
    box->setSingleStep(1024);
    box->setAlignment(Qt::AlignRight);
    return box;
}

SourcePanel::SourcePanel(Workspace* workspace, QWidget* parent) : QWidget(parent), m_workspace(workspace)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->setSpacing(8);
    for (QWidget* group : {makeSourceGroup(), makeLengthGroup(), makeMeasureGroup(), makeTableGroup()}) {
        layout->addWidget(group);
    }
    layout->addStretch();
    connect(workspace, &Workspace::sourceChanged, this, &SourcePanel::showSource);
    connect(workspace, &Workspace::settingsChanged, this, &SourcePanel::showSettings);
    connect(workspace, &Workspace::analysisChanged, this, &SourcePanel::showAnalysis);
    showSource();
    if (workspace->analysis()) {
        showAnalysis();
    }
}

QWidget* SourcePanel::makeSourceGroup()
{
    auto* group = new QGroupBox(tr("Source"));
    auto* form = makeForm(group);
    m_origin = new QLabel;
    m_origin->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_origin->setWordWrap(true);
    QFont bold = m_origin->font();
    bold.setBold(true);
    m_origin->setFont(bold);
    form->addRow(m_origin);
    m_facts = makeHint();
    m_facts->setObjectName(QStringLiteral("facts"));
    form->addRow(m_facts);
    m_lint = new QPushButton;
    m_lint->setObjectName(QStringLiteral("lint"));
    m_lint->setToolTip(tr("What each engine really does with this file, and the traps in it"));
    connect(m_lint, &QPushButton::clicked, this, &SourcePanel::showLint);
    form->addRow(m_lint);
    m_ropeLabel = new QLabel(tr("RoPE"));
    m_rope = new QComboBox;
    form->addRow(m_ropeLabel, m_rope);
    m_before = new QComboBox;
    m_before->setObjectName(QStringLiteral("before"));
    keepNarrow(m_before);
    for (const BeforeKind kind : {BeforeKind::RecordedAngles, BeforeKind::RecordedPositions, BeforeKind::UniformPositions}) {
        m_before->addItem(fromUtf8(nameOf(kind)), static_cast<int>(kind));
    }
    m_before->setToolTip(tr("What the distribution before the extension is counted from"));
    form->addRow(tr("&Before"), m_before);
    m_coverage = makeHint();
    m_coverage->setObjectName(QStringLiteral("coverage"));
    form->addRow(m_coverage);
    auto* open = new QPushButton(tr("&Open file…"));
    open->setToolTip(tr("A recording (.h5) or a model's config.json"));
    m_preset = new QComboBox;
    m_preset->setObjectName(QStringLiteral("preset"));
    keepNarrow(m_preset);
    m_preset->setPlaceholderText(tr("or a model…"));
    for (const Preset& preset : presets()) {
        m_preset->addItem(QString::fromStdString(preset.rope.modelId));
        m_preset->setItemData(m_preset->count() - 1, tr("Source: %1").arg(QString::fromStdString(preset.source)), Qt::ToolTipRole);
    }
    m_preset->setCurrentIndex(-1);
    form->addRow(open, m_preset);

    connect(open, &QPushButton::clicked, this, &SourcePanel::openRequested);
    connect(m_preset, &QComboBox::activated, this, [this](int index) { emit presetRequested(m_preset->itemText(index)); });
    connect(m_rope, &QComboBox::activated, this, [this](int index) { emit ropeRequested(m_rope->itemText(index)); });
    connect(m_before, &QComboBox::activated, this, [this](int index) {
        edit(tr("before"), -1,
            [&](AnalysisSettings& settings) { settings.before = static_cast<BeforeKind>(m_before->itemData(index).toInt()); });
    });
    return group;
}

QWidget* SourcePanel::makeLengthGroup()
{
    auto* group = new QGroupBox(tr("Context lengths"));
    auto* form = makeForm(group);
    m_pretrainingLength = makeLengthBox();
    m_pretrainingLength->setObjectName(QStringLiteral("pretrainingLength"));
    m_pretrainingLength->setToolTip(tr("L: the context length of pre-training (original_max_position_embeddings)"));
    m_pretrainingReset = new QToolButton;
    m_pretrainingReset->setText(tr("Reset"));
    m_pretrainingReset->setToolTip(tr("Back to what the source states"));
    auto* row = new QHBoxLayout;
    row->addWidget(m_pretrainingLength, 1);
    row->addWidget(m_pretrainingReset);
    auto* label = new QLabel(tr("&Pre-training L"));
    label->setBuddy(m_pretrainingLength); // a form finds the buddy of a widget, not of a layout
    form->addRow(label, row);
    m_pretrainingHint = makeHint();
    form->addRow(QString(), m_pretrainingHint);
    m_targetLength = makeLengthBox();
    m_targetLength->setObjectName(QStringLiteral("targetLength"));
    m_targetLength->setToolTip(tr("L': the context length to extend to"));
    form->addRow(tr("&Target L′"), m_targetLength);
    m_targetSlider = makeTargetSlider();
    form->addRow(QString(), m_targetSlider);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(4);
    for (const int scale : {2, 4, 8, 16, 32}) {
        auto* button = new QToolButton;
        button->setText(QStringLiteral("×%1").arg(scale));
        button->setToolTip(tr("L' = %1 L").arg(scale));
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        connect(button, &QToolButton::clicked, this, [this, scale] {
            edit(tr("target length"), -1, [&](AnalysisSettings& settings) {
                settings.targetLength = std::min(maxContextLength, scale * settings.pretrainingLength);
            });
        });
        buttons->addWidget(button);
    }
    form->addRow(QString(), buttons);
    m_scale = makeHint();
    form->addRow(QString(), m_scale);

    connect(m_pretrainingReset, &QToolButton::clicked, this, [this] {
        edit(tr("pre-training length"), -1, [&](AnalysisSettings& settings) {
            settings.pretrainingLength = defaultSettings(*m_workspace->source()).pretrainingLength;
            settings.targetLength = std::max(settings.targetLength, settings.pretrainingLength);
        });
    });
    connect(m_pretrainingLength, &QDoubleSpinBox::valueChanged, this, [this](double value) {
        edit(tr("pre-training length"), m_pretrainingLength->isStepping() ? PretrainingLengthStep : -1, [&](AnalysisSettings& settings) {
            settings.pretrainingLength = static_cast<std::int64_t>(value);
            settings.targetLength = std::max(settings.targetLength, settings.pretrainingLength);
        });
    });
    connect(m_targetLength, &QDoubleSpinBox::valueChanged, this, [this](double value) {
        edit(tr("target length"), TargetLengthStep,
            [&](AnalysisSettings& settings) { settings.targetLength = static_cast<std::int64_t>(value); });
    });
    return group;
}

QSlider* SourcePanel::makeTargetSlider()
{
    auto* slider = new QSlider(Qt::Horizontal);
    slider->setObjectName(QStringLiteral("targetSlider"));
    slider->setRange(0, stepsInDoubling * doublings);
    slider->setPageStep(stepsInDoubling);
    slider->setTickInterval(stepsInDoubling);
    slider->setTickPosition(QSlider::TicksBelow);
    slider->setToolTip(tr("L', from L to 64 L; each mark doubles it"));
    slider->setAccessibleName(tr("Target length"));
    connect(slider, &QSlider::sliderPressed, m_workspace, &Workspace::beginGesture);
    connect(slider, &QSlider::sliderReleased, m_workspace, &Workspace::endGesture);
    connect(slider, &QSlider::valueChanged, this, [this](int step) {
        edit(tr("target length"), TargetLengthStep,
            [&](AnalysisSettings& settings) { settings.targetLength = targetLengthAt(step, settings.pretrainingLength); });
    });
    return slider;
}

QWidget* SourcePanel::makeMeasureGroup()
{
    auto* group = new QGroupBox(tr("Disturbance"));
    auto* form = makeForm(group);
    m_intervals = new CountBox;
    m_intervals->setObjectName(QStringLiteral("intervals"));
    m_intervals->setRange(0, 99'999'999);
    m_intervals->setKeyboardTracking(false);
    m_intervals->setSingleStep(90);
    m_intervals->setAlignment(Qt::AlignRight);
    m_intervals->setToolTip(tr("b: the circle is cut into so many equal intervals"));
    form->addRow(tr("&Intervals b"), m_intervals);
    m_samples = makeHint();
    m_samples->setObjectName(QStringLiteral("samples"));
    form->addRow(QString(), m_samples);
    m_divergence = new QComboBox;
    m_divergence->setObjectName(QStringLiteral("divergence"));
    keepNarrow(m_divergence);
    for (const DivergenceInfo& info : divergences()) {
        m_divergence->addItem(fromUtf8(info.label), static_cast<int>(info.divergence));
        m_divergence->setItemData(m_divergence->count() - 1, fromUtf8(info.formula), Qt::ToolTipRole);
    }
    form->addRow(tr("&Divergence"), m_divergence);
    m_epsilon = new QLineEdit;
    m_epsilon->setObjectName(QStringLiteral("epsilon"));
    m_epsilon->setAlignment(Qt::AlignRight);
    m_epsilon->setToolTip(tr("Added to every frequency, so that empty intervals stay finite"));
    form->addRow(tr("&Epsilon ε"), m_epsilon);

    connect(m_intervals, &QSpinBox::valueChanged, this, [this](int value) {
        edit(tr("intervals"), m_intervals->isStepping() ? IntervalsStep : -1,
            [&](AnalysisSettings& settings) { settings.intervals = static_cast<std::uint32_t>(value); });
    });
    connect(m_divergence, &QComboBox::activated, this, [this](int index) {
        edit(tr("divergence"), -1,
            [&](AnalysisSettings& settings) { settings.divergence = static_cast<Divergence>(m_divergence->itemData(index).toInt()); });
    });
    connect(m_epsilon, &QLineEdit::editingFinished, this, &SourcePanel::editEpsilon);
    return group;
}

QWidget* SourcePanel::makeTableGroup()
{
    auto* group = new QGroupBox(tr("Scaling table"));
    auto* form = makeForm(group);
    m_method = new QComboBox;
    m_method->setObjectName(QStringLiteral("method"));
    keepNarrow(m_method);
    for (const Method* method : methods()) {
        m_method->addItem(fromUtf8(method->label), fromUtf8(method->name));
        m_method->setItemData(m_method->count() - 1, fromUtf8(method->description), Qt::ToolTipRole);
    }
    m_method->setToolTip(tr("The method that automatic dimensions follow"));
    form->addRow(tr("&Method"), m_method);
    m_byThreshold = new QRadioButton(tr("threshold t"));
    m_byThreshold->setObjectName(QStringLiteral("byThreshold"));
    m_byThreshold->setToolTip(tr("Interpolate a dimension if D(extrapolation) > D(interpolation) + t"));
    m_threshold = new QLineEdit;
    m_threshold->setObjectName(QStringLiteral("threshold"));
    m_threshold->setAlignment(Qt::AlignRight);
    form->addRow(m_byThreshold, m_threshold);
    m_byComponents = new QRadioButton(tr("components"));
    m_byComponents->setObjectName(QStringLiteral("byComponents"));
    m_byComponents->setToolTip(tr("Interpolate exactly so many components (n̂ in the paper): two for each dimension"));
    m_components = new CountBox;
    m_components->setObjectName(QStringLiteral("components"));
    m_components->setRange(0, 99'999'999);
    m_components->setSingleStep(2);
    m_components->setKeyboardTracking(false);
    m_components->setAlignment(Qt::AlignRight);
    form->addRow(m_byComponents, m_components);
    m_selectionResult = makeHint();
    form->addRow(m_selectionResult);
    m_manual = new QLabel;
    m_clearManual = new QToolButton;
    m_clearManual->setText(tr("All automatic"));
    m_clearManual->setToolTip(tr("Forget what was set by hand"));
    form->addRow(m_manual, m_clearManual);

    connect(m_method, &QComboBox::activated, this, [this](int index) { chooseMethod(m_method->itemData(index).toString()); });
    connect(m_byThreshold, &QRadioButton::clicked, this, &SourcePanel::editThreshold);
    connect(m_byComponents, &QRadioButton::clicked, this, &SourcePanel::editComponents);
    connect(m_threshold, &QLineEdit::editingFinished, this, &SourcePanel::editThreshold);
    connect(m_components, &QSpinBox::valueChanged, this, &SourcePanel::editComponents);
    connect(m_clearManual, &QToolButton::clicked, this,
        [this] { edit(tr("all automatic"), -1, [](AnalysisSettings& settings) { std::ranges::fill(settings.overrides, std::nullopt); }); });
    return group;
}

template <class Change> void SourcePanel::edit(const QString& text, int mergeId, Change change)
{
    AnalysisSettings settings = m_workspace->settings();
    change(settings);
    m_workspace->edit(settings, text, mergeId);
}

void SourcePanel::chooseMethod(const QString& name)
{
    if (name == fromUtf8(methodOfOwnTable().name) && !m_workspace->settings().customTable) {
        showSettings(); // nothing has changed yet, and nothing will if no file is chosen
        emit tableRequested();
        return;
    }
    edit(tr("method"), -1, [&](AnalysisSettings& settings) { settings.method = name.toStdString(); });
}

void SourcePanel::editEpsilon()
{
    if (!m_epsilon->isModified()) {
        return; // what is shown is rounded: to pass through the field must not change the value
    }
    const std::optional<double> epsilon = numberOf(m_epsilon->text());
    if (!epsilon) {
        m_workspace->refuse(tr("Epsilon is \"%1\"; expected a number greater than 0, at most 1.").arg(m_epsilon->text()));
        return;
    }
    edit(tr("epsilon"), -1, [&](AnalysisSettings& settings) { settings.epsilon = *epsilon; });
}

void SourcePanel::editThreshold()
{
    const bool isUsed = std::holds_alternative<Threshold>(m_workspace->settings().selection);
    if (isUsed && !m_threshold->isModified()) {
        return;
    }
    const std::optional<double> t = numberOf(m_threshold->text());
    if (!t) {
        m_workspace->refuse(tr("The threshold t is \"%1\"; expected a number.").arg(m_threshold->text()));
        return;
    }
    edit(tr("threshold"), -1, [&](AnalysisSettings& settings) { settings.selection = Threshold{*t}; });
}

void SourcePanel::editComponents()
{
    edit(tr("components"), m_components->isStepping() ? SelectionStep : -1,
        [&](AnalysisSettings& settings) { settings.selection = InterpolatedComponents{m_components->value()}; });
}

void SourcePanel::showSource()
{
    const std::shared_ptr<const Source>& source = m_workspace->source();
    setEnabled(source != nullptr);
    if (!source) {
        return;
    }
    const QString origin = QString::fromStdString(source->origin);
    m_origin->setText(source->kind == SourceKind::Preset ? origin : QFileInfo(origin).fileName());
    m_origin->setToolTip(origin);
    m_facts->setText(factsOf(*source));
    const QString summary = source->lint ? lintSummary(*source->lint) : QString();
    m_lint->setVisible(source->lint != nullptr);
    m_lint->setText(summary.isEmpty() ? tr("All engines agree…") : summary + QStringLiteral("…"));
    m_preset->setCurrentIndex(source->kind == SourceKind::Preset ? m_preset->findText(origin) : -1);
    m_rope->clear();
    for (const std::string& name : source->ropeNames) {
        m_rope->addItem(QString::fromStdString(name));
    }
    m_rope->setCurrentText(QString::fromStdString(source->ropeName));
    m_rope->setVisible(source->ropeNames.size() > 1);
    m_ropeLabel->setVisible(source->ropeNames.size() > 1);
    for (int i = 0; i < m_before->count(); ++i) {
        setItemEnabled(m_before, i, offers(*source, static_cast<BeforeKind>(m_before->itemData(i).toInt())));
    }
    showSettings();
}

void SourcePanel::showLint()
{
    auto* dialog = new LintDialog(m_workspace->source()->lint, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void SourcePanel::showSettings()
{
    const std::shared_ptr<const Source>& source = m_workspace->source();
    if (!source) {
        return;
    }
    const AnalysisSettings& settings = m_workspace->settings();
    const std::array blockers = {QSignalBlocker(m_pretrainingLength), QSignalBlocker(m_targetLength), QSignalBlocker(m_targetSlider),
        QSignalBlocker(m_intervals), QSignalBlocker(m_components)};
    m_before->setCurrentIndex(m_before->findData(static_cast<int>(settings.before)));
    showCoverage();
    m_pretrainingLength->setValue(static_cast<double>(settings.pretrainingLength));
    m_targetLength->setValue(static_cast<double>(settings.targetLength));
    m_targetSlider->setValue(stepOf(settings.scale()));
    m_scale->setText(tr("s = L'/L = %1").arg(QLocale().toString(settings.scale(), 'g', 6)));

    const std::int64_t stated = source->rope.originalMaxPositionEmbeddings.value_or(source->rope.maxPositionEmbeddings.value_or(0));
    m_pretrainingReset->setVisible(stated != 0 && stated != settings.pretrainingLength);
    m_pretrainingHint->setText(stated == 0 ? tr("not stated by the source")
            : stated == settings.pretrainingLength
            ? tr("from the source")
            : tr("changed; the source states %1").arg(QLocale().toString(static_cast<qlonglong>(stated))));
    m_intervals->setValue(static_cast<int>(settings.intervals));
    const double samples = samplesPerInterval(*source, settings);
    const QString sampleText = tr("%1 samples per interval").arg(rounded(QLocale(), samples));
    m_samples->setText(samples < enoughSamples ? tr("%1: few, counts are noisy").arg(sampleText) : sampleText);
    m_divergence->setCurrentIndex(m_divergence->findData(static_cast<int>(settings.divergence)));
    m_divergence->setToolTip(fromUtf8(infoOf(settings.divergence).formula));
    m_epsilon->setText(QLocale().toString(settings.epsilon, 'g', 6));
    m_epsilon->setEnabled(infoOf(settings.divergence).usesEpsilon);
    m_method->setCurrentIndex(m_method->findData(QString::fromStdString(settings.method)));
    // It asks for a file as long as there is no table.
    m_method->setItemText(m_method->findData(fromUtf8(methodOfOwnTable().name)), settings.customTable ? tr("Custom") : tr("Custom…"));
    showSelection();

    const int manual = settings.dimensionsSetByHand();
    m_manual->setText(tr("%1 set by hand").arg(manual));
    m_clearManual->setEnabled(manual > 0);
}

void SourcePanel::showCoverage()
{
    const std::string note = coverageNote(*m_workspace->source(), m_workspace->settings());
    m_coverage->setText(QString::fromStdString(note));
    m_coverage->setVisible(!note.empty());
    QPalette warningPalette = palette();
    warningPalette.setColor(QPalette::PlaceholderText, isDark(palette()) ? QColor(0xff, 0xb4, 0x54) : QColor(0x8f, 0x52, 0x00));
    m_coverage->setPalette(warningPalette);
}

void SourcePanel::showSelection()
{
    const AnalysisSettings& settings = m_workspace->settings();
    const bool used = usesSelection(settings);
    const auto* threshold = std::get_if<Threshold>(&settings.selection);
    const bool byThreshold = threshold != nullptr;
    for (QWidget* widget : {static_cast<QWidget*>(m_byThreshold), static_cast<QWidget*>(m_byComponents)}) {
        widget->setEnabled(used);
    }
    m_byThreshold->setChecked(byThreshold);
    m_byComponents->setChecked(!byThreshold);
    m_threshold->setEnabled(used && byThreshold);
    m_components->setEnabled(used && !byThreshold);
    if (byThreshold) {
        m_threshold->setText(QLocale().toString(threshold->t, 'g', 6));
    } else {
        m_components->setValue(std::get<InterpolatedComponents>(settings.selection).count);
    }
}

void SourcePanel::showAnalysis()
{
    const Analysis& analysis = *m_workspace->analysis();
    const auto pairs = std::ranges::count(analysis.selected, Choice::Interpolation);
    QString text = tr("interpolates %1 components:\n%2 of %3 dimensions").arg(2 * pairs).arg(pairs).arg(analysis.dimensions());
    const ThresholdRange range
        = impliedThreshold(analysis.selected, analysis.extrapolation->disturbance, analysis.interpolation->disturbance);
    if (std::holds_alternative<InterpolatedComponents>(analysis.settings.selection) && range.atLeast < range.below) {
        text += QLatin1Char('\n') + tr("as with %1 ≤ t < %2").arg(range.atLeast, 0, 'g', 2).arg(range.below, 0, 'g', 2);
    }
    // Of another method's table it would be untrue.
    m_selectionResult->setText(usesSelection(analysis.settings) ? text : QString());
    // Begin from what t gave when the user changes over to n̂.
    if (std::holds_alternative<Threshold>(analysis.settings.selection)) {
        const QSignalBlocker blocker(m_components);
        m_components->setValue(static_cast<int>(2 * pairs));
    }
}

} // namespace rotascope
