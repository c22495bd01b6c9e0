// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QString>

class QLabel;
class QPushButton;

namespace rotascope {

class TourRunner;
class TourStage;

/// The step of a tour, with what one can do: Back, Show me, Next, Leave. It stands above the views, over the whole width of the window, so
/// that it hides none of what it speaks of. F8 is Next, Shift+F8 Back, F9 Show me, wherever the focus is.
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

private:
    QPushButton* addButton(const QString& name, const QString& text, const QString& toolTip);
    void refresh();
    void tell();

    TourRunner* m_runner;
    TourStage* m_stage;
    QLabel* m_place; ///< "The lesson · step 3 of 12"
    QLabel* m_title;
    QLabel* m_text;
    QLabel* m_state;
    QPushButton* m_restart;
    QPushButton* m_more;
    QPushButton* m_back;
    QPushButton* m_showMe;
    QPushButton* m_next;
    QPushButton* m_leave;
    QString m_told; ///< what screen readers were told last
};

} // namespace rotascope
