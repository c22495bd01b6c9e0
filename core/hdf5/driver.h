// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/files/output_file.h"
#include "core/files/random_access_file.h"
#include "core/hdf5/handle.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

// What HDF5 reads and writes goes through functions of ours (a virtual file driver), and so to files that are open already.
namespace rotascope::hdf5 {

/// What HDF5 takes for a file.
class Storage {
public:
    Storage() = default;
    Storage(const Storage&) = delete;
    Storage& operator=(const Storage&) = delete;
    virtual ~Storage() = default;

    [[nodiscard]] virtual std::uint64_t size() const = 0;
    /// False fails the call of HDF5 that wants the bytes. `isData`: they belong to a dataset.
    virtual bool read(std::uint64_t offset, std::span<std::byte> bytes, bool isData) = 0;
    virtual bool write(std::uint64_t offset, std::string_view bytes) = 0;
    virtual bool resize(std::uint64_t bytes) = 0;
};

/// A file that is read only.
class InputStorage final : public Storage {
public:
    explicit InputStorage(std::shared_ptr<const RandomAccessFile> file) : m_file(std::move(file)) { }

    [[nodiscard]] std::uint64_t size() const override { return m_file->size(); }
    bool read(std::uint64_t offset, std::span<std::byte> bytes, bool isData) override;
    bool write(std::uint64_t, std::string_view) override { return false; }
    bool resize(std::uint64_t) override { return true; }

    /// Does `work`, which lets HDF5 read some data of a dataset, but reads none: where they lie in the file, or nothing where HDF5 did not
    /// come to reading, or did so more than once.
    template <class Work> std::optional<std::uint64_t> placeOfData(const Work& work)
    {
        m_reads = 0;
        m_notesOnly = true;
        work();
        m_notesOnly = false;
        return m_reads == 1 ? std::optional(m_noted) : std::nullopt;
    }

private:
    std::shared_ptr<const RandomAccessFile> m_file;
    bool m_notesOnly = false;
    int m_reads = 0;
    std::uint64_t m_noted = 0;
};

/// A file that is written. HDF5 1.10 crashes, or forgets the failure, when a write fails while it flushes or closes. So it never sees one:
/// the first failure is kept for whoever writes, and from then on nothing is written any more.
class OutputStorage final : public Storage {
public:
    explicit OutputStorage(OutputFile& file) : m_file(file) { }

    [[nodiscard]] std::uint64_t size() const override { return m_size; }
    bool read(std::uint64_t offset, std::span<std::byte> bytes, bool isData) override;
    bool write(std::uint64_t offset, std::string_view bytes) override;
    bool resize(std::uint64_t bytes) override;

    /// The first failure, if there was one.
    [[nodiscard]] const Expected<void>& result() const { return m_result; }

private:
    void keep(const Expected<void>& result);

    OutputFile& m_file;
    std::uint64_t m_size = 0; // as HDF5 believes
    Expected<void> m_result;
};

/// The storage of a file that was opened with accessTo(); null of any other.
Storage* storageOf(hid_t file);

/// With it H5Fopen and H5Fcreate take the storage, whatever name they are given; it must outlive the file. Not valid where HDF5 fails.
PropertyList accessTo(Storage& storage);

} // namespace rotascope::hdf5
