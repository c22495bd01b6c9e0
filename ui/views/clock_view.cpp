// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/clock_view.h"

#include "core/analysis/summary.h"
#include "core/report/view_csv.h"
#include "ui/base/angle_unit.h"
#include "ui/base/colours.h"
#include "ui/base/flow_layout.h"
#include "ui/base/form.h"
#include "ui/base/length_box.h"
#include "ui/base/number_text.h"
#include "ui/base/steady_label.h"
#include "ui/base/text.h"
#include "ui/plots/clock/clock_dials.h"
#include "ui/plots/figure/figure_style.h"
#include "ui/views/figure_caption.h"
#include "ui/views/plot_roles.h"
#include "ui/views/result_mark.h"
#include "ui/views/title_line.h"
#include "ui/workspace/workspace.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>
#include <QStyle>
#include <QVBoxLayout>
#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>

namespace rotascope {
namespace {

enum Choice { EvenlySpread, MostDisturbed, AroundCurrent, CurrentAlone, All };
constexpr std::size_t dialCount = 12;
constexpr std::size_t mostBars = 90; // more could not be told apart
constexpr int mostSliderSteps = 1'000'000;

constexpr std::array roles = {PlotRole::Chosen, PlotRole::Extrapolation, PlotRole::Interpolation};

// Positions a second; of those below 0, the seconds that all positions take.
constexpr std::array speeds = {1.0, 4.0, 16.0, 64.0, 256.0, 1024.0, -120.0, -30.0, -10.0};
constexpr int usualSpeed = 7;

constexpr std::chrono::milliseconds frame{16};
constexpr std::chrono::milliseconds calmFrame{500};

// Whether the user has asked for no animations: then whole positions follow each other, twice a second.
bool wantsCalm(const QWidget& widget)
{
    return widget.style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, &widget) == 0;
}

ClockColours coloursFor(PlotRole role, const QPalette& palette)
{
    return {.hand = colorOf(role, palette),
        .key = isDark(palette) ? QColor(0xc8, 0xb4, 0xff) : QColor(0x5f, 0x3d, 0xc4),
        .before = colorOf(PlotRole::Before, palette),
        .unseen = isDark(palette) ? QColor(0xff, 0x5c, 0x5c) : QColor(0xd0, 0x10, 0x30)};
}

QList<LegendItem> legendFor(PlotRole role, const ClockColours& colours, bool hasKey)
{
    QList<LegendItem> items = {{nameOf(PlotRole::Before), colours.before, {}, true}, {nameOf(role), colours.hand, {}, true},
        {ClockView::tr("Unseen"), colours.unseen, {}, true}};
    if (hasKey) {
        items.push_back({ClockView::tr("Key"), colours.key, {}, true});
    }
    return items;
}

double partOf(std::uint64_t phase)
{
    return std::ldexp(static_cast<double>(phase), -64);
}

// Angles an interval, for each bar.
std::vector<double> barsOf(std::span<const std::uint64_t> counts, std::size_t width)
{
    std::vector<double> bars((counts.size() + width - 1) / width);
    for (std::size_t k = 0; k < counts.size(); ++k) {
        bars[k / width] += static_cast<double>(counts[k]);
    }
    for (std::size_t bar = 0; bar < bars.size(); ++bar) {
        bars[bar] /= static_cast<double>(std::min(width, counts.size() - bar * width));
    }
    return bars;
}

RingBars scaled(const std::vector<double>& bars, double scale)
{
    RingBars ring;
    std::ranges::transform(bars, std::back_inserter(ring), [scale](double bar) { return static_cast<float>(scale * bar); });
    return ring;
}

} // namespace

