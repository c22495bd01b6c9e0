// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/kept_text.h"

#include <QAbstractSpinBox>
#include <QFocusEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <functional>
#include <utility>

namespace rotascope {

/// A QSpinBox or QDoubleSpinBox that tells steps (arrows, keys, wheel) from typed numbers: steps in a row are one change to the
/// user, two typed numbers are two. Its range is wide, because what is out of range shall be refused with a reason and not
/// quietly become something else. So is a text that is no number: every letter is seen where it was typed, and the text stays until it
/// is corrected.
template <class Base> class SteppingBox : public Base {
public:
    explicit SteppingBox(QWidget* parent = nullptr) : Base(parent), m_kept(new KeptText(this)) { }

    /// `refuse` tells the user why a text is no number, shows what is in force, and returns what it told.
    void setRefusal(std::function<QString(const QString& text)> refuse) { m_refuse = std::move(refuse); }

    /// Call it from valueChanged() where the number is refused, and the box shows again what is in force: it keeps what Return asked for.
    void setRefused(const QString& message) { m_refused = message; }

    void stepBy(int steps) override
    {
        m_kept->forget();
        m_stepping = true;
        Base::stepBy(steps);
        m_stepping = false;
    }
    /// Whether the value changes by a step right now.
    [[nodiscard]] bool isStepping() const { return m_stepping; }

    QValidator::State validate(QString& text, int& cursor) const override
    {
        const QValidator::State state = Base::validate(text, cursor);
        return state == QValidator::Invalid ? QValidator::Intermediate : state;
    }

protected:
    void keyPressEvent(QKeyEvent* event) override
    {
        const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
        if (!isReturn || !this->lineEdit()->isModified()) {
            Base::keyPressEvent(event);
            return;
        }
        m_kept->forget();
        m_refused.clear();
        const QString typed = this->lineEdit()->text();
        if (this->hasAcceptableInput()) {
            Base::keyPressEvent(event);
        } else {
            m_refused = refusalOf(typed);
        }
        if (!m_refused.isEmpty()) {
            m_kept->keep(typed, m_refused);
        }
    }
    // The box itself then shows its value again.
    void focusOutEvent(QFocusEvent* event) override
    {
        if (m_kept->isUnchanged()) {
            m_kept->takeBack(); // it has been refused already
        } else if (this->lineEdit()->isModified() && !this->hasAcceptableInput()) {
            refusalOf(this->lineEdit()->text());
        }
        m_kept->forget();
        Base::focusOutEvent(event);
    }

private:
    QString refusalOf(const QString& text) { return m_refuse ? m_refuse(text) : QString(); }

    KeptText* m_kept;
    std::function<QString(const QString&)> m_refuse;
    QString m_refused; ///< what the number was refused with that Return asked for; empty: it was taken
    bool m_stepping = false;
};

} // namespace rotascope
