// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextBrowser>

namespace rotascope {

/// Shows rich text of our own, and that alone: it opens no file and no address that the text might name.
class ReportBrowser : public QTextBrowser {
    Q_OBJECT

public:
    explicit ReportBrowser(QWidget* parent = nullptr);

    [[nodiscard]] QVariant loadResource(int /*type*/, const QUrl& /*name*/) override { return {}; }
};

} // namespace rotascope
