// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QDir>
#include <QFileDialog>
#include <QLineEdit>
#include <QTest>
#include <QTimer>

namespace rotascope::uitest {

/// Types a name into the file dialog that comes next. `began`: gets the folder that it begins in; may be null.
inline void answerFileDialog(const QString& file, QString* began = nullptr)
{
    auto* timer = new QTimer(qApp);
    QObject::connect(timer, &QTimer::timeout, [timer, file, began] {
        if (auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget())) {
            timer->deleteLater();
            auto* name = dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
            if (began != nullptr) {
                *began = dialog->directory().absolutePath();
            }
            name->setText(file);
            QTest::keyClick(name, Qt::Key_Return);
        }
    });
    timer->start(10);
}

} // namespace rotascope::uitest
