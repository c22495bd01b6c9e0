// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <span>

struct libdeflate_decompressor;

namespace rotascope::hdf5 {

/// Unpacks what HDF5's deflate filter has packed (zlib's format), chunk by chunk, on one thread at a time.
class Inflater {
public:
    /// Fills `unpacked`; whether `packed` is sound and has exactly so many bytes. Throws std::bad_alloc.
    bool inflate(std::span<const std::byte> packed, std::span<std::byte> unpacked);

private:
    struct Free {
        void operator()(libdeflate_decompressor* decompressor) const;
    };
    std::unique_ptr<libdeflate_decompressor, Free> m_decompressor; // made when it is first needed
};

} // namespace rotascope::hdf5
