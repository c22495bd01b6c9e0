// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/length_group.h"

#include "core/analysis/starting_point.h"
#include "core/analysis/summary.h"
#include "ui/base/colours.h"
#include "ui/base/form.h"
#include "ui/base/length_box.h"
#include "ui/base/number_text.h"
#include "ui/base/text.h"
#include "ui/manual/help.h"
#include "ui/panels/length_steps.h"

#include <QEvent>
#include <QFormLayout>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>
#include <algorithm>
#include <array>

namespace rotascope {

LengthGroup::LengthGroup(Workspace* workspace, QWidget* parent) : SettingsGroup(tr("Context lengths"), workspace, parent)
{
    addPretrainingLength();
    addTargetLength();
    connect(workspace, &Workspace::sourceChanged, this, &LengthGroup::showSettings);
    connect(workspace, &Workspace::settingsChanged, this, &LengthGroup::showSettings);
    showSettings();
}

LengthBox* LengthGroup::makeLengthBox(const QString& name)
{
    auto* box = new LengthBox;
    box->setRefusal([this, name](const QString& text) {
        QString message = tr("%1 is \"%2\"; expected a whole number of positions, such as 16384, 16k or 1M (1k = 1024, 1M = 1024k).")
                              .arg(name, visible(text));
        workspace().refuse(message);
        return message;
    });
    return box;
}

void LengthGroup::addPretrainingLength()
{
    m_pretrainingLength = makeLengthBox(tr("Pre-training L"));
    m_pretrainingLength->setObjectName(QStringLiteral("pretrainingLength"));
    m_pretrainingLength->setAccessibleName(tr("Pre-training L")); // its label is not beside it
    m_pretrainingLength->setToolTip(tr("L: the context length of pre-training (original_max_position_embeddings)"));
    m_pretrainingReset = new QToolButton;
    m_pretrainingReset->setText(tr("Reset"));
    m_pretrainingReset->setAccessibleName(tr("Reset the pre-training length"));
    m_pretrainingReset->setToolTip(tr("Back to what the source states"));
    m_pretrainingFrame = new QFrame;
    m_pretrainingFrame->setObjectName(QStringLiteral("pretrainingFrame"));
    m_pretrainingFrame->setLineWidth(2);
    auto* framed = new QHBoxLayout(m_pretrainingFrame);
    framed->setContentsMargins(0, 0, 0, 0);
    framed->addWidget(m_pretrainingLength);
    auto* row = new QHBoxLayout;
    row->addWidget(m_pretrainingFrame, 1);
    row->addWidget(m_pretrainingReset);
    auto* label = makeLabel(tr("&Pre-training L"));
    label->setBuddy(m_pretrainingLength); // a form finds the buddy of a widget, not of a layout
    form()->addRow(label, row);
    setTerm(label, "pretraining-length");
    setTerm(m_pretrainingFrame, "pretraining-length");
    m_pretrainingHint = makeHint();
    m_pretrainingHint->setObjectName(QStringLiteral("pretrainingHint"));
    form()->addRow(QString(), m_pretrainingHint);
    connect(m_pretrainingReset, &QToolButton::clicked, this,
        [this] { setPretrainingLength(defaultSettings(*workspace().source()).pretrainingLength, NoMerge); });
    connect(m_pretrainingLength, &QDoubleSpinBox::valueChanged, this, [this](double value) {
        m_pretrainingLength->setRefused(refusalOf([this, value] {
            setPretrainingLength(static_cast<std::int64_t>(value), m_pretrainingLength->isStepping() ? PretrainingLengthStep : NoMerge);
        }));
    });
}

void LengthGroup::addTargetLength()
{
    m_targetLength = makeLengthBox(tr("Target L′"));
    m_targetLength->setObjectName(QStringLiteral("targetLength"));
    m_targetLength->setToolTip(tr("L′: the context length to extend to"));
    form()->addRow(tr("&Target L′"), m_targetLength);
    explain(m_targetLength, "target-length");
    m_targetSlider = makeTargetSlider();
    form()->addRow(QString(), m_targetSlider);
    explain(m_targetSlider, "target-length");
    form()->addRow(QString(), makeMultiples());
    m_scale = makeHint();
    form()->addRow(QString(), m_scale);
    explain(m_scale, "scale");
    connect(m_targetLength, &QDoubleSpinBox::valueChanged, this, [this](double value) {
        m_targetLength->setRefused(refusalOf([this, value] { setTargetLength(static_cast<std::int64_t>(value), TargetLengthStep); }));
    });
}

QSlider* LengthGroup::makeTargetSlider()
{
    auto* slider = new QSlider(Qt::Horizontal);
    slider->setObjectName(QStringLiteral("targetSlider"));
    slider->setRange(0, lastLengthStep);
    slider->setPageStep(stepsInDoubling);
    slider->setTickInterval(stepsInDoubling);
    slider->setTickPosition(QSlider::TicksBelow);
    slider->setToolTip(tr("L′, from L to 64 L; each mark doubles it"));
    slider->setAccessibleName(tr("Target length"));
    connect(slider, &QSlider::sliderPressed, &workspace(), &Workspace::beginGesture);
    connect(slider, &QSlider::sliderReleased, &workspace(), &Workspace::endGesture);
    connect(slider, &QSlider::valueChanged, this,
        [this](int step) { setTargetLength(targetLengthAt(step, workspace().settings().pretrainingLength), TargetLengthStep); });
    return slider;
}

QLayout* LengthGroup::makeMultiples()
{
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(4);
    for (const int scale : {2, 4, 8, 16, 32}) {
        auto* button = new QToolButton;
        button->setText(QStringLiteral("×%1").arg(scale));
        button->setToolTip(tr("L′ = %1 L").arg(scale));
        button->setAccessibleName(tr("Target length %1 times L").arg(scale));
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        connect(button, &QToolButton::clicked, this,
            [this, scale] { setTargetLength(std::min(maxContextLength, scale * workspace().settings().pretrainingLength), NoMerge); });
        buttons->addWidget(button);
    }
    return buttons;
}

// L′ follows: it cannot be shorter.
void LengthGroup::setPretrainingLength(std::int64_t length, MergeId mergeId)
{
    edit(tr("pre-training length"), mergeId, [length](AnalysisSettings& settings) {
        settings.pretrainingLength = length;
        settings.targetLength = std::max(settings.targetLength, length);
    });
}

void LengthGroup::setTargetLength(std::int64_t length, MergeId mergeId)
{
    edit(tr("target length"), mergeId, [length](AnalysisSettings& settings) { settings.targetLength = length; });
}

void LengthGroup::changeEvent(QEvent* event)
{
    SettingsGroup::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        showSettings(); // warnings have another colour on a dark window
    }
}

