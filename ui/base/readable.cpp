// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/readable.h"

#include <QAccessibleWidget>
#include <QPointer>
#include <QWidget>
#include <algorithm>
#include <vector>

namespace rotascope {
namespace {

// Asked anew each time: while a widget is destroyed it is a mere QWidget at the end.
Readable* readable(QObject* object)
{
    return dynamic_cast<Readable*>(object);
}

/// One entry of a list that is painted by hand.
class EntryInterface final : public QAccessibleInterface, public QAccessibleActionInterface {
public:
    EntryInterface(QWidget* list, int entry) : m_list(list), m_entry(entry) { }

    [[nodiscard]] bool isValid() const override { return readable(m_list) != nullptr && m_entry < readable(m_list)->entries(); }
    [[nodiscard]] QObject* object() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* parent() const override { return QAccessible::queryAccessibleInterface(m_list); }
    [[nodiscard]] QAccessibleInterface* child(int /*index*/) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* childAt(int /*x*/, int /*y*/) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface* /*child*/) const override { return -1; }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::ListItem; }
    void setText(QAccessible::Text /*type*/, const QString& /*text*/) override { }

    [[nodiscard]] QString text(QAccessible::Text type) const override
    {
        return isValid() && type == QAccessible::Name ? readable(m_list)->entryText(m_entry) : QString();
    }

    [[nodiscard]] QRect rect() const override
    {
        if (!isValid()) {
            return {};
        }
        const QRect place = readable(m_list)->entryRect(m_entry);
        return {m_list->mapToGlobal(place.topLeft()), place.size()};
    }

    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        state.invalid = !isValid();
        if (isValid()) {
            state.focusable = true;
            state.selectable = true;
            state.selected = readable(m_list)->currentEntry() == m_entry;
            state.focused = state.selected != 0U && m_list->hasFocus();
        }
        return state;
    }

    void* interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this) : nullptr;
    }

    [[nodiscard]] QStringList actionNames() const override { return {pressAction()}; }
    [[nodiscard]] QStringList keyBindingsForAction(const QString& /*name*/) const override { return {}; }

    void doAction(const QString& name) override
    {
        if (name == pressAction() && isValid()) {
            readable(m_list)->pressEntry(m_entry);
        }
    }

private:
    QPointer<QWidget> m_list;
    int m_entry;
};

class ReadableInterface final : public QAccessibleWidget, public QAccessibleTextInterface {
public:
    explicit ReadableInterface(QWidget* widget) : QAccessibleWidget(widget, readable(widget)->role()) { }

    ReadableInterface(const ReadableInterface&) = delete;
    ReadableInterface& operator=(const ReadableInterface&) = delete;

    [[nodiscard]] QString text(QAccessible::Text type) const override
    {
        const Readable* self = readable(object());
        if (self != nullptr && type == QAccessible::Value) {
            return self->reading();
        }
        if (self != nullptr && type == QAccessible::Description) {
            if (QString at = self->readingAtCursor(); !at.isEmpty()) {
                return at;
            }
        }
        return QAccessibleWidget::text(type == QAccessible::Help ? QAccessible::Description : type);
    }

    void* interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::TextInterface ? static_cast<QAccessibleTextInterface*>(this) : QAccessibleWidget::interface_cast(type);
    }

    // Its entries alone: scroll bars and what it paints on are no use to a reader.
    [[nodiscard]] int childCount() const override { return readable(object()) != nullptr ? readable(object())->entries() : 0; }

    [[nodiscard]] QAccessibleInterface* child(int index) const override
    {
        if (index < 0 || index >= childCount()) {
            return nullptr;
        }
        while (m_children.size() <= static_cast<std::size_t>(index)) {
            m_children.push_back(
                QAccessible::registerAccessibleInterface(new EntryInterface(widget(), static_cast<int>(m_children.size()))));
        }
        return QAccessible::accessibleInterface(m_children[static_cast<std::size_t>(index)]);
    }

    [[nodiscard]] int indexOfChild(const QAccessibleInterface* child) const override
    {
        const auto found
            = std::ranges::find_if(m_children, [&](QAccessible::Id id) { return QAccessible::accessibleInterface(id) == child; });
        return found == m_children.end() ? -1 : static_cast<int>(found - m_children.begin());
    }

    [[nodiscard]] QAccessibleInterface* childAt(int x, int y) const override
    {
        for (int entry = 0; entry < childCount(); ++entry) {
            if (child(entry)->rect().contains(x, y)) {
                return child(entry);
            }
        }
        return nullptr;
    }

    [[nodiscard]] QAccessibleInterface* focusChild() const override
    {
        const Readable* self = readable(object());
        return self != nullptr && widget()->hasFocus() ? child(self->currentEntry()) : nullptr;
    }

    // The text can be read, not edited or selected.
    void selection(int /*index*/, int* start, int* end) const override { *start = *end = 0; }
    [[nodiscard]] int selectionCount() const override { return 0; }
    void addSelection(int /*start*/, int /*end*/) override { }
    void removeSelection(int /*index*/) override { }
    void setSelection(int /*index*/, int /*start*/, int /*end*/) override { }
    [[nodiscard]] int cursorPosition() const override { return m_caret; }
    void setCursorPosition(int position) override { m_caret = position; }
    [[nodiscard]] QString text(int start, int end) const override { return text(QAccessible::Value).mid(start, end - start); }
    [[nodiscard]] int characterCount() const override { return static_cast<int>(text(QAccessible::Value).size()); }
    [[nodiscard]] QRect characterRect(int /*offset*/) const override { return rect(); }
    [[nodiscard]] int offsetAtPoint(const QPoint& /*point*/) const override { return -1; }
    void scrollToSubstring(int /*start*/, int /*end*/) override { }

    QString attributes(int /*offset*/, int* start, int* end) const override
    {
        *start = 0;
        *end = characterCount();
        return {};
    }

private:
    ~ReadableInterface() override
    {
        for (const QAccessible::Id id : m_children) {
            QAccessible::deleteAccessibleInterface(id);
        }
    }

    mutable std::vector<QAccessible::Id> m_children; ///< those that were asked for
    int m_caret = 0;
};

QAccessibleInterface* makeInterface(const QString& /*className*/, QObject* object)
{
    return readable(object) != nullptr && object->isWidgetType() ? new ReadableInterface(static_cast<QWidget*>(object)) : nullptr;
}

} // namespace

Readable::Readable()
{
    QAccessible::installFactory(makeInterface); // which Qt does once
}

void tellCursorMoved(QWidget* widget)
{
    const Readable* self = readable(widget);
    if (self == nullptr || !QAccessible::isActive()) {
        return;
    }
    if (self->currentEntry() >= 0) {
        QAccessibleEvent event(widget, QAccessible::Focus);
        event.setChild(self->currentEntry());
        QAccessible::updateAccessibility(&event);
    } else {
        QAccessibleEvent event(widget, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&event);
    }
}

} // namespace rotascope
