// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QString>

class QAction;
class QLineEdit;
class QWidget;

namespace rotascope {

/// Keeps a text that was typed into a field and refused, marked, so that it can be corrected. It is gone when the field takes another text,
/// when Escape takes it back or when the focus leaves: no field without the focus shows what is not in force. Belongs to the field, a line
/// or a box with one; there, Escape takes back what is being typed, refused or not.
class KeptText : public QObject {
    Q_OBJECT

public:
    explicit KeptText(QWidget* field);

    /// Call it when the field shows again what is in force, to which Escape goes back. Does nothing where the focus has left the field.
    void keep(const QString& typed, const QString& message);
    /// Call it when the field has taken a text, or shows what is in force: takes away the mark.
    void forget();
    [[nodiscard]] bool isKept() const { return m_isKept; }
    /// Whether the text is still the one that was refused: there is nothing new to say about it.
    [[nodiscard]] bool isUnchanged() const;
    /// Shows again what is in force.
    void takeBack();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void mark(const QString& message);
    void forgetUnlessTyped();

    QWidget* m_field;
    QLineEdit* m_line;
    QPointer<QAction> m_mark; ///< the sign at the end of the line
    QString m_refused;
    bool m_isKept = false;
    QString m_description; ///< of the field, for screen readers, without a message
};

} // namespace rotascope
