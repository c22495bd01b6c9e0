// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hdf5/inflater.h"

#include <libdeflate.h>
#include <new>

namespace rotascope::hdf5 {

void Inflater::Free::operator()(libdeflate_decompressor* decompressor) const
{
    libdeflate_free_decompressor(decompressor);
}

bool Inflater::inflate(std::span<const std::byte> packed, std::span<std::byte> unpacked)
{
    if (!m_decompressor) {
        m_decompressor.reset(libdeflate_alloc_decompressor());
        if (!m_decompressor) {
            throw std::bad_alloc();
        }
    }
    // Without a place for the size, all of `unpacked` has to be filled.
    return libdeflate_zlib_decompress(m_decompressor.get(), packed.data(), packed.size(), unpacked.data(), unpacked.size(), nullptr)
        == LIBDEFLATE_SUCCESS;
}

} // namespace rotascope::hdf5
