// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/manual/help.h"

#include "ui/manual/manual.h"
#include "ui/manual/manual_window.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QRegularExpression>
#include <QTextDocument>
#include <QVariant>
#include <QWhatsThis>
#include <QWhatsThisClickedEvent>

namespace rotascope {
namespace {

constexpr const char* pageProperty = "manualPage";
constexpr const char* termProperty = "manualTerm";

// A title, Markdown, and where the manual has more; in the font of what shows it.
QString richText(const QString& title, const QString& markdown, const QString& place)
{
    static const QRegularExpression body(QStringLiteral("^.*<body[^>]*>|</body>.*$"), QRegularExpression::DotMatchesEverythingOption);
    QTextDocument text;
    text.setMarkdown(QStringLiteral("**%1**\n\n%2\n\n[%3](%4)").arg(title, markdown, Help::tr("More in the manual"), place));
    return QStringLiteral("<qt>%1</qt>").arg(text.toHtml().remove(body));
}

QString firstParagraph(const QString& markdown)
{
    return markdown.trimmed().section(QStringLiteral("\n\n"), 0, 0);
}

// What is said of this widget itself; empty: nothing.
QString ownText(const QWidget& widget)
{
    if (const QString term = widget.property(termProperty).toString(); !term.isEmpty()) {
        return termText(term);
    }
    const ManualPage* page = Manual::instance().page(widget.property(pageProperty).toString());
    return page != nullptr ? richText(page->title(), firstParagraph(page->sections.front().text), page->name) : QString();
}

// What is said of a widget or of what it stands in; of a table, of the current column. Empty: nothing.
QString explanationOf(const QWidget& widget)
{
    const auto* table = qobject_cast<const QAbstractItemView*>(&widget);
    QString text = table != nullptr ? table->currentIndex().data(Qt::WhatsThisRole).toString() : QString();
    for (const QWidget* around = &widget; text.isEmpty() && around != nullptr; around = around->parentWidget()) {
        text = ownText(*around);
    }
    return text;
}

// Links are relative to where they stand: those of the glossary to the glossary.
QString placeOf(const QString& link)
{
    return link.startsWith(QLatin1Char('#')) ? QStringLiteral("glossary") + link : QString(link).remove(QStringLiteral(".md"));
}

} // namespace

void setManualPage(QWidget* widget, const QString& page)
{
    widget->setProperty(pageProperty, page);
}

QString manualPageOf(const QWidget* widget)
{
    while (widget != nullptr && widget->property(pageProperty).isNull()) {
        widget = widget->parentWidget();
    }
    return widget != nullptr ? widget->property(pageProperty).toString() : QString();
}

void setTerm(QWidget* widget, const char* term)
{
    widget->setProperty(termProperty, QString::fromLatin1(term));
}

QString termText(const QString& term)
{
    const ManualPage* glossary = Manual::instance().page(QStringLiteral("glossary"));
    const ManualSection* entry = glossary->section(term);
    return entry != nullptr ? richText(entry->heading, entry->text, QStringLiteral("#") + term) : QString();
}

Help::Help(QWidget* window) : QObject(window), m_window(window)
{
    QCoreApplication::instance()->installEventFilter(this);
}

Help::~Help() = default;

void Help::showManual(const QString& place)
{
    const QWidget* asked = QApplication::focusWidget();
    if (asked == nullptr || !isOurs(asked)) {
        asked = QApplication::widgetAt(QCursor::pos());
    }
    const QString page = !place.isEmpty() ? place : isOurs(asked) ? manualPageOf(asked) : QString();
    if (!m_manual) {
        m_manual = std::make_unique<ManualWindow>();
    }
    m_manual->showPlace(page.isEmpty() ? QStringLiteral("index") : page);
}

void Help::closeManual()
{
    if (m_manual) {
        m_manual->close();
    }
}

void Help::explain()
{
    QWidget* focus = QApplication::focusWidget();
    const bool isByKey = QGuiApplication::keyboardModifiers() == Qt::ShiftModifier; // of Shift+F1
    const QString text = isByKey && isOurs(focus) ? explanationOf(*focus) : QString();
    if (text.isEmpty()) {
        QWhatsThis::enterWhatsThisMode();
    } else {
        QWhatsThis::showText(focus->mapToGlobal(focus->rect().center()), text, focus);
    }
}

// The window, its dialogs, and what is in them.
bool Help::isOurs(const QWidget* widget) const
{
    while (widget != nullptr && widget != m_window) {
        widget = widget->parentWidget();
    }
    return widget != nullptr;
}

bool Help::eventFilter(QObject* watched, QEvent* event)
{
    const QEvent::Type type = event->type();
    if (type != QEvent::KeyPress && type != QEvent::QueryWhatsThis && type != QEvent::WhatsThis && type != QEvent::WhatsThisClicked) {
        return false;
    }
    auto* widget = qobject_cast<QWidget*>(watched);
    if (!isOurs(widget)) {
        return false;
    }
    if (type == QEvent::KeyPress) { // in dialogs, where the menus' keys do nothing
        const QKeyCombination key = static_cast<QKeyEvent*>(event)->keyCombination();
        if (key == QKeyCombination(Qt::Key_F1)) {
            showManual();
            return true;
        }
        if (key == (Qt::SHIFT | Qt::Key_F1)) {
            explain();
            return true;
        }
        return false;
    }
    if (type == QEvent::WhatsThisClicked) {
        showManual(placeOf(static_cast<QWhatsThisClickedEvent*>(event)->href()));
        return true;
    }
    const QString text = ownText(*widget);
    if (text.isEmpty()) {
        return false; // it, or what it stands in, may know
    }
    if (type == QEvent::WhatsThis) {
        QWhatsThis::showText(static_cast<QHelpEvent*>(event)->globalPos(), text, widget);
    }
    event->accept();
    return true;
}

} // namespace rotascope
