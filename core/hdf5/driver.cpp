// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hdf5/driver.h"

#include <H5FDpublic.h>
#if H5_VERSION_GE(1, 13, 0)
#include <H5FDdevelop.h>
#endif
#include <algorithm>
#include <limits>
#include <new>

namespace rotascope::hdf5 {
namespace {

// What HDF5 calls a file: its own part first.
struct DriverFile {
    H5FD_t common{};
    Storage* storage = nullptr;
    haddr_t allocated = 0; // the end of what HDF5 has given out of it
};

DriverFile& fileOf(H5FD_t* file)
{
    return *reinterpret_cast<DriverFile*>(file);
}
const DriverFile& fileOf(const H5FD_t* file)
{
    return *reinterpret_cast<const DriverFile*>(file);
}

H5FD_t* openFile(const char* /*name*/, unsigned /*flags*/, hid_t access, haddr_t /*largest*/)
{
    const auto* const storage = static_cast<Storage* const*>(H5Pget_driver_info(access));
    auto* const file = storage == nullptr ? nullptr : new (std::nothrow) DriverFile;
    if (file == nullptr) {
        return nullptr;
    }
    file->storage = *storage;
    return &file->common;
}

herr_t closeFile(H5FD_t* file)
{
    delete &fileOf(file);
    return 0;
}

// As HDF5's own driver for files, so that the files are the same.
herr_t query(const H5FD_t* /*file*/, unsigned long* flags)
{
    *flags = H5FD_FEAT_AGGREGATE_METADATA | H5FD_FEAT_ACCUMULATE_METADATA | H5FD_FEAT_DATA_SIEVE | H5FD_FEAT_AGGREGATE_SMALLDATA
        | H5FD_FEAT_SUPPORTS_SWMR_IO;
    return 0;
}

haddr_t allocatedEnd(const H5FD_t* file, H5FD_mem_t /*type*/)
{
    return fileOf(file).allocated;
}

herr_t setAllocatedEnd(H5FD_t* file, H5FD_mem_t /*type*/, haddr_t end)
{
    fileOf(file).allocated = end;
    return 0;
}

haddr_t fileEnd(const H5FD_t* file, H5FD_mem_t /*type*/)
{
    return fileOf(file).storage->size();
}

herr_t handleOf(H5FD_t* file, hid_t /*access*/, void** handle)
{
    *handle = fileOf(file).storage;
    return 0;
}

herr_t readFile(H5FD_t* file, H5FD_mem_t type, hid_t /*transfer*/, haddr_t address, std::size_t size, void* buffer)
{
    return fileOf(file).storage->read(address, {static_cast<std::byte*>(buffer), size}, type == H5FD_MEM_DRAW) ? 0 : -1;
}

herr_t writeFile(H5FD_t* file, H5FD_mem_t /*type*/, hid_t /*transfer*/, haddr_t address, std::size_t size, const void* buffer)
{
    return fileOf(file).storage->write(address, {static_cast<const char*>(buffer), size}) ? 0 : -1;
}

herr_t truncateFile(H5FD_t* file, hid_t /*transfer*/, hbool_t /*closing*/)
{
    const DriverFile& own = fileOf(file);
    return own.allocated == own.storage->size() || own.storage->resize(own.allocated) ? 0 : -1;
}

H5FD_class_t driverClass()
{
    H5FD_class_t driver{};
#if H5_VERSION_GE(1, 13, 0)
    driver.version = H5FD_CLASS_VERSION;
    driver.value = static_cast<H5FD_class_value_t>(521); // any number of those that HDF5 leaves to programs
#endif
    driver.name = "rotascope";
    driver.maxaddr = static_cast<haddr_t>(std::numeric_limits<off_t>::max());
    driver.fc_degree = H5F_CLOSE_WEAK;
    driver.fapl_size = sizeof(Storage*); // NOLINT(bugprone-sizeof-expression): a pointer is what is passed on
    driver.open = openFile;
    driver.close = closeFile;
    driver.query = query;
    driver.get_eoa = allocatedEnd;
    driver.set_eoa = setAllocatedEnd;
    driver.get_eof = fileEnd;
    driver.get_handle = handleOf;
    driver.read = readFile;
    driver.write = writeFile;
    driver.truncate = truncateFile;
    constexpr H5FD_mem_t map[] = H5FD_FLMAP_DICHOTOMY; // NOLINT(modernize-avoid-c-arrays): a list in braces
    std::ranges::copy(map, driver.fl_map);
    return driver;
}

hid_t driverId()
{
    static const H5FD_class_t driver = driverClass();
    static hid_t id = H5I_INVALID_HID;
    if (H5Iis_valid(id) <= 0) { // HDF5 forgets its drivers when it is closed
        id = H5FDregister(&driver);
    }
    return id;
}

} // namespace

bool InputStorage::read(std::uint64_t offset, std::span<std::byte> bytes, bool isData)
{
    if (m_notesOnly && isData) {
        ++m_reads;
        m_noted = offset;
        return true;
    }
    const auto done = m_file->readSome(offset, bytes);
    std::ranges::fill(bytes.subspan(done.value_or(0)), std::byte{}); // beyond the end, as HDF5's own driver
    return done.has_value();
}

bool OutputStorage::read(std::uint64_t offset, std::span<std::byte> bytes, bool /*isData*/)
{
    const Expected<void> done = m_file.readAt(offset, bytes);
    keep(done);
    if (!done) {
        std::ranges::fill(bytes, std::byte{});
    }
    return true;
}

bool OutputStorage::write(std::uint64_t offset, std::string_view bytes)
{
    if (m_result) {
        keep(m_file.writeAt(offset, bytes));
    }
    m_size = std::max<std::uint64_t>(m_size, offset + bytes.size());
    return true;
}

bool OutputStorage::resize(std::uint64_t bytes)
{
    if (m_result) {
        keep(m_file.resize(bytes));
    }
    m_size = bytes;
    return true;
}

void OutputStorage::keep(const Expected<void>& result)
{
    if (m_result && !result) {
        m_result = result;
    }
}

Storage* storageOf(hid_t file)
{
    void* handle = nullptr;
    const PropertyList access(H5Fget_access_plist(file));
    return H5Pget_driver(access.id()) == driverId() && H5Fget_vfd_handle(file, H5P_DEFAULT, &handle) >= 0 ? static_cast<Storage*>(handle)
                                                                                                          : nullptr;
}

PropertyList accessTo(Storage& storage)
{
    const hid_t id = driverId();
    Storage* const pointer = &storage;
    PropertyList access(H5Pcreate(H5P_FILE_ACCESS));
    if (id < 0 || H5Pset_driver(access.id(), id, static_cast<const void*>(&pointer)) < 0) {
        return {};
    }
    return access;
}

} // namespace rotascope::hdf5
