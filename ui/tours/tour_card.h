// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QString>

class QLabel;
class QPushButton;

namespace rotascope {

class SteadyLabel;
class TourRunner;
class TourStage;
struct TourStep;

/// The step of a tour, with what one can do: Back, Show me, Next, Leave. It stands above the views, over the whole width of the window, so
/// that it hides none of what it speaks of, in larger letters where the window is large, as on a projector. Buttons and views keep their
/// places from step to step. F8 is Next, Shift+F8 Back, F9 Show me, wherever the focus is.
class TourCard : public QFrame {
    Q_OBJECT

public:
    /// Both outlive it, or end with it.
    TourCard(TourRunner* runner, TourStage* stage, QWidget* parent = nullptr);

    void focusNext();

signals:
    void leaveRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QPushButton* addButton(const QString& name, const QString& text, const QString& toolTip);
    void layOut();
    void connectButtons();
    void refresh();
    void fitLetters();
    void fitHeight();
    [[nodiscard]] QString stateText() const;
    [[nodiscard]] static QString doneText(const TourStep& step); ///< once it was shown or done
    [[nodiscard]] bool saysAnswer() const;
    void tell();

    TourRunner* m_runner;
    TourStage* m_stage;
    QLabel* m_place; ///< "The lesson · step 3 of 12"
    QLabel* m_title;
    SteadyLabel* m_text;
    SteadyLabel* m_state; ///< what to do now; then the answer
    QPushButton* m_restart;
    QPushButton* m_more;
    QPushButton* m_back;
    QPushButton* m_showMe;
    QPushButton* m_next;
    QPushButton* m_leave;
    bool m_isLarge = false; ///< whether its letters are
    QString m_told; ///< what screen readers were told last, of steps
    QString m_toldAnswer;
};

} // namespace rotascope
