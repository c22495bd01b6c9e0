// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hdf5/type_text.h"

#include "core/hdf5/handle.h"

#include <algorithm>
#include <array>

namespace rotascope::hdf5 {
namespace {

constexpr int deepest = 4;
constexpr int mostMembers = 8;

std::string describe(hid_t type, int depth);

std::string byteOrder(hid_t type)
{
    return H5Tget_size(type) > 1 && H5Tget_order(type) == H5T_ORDER_BE ? ", big-endian" : "";
}

std::string integerText(hid_t type)
{
    return (H5Tget_sign(type) == H5T_SGN_NONE ? "uint" : "int") + std::to_string(8 * H5Tget_size(type)) + byteOrder(type);
}

std::string floatText(hid_t type)
{
    std::size_t sign = 0;
    std::size_t exponent = 0;
    std::size_t exponentBits = 0;
    std::size_t mantissa = 0;
    std::size_t mantissaBits = 0;
    H5Tget_fields(type, &sign, &exponent, &exponentBits, &mantissa, &mantissaBits);
    const bool isBrain = H5Tget_size(type) == 2 && exponentBits == 8;
    return (isBrain ? "bfloat" : "float") + std::to_string(8 * H5Tget_size(type)) + byteOrder(type);
}

std::string memberName(hid_t type, unsigned index)
{
    char* const name = H5Tget_member_name(type, index);
    std::string copy = name == nullptr ? "?" : name;
    H5free_memory(name);
    return copy;
}

std::string compoundText(hid_t type, int depth)
{
    const int members = H5Tget_nmembers(type);
    std::string all;
    for (int i = 0; i < std::min(members, mostMembers); ++i) {
        const auto index = static_cast<unsigned>(i);
        const Datatype member(H5Tget_member_type(type, index));
        all += (all.empty() ? "" : "; ") + memberName(type, index) + ": " + describe(member.id(), depth + 1);
    }
    return all + (members > mostMembers ? "; and " + std::to_string(members - mostMembers) + " more" : "");
}

std::string arrayText(hid_t type, int depth)
{
    std::array<hsize_t, H5S_MAX_RANK> extents{};
    const int rank = H5Tget_array_dims2(type, extents.data());
    std::string all;
    for (int i = 0; i < rank; ++i) {
        all += (all.empty() ? "" : " x ") + std::to_string(extents.at(static_cast<std::size_t>(i)));
    }
    return all + " of " + describe(Datatype(H5Tget_super(type)).id(), depth + 1);
}

std::string describe(hid_t type, int depth)
{
    if (depth > deepest) {
        return "a nested type";
    }
    switch (H5Tget_class(type)) {
    case H5T_INTEGER:
        return integerText(type);
    case H5T_FLOAT:
        return floatText(type);
    case H5T_STRING:
        return H5Tis_variable_str(type) > 0 ? "text" : "text of " + std::to_string(H5Tget_size(type)) + " bytes";
    case H5T_BITFIELD:
        return std::to_string(8 * H5Tget_size(type)) + " bits";
    case H5T_OPAQUE:
        return std::to_string(H5Tget_size(type)) + " bytes";
    case H5T_COMPOUND:
        return compoundText(type, depth);
    case H5T_REFERENCE:
        return "reference";
    case H5T_ENUM:
        return std::to_string(std::max(H5Tget_nmembers(type), 0)) + " named values of "
            + describe(Datatype(H5Tget_super(type)).id(), depth + 1);
    case H5T_VLEN:
        return "list of " + describe(Datatype(H5Tget_super(type)).id(), depth + 1);
    case H5T_ARRAY:
        return arrayText(type, depth);
    default:
        return "unknown";
    }
}

} // namespace

std::string typeText(hid_t type)
{
    return describe(type, 0);
}

} // namespace rotascope::hdf5
