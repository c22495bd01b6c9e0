// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/settings_group.h"

#include "ui/base/form.h"
#include "ui/manual/help.h"

#include <QFormLayout>

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

void SettingsGroup::explain(QWidget* field, const char* term) const
{
    setTerm(field, term);
    if (QWidget* label = m_form->labelForField(field)) {
        setTerm(label, term);
    }
}

} // namespace rotascope
