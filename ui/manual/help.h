// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <memory>

class QWidget;

namespace rotascope {

class ManualWindow;

/// F1 in this widget, or in what it contains, opens that page of the manual; What's This shows how the page begins.
void setManualPage(QWidget* widget, const QString& page);
/// The page for a widget; empty: there is none.
QString manualPageOf(const QWidget* widget);
/// What's This on this widget, or on what it contains, shows that entry of the glossary, by its id.
void setTerm(QWidget* widget, const char* term);
/// The same for a model's Qt::WhatsThisRole: rich text.
QString termText(const QString& term);

/// Answers F1 and What's This in a window and in the dialogs that it opens.
class Help : public QObject {
    Q_OBJECT

public:
    explicit Help(QWidget* window);
    ~Help() override;

    /// Opens the manual at "disturbance" or "glossary#threshold"; empty: at the page of what has the focus, or else lies under the mouse.
    void showManual(const QString& place = {});
    void closeManual();
    /// Asked by its key, explains what has the focus; asked in a menu, or where there is nothing to say, what is clicked next.
    void explain();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] bool isOurs(const QWidget* widget) const;

    QWidget* m_window;
    std::unique_ptr<ManualWindow> m_manual; ///< null until it is asked for. No child of the window: dialogs would block it
};

} // namespace rotascope
