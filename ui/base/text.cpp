// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/text.h"

#include "core/files/escape.h"

#include <QTextDocument>

namespace rotascope {

QString visible(std::string_view text)
{
    return QString::fromStdString(visibleText(text));
}

QString visible(const QString& text)
{
    return visible(std::string_view(text.toStdString()));
}

QString asMenuText(QString text)
{
    return text.replace(QLatin1Char('&'), QLatin1String("&&"));
}

QString asToolTip(const QString& text)
{
    if (!Qt::mightBeRichText(text)) {
        return text;
    }
    return QStringLiteral("<qt>%1</qt>").arg(text.toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>")));
}

} // namespace rotascope
