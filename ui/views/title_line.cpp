// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/title_line.h"

#include "ui/base/form.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>

namespace rotascope {

QHBoxLayout* makeTitleLine(QLabel* title, QComboBox* choice, const QString& explanation)
{
    QFont bold = title->font();
    bold.setBold(true);
    title->setFont(bold);
    choice->setToolTip(explanation);
    setSpokenName(choice, explanation);
    auto* line = new QHBoxLayout;
    line->addWidget(title, 1);
    line->addWidget(choice);
    return line;
}

} // namespace rotascope
