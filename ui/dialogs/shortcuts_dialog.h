// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QString>
#include <utility>
#include <vector>

namespace rotascope {

/// Some keys that work in the same place.
struct ShortcutGroup {
    QString place;
    std::vector<std::pair<QString, QString>> keys; ///< the key, and what it does
};

/// All keys on one page.
class ShortcutsDialog : public QDialog {
    Q_OBJECT

public:
    explicit ShortcutsDialog(const std::vector<ShortcutGroup>& groups, QWidget* parent = nullptr);
};

} // namespace rotascope
