// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/dimension.h"
#include "core/angle/running_counts.h"
#include "ui/plots/figure/animation.h"
#include "ui/plots/figure/figure.h"
#include "ui/views/kept_place.h"

#include <QElapsedTimer>
#include <QString>
#include <QTimer>
#include <QWidget>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

class QComboBox;
class QLabel;
class QPushButton;
class QSlider;

namespace rotascope {

class LengthBox;

class ClockDials;
struct ClockHands;
class Workspace;
struct TableAnalysis;

/// Some dimensions as unit circles with a hand that turns as the position runs from 0 over L to L′-1: what the hand visits fills the
/// histogram around the circle, and lights up where no angle was seen before the extension. A second hand, of a key at a fixed distance,
/// shows that only the difference counts.
///
/// Space plays and pauses, Left and Right step, Page Up and Page Down go a tenth, Home and End go to both ends, Up and Down change the
/// speed.
class ClockView : public QWidget, public FigureSource, public AnimationSource, public KeptPlace {
    Q_OBJECT

public:
    explicit ClockView(Workspace* workspace, QWidget* parent = nullptr);

    [[nodiscard]] QString figureName() const override { return tr("Rotary clock"); }
    [[nodiscard]] QString figureId() const override { return QStringLiteral("clock"); }
    [[nodiscard]] bool isSettled() const override;
    [[nodiscard]] Figure figure() const override;
    [[nodiscard]] std::optional<Animation> animation() const override; ///< the position runs from 0 to L′-1

    [[nodiscard]] QString place() const override; ///< the position
    void goToPlace(const QString& place) override;

    /// Goes to a whole position, at most the last; pauses not.
    void goTo(std::int64_t position);
    [[nodiscard]] std::int64_t position() const { return static_cast<std::int64_t>(m_place); }
    [[nodiscard]] std::int64_t lastPosition() const; ///< L′-1; 0 before there is a source
    [[nodiscard]] bool isPlaying() const { return m_tick.isActive(); }
    void play();
    void pause();
    /// Shows the current dimension alone.
    void showCurrentAlone();
    /// The dimension of each circle.
    [[nodiscard]] const std::vector<Dimension>& dimensions() const { return m_dimensions; }
    /// What a dimension's hand has visited so far, shape [b].
    [[nodiscard]] std::span<const std::uint64_t> visited(int dial) const
    {
        return m_hands.at(static_cast<std::size_t>(dial)).counts.counts();
    }

protected:
    void changeEvent(QEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    /// What one circle needs.
    struct Hand {
        Turn turn; ///< a position, with the table's factor
        RunningCounts counts;
        std::vector<bool> isSeen; ///< shape [b]: whether an interval had an angle before the extension
        double scale = 1.0; ///< the length of a bar for one angle an interval
    };

    /// Moves a hand to a whole position; `between`: how far it is on the way to the next, 0 ... 1. `distance`: of the key; 0: none.
    /// `width`: intervals for each bar.
    static ClockHands handsAt(Hand& hand, std::uint64_t position, double between, std::uint64_t distance, std::size_t width);
    QWidget* makeControls();
    [[nodiscard]] QString placeholder() const;
    void connectControls();
    void refresh(); ///< at once if it is seen, else when it is
    void refreshAll(); ///< dials, hands, controls
    void refreshDials();
    void refreshColours();
    void refreshControls();
    void refreshHands();
    void refreshPosition();
    void advance();
    [[nodiscard]] const TableAnalysis& table() const;
    [[nodiscard]] std::vector<Dimension> chosenDimensions() const;
    [[nodiscard]] double speed() const; ///< positions a second
    [[nodiscard]] std::size_t binWidth() const; ///< intervals for each bar
    [[nodiscard]] int sliderOf(std::int64_t position) const;

    Workspace* m_workspace;
    QLabel* m_title;
    QComboBox* m_choice;
    ClockDials* m_dials;
    QPushButton* m_play;
    QPushButton* m_back;
    QPushButton* m_forth;
    QSlider* m_slider;
    QLabel* m_text;
    QWidget* m_controls;
    QComboBox* m_speed;
    QComboBox* m_table;
    LengthBox* m_distance;
    QTimer m_tick;
    QElapsedTimer m_sinceTick;
    bool m_isOld = false; ///< there is a newer analysis than what is shown
    double m_place = 0.0; ///< the position; between two while it plays
    std::vector<Dimension> m_dimensions;
    std::vector<Hand> m_hands;
};

} // namespace rotascope
