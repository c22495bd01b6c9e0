// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/structure_loader.h"

#include "ui/base/text.h"

#include <filesystem>
#include <utility>

namespace rotascope {

// Another file does not wait for one that keeps HDF5 busy.
StructureLoader::StructureLoader(QObject* parent)
    : QObject(parent), m_job({.finished = [this](const Expected<Structure>& structure) { finish(structure); }}, WhenBusy::LeaveBehind)
{
}

void StructureLoader::setFile(const QString& file)
{
    m_job.cancel();
    m_file = file;
    m_wasAsked = false;
    m_structure = nullptr;
    m_failure.clear();
    emit changed();
}

void StructureLoader::look()
{
    if (m_file.isEmpty() || std::exchange(m_wasAsked, true)) {
        return;
    }
    m_job.request(
        [path = std::filesystem::path(m_file.toStdString())](const auto&) -> Expected<Structure> {
            return readStructure(path).map(
                [](FileStructure&& structure) { return std::make_shared<const FileStructure>(std::move(structure)); });
        },
        {ErrorKind::Input, tr("the file could not be listed").toStdString()});
}

void StructureLoader::finish(const Expected<Structure>& structure)
{
    m_structure = structure.value_or(nullptr);
    m_failure = structure ? QString() : translated(structure.error().message);
    emit changed();
}

} // namespace rotascope