ClockView::ClockView(Workspace* workspace, QWidget* parent)
    : QWidget(parent), m_workspace(workspace), m_title(new SteadyLabel(this)), m_choice(new QComboBox(this)), m_dials(new ClockDials(this)),
      m_play(new QPushButton(this)), m_back(new QPushButton(QStringLiteral("−1"), this)),
      m_forth(new QPushButton(QStringLiteral("+1"), this)), m_slider(new QSlider(Qt::Horizontal, this)), m_text(makeLabel({}, this)),
      m_speed(new QComboBox(this)), m_table(new QComboBox(this)), m_distance(new LengthBox(this))
{
    m_title->setText(tr("Rotary clock"));
    m_choice->addItems({tr("evenly spread"), tr("most disturbed"), tr("around the current one"), tr("the current one"), tr("all")});
    m_choice->setObjectName(QStringLiteral("clockDimensions"));
    m_dials->setAngleText([this](double turns) { return angleText(turns, m_workspace->angleUnit()); });
    m_dials->setAccessibleName(tr("Rotary angles as hands of clocks"));
    m_dials->setAccessibleDescription(tr("Space: play and pause. Left and Right: a position. Page Up and Page Down: a tenth. Up and Down: "
                                         "speed."));
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(makeTitleLine(m_title, m_choice, tr("Which dimensions are shown")));
    layout->addWidget(m_dials, 1);
    m_controls = makeControls();
    layout->addWidget(m_controls);
    layout->setSpacing(4);

    connectControls();
    connect(workspace, &Workspace::sourceChanged, this, [this] {
        pause();
        m_place = 0.0;
    });
    connect(workspace, &QObject::destroyed, this, [this] {
        m_tick.stop();
        m_isOld = false; // there is nothing to show any more
    });
    connect(workspace, &Workspace::analysisChanged, this, &ClockView::refresh);
    connect(workspace, &Workspace::currentDimensionChanged, this, &ClockView::refreshDials);
    markResults(workspace, m_dials);
    m_dials->setPlaceholder(placeholder());
    refreshColours();
    refresh();
}

QWidget* ClockView::makeControls()
{
    m_play->setObjectName(QStringLiteral("clockPlay"));
    m_slider->setObjectName(QStringLiteral("clockPosition"));
    m_table->setObjectName(QStringLiteral("clockTable"));
    m_distance->setObjectName(QStringLiteral("clockDistance"));
    m_play->setText(tr("Pause"));
    const int wider = m_play->sizeHint().width();
    m_play->setText(tr("Play"));
    m_play->setFixedWidth(std::max(wider, m_play->sizeHint().width()));
    m_play->setCheckable(true); // it stays pressed while it plays
    m_play->setAccessibleName(tr("Play"));
    for (QPushButton* step : {m_back, m_forth}) {
        step->setFixedWidth(step->fontMetrics().horizontalAdvance(QStringLiteral("+1")) + 18);
    }
    m_back->setAccessibleName(tr("One position back"));
    m_forth->setAccessibleName(tr("One position on"));
    m_slider->setAccessibleName(tr("Position"));
    m_slider->setMinimumWidth(60);
    for (const double speed : speeds) {
        m_speed->addItem(speed > 0.0 ? tr("%1 positions/s").arg(countText(static_cast<int>(speed)))
                                     : tr("all in %1 s").arg(countText(static_cast<int>(-speed))));
    }
    m_speed->setCurrentIndex(usualSpeed);
    m_speed->setToolTip(tr("How fast the position runs"));
    for (const PlotRole role : roles) {
        m_table->addItem(nameOf(role));
    }
    m_table->setToolTip(tr("Whose factors the hands turn with"));
    m_distance->setKeyboardTracking(true); // the second hand follows
    m_distance->setGroupSeparatorShown(false);
    m_distance->setSingleStep(1);
    m_distance->setAlignment(Qt::AlignLeft);
    m_distance->setRefusal([this](const QString& text) {
        m_distance->setValue(m_distance->value());
        QString message = tr("The distance of the key is \"%1\"; expected a whole number of positions from 0 to %2, such as 4096 or 4k.")
                              .arg(visible(text.startsWith(m_distance->prefix()) ? text.mid(m_distance->prefix().size()) : text),
                                  countText(lastPosition()));
        m_workspace->report(message);
        return message;
    });
    m_distance->setPrefix(tr("key at distance "));
    m_distance->setSpecialValueText(tr("no key"));
    m_distance->setAccessibleName(tr("Distance of the key"));
    m_distance->setToolTip(tr("A second hand, so many positions behind: both turn, the angle between them stays"));

    auto* controls = new QWidget(this);
    auto* line = new QHBoxLayout;
    line->setSpacing(4);
    line->addWidget(m_play);
    line->addWidget(m_back);
    line->addWidget(m_slider, 1);
    line->addWidget(m_forth);
    auto* choices = new QWidget(controls);
    auto* flow = new FlowLayout(choices);
    flow->setContentsMargins(0, 0, 0, 0);
    flow->setSpacing(6);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_text, m_speed, m_table, m_distance}) {
        flow->addWidget(widget);
    }
    setSpokenName(m_speed, tr("Speed"));
    setSpokenName(m_table, tr("Table of the hands"));
    auto* layout = new QVBoxLayout(controls);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(line);
    layout->addWidget(choices);
    return controls;
}

