// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace rotascope {

/// Makes the messages of Qt's own file dialog ("... already exists") plain text: they quote the file's name, which may look like HTML.
class PlainMessages : public QObject {
    Q_OBJECT

public:
    /// Watches the whole application while it lives.
    explicit PlainMessages(QObject* parent);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace rotascope
