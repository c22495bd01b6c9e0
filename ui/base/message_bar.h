// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QString>
#include <array>
#include <cstddef>
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
    /// What a button says, and what it does.
    struct Action {
        QString text;
        std::function<void()> run;
        QString toolTip = {};
    };
    /// The same with a button, or two, which run their action and close the line.
    void offer(const QString& message, const QString& button, std::function<void()> action);
    void offer(const QString& message, const Action& first, const Action& second);
    [[nodiscard]] QString message() const; ///< for tests
    /// The height of a message of one line, shown or not.
    [[nodiscard]] int usualHeight() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void setAction(std::size_t button, const Action& action);

    QLabel* m_text;
    std::array<QPushButton*, 2> m_buttons{};
    std::array<std::function<void()>, 2> m_actions;
};

} // namespace rotascope