void ClockView::connectControls()
{
    connect(m_play, &QPushButton::clicked, this, [this] { isPlaying() ? pause() : play(); });
    connect(m_back, &QPushButton::clicked, this, [this] { goTo(position() - 1); });
    connect(m_forth, &QPushButton::clicked, this, [this] { goTo(position() + 1); });
    connect(m_slider, &QSlider::valueChanged, this, [this](int step) {
        const double share = static_cast<double>(step) / std::max(1, m_slider->maximum());
        goTo(std::llround(share * static_cast<double>(lastPosition())));
    });
    connect(m_choice, &QComboBox::currentIndexChanged, this, &ClockView::refreshDials);
    connect(m_table, &QComboBox::currentIndexChanged, this, [this] {
        refreshColours();
        refreshDials();
    });
    connect(m_distance, &QDoubleSpinBox::valueChanged, this, &ClockView::refreshHands);
    connect(m_dials, &ClockDials::clicked, m_workspace,
        [this](int dial) { m_workspace->setCurrentDimension(m_dimensions.at(static_cast<std::size_t>(dial))); });
    m_tick.setTimerType(Qt::PreciseTimer);
    connect(&m_tick, &QTimer::timeout, this, &ClockView::advance);
}

// ---- Time

std::int64_t ClockView::lastPosition() const
{
    return m_workspace->analysis() ? m_workspace->analysis()->settings.targetLength - 1 : 0;
}

double ClockView::speed() const
{
    const double speed = speeds.at(static_cast<std::size_t>(m_speed->currentIndex()));
    return speed > 0.0 ? speed : static_cast<double>(lastPosition()) / -speed;
}

void ClockView::goTo(std::int64_t position)
{
    m_place = static_cast<double>(std::clamp<std::int64_t>(position, 0, lastPosition()));
    refreshPosition();
    refreshHands();
}

// At the end it begins again.
void ClockView::play()
{
    if (!m_workspace->analysis() || !m_workspace->analysis()->source->encoding.rotates()) {
        m_play->setChecked(false);
        return;
    }
    if (position() >= lastPosition()) {
        goTo(0);
    }
    m_sinceTick.start();
    m_tick.start(wantsCalm(*this) ? calmFrame : frame);
    m_play->setText(tr("Pause"));
    m_play->setChecked(true);
}

// A position is a whole number: what lies between is only seen while it plays.
void ClockView::pause()
{
    if (isPlaying()) {
        m_tick.stop();
        m_play->setText(tr("Play"));
        m_play->setChecked(false);
        goTo(position());
    }
}