void LengthGroup::showSettings()
{
    if (!workspace().source()) {
        return;
    }
    const AnalysisSettings& settings = workspace().settings();
    const std::array blockers = {QSignalBlocker(m_pretrainingLength), QSignalBlocker(m_targetLength), QSignalBlocker(m_targetSlider)};
    m_pretrainingLength->setValue(static_cast<double>(settings.pretrainingLength));
    m_targetLength->setValue(static_cast<double>(settings.targetLength));
    m_targetSlider->setValue(stepOf(settings.scale()));
    m_scale->setText(tr("s = L′/L = %1").arg(digitsText(settings.scale(), 6)));
    showWhatIsStated(*workspace().source(), settings.pretrainingLength);
}

void LengthGroup::showWhatIsStated(const Source& source, std::int64_t pretrainingLength)
{
    const std::int64_t stated = source.rope.attendedLength().value_or(0);
    const bool isStated = stated != 0 && stated == pretrainingLength;
    const QString unknown = isStated ? translated(unknownLengthNote(source)) : QString();
    markAsUnknown(unknown);
    m_pretrainingHint->setToolTip(asToolTip(translated(windowNote(source, workspace().settings()))));
    m_pretrainingReset->setVisible(stated != 0 && stated != pretrainingLength);
    m_pretrainingHint->setText(!unknown.isEmpty() ? tr("⚠ the file does not say: set it")
            : stated == 0                         ? tr("not stated by the source")
            : stated != pretrainingLength         ? tr("changed; the source states %1").arg(countText(stated))
            : source.rope.isWithinWindow()        ? tr("the window of its layers")
                                                  : tr("from the source"));
}

// Marks the field of a length that the file does not state, with a frame, a sign and words, so that no meaning is in the colour alone. An
// empty `note` removes the mark.
void LengthGroup::markAsUnknown(const QString& note)
{
    QPalette marked; // its other colours are those of the window
    if (!note.isEmpty()) {
        marked.setColor(QPalette::WindowText, warningColor(palette()));
        marked.setColor(QPalette::PlaceholderText, warningColor(palette()));
    }
    m_pretrainingFrame->setFrameStyle(note.isEmpty() ? QFrame::NoFrame : QFrame::Box | QFrame::Plain);
    m_pretrainingFrame->setPalette(marked);
    m_pretrainingHint->setPalette(marked);
    const QString meaning = tr("L: the context length of pre-training (original_max_position_embeddings)");
    m_pretrainingLength->setToolTip(note.isEmpty() ? meaning : asToolTip(meaning + QStringLiteral("\n") + visible(note)));
    m_pretrainingLength->setAccessibleDescription(visible(note));
}

} // namespace rotascope
