// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sentence.h"

#include <hdf5.h>
#include <string>
#include <utility>

// Ownership and error texts for the C API of HDF5. To be used in a child process alone (child.h).
namespace rotascope::hdf5 {

/// Owns an HDF5 identifier and closes it. Not valid after construction from a negative identifier, which is how HDF5 reports
/// failure.
template <herr_t (*Close)(hid_t)> class Handle {
public:
    Handle() = default;
    explicit Handle(hid_t id) : m_id(id) { }
    Handle(Handle&& other) noexcept : m_id(std::exchange(other.m_id, H5I_INVALID_HID)) { }
    Handle& operator=(Handle&& other) noexcept
    {
        std::swap(m_id, other.m_id);
        return *this;
    }
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;
    ~Handle() { close(); }

    [[nodiscard]] bool valid() const { return m_id >= 0; }
    [[nodiscard]] hid_t id() const { return m_id; }

    /// Closes early, for the handles whose closing can fail (a file that was written). True if nothing went wrong.
    bool close() { return !valid() || Close(std::exchange(m_id, H5I_INVALID_HID)) >= 0; }

private:
    hid_t m_id = H5I_INVALID_HID;
};

using File = Handle<H5Fclose>;
using Object = Handle<H5Oclose>; ///< a group, dataset or committed type, whichever a name leads to
using Group = Handle<H5Gclose>;
using Dataset = Handle<H5Dclose>;
using Dataspace = Handle<H5Sclose>;
using Datatype = Handle<H5Tclose>;
using Attribute = Handle<H5Aclose>;
using PropertyList = Handle<H5Pclose>;

/// Why the last call of this thread failed to read a file, in words for the owner of the file: "it is cut off: ...", "it is damaged; ...".
/// HDF5's own messages name its structures and functions instead. Clears HDF5's error stack.
Sentence takeReason();

} // namespace rotascope::hdf5
