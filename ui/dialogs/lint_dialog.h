// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lint/lint.h"

#include <QDialog>
#include <memory>

namespace rotascope {

class ReportBrowser;

/// What each engine will really do with the file that is open, and its traps.
class LintDialog : public QDialog {
    Q_OBJECT

public:
    explicit LintDialog(std::shared_ptr<const LintReport> report, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    std::shared_ptr<const LintReport> m_report;
    ReportBrowser* m_text;
};

} // namespace rotascope
