// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hdf5/handle.h"

#include <cstdint>
#include <functional>
#include <hdf5.h>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace rotascope::hdf5 {

/// Writes members one after the other. After the first failure nothing more is done, and ok() is false.
class MemberWriter {
public:
    MemberWriter() = default;
    /// `goesOn`: false ends the writing as a failure does. HDF5 is not told of a disk that is full.
    explicit MemberWriter(std::function<bool()> goesOn) : m_goesOn(std::move(goesOn)) { }

    [[nodiscard]] bool ok() const { return m_ok && (!m_goesOn || m_goesOn()); }

    Group addGroup(hid_t parent, const char* name)
    {
        Group group(ok() ? H5Gcreate2(parent, name, H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT) : H5I_INVALID_HID);
        m_ok = m_ok && group.valid();
        return group;
    }

    void addText(hid_t object, const char* name, const std::string& text)
    {
        // Variable length: what other readers (h5py among them) take for text and not for bytes.
        const Datatype type(H5Tcopy(H5T_C_S1));
        H5Tset_size(type.id(), H5T_VARIABLE);
        H5Tset_cset(type.id(), H5T_CSET_UTF8);
        const char* characters = text.c_str();
        addAttribute(object, name, type.id(), type.id(), static_cast<const void*>(&characters));
    }

    void addInteger(hid_t object, const char* name, std::int64_t value)
    {
        addAttribute(object, name, H5T_STD_I64LE, H5T_NATIVE_INT64, &value);
    }

    void addIntegers(hid_t object, const char* name, const std::vector<std::int32_t>& values)
    {
        const hsize_t count = values.size();
        const Dataspace space(H5Screate_simple(1, &count, nullptr));
        addAttribute(object, name, H5T_STD_I32LE, H5T_NATIVE_INT32, values.data(), space);
    }

    void addReal(hid_t object, const char* name, double value) { addAttribute(object, name, H5T_IEEE_F64LE, H5T_NATIVE_DOUBLE, &value); }

    /// A dataset [extents], chunked and compressed where `chunk` is given.
    Dataset addDataset(
        hid_t parent, const char* name, hid_t fileType, std::span<const hsize_t> extents, std::span<const hsize_t> chunk = {})
    {
        const Dataspace space(H5Screate_simple(static_cast<int>(extents.size()), extents.data(), nullptr));
        const PropertyList properties(H5Pcreate(H5P_DATASET_CREATE));
        m_ok = ok() && H5Pset_obj_track_times(properties.id(), false) >= 0; // the same recording is the same file
        if (!chunk.empty()) {
            m_ok = ok() && H5Pset_chunk(properties.id(), static_cast<int>(chunk.size()), chunk.data()) >= 0
                && H5Pset_shuffle(properties.id()) >= 0 && H5Pset_deflate(properties.id(), deflateLevel) >= 0;
        }
        Dataset dataset(ok() ? H5Dcreate2(parent, name, fileType, space.id(), H5P_DEFAULT, properties.id(), H5P_DEFAULT) : H5I_INVALID_HID);
        m_ok = m_ok && dataset.valid();
        return dataset;
    }

    void write(const Dataset& dataset, hid_t memoryType, const void* values)
    {
        m_ok = ok() && H5Dwrite(dataset.id(), memoryType, H5S_ALL, H5S_ALL, H5P_DEFAULT, values) >= 0;
    }

    void writeBlock(
        const Dataset& dataset, hid_t memoryType, std::span<const hsize_t> start, std::span<const hsize_t> count, const void* values)
    {
        const Dataspace fileSpace(H5Dget_space(dataset.id()));
        const Dataspace memorySpace(H5Screate_simple(static_cast<int>(count.size()), count.data(), nullptr));
        m_ok = ok() && H5Sselect_hyperslab(fileSpace.id(), H5S_SELECT_SET, start.data(), nullptr, count.data(), nullptr) >= 0
            && H5Dwrite(dataset.id(), memoryType, memorySpace.id(), fileSpace.id(), H5P_DEFAULT, values) >= 0;
    }

private:
    void addAttribute(hid_t object, const char* name, hid_t fileType, hid_t memoryType, const void* value,
        const Dataspace& space = Dataspace(H5Screate(H5S_SCALAR)))
    {
        const Attribute attribute(ok() ? H5Acreate2(object, name, fileType, space.id(), H5P_DEFAULT, H5P_DEFAULT) : H5I_INVALID_HID);
        m_ok = m_ok && attribute.valid() && H5Awrite(attribute.id(), memoryType, value) >= 0;
    }

    static constexpr unsigned deflateLevel = 1;

    bool m_ok = true;
    std::function<bool()> m_goesOn;
};

} // namespace rotascope::hdf5
