// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <functional>

class QLabel;
class QPushButton;

namespace rotascope {

/// A line above the plots that says what could not be done, until it is closed or something works again.
class MessageBar : public QFrame {
    Q_OBJECT

public:
    explicit MessageBar(QWidget* parent = nullptr);

    void showMessage(const QString& message); ///< plain text; what is quoted in it is visible()
    /// The same with a button, which runs `action` and closes the line.
    void offer(const QString& message, const QString& button, std::function<void()> action);
    [[nodiscard]] QString message() const; ///< for tests

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QLabel* m_text;
    QPushButton* m_button;
    std::function<void()> m_action;
};

} // namespace rotascope
