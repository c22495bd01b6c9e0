// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/measure_group.h"

#include "core/analysis/summary.h"
#include "core/analysis/usage_weights.h"
#include "core/exchange/tables/weight_list.h"
#include "ui/base/field_keys.h"
#include "ui/base/file_places.h"
#include "ui/base/form.h"
#include "ui/base/number_text.h"
#include "ui/base/text.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>

namespace rotascope {

MeasureGroup::MeasureGroup(Workspace* workspace, QWidget* parent)
    : SettingsGroup(tr("Disturbance"), workspace, parent),
      m_reading({.finished = [this](const Expected<std::vector<double>>& weights) { takeWeights(weights); }})
{
    addMeasure();
    addWeights();
    addIntervals();
    addDivergence();
    addEpsilon();
    connect(workspace, &Workspace::sourceChanged, this, &MeasureGroup::showSettings);
    connect(workspace, &Workspace::settingsChanged, this, &MeasureGroup::showSettings);
    showSettings();
}

void MeasureGroup::addMeasure()
{
    m_measure = new QComboBox;
    m_measure->setObjectName(QStringLiteral("measure"));
    keepNarrow(m_measure);
    const auto add = [this](const char* name, const QString& text, const QString& toolTip) {
        m_measure->addItem(text, QString::fromLatin1(name));
        m_measure->setItemData(m_measure->count() - 1, asToolTip(toolTip), Qt::ToolTipRole);
    };
    add("positions", tr("positions"),
        tr("Every position once, as in the paper. Recorded ones, if \"Before\" says so. On the laboratory's small models this predicted "
           "little without fine-tuning, and well after 100 steps of it."));
    add("distances", tr("distances"),
        tr("Attention sees distances of queries and keys: each as often as it occurs in a context. Long ones are rare. What this predicts "
           "was not measured."));
    add("window", tr("distances in the window"),
        tr("The same, but no query sees further than the layers' sliding window. What this predicts was not measured: the layers of the "
           "laboratory's small models have none."));
    add("recorded-distances", tr("recorded distances"),
        tr("The distances within the sequences of the recording, which never see each other. What this predicts was not measured."));
    add("near-far", tr("near and far"),
        tr("No distributions: how far a table moves the next 8 neighbours, and how far it takes angles from those of training. On the "
           "laboratory's small models this predicted best what they still retrieve without being trained again."));
    auto* row = new QHBoxLayout;
    row->addWidget(m_measure, 1);
    addFarWeight(row);
    form()->addRow(tr("&Measure"), row);
    qobject_cast<QLabel*>(form()->labelForField(row))->setBuddy(m_measure);
    explain(m_measure, "measure");
    connect(m_measure, &QComboBox::activated, this, [this](int index) { editMeasure(m_measure->itemData(index).toString()); });
}

void MeasureGroup::editMeasure(const QString& name)
{
    const bool isRecorded = name == QLatin1String("positions") && workspace().settings().before == BeforeKind::RecordedPositions;
    const std::string wanted = isRecorded ? "recorded-positions" : name.toStdString();
    const auto changed = withMeasure(workspace().settings(), wanted, 0, *workspace().source());
    if (!changed) {
        workspace().refuse(translated(changed.error().message));
        showMeasure();
        return;
    }
    edit(tr("measure"), NoMerge, [&](AnalysisSettings& settings) { settings = *changed; });
}

// Beside the measure that has it, and gone with the others.
void MeasureGroup::addFarWeight(QHBoxLayout* row)
{
    m_farWeight = new QLineEdit;
    m_farWeight->setObjectName(QStringLiteral("farWeight"));
    setTakesNumbers(m_farWeight);
    m_farWeight->setAlignment(Qt::AlignRight);
    m_farWeight->setMaximumWidth(8 * m_farWeight->fontMetrics().averageCharWidth());
    m_farWeight->setToolTip(
        tr("w: tables are judged by near + w · far. 3 was chosen on the tables of one small model, at twice its length."));
    m_farWeightLabel = makeLabel(QStringLiteral("w"));
    m_farWeightLabel->setBuddy(m_farWeight);
    row->addWidget(m_farWeightLabel);
    row->addWidget(m_farWeight);
    explain(m_farWeight, "near");
    takeFrom(m_farWeight, [this] { editFarWeight(); });
}

void MeasureGroup::editFarWeight()
{
    if (!m_farWeight->isModified()) {
        return; // what is shown is rounded: to pass through the field must not change the value
    }
    const std::optional<double> weight = numberOf(m_farWeight->text());
    if (!weight || !(*weight >= 0.0 && *weight <= maxFarWeight)) {
        workspace().refuse(
            tr("The weight of far is \"%1\"; expected a number from 0 to %2.").arg(m_farWeight->text(), digitsText(maxFarWeight, 10)));
        showMeasure();
        return;
    }
    edit(tr("weight of far"), NoMerge, [&](AnalysisSettings& settings) { settings.farWeight = *weight; });
}

// What the source lacks is grey.
void MeasureGroup::showMeasure()
{
    const Source& source = *workspace().source();
    const AnalysisSettings& settings = workspace().settings();
    const QString name = fromUtf8(settings.measure());
    m_measure->setCurrentIndex(m_measure->findData(name == QLatin1String("recorded-positions") ? QStringLiteral("positions") : name));
    for (int i = 0; i < m_measure->count(); ++i) {
        const std::string measure = m_measure->itemData(i).toString().toStdString();
        setItemEnabled(m_measure, i, offersMeasure(source, measure) && (measure != "window" || source.rope.window));
    }
    m_measure->setToolTip(m_measure->currentData(Qt::ToolTipRole).toString());
    m_measure->setAccessibleDescription(translated(measureLabel(settings)));
    m_farWeight->setVisible(settings.farWeight.has_value());
    m_farWeightLabel->setVisible(settings.farWeight.has_value());
    m_farWeight->setText(digitsText(settings.farWeight.value_or(defaultFarWeight), 6));
    m_divergence->setEnabled(!settings.farWeight);
    setItemEnabled(m_divergence, m_divergence->findData(static_cast<int>(Divergence::Wasserstein)), source.encoding.rotates());
    m_intervals->setEnabled(source.encoding.kind != EncodingKind::T5); // one for each bucket
}

void MeasureGroup::addWeights()
{
    m_weights = new QComboBox;
    m_weights->setObjectName(QStringLiteral("weights"));
    keepNarrow(m_weights);
    const auto add = [this](std::string_view name, const QString& text, const QString& toolTip) {
        m_weights->addItem(text, fromUtf8(name));
        m_weights->setItemData(m_weights->count() - 1, asToolTip(toolTip), Qt::ToolTipRole);
    };
    add(equalWeights, tr("equal"), tr("Every dimension counts alike, as in the paper."));
    add(usageWeights, tr("recorded usage"), tr("As much as the model uses each dimension: of a recording that was made with usage."));
    add(ownWeights, tr("from a file…"), tr("A number for each dimension, from a text file or a JSON list."));
    auto* row = new QHBoxLayout;
    row->addWidget(m_weights, 1);
    addLayers(row);
    form()->addRow(tr("&Weights"), row);
    qobject_cast<QLabel*>(form()->labelForField(row))->setBuddy(m_weights);
    explain(m_weights, "mean-disturbance");
    connect(m_weights, &QComboBox::activated, this, [this](int index) { editWeights(m_weights->itemData(index).toString()); });
}

// Beside the recorded usage, and gone with the others.
void MeasureGroup::addLayers(QHBoxLayout* row)
{
    m_layers = new QLineEdit;
    m_layers->setObjectName(QStringLiteral("layers"));
    setTakesNumbers(m_layers);
    m_layers->setPlaceholderText(tr("all layers"));
    setSpokenName(m_layers, tr("Layers whose usage counts"));
    row->addWidget(m_layers, 1);
    explain(m_layers, "mean-disturbance");
    takeFrom(m_layers, [this] { editLayers(); });
}

void MeasureGroup::editLayers()
{
    if (m_layers->isModified()) {
        m_layers->setModified(false);
        takeUsage(m_layers->text());
    }
}

void MeasureGroup::takeUsage(const QString& layers)
{
    const Expected<DimensionWeights> weights = usageWeightsOf(*workspace().source(), layers.toStdString());
    if (!weights) {
        workspace().refuse(translated(weights.error().message));
        showWeights();
        return;
    }
    edit(tr("weights"), NoMerge, [&](AnalysisSettings& settings) { settings.weights = *weights; });
    showWeights(); // the same layers, written as they are kept
}

void MeasureGroup::editWeights(const QString& name)
{
    if (name == fromUtf8(ownWeights)) {
        showWeights(); // nothing has changed yet, and nothing will if no file is chosen
        auto* dialog = new QFileDialog(this, tr("Weights of the dimensions"), placeToOpen());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::ExistingFile);
        connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
            rememberOpenPlace(file);
            readWeightsFrom(file);
        });
        dialog->open();
        return;
    }
    if (name == fromUtf8(usageWeights)) {
        takeUsage({});
        return;
    }
    edit(tr("weights"), NoMerge, [&](AnalysisSettings& settings) { settings.weights = {}; });
}

