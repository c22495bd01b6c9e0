// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/shortcuts_dialog.h"

#include "ui/base/report_browser.h"
#include "ui/manual/help.h"

#include <QDialogButtonBox>
#include <QVBoxLayout>

namespace rotascope {

ShortcutsDialog::ShortcutsDialog(const std::vector<ShortcutGroup>& groups, QWidget* parent) : QDialog(parent)
{
    setWindowTitle(tr("Keyboard shortcuts"));
    setManualPage(this, QStringLiteral("commands"));
    QString text;
    for (const ShortcutGroup& group : groups) {
        text += QStringLiteral("<h3>%1</h3><table cellpadding=\"3\">").arg(group.place.toHtmlEscaped());
        for (const auto& [key, what] : group.keys) {
            text += QStringLiteral("<tr><td width=\"150\"><b>%1</b></td><td>%2</td></tr>").arg(key.toHtmlEscaped(), what.toHtmlEscaped());
        }
        text += QStringLiteral("</table>");
    }
    auto* page = new ReportBrowser;
    page->setHtml(text);
    page->setAccessibleName(windowTitle());
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(page);
    layout->addWidget(buttons);
    resize(600, 640);
}

} // namespace rotascope