// By the time that has passed, so that a slow machine shows fewer frames and is not late.
void ClockView::advance()
{
    if (visibleRegion().isEmpty()) { // behind another's tab
        pause();
        return;
    }
    m_place += speed() * static_cast<double>(m_sinceTick.restart()) / 1000.0;
    if (m_place >= static_cast<double>(lastPosition())) {
        m_place = static_cast<double>(lastPosition());
        pause();
    }
    refreshPosition();
    refreshHands();
}

void ClockView::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    pause();
}

void ClockView::keyPressEvent(QKeyEvent* event)
{
    const std::int64_t tenth = std::max<std::int64_t>(1, lastPosition() / 10);
    switch (event->key()) {
    case Qt::Key_Space:
        isPlaying() ? pause() : play();
        break;
    case Qt::Key_Left:
        goTo(position() - 1);
        break;
    case Qt::Key_Right:
        goTo(position() + 1);
        break;
    case Qt::Key_PageUp:
        goTo(position() - tenth);
        break;
    case Qt::Key_PageDown:
        goTo(position() + tenth);
        break;
    case Qt::Key_Home:
        goTo(0);
        break;
    case Qt::Key_End:
        goTo(lastPosition());
        break;
    case Qt::Key_Up:
    case Qt::Key_Down:
        m_speed->setCurrentIndex(std::clamp(m_speed->currentIndex() + (event->key() == Qt::Key_Up ? 1 : -1), 0, m_speed->count() - 1));
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void ClockView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        refreshColours();
    }
}

// ---- What is shown

void ClockView::showCurrentAlone()
{
    m_choice->setCurrentIndex(CurrentAlone);
}

const TableAnalysis& ClockView::table() const
{
    return tableOf(roles.at(static_cast<std::size_t>(m_table->currentIndex())), *m_workspace->analysis());
}

std::vector<Dimension> ClockView::chosenDimensions() const
{
    const std::size_t all = m_workspace->analysis()->dimensions();
    const std::size_t current = std::min<std::size_t>(m_workspace->currentDimension(), all - 1);
    const std::size_t count = std::min(dialCount, all);
    std::vector<Dimension> chosen;
    switch (m_choice->currentIndex()) {
    case MostDisturbed:
        chosen = byDisturbance(*m_workspace->analysis());
        chosen.resize(count);
        break;
    case AroundCurrent:
        for (std::size_t i = 0; i < count; ++i) {
            chosen.emplace_back(std::clamp(current, count / 2, all - count + count / 2) - count / 2 + i);
        }
        break;
    case CurrentAlone:
        chosen.emplace_back(current);
        break;
    case All:
        for (std::size_t i = 0; i < all; ++i) {
            chosen.emplace_back(i);
        }
        break;
    default:
        for (std::size_t i = 0; i < count; ++i) {
            chosen.emplace_back(count > 1 ? (i * (all - 1) + (count - 1) / 2) / (count - 1) : 0);
        }
    }
    return chosen;
}

std::size_t ClockView::binWidth() const
{
    return (m_workspace->analysis()->settings.intervals + mostBars - 1) / mostBars;
}

// Angles are counted for it: not at every step of a slider while it stands behind another's tab.
void ClockView::refresh()
{
    m_isOld = true;
    if (!visibleRegion().isEmpty()) {
        refreshAll();
    }
}

// What is painted is looked at.
void ClockView::paintEvent(QPaintEvent* event)
{
    QWidget::paintEvent(event);
    if (m_isOld) {
        QMetaObject::invokeMethod(this, &ClockView::refreshAll, Qt::QueuedConnection);
    }
}

void ClockView::refreshAll()
{
    if (!m_isOld || !m_workspace->analysis()) {
        return;
    }
    m_isOld = false;
    m_controls->setEnabled(m_workspace->analysis()->source->encoding.rotates());
    m_dials->setPlaceholder(placeholder());
    m_place = std::min(m_place, static_cast<double>(lastPosition()));
    refreshControls();
    refreshDials();
}

