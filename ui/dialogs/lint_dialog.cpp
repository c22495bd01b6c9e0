// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/lint_dialog.h"

#include "ui/base/form.h"
#include "ui/base/report_browser.h"
#include "ui/base/text.h"
#include "ui/dialogs/lint_text.h"
#include "ui/manual/help.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QFileInfo>
#include <QLabel>
#include <QVBoxLayout>

namespace rotascope {

LintDialog::LintDialog(std::shared_ptr<const LintReport> report, QWidget* parent) : QDialog(parent), m_report(std::move(report))
{
    setWindowTitle(tr("What engines do with %1").arg(visible(QFileInfo(QString::fromStdString(m_report->file)).fileName())));
    setManualPage(this, QStringLiteral("lint"));
    auto* layout = new QVBoxLayout(this);
    auto* summary = makeLabel(translated(m_report->summary));
    summary->setWordWrap(true);
    layout->addWidget(summary);
    m_text = new ReportBrowser;
    m_text->setObjectName(QStringLiteral("lint"));
    m_text->setAccessibleName(windowTitle());
    m_text->setHtml(lintText(*m_report, palette()));
    layout->addWidget(m_text, 1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
    resize(760, 520);
}

void LintDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        m_text->setHtml(lintText(*m_report, palette()));
    }
}

} // namespace rotascope
