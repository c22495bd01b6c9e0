// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/structure_dialog.h"

#include "ui/base/text.h"
#include "ui/manual/help.h"
#include "ui/views/structure_outline.h"

#include <QDialogButtonBox>
#include <QFileInfo>
#include <QVBoxLayout>

namespace rotascope {

StructureDialog::StructureDialog(const QString& file, QWidget* parent) : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Structure of %1").arg(visible(QFileInfo(file).fileName())));
    setManualPage(this, QStringLiteral("structure"));
    auto* outline = new StructureOutline;
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(outline, 1);
    layout->addWidget(buttons);
    resize(900, 600);
    outline->showFile(file);
}

} // namespace rotascope