QString ClockView::placeholder() const
{
    const auto& analysis = m_workspace->analysis();
    return analysis && !analysis->source->encoding.rotates()
        ? tr("%1: nothing turns, so there is no clock to show.").arg(translatedLabel(nameOfEncoding(analysis->source->encoding.kind)))
        : tr("Open a recording or choose a model to see its dimensions turn.");
}

void ClockView::refreshColours()
{
    m_dials->setColours(coloursFor(roles.at(static_cast<std::size_t>(m_table->currentIndex())), palette()));
}

void ClockView::refreshControls()
{
    const QSignalBlocker slider(m_slider);
    m_slider->setRange(0, static_cast<int>(std::min<std::int64_t>(lastPosition(), mostSliderSteps)));
    m_slider->setPageStep(std::max(1, m_slider->maximum() / 10));
    m_distance->setRange(0.0, static_cast<double>(lastPosition()));
    const QString longest = tr("position %1 of %2, beyond L").arg(countText(lastPosition()), countText(lastPosition()));
    m_text->setFixedSize(
        m_text->fontMetrics().horizontalAdvance(longest) + 4, m_speed->sizeHint().height()); // as high as what is beside it
    refreshPosition();
}

// A circle keeps what stays while its hand turns; its grey bars have the length of those that L positions make.
void ClockView::refreshDials()
{
    const auto& analysis = m_workspace->analysis();
    if (!analysis || m_isOld) {
        return;
    }
    m_dimensions = analysis->source->encoding.rotates() ? chosenDimensions() : std::vector<Dimension>();
    m_hands.clear();
    std::vector<ClockDial> dials;
    for (const Dimension dimension : m_dimensions) {
        const auto before = analysis->before->counts(dimension);
        const double factor = table().table.factors[dimension];
        std::vector<double> bars = barsOf(before, binWidth());
        const double share = static_cast<double>(analysis->settings.pretrainingLength)
            / std::max(1.0, static_cast<double>(analysis->before->total(dimension)));
        std::ranges::transform(bars, bars.begin(), [share](double bar) { return share * bar; });
        const Turn turn = turnOf(analysis->source->rope.invFreq[dimension], factor);
        Hand& hand = m_hands.emplace_back(Hand{.turn = turn, .counts = {turn, analysis->settings.intervals}, .isSeen = {}});
        hand.counts.moveTo(lastPosition() + 1);
        const double greatest = std::max(std::ranges::max(bars), std::ranges::max(barsOf(hand.counts.counts(), binWidth())));
        hand.scale = 1.0 / std::max(greatest, 1e-300);
        std::ranges::transform(before, std::back_inserter(hand.isSeen), [](std::uint64_t count) { return count != 0; });
        dials.push_back({.name = QString::number(dimension.row()),
            .fact = QStringLiteral("λ %1").arg(steadyText(analysis->source->wavelength(dimension) * factor)),
            .before = scaled(bars, hand.scale),
            .isMarked = dimension == m_workspace->currentDimension()});
    }
    m_dials->setDials(std::move(dials));
    refreshHands();
}

void ClockView::refreshHands()
{
    if (m_isOld) {
        return; // of an older number of intervals
    }
    const std::size_t width = m_hands.empty() ? 1 : binWidth();
    const auto whole = static_cast<std::uint64_t>(m_place);
    const double between = wantsCalm(*this) ? 0.0 : m_place - static_cast<double>(whole);
    const auto distance = static_cast<std::uint64_t>(m_distance->value());
    for (std::size_t i = 0; i < m_hands.size(); ++i) {
        m_dials->setHands(static_cast<int>(i), handsAt(m_hands[i], whole, between, distance, width));
    }
}

