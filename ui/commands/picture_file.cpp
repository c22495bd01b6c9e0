// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/picture_file.h"

#include "core/files/output_file.h"
#include "ui/workspace/workspace.h"

#include <QBuffer>
#include <QPixmap>
#include <QString>
#include <QWidget>
#include <filesystem>
#include <memory>
#include <string_view>

namespace rotascope {

Expected<void> writePicture(QWidget& widget, const Workspace& workspace, const QString& file)
{
    const std::shared_ptr<const Source>& source = workspace.source();
    std::error_code ignored; // what is not there is another file
    if (source && source->kind != SourceKind::Preset && std::filesystem::equivalent(source->origin, file.toStdString(), ignored)) {
        return usageError(file.toStdString() + ": is the file that is analysed; expected the name of another file");
    }
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly) || !widget.grab().save(&buffer, "PNG")) {
        return outputError(file.toStdString() + ": cannot be written: the picture cannot be made");
    }
    return writeOutputFile(file.toStdString(), std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
}

} // namespace rotascope