void MeasureGroup::readWeightsFrom(const QString& file)
{
    m_reading.request([name = file.toStdString()](const auto& /*run*/) { return readWeights(name); });
}

void MeasureGroup::takeWeights(const Expected<std::vector<double>>& weights)
{
    if (!weights) {
        workspace().refuse(translated(weights.error().message));
        return;
    }
    edit(tr("weights"), NoMerge, [&](AnalysisSettings& settings) { settings.weights = {std::string(ownWeights), *weights}; });
}

// What the source lacks is grey.
void MeasureGroup::showWeights()
{
    const DimensionWeights& weights = workspace().settings().weights;
    const Source& source = *workspace().source();
    const bool isUsage = areOfUsage(weights.name);
    m_weights->setCurrentIndex(m_weights->findData(fromUtf8(isUsage ? usageWeights : std::string_view(weights.name))));
    setItemEnabled(m_weights, m_weights->findData(fromUtf8(usageWeights)), !source.usage.empty());
    m_weights->setToolTip(m_weights->currentData(Qt::ToolTipRole).toString());
    m_layers->setVisible(isUsage && source.usageLayers.size() > 1);
    m_layers->setText(fromUtf8(layersOfUsage(weights.name)));
    m_layers->setToolTip(
        tr("Layers whose usage counts, such as 0-3,8. Recorded: %1. Empty: all of them.").arg(fromUtf8(layersText(source.usageLayers))));
}

