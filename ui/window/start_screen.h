// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace rotascope {

class CommandActions;
class Docks;
class StartPage;

/// Shows the start page in the place of all views. What is open stays open behind it, but nothing can be done with it meanwhile.
class StartScreen : public QObject {
    Q_OBJECT

public:
    /// `view`: what is in the middle of the window otherwise; the page takes its place in the layout of its parent.
    StartScreen(QWidget* view, Docks& docks, CommandActions& commands, QObject* parent);

    /// `wayBack`: the name of what is open; empty: nothing is.
    void show(const QString& wayBack);
    void hide();
    [[nodiscard]] bool isShown() const { return m_page != nullptr; }

signals:
    void openRequested();
    void fileChosen(const QString& file);
    void presetChosen(const QString& modelId);
    void tourChosen(const QString& file);
    void hidden();

private:
    void setViewsShown(bool areShown);

    QWidget* m_view;
    Docks& m_docks;
    CommandActions& m_commands;
    StartPage* m_page = nullptr; ///< made anew each time: files come and go
};

} // namespace rotascope
