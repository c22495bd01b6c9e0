// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/report_browser.h"

namespace rotascope {

ReportBrowser::ReportBrowser(QWidget* parent) : QTextBrowser(parent)
{
    setOpenLinks(false);
}

} // namespace rotascope
