// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/source_name.h"

#include "ui/base/text.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

namespace rotascope {

QString modelNameOf(const Source& source)
{
    const QString origin = QString::fromStdString(source.origin);
    const QFileInfo file(origin);
    if (source.kind != SourceKind::ConfigFile) {
        return source.kind == SourceKind::Preset ? origin : file.completeBaseName();
    }
    static const QRegularExpression hash(QStringLiteral("^[0-9a-f]{40}$")); // a snapshot in the hub's cache
    const QString folder = file.dir().dirName();
    const QString model = QString::fromStdString(source.rope.modelId);
    return hash.match(folder).hasMatch() && !model.isEmpty() ? model : folder;
}

QString nameOf(const Source& source)
{
    const QString model = modelNameOf(source);
    const QString file = QFileInfo(QString::fromStdString(source.origin)).fileName();
    if (source.kind != SourceKind::ConfigFile) {
        return visible(source.kind == SourceKind::Preset ? model : file);
    }
    return visible(model.isEmpty() ? file : model + QLatin1Char('/') + file);
}

QString nameWithRope(const Source& source)
{
    return nameOf(source) + (source.ropeNames.size() > 1 ? QStringLiteral(", ") + visible(source.ropeName) : QString());
}

} // namespace rotascope