ClockHands ClockView::handsAt(Hand& hand, std::uint64_t position, double between, std::uint64_t distance, std::size_t width)
{
    hand.counts.moveTo(static_cast<std::int64_t>(position) + 1);
    const auto counts = hand.counts.counts();
    std::vector<std::uint64_t> seen(counts.begin(), counts.end());
    std::vector<std::uint64_t> unseen(seen.size());
    for (std::size_t k = 0; k < seen.size(); ++k) {
        if (!hand.isSeen[k]) {
            std::swap(seen[k], unseen[k]);
        }
    }
    const double further = between * partOf(hand.turn.value);
    ClockHands shown{.query = partOf(phaseAt(hand.turn, position)) + further,
        .isUnseen = !hand.isSeen[intervalOf(phaseAt(hand.turn, position), static_cast<std::uint32_t>(seen.size()))],
        .visited = scaled(barsOf(seen, width), hand.scale),
        .unseen = scaled(barsOf(unseen, width), hand.scale)};
    if (distance > 0 && distance <= position) {
        shown.key = partOf(phaseAt(hand.turn, position - distance)) + further;
    }
    return shown;
}

int ClockView::sliderOf(std::int64_t position) const
{
    const double share = static_cast<double>(position) / std::max(1.0, static_cast<double>(lastPosition()));
    return static_cast<int>(std::lround(share * m_slider->maximum()));
}

void ClockView::refreshPosition()
{
    const QSignalBlocker slider(m_slider);
    m_slider->setValue(sliderOf(position()));
    const auto& analysis = m_workspace->analysis();
    const bool isBeyond = analysis && position() >= analysis->settings.pretrainingLength;
    const QString text = isBeyond ? tr("position %1 of %2, beyond L") : tr("position %1 of %2");
    m_text->setText(text.arg(countText(position()), countText(lastPosition())));
}

// ---- The figure

bool ClockView::isSettled() const
{
    return hasSettled(*m_workspace) && !m_isOld && m_workspace->analysis()->source->encoding.rotates();
}

Figure ClockView::figure() const
{
    const auto& analysis = m_workspace->analysis();
    const PlotRole role = roles.at(static_cast<std::size_t>(m_table->currentIndex()));
    const ClockColours colours = coloursFor(role, figurePalette());
    const std::shared_ptr<ClockDials> dials = m_dials->forFigure();
    dials->setColours(colours);
    std::vector<VisitedAngles> angles;
    for (std::size_t i = 0; i < m_hands.size(); ++i) {
        const auto counts = m_hands[i].counts.counts();
        angles.push_back({m_dimensions[i], table().table.factors[m_dimensions[i]], {counts.begin(), counts.end()}});
    }
    return {.title = tr("Rotary angles of the positions 0 … %1").arg(countText(position())),
        .legend = legendFor(role, colours, m_distance->value() > 0.0),
        .plots = {dials},
        .provenance = provenanceCaption(analysis),
        .data = [analysis, angles, positions = position() + 1] { return visitedCsv(angles, positions, analysis); }};
}

QString ClockView::place() const
{
    return position() == 0 ? QString() : QString::number(position());
}

void ClockView::goToPlace(const QString& place)
{
    pause();
    if (m_isOld) {
        refreshAll(); // it may just have been brought to the front
    }
    goTo(place.toLongLong());
}

// It has hands of its own, which the view's do not move.
std::optional<Animation> ClockView::animation() const
{
    if (m_hands.empty()) {
        return std::nullopt;
    }
    const Figure now = figure();
    auto* dials = dynamic_cast<ClockDials*>(now.plots.front().get());
    return Animation{[now, dials, turning = m_hands, last = lastPosition(), width = binWidth(),
                         distance = static_cast<std::uint64_t>(m_distance->value())](double share) mutable {
        const std::int64_t position = std::llround(share * static_cast<double>(last));
        Figure picture{.title = tr("Rotary angles of the positions 0 … %1").arg(countText(position)),
            .legend = now.legend,
            .provenance = now.provenance,
            .size = now.size};
        for (std::size_t i = 0; i < turning.size(); ++i) {
            dials->setHands(static_cast<int>(i), handsAt(turning[i], static_cast<std::uint64_t>(position), 0.0, distance, width));
        }
        picture.plots = {dials->forFigure()};
        return picture;
    }};
}

} // namespace rotascope
