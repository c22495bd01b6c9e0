// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/settings_group.h"

#include "ui/base/form.h"
#include "ui/base/kept_text.h"
#include "ui/base/text.h"
#include "ui/manual/help.h"

#include <QFormLayout>
#include <QLineEdit>

namespace rotascope {

SettingsGroup::SettingsGroup(const QString& title, Workspace* workspace, QWidget* parent)
    : QGroupBox(title, parent), m_workspace(workspace), m_form(makeForm(this))
{
}

SettingsGroup::~SettingsGroup()
{
    // A box that loses the focus while it is destroyed says that its editing is finished; by then this is a mere QWidget.
    for (QWidget* child : findChildren<QWidget*>()) {
        child->disconnect(this);
    }
}

// Qt 6.4's form keeps the heights of texts that wrap as they were for the width that it was asked about last: lines were cut.
void SettingsGroup::resizeEvent(QResizeEvent* event)
{
    QGroupBox::resizeEvent(event);
    m_form->invalidate();
}

void SettingsGroup::explain(QWidget* field, const char* term) const
{
    setTerm(field, term);
    if (QWidget* label = m_form->labelForField(field)) {
        setTerm(label, term);
    }
}

QString SettingsGroup::refusalOf(const std::function<void()>& change) const
{
    QString refusal;
    const QMetaObject::Connection told = connect(m_workspace, &Workspace::failed, this, [&](const QString& message) { refusal = message; });
    change();
    disconnect(told);
    return refusal;
}

void SettingsGroup::takeFrom(QLineEdit* line, const std::function<void()>& take)
{
    auto* kept = new KeptText(line);
    connect(line, &QLineEdit::editingFinished, this, [this, line, kept, take] {
        if (kept->isUnchanged() && !line->hasFocus()) {
            kept->takeBack();
            return;
        }
        const QString typed = line->text();
        kept->forget();
        if (const QString refusal = refusalOf(take); !refusal.isEmpty()) {
            kept->keep(typed, refusal);
        }
    });
}

std::function<QString(const QString&)> SettingsGroup::refusalOfWholeNumber(const QString& name) const
{
    return [this, name](const QString& text) {
        QString message = tr("%1 is \"%2\"; expected a whole number.").arg(name, visible(text));
        workspace().refuse(message);
        return message;
    };
}

} // namespace rotascope