void MeasureGroup::addIntervals()
{
    m_intervals = new SteppingBox<QSpinBox>;
    m_intervals->setObjectName(QStringLiteral("intervals"));
    m_intervals->setRange(0, 99'999'999);
    m_intervals->setKeyboardTracking(false);
    m_intervals->setSingleStep(90);
    m_intervals->setAlignment(Qt::AlignRight);
    m_intervals->setToolTip(tr("b: the circle is cut into so many equal intervals"));
    m_intervals->setRefusal(refusalOfWholeNumber(tr("The number of intervals b")));
    form()->addRow(tr("&Intervals b"), m_intervals);
    explain(m_intervals, "interval");
    m_samples = makeHint();
    m_samples->setObjectName(QStringLiteral("samples"));
    form()->addRow(QString(), m_samples);
    explain(m_samples, "samples");
    connect(m_intervals, &QSpinBox::valueChanged, this, [this](int value) {
        m_intervals->setRefused(refusalOf([this, value] {
            edit(tr("intervals"), m_intervals->isStepping() ? IntervalsStep : NoMerge,
                [value](AnalysisSettings& settings) { settings.intervals = static_cast<std::uint32_t>(value); });
        }));
    });
}

void MeasureGroup::addDivergence()
{
    m_divergence = new QComboBox;
    m_divergence->setObjectName(QStringLiteral("divergence"));
    keepNarrow(m_divergence);
    for (const DivergenceInfo& info : divergences()) {
        m_divergence->addItem(translatedLabel(info.label), static_cast<int>(info.divergence));
        m_divergence->setItemData(m_divergence->count() - 1, translatedLabel(info.formula), Qt::ToolTipRole);
    }
    form()->addRow(tr("&Divergence"), m_divergence);
    explain(m_divergence, "divergence");
    connect(m_divergence, &QComboBox::activated, this, [this](int index) {
        edit(tr("divergence"), NoMerge,
            [&](AnalysisSettings& settings) { settings.divergence = static_cast<Divergence>(m_divergence->itemData(index).toInt()); });
    });
}

void MeasureGroup::addEpsilon()
{
    m_epsilon = new QLineEdit;
    m_epsilon->setObjectName(QStringLiteral("epsilon"));
    setTakesNumbers(m_epsilon);
    m_epsilon->setAlignment(Qt::AlignRight);
    form()->addRow(tr("&Epsilon ε"), m_epsilon);
    explain(m_epsilon, "epsilon");
    takeFrom(m_epsilon, [this] { editEpsilon(); });
}

void MeasureGroup::editEpsilon()
{
    if (!m_epsilon->isModified()) {
        return; // what is shown is rounded: to pass through the field must not change the value
    }
    const std::optional<double> epsilon = numberOf(m_epsilon->text());
    if (!epsilon) {
        workspace().refuse(tr("Epsilon is \"%1\"; expected a number greater than 0, at most 1.").arg(m_epsilon->text()));
        return;
    }
    edit(tr("epsilon"), NoMerge, [&](AnalysisSettings& settings) { settings.epsilon = *epsilon; });
}

void MeasureGroup::showSettings()
{
    if (!workspace().source()) {
        return;
    }
    const AnalysisSettings& settings = workspace().settings();
    const QSignalBlocker blocker(m_intervals);
    m_intervals->setValue(static_cast<int>(settings.intervals));
    showSamples();
    showMeasure();
    showWeights();
    m_divergence->setCurrentIndex(m_divergence->findData(static_cast<int>(settings.divergence)));
    m_divergence->setToolTip(translatedLabel(infoOf(settings.divergence).formula));
    m_epsilon->setText(digitsText(settings.epsilon, 6));
    m_epsilon->setEnabled(infoOf(settings.divergence).usesEpsilon && !settings.farWeight);
    const QString note = translated(epsilonNote(settings));
    m_epsilon->setToolTip(
        tr("Added to every frequency, so that empty intervals stay finite") + (note.isEmpty() ? note : QLatin1Char('\n') + note));
}

void MeasureGroup::showSamples()
{
    const Source& source = *workspace().source();
    const QString note = translated(fewSamplesNote(source, workspace().settings()));
    const QString text = tr("%1 samples per interval").arg(steadyText(samplesPerInterval(source, workspace().settings())));
    m_samples->setText(note.isEmpty() ? text : tr("⚠ %1: few").arg(text));
    m_samples->setToolTip(note);
}

} // namespace rotascope
