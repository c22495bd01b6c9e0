// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/table_group.h"

#include "core/analysis/summary.h"
#include "core/analysis/threshold_advice.h"
#include "core/scaling/method.h"
#include "ui/base/field_keys.h"
#include "ui/base/form.h"
#include "ui/base/number_text.h"
#include "ui/base/steady_label.h"
#include "ui/base/text.h"
#include "ui/manual/help.h"

#include <QComboBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QToolButton>
#include <algorithm>

namespace rotascope {
namespace {

bool usesSelection(const AnalysisSettings& settings)
{
    return (*findMethod(settings.method))->usesSelection; // settings that are shown are valid
}

// Why the method has no table here, as the newest analysis found; empty: it has one, or nobody knows.
QString whyUnavailable(const Workspace& workspace, const Method& method)
{
    if (method.needsOwnScaling && workspace.source()->rope.ropeType == "default") {
        return TableGroup::tr("the source states no scaling of its own, or the extension starts from it");
    }
    const std::shared_ptr<const Analysis>& analysis = workspace.comparison();
    if (!analysis || analysis->source != workspace.source()) {
        return {};
    }
    const auto found = std::ranges::find(analysis->methods, &method, &MethodAnalysis::method);
    return found == analysis->methods.end() ? QString() : translated(found->unavailable);
}

} // namespace

TableGroup::TableGroup(Workspace* workspace, QWidget* parent) : SettingsGroup(tr("Scaling table"), workspace, parent)
{
    addMethod();
    addParameter();
    addAdvice();
    addThreshold();
    addNearWeight();
    addComponents();
    m_selectionResult = makeHint();
    m_selectionResult->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    constexpr int mostLines = 3; // so that nothing moves from method to method
    m_selectionResult->setMinimumHeight(mostLines * m_selectionResult->fontMetrics().lineSpacing());
    m_selectionResult->setObjectName(QStringLiteral("selectionResult"));
    form()->addRow(m_selectionResult);
    explain(m_selectionResult, "n-hat");
    addManual();
    addThresholdAdvice();
    connect(workspace, &Workspace::sourceChanged, this, &TableGroup::showSettings);
    connect(workspace, &Workspace::settingsChanged, this, &TableGroup::showSettings);
    connect(workspace, &Workspace::analysisChanged, this, &TableGroup::showAnalysis);
    connect(workspace, &Workspace::resultStateChanged, this, &TableGroup::showAvailable);
    connect(workspace, &Workspace::resultStateChanged, this,
        [this] { m_selectionResult->setEnabled(this->workspace().resultState() == ResultState::Current); });
    showSettings();
    if (workspace->analysis()) {
        showAnalysis();
    }
}

void TableGroup::addMethod()
{
    m_method = new QComboBox;
    m_method->setObjectName(QStringLiteral("method"));
    keepNarrow(m_method);
    for (const Method* method : methods()) {
        m_method->addItem(translatedLabel(method->label), fromUtf8(method->name));
    }
    m_method->setToolTip(tr("The method that automatic dimensions follow"));
    form()->addRow(tr("&Method"), m_method);
    explain(m_method, "method");
    m_tableName = makeHint();
    m_tableName->setObjectName(QStringLiteral("tableName"));
    form()->addRow(QString(), m_tableName);
    connect(m_method, &QComboBox::activated, this, [this](int index) { chooseMethod(m_method->itemData(index).toString()); });
}

void TableGroup::addAdvice()
{
    auto* advice = new QToolButton;
    advice->setObjectName(QStringLiteral("whichMethod"));
    advice->setText(tr("Which one?"));
    advice->setToolTip(tr("Opens the manual at which methods to try first, and how well that is known"));
    form()->addRow(QString(), advice);
    setManualPage(m_method, QStringLiteral("choosing"));
    setManualPage(advice, QStringLiteral("choosing"));
    connect(advice, &QToolButton::clicked, this, &TableGroup::adviceRequested);
}

// Below the methods; grey for those that take none, so that nothing moves.
void TableGroup::addParameter()
{
    m_parameter = new QLineEdit;
    m_parameter->setObjectName(QStringLiteral("methodParameter"));
    setTakesNumbers(m_parameter);
    m_parameter->setAlignment(Qt::AlignRight);
    m_parameter->setAccessibleName(tr("dimensions"));
    form()->addRow(tr("dimensions"), m_parameter);
    explain(m_parameter, "method");
    takeFrom(m_parameter, [this] { editParameter(); });
}

// Empty: the method finds them itself.
void TableGroup::editParameter()
{
    if (!m_parameter->isModified()) {
        return;
    }
    const Expected<const Method*> method = findMethod(workspace().settings().method);
    const std::string text = m_parameter->text().trimmed().toStdString();
    MethodParameters wanted = workspace().settings().parameters;
    if (method && (*method)->parameter == MethodParameter::Band) {
        const Expected<DimensionRange> range = text.empty() ? Expected<DimensionRange>() : dimensionRangeOf(text);
        if (!range) {
            workspace().refuse(translated(range.error().message));
            showParameter();
            return;
        }
        wanted.band = text.empty() ? std::nullopt : std::optional(*range);
    } else {
        bool isNumber = false;
        const qulonglong count = m_parameter->text().trimmed().toULongLong(&isNumber);
        if (!text.empty() && !isNumber) {
            workspace().refuse(tr("The number of clipped dimensions is \"%1\"; expected a whole number.").arg(m_parameter->text()));
            showParameter();
            return;
        }
        wanted.clipped = text.empty() ? std::nullopt : std::optional(static_cast<std::size_t>(count));
    }
    edit(tr("dimensions of the method"), NoMerge, [&](AnalysisSettings& settings) { settings.parameters = wanted; });
}

void TableGroup::showParameter()
{
    const AnalysisSettings& settings = workspace().settings();
    const Expected<const Method*> method = findMethod(settings.method);
    const MethodParameter parameter = method ? (*method)->parameter : MethodParameter::None;
    const MethodParameters& given = settings.parameters;
    QString text;
    if (parameter == MethodParameter::Band && given.band) {
        text = QString::fromStdString(textOf(*given.band));
    } else if (parameter == MethodParameter::Clipped && given.clipped) {
        text = QString::number(*given.clipped);
    }
    m_parameter->setText(text);
    const bool isTaken = parameter != MethodParameter::None;
    m_parameter->setEnabled(isTaken);
    form()->labelForField(m_parameter)->setEnabled(isTaken);
    m_parameter->setPlaceholderText(isTaken ? tr("automatic") : QStringLiteral("–"));
    m_parameter->setToolTip(parameter == MethodParameter::Band
            ? tr("FIRST:END, such as 20:40, END not included: the dimensions that are interpolated. Empty: the run that gains most.")
            : isTaken ? tr("How many dimensions are clipped, the last ones. Empty: all that complete no turn within L.")
                      : tr("Which dimensions the method acts on. Only Band, CoPE and HardClip take them."));
}

void TableGroup::addThreshold()
{
    m_byThreshold = new QRadioButton(tr("threshold t"));
    m_byThreshold->setObjectName(QStringLiteral("byThreshold"));
    m_byThreshold->setToolTip(tr("Interpolate a dimension if D(extrapolation) > D(interpolation) + t"));
    m_threshold = new QLineEdit;
    m_threshold->setObjectName(QStringLiteral("threshold"));
    setTakesNumbers(m_threshold);
    m_threshold->setAlignment(Qt::AlignRight);
    m_threshold->setAccessibleName(tr("Value of the threshold t"));
    form()->addRow(m_byThreshold, m_threshold);
    explain(m_threshold, "threshold");
    connect(m_byThreshold, &QRadioButton::clicked, this, &TableGroup::editThreshold);
    takeFrom(m_threshold, [this] { editThreshold(); });
}

void TableGroup::addNearWeight()
{
    m_nearWeight = new QLineEdit;
    m_nearWeight->setObjectName(QStringLiteral("nearWeight"));
    setTakesNumbers(m_nearWeight);
    m_nearWeight->setAlignment(Qt::AlignRight);
    m_nearWeight->setToolTip(
        tr("c: each dimension's threshold is t + c · near, so that interpolating has to win by more where it moves neighbours "
           "more. 0: as in the paper; 0.01 is a good start."));
    form()->addRow(tr("+ c · &near, c"), m_nearWeight);
    explain(m_nearWeight, "threshold");
    takeFrom(m_nearWeight, [this] { editNearWeight(); });
}

void TableGroup::addComponents()
{
    m_byComponents = new QRadioButton(tr("components"));
    m_byComponents->setObjectName(QStringLiteral("byComponents"));
    m_byComponents->setToolTip(tr("Interpolate exactly so many components (n-hat in the paper): two for each dimension"));
    m_components = new SteppingBox<QSpinBox>;
    m_components->setObjectName(QStringLiteral("components"));
    m_components->setRange(0, 99'999'999);
    m_components->setSingleStep(2);
    m_components->setKeyboardTracking(false);
    m_components->setAlignment(Qt::AlignRight);
    m_components->setAccessibleName(tr("Number of interpolated components"));
    m_components->setRefusal(refusalOfWholeNumber(tr("Number of interpolated components")));
    form()->addRow(m_byComponents, m_components);
    explain(m_components, "n-hat");
    connect(m_byComponents, &QRadioButton::clicked, this, &TableGroup::editComponents);
    connect(m_components, &QSpinBox::valueChanged, this, [this] { m_components->setRefused(refusalOf([this] { editComponents(); })); });
}

void TableGroup::addManual()
{
    m_manual = makeLabel();
    m_clearManual = new QToolButton;
    m_clearManual->setText(tr("All automatic"));
    m_clearManual->setToolTip(tr("Clear manual choices"));
    form()->addRow(m_manual, m_clearManual);
    explain(m_clearManual, "by-hand");
    connect(m_clearManual, &QToolButton::clicked, this, [this] {
        edit(tr("all automatic"), NoMerge, [](AnalysisSettings& settings) { std::ranges::fill(settings.overrides, std::nullopt); });
    });
}

// Last, and as high when it is empty: only some methods and settings have it, and nothing may move from one to the next.
void TableGroup::addThresholdAdvice()
{
    m_thresholdAdvice = new SteadyLabel;
    m_thresholdAdvice->setObjectName(QStringLiteral("thresholdAdvice"));
    m_thresholdAdvice->setFont(m_selectionResult->font());
    m_thresholdAdvice->setForegroundRole(m_selectionResult->foregroundRole());
    form()->addRow(m_thresholdAdvice);
    explain(m_thresholdAdvice, "n-hat");
}

void TableGroup::chooseMethod(const QString& name)
{
    if (name == fromUtf8(methodOfOwnTable().name) && !workspace().settings().customTable) {
        showSettings(); // nothing has changed yet, and nothing will if no file is chosen
        emit tableRequested();
        return;
    }
    edit(tr("method"), NoMerge, [&](AnalysisSettings& settings) { settings.method = name.toStdString(); });
}

void TableGroup::editThreshold()
{
    const bool isUsed = std::holds_alternative<Threshold>(workspace().settings().selection);
    if (isUsed && !m_threshold->isModified()) {
        return;
    }
    const std::optional<double> t = numberOf(m_threshold->text());
    if (!t) {
        workspace().refuse(tr("The threshold t is \"%1\"; expected a number.").arg(m_threshold->text()));
        return;
    }
    edit(tr("threshold"), NoMerge, [&](AnalysisSettings& settings) {
        const auto* before = std::get_if<Threshold>(&settings.selection); // what near weighs stays
        settings.selection = Threshold{*t, before != nullptr ? before->nearWeight : 0.0};
    });
}

void TableGroup::editNearWeight()
{
    if (!m_nearWeight->isModified()) {
        return; // what is shown is rounded: to pass through the field must not change the value
    }
    const std::optional<double> weight = numberOf(m_nearWeight->text());
    if (!weight || *weight < 0.0) {
        workspace().refuse(tr("c is \"%1\"; expected a number, 0 or more.").arg(m_nearWeight->text()));
        return;
    }
    edit(tr("near-weighted threshold"), NoMerge, [&](AnalysisSettings& settings) {
        if (auto* threshold = std::get_if<Threshold>(&settings.selection)) {
            threshold->nearWeight = *weight;
        }
    });
}

void TableGroup::editComponents()
{
    edit(tr("components"), m_components->isStepping() ? SelectionStep : NoMerge,
        [&](AnalysisSettings& settings) { settings.selection = InterpolatedComponents{m_components->value()}; });
}

void TableGroup::showSettings()
{
    if (!workspace().source()) {
        return;
    }
    const AnalysisSettings& settings = workspace().settings();
    showAvailable();
    m_method->setCurrentIndex(m_method->findData(QString::fromStdString(settings.method)));
    // It asks for a file as long as there is no table.
    const QString file = workspace().tableFile();
    m_tableName->setText(tr("from %1").arg(visible(QFileInfo(file).fileName())));
    m_tableName->setToolTip(asToolTip(visible(file)));
    QSizePolicy room = m_tableName->sizePolicy();
    room.setRetainSizeWhenHidden(!file.isEmpty()); // for when its table is chosen again
    m_tableName->setSizePolicy(room);
    m_tableName->setVisible(settings.method == methodOfOwnTable().name && !file.isEmpty());
    const QString ownTable = translatedLabel(methodOfOwnTable().label);
    m_method->setItemText(
        m_method->findData(fromUtf8(methodOfOwnTable().name)), settings.customTable ? ownTable : ownTable + QStringLiteral("…"));
    showSelection();
    showParameter();
    m_manual->setText(tr("%1 set by hand").arg(settings.dimensionsSetByHand()));
    m_clearManual->setEnabled(settings.dimensionsSetByHand() > 0);
}

// What has no table for this source is greyed, and its tool tip says why.
void TableGroup::showAvailable()
{
    if (!workspace().source()) {
        return;
    }
    for (const Method* method : methods()) {
        const int index = m_method->findData(fromUtf8(method->name));
        const QString reason = whyUnavailable(workspace(), *method);
        setItemEnabled(m_method, index, reason.isEmpty());
        m_method->setItemData(index,
            asToolTip(reason.isEmpty() ? translatedLabel(method->description) : tr("Not available: %1").arg(reason)), Qt::ToolTipRole);
    }
}

void TableGroup::showSelection()
{
    const AnalysisSettings& settings = workspace().settings();
    const bool used = usesSelection(settings);
    const auto* threshold = std::get_if<Threshold>(&settings.selection);
    const bool byThreshold = threshold != nullptr;
    m_byThreshold->setEnabled(used);
    m_byComponents->setEnabled(used);
    m_byThreshold->setChecked(byThreshold);
    m_byComponents->setChecked(!byThreshold);
    m_threshold->setEnabled(used && byThreshold);
    m_nearWeight->setEnabled(used && byThreshold && workspace().source()->encoding.rotates());
    m_components->setEnabled(used && !byThreshold);
    if (byThreshold) {
        m_threshold->setText(digitsText(threshold->t, 6));
        m_nearWeight->setText(digitsText(threshold->nearWeight, 6));
    } else {
        const QSignalBlocker blocker(m_components);
        m_components->setValue(std::get<InterpolatedComponents>(settings.selection).count);
    }
}

void TableGroup::showAnalysis()
{
    const Analysis& analysis = *workspace().analysis();
    const bool isByHand = analysis.settings.dimensionsSetByHand() > 0;
    const int components = interpolatedComponents(analysis.chosen->table, analysis.settings.scale());
    const Encoding& encoding = analysis.source->encoding;
    const auto count = static_cast<qsizetype>(analysis.dimensions());
    QString text = encoding.rotates()
        ? tr("interpolates %1 components:\n%2 of %3 dimensions").arg(components).arg(components / 2).arg(count)
        : encoding.kind == EncodingKind::Alibi ? tr("interpolates %1 of %2 heads").arg(components / 2).arg(count)
        : components > 0                       ? tr("interpolates")
                                               : tr("extrapolates");
    if (isByHand) {
        text += QLatin1Char('\n') + tr("with what is set by hand");
    }
    const ThresholdRange range
        = impliedThreshold(analysis.selected, analysis.extrapolation->disturbance, analysis.interpolation->disturbance);
    if (!isByHand && std::holds_alternative<InterpolatedComponents>(analysis.settings.selection) && range.atLeast < range.below) {
        text += QLatin1Char('\n') + tr("same as %1 ≤ t < %2").arg(digitsText(range.atLeast, 2), digitsText(range.below, 2));
    }
    // Of another method's table it would be untrue.
    m_selectionResult->setText(usesSelection(analysis.settings) ? text : QString());
    m_thresholdAdvice->setText(translated(thresholdAdvice(*analysis.source, analysis.settings)));
    // Begin from what t gave when the user changes over to n̂.
    if (std::holds_alternative<Threshold>(analysis.settings.selection)) {
        const QSignalBlocker blocker(m_components);
        m_components->setValue(selectedComponents(analysis));
    }
}

} // namespace rotascope
