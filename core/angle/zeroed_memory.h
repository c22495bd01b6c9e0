// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdlib>
#include <new>
#include <utility>

namespace rotascope {

/// The allocator of a vector of integers that only grows, most of them zeros: the system gives memory that is zero already, and pages that
/// nobody writes to cost nothing. A vector that became shorter must not grow again: what it held would still be there.
template <class T> struct ZeroedMemory {
    using value_type = T;

    ZeroedMemory() = default;
    template <class U> explicit ZeroedMemory(const ZeroedMemory<U>& /*other*/) { }

    T* allocate(std::size_t count)
    {
        void* const memory = std::calloc(count, sizeof(T));
        return memory != nullptr ? static_cast<T*>(memory) : throw std::bad_alloc();
    }
    void deallocate(T* memory, std::size_t /*count*/) { std::free(memory); }

    void construct(T* /*element*/) { } // it is zero
    template <class U> void construct(T* element, U&& value) { *element = std::forward<U>(value); }

    friend bool operator==(const ZeroedMemory&, const ZeroedMemory&) = default;
};

} // namespace rotascope
