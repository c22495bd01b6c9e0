// SPDX-License-Identifier: GPL-3.0-or-later
// What instructions do with registers. Integers wrap, doubles and floats are the host's, which are IEEE 754's as the device's are.
#include "tests/gpu/ptx/warp.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <type_traits>

namespace rotascope::ptx {
namespace {

template <class T> T get(std::uint64_t raw)
{
    if constexpr (std::is_same_v<T, float>) {
        return std::bit_cast<float>(static_cast<std::uint32_t>(raw));
    } else if constexpr (std::is_same_v<T, double>) {
        return std::bit_cast<double>(raw);
    } else {
        return static_cast<T>(raw);
    }
}

template <class T> std::uint64_t put(T value)
{
    if constexpr (std::is_same_v<T, float>) {
        return std::bit_cast<std::uint32_t>(value);
    } else if constexpr (std::is_same_v<T, double>) {
        return std::bit_cast<std::uint64_t>(value);
    } else {
        return static_cast<std::make_unsigned_t<T>>(value);
    }
}

// body(T()) for the type that is meant.
template <class Body> void withInteger(Type type, const Body& body)
{
    switch (type) {
    case Type::U8:
        return body(std::uint8_t());
    case Type::S8:
        return body(std::int8_t());
    case Type::U16:
        return body(std::uint16_t());
    case Type::S16:
        return body(std::int16_t());
    case Type::U32:
        return body(std::uint32_t());
    case Type::S32:
        return body(std::int32_t());
    case Type::U64:
        return body(std::uint64_t());
    case Type::S64:
        return body(std::int64_t());
    default:
        std::abort(); // no such instruction
    }
}

template <class Body> void withNumber(Type type, const Body& body)
{
    if (type == Type::F32) {
        return body(float());
    }
    if (type == Type::F64) {
        return body(double());
    }
    return withInteger(type, body);
}

template <class Body> void withReal(Type type, const Body& body)
{
    return type == Type::F32 ? body(float()) : body(double());
}

template <class T> constexpr bool isReal = std::is_floating_point_v<T>;
template <class T> T wrapped(std::uint64_t value)
{
    return static_cast<T>(value);
}

template <class T> bool isNegative(T value)
{
    if constexpr (std::is_signed_v<T>) {
        return value < 0;
    }
    return false;
}

// The registers of one instruction in the lanes that take part.
struct Lanes {
    std::uint32_t mask;
    std::uint64_t* d;
    const std::uint64_t* a;
    const std::uint64_t* b;
    const std::uint64_t* c;

    template <class T, class F> void unary(const F& f) const
    {
        forLanes(mask, [&](unsigned lane) { d[lane] = put<T>(f(get<T>(a[lane]))); });
    }
    template <class T, class F> void binary(const F& f) const
    {
        forLanes(mask, [&](unsigned lane) { d[lane] = put<T>(f(get<T>(a[lane]), get<T>(b[lane]))); });
    }
    template <class T, class F> void ternary(const F& f) const
    {
        forLanes(mask, [&](unsigned lane) { d[lane] = put<T>(f(get<T>(a[lane]), get<T>(b[lane]), get<T>(c[lane]))); });
    }
};

// Twice as wide.
using Wide = __int128; // NOLINT: GCC and Clang have it
template <class T> Wide product(T x, T y)
{
    if constexpr (std::is_same_v<T, std::uint64_t>) {
        return static_cast<Wide>(static_cast<unsigned __int128>(x) * y);
    } else {
        return static_cast<Wide>(x) * y;
    }
}

template <class T> bool isIn(Comparison comparison, T x, T y)
{
    if constexpr (isReal<T>) {
        if (std::isnan(x) || std::isnan(y)) {
            return comparison >= Comparison::Equ;
        }
    }
    switch (comparison) {
    case Comparison::Eq:
    case Comparison::Equ:
        return x == y; // NOLINT: what the instruction asks
    case Comparison::Ne:
    case Comparison::Neu:
        return x != y; // NOLINT
    case Comparison::Lt:
    case Comparison::Ltu:
        return x < y;
    case Comparison::Le:
    case Comparison::Leu:
        return x <= y;
    case Comparison::Gt:
    case Comparison::Gtu:
        return x > y;
    case Comparison::Ge:
    case Comparison::Geu:
        break;
    }
    return x >= y;
}

void compare(const Instruction& in, Warp& warp, const Lanes& lanes)
{
    std::uint32_t value = 0;
    withNumber(in.type, [&](auto zero) {
        using T = decltype(zero);
        forLanes(lanes.mask, [&](unsigned lane) {
            value |= static_cast<std::uint32_t>(isIn(in.comparison, get<T>(lanes.a[lane]), get<T>(lanes.b[lane]))) << lane;
        });
    });
    if (in.logic != Logic::None) {
        const std::uint32_t other = in.isCombinedNegated ? ~warp.predicates[in.c] : warp.predicates[in.c];
        value = in.logic == Logic::And ? value & other : in.logic == Logic::Or ? value | other : value ^ other;
    }
    warp.setPredicate(in.d[0], lanes.mask, value);
}

// Real to integer saturates, and a NaN is 0; integer to integer is cut.
template <class To, class From> To converted(From value, bool roundsToZero)
{
    if constexpr (isReal<From> && !isReal<To>) {
        const From whole = roundsToZero ? std::trunc(value) : std::nearbyint(value);
        if (std::isnan(whole)) {
            return 0;
        }
        if (whole >= static_cast<From>(std::numeric_limits<To>::max())) {
            return std::numeric_limits<To>::max();
        }
        return whole <= static_cast<From>(std::numeric_limits<To>::min()) ? std::numeric_limits<To>::min() : static_cast<To>(whole);
    } else {
        return static_cast<To>(value);
    }
}

void convert(const Instruction& in, const Lanes& lanes)
{
    withNumber(in.type, [&](auto to) {
        withNumber(in.from, [&](auto from) {
            using To = decltype(to);
            using From = decltype(from);
            forLanes(lanes.mask, [&](unsigned lane) { lanes.d[lane] = put<To>(converted<To>(get<From>(lanes.a[lane]), in.roundsToZero)); });
        });
    });
}

// Shifts by the width or more shift everything out.
template <class T> T shiftedRight(T value, std::uint64_t by)
{
    constexpr std::uint64_t width = 8 * sizeof(T);
    if constexpr (std::is_signed_v<T>) {
        return static_cast<T>(value >> std::min(by, width - 1));
    } else {
        return by >= width ? T{0} : static_cast<T>(value >> by);
    }
}

void shift(const Instruction& in, const Lanes& lanes)
{
    withInteger(in.type, [&](auto zero) {
        using T = decltype(zero);
        forLanes(lanes.mask, [&](unsigned lane) {
            const std::uint64_t by = static_cast<std::uint32_t>(lanes.b[lane]);
            lanes.d[lane] = in.op == Op::ShiftRight ? put<T>(shiftedRight(get<T>(lanes.a[lane]), by))
                : by >= 8 * sizeof(T)               ? 0
                                                    : put<T>(wrapped<T>(lanes.a[lane] << by));
        });
    });
}

const char* divide(const Instruction& in, const Lanes& lanes)
{
    const char* wrong = nullptr;
    withNumber(in.type, [&](auto zero) {
        using T = decltype(zero);
        lanes.binary<T>([&](T x, T y) -> T {
            if constexpr (!isReal<T>) {
                if (y == 0) {
                    wrong = "divides an integer by 0";
                    return 0;
                }
                return static_cast<T>(in.op == Op::Divide ? x / y : x % y);
            } else {
                return x / y;
            }
        });
    });
    return wrong;
}

void calculateLogic(const Instruction& in, Warp& warp, const Lanes& lanes)
{
    if (in.type == Type::Predicate) {
        const std::uint32_t x = warp.predicates[in.a];
        const std::uint32_t y = in.b == noSlot ? 0 : warp.predicates[in.b];
        warp.setPredicate(in.d[0], lanes.mask, in.op == Op::And ? x & y : in.op == Op::Or ? x | y : in.op == Op::Xor ? x ^ y : ~x);
        return;
    }
    withInteger(in.type, [&](auto zero) {
        using T = decltype(zero);
        switch (in.op) {
        case Op::And:
            return lanes.binary<T>([](T x, T y) { return wrapped<T>(static_cast<std::uint64_t>(x) & static_cast<std::uint64_t>(y)); });
        case Op::Or:
            return lanes.binary<T>([](T x, T y) { return wrapped<T>(static_cast<std::uint64_t>(x) | static_cast<std::uint64_t>(y)); });
        case Op::Xor:
            return lanes.binary<T>([](T x, T y) { return wrapped<T>(static_cast<std::uint64_t>(x) ^ static_cast<std::uint64_t>(y)); });
        default:
            return lanes.unary<T>([](T x) { return wrapped<T>(~static_cast<std::uint64_t>(x)); });
        }
    });
}

void add(const Instruction& in, const Lanes& lanes)
{
    withNumber(in.type, [&](auto zero) {
        using T = decltype(zero);
        const bool isSum = in.op == Op::Add;
        if constexpr (isReal<T>) {
            return isSum ? lanes.binary<T>([](T x, T y) { return x + y; }) : lanes.binary<T>([](T x, T y) { return x - y; });
        } else {
            using Bits = std::uint64_t;
            return isSum ? lanes.binary<T>([](T x, T y) { return wrapped<T>(static_cast<Bits>(x) + static_cast<Bits>(y)); })
                         : lanes.binary<T>([](T x, T y) { return wrapped<T>(static_cast<Bits>(x) - static_cast<Bits>(y)); });
        }
    });
}

void multiply(const Instruction& in, const Lanes& lanes)
{
    withNumber(in.type, [&](auto zero) {
        using T = decltype(zero);
        if constexpr (isReal<T>) {
            return lanes.binary<T>([](T x, T y) { return x * y; });
        } else {
            switch (in.op) {
            case Op::MultiplyLow:
                return lanes.binary<T>([](T x, T y) { return wrapped<T>(static_cast<std::uint64_t>(x) * static_cast<std::uint64_t>(y)); });
            case Op::MultiplyAddLow:
                return lanes.ternary<T>([](T x, T y, T z) {
                    return wrapped<T>(static_cast<std::uint64_t>(x) * static_cast<std::uint64_t>(y) + static_cast<std::uint64_t>(z));
                });
            case Op::MultiplyHigh:
                return lanes.binary<T>([](T x, T y) { return static_cast<T>(product(x, y) >> (8 * sizeof(T))); });
            default: // the result, and what is added, twice as wide as the factors
                return forLanes(lanes.mask, [&](unsigned lane) {
                    const auto wide = static_cast<std::uint64_t>(product(get<T>(lanes.a[lane]), get<T>(lanes.b[lane])));
                    const std::uint64_t sum = wide + (lanes.c == nullptr ? 0 : lanes.c[lane]);
                    lanes.d[lane] = sizeof(T) < 4 ? static_cast<std::uint32_t>(sum) : sum;
                });
            }
        }
    });
}

void chooseOne(const Instruction& in, const Lanes& lanes)
{
    withNumber(in.type, [&](auto zero) {
        using T = decltype(zero);
        const bool isMinimum = in.op == Op::Minimum;
        if constexpr (isReal<T>) { // a NaN is passed over
            return isMinimum ? lanes.binary<T>([](T x, T y) { return std::fmin(x, y); })
                             : lanes.binary<T>([](T x, T y) { return std::fmax(x, y); });
        } else {
            return isMinimum ? lanes.binary<T>([](T x, T y) { return std::min(x, y); })
                             : lanes.binary<T>([](T x, T y) { return std::max(x, y); });
        }
    });
}

void changeSign(const Instruction& in, const Lanes& lanes)
{
    withNumber(in.type, [&](auto zero) {
        using T = decltype(zero);
        const bool negates = in.op == Op::Negate;
        if constexpr (isReal<T>) {
            lanes.unary<T>([&](T x) { return negates ? -x : std::fabs(x); });
        } else {
            lanes.unary<T>([&](T x) { return negates || isNegative(x) ? wrapped<T>(0 - static_cast<std::uint64_t>(x)) : x; });
        }
    });
}

void move(const Instruction& in, Warp& warp, const Lanes& lanes)
{
    if (in.type == Type::Predicate) {
        warp.setPredicate(in.d[0], lanes.mask, warp.predicates[in.a]);
        return;
    }
    withNumber(in.type, [&](auto zero) {
        using T = decltype(zero);
        lanes.unary<T>([](T x) { return x; });
    });
}

void unpack(const Instruction& in, Warp& warp, const Lanes& lanes)
{
    std::uint64_t* const high = warp.lanes(in.d[1]);
    forLanes(lanes.mask, [&](unsigned lane) {
        const std::uint64_t value = lanes.a[lane];
        if (lanes.d != nullptr) {
            lanes.d[lane] = static_cast<std::uint32_t>(value);
        }
        if (high != nullptr) {
            high[lane] = value >> 32;
        }
    });
}

void select(const Instruction& in, const Warp& warp, const Lanes& lanes)
{
    const std::uint32_t chosen = warp.predicates[in.c];
    withNumber(in.type, [&](auto zero) {
        using T = decltype(zero);
        forLanes(
            lanes.mask, [&](unsigned lane) { lanes.d[lane] = put<T>(get<T>((chosen >> lane & 1) != 0 ? lanes.a[lane] : lanes.b[lane])); });
    });
}

void count(const Instruction& in, const Lanes& lanes)
{
    const unsigned unused = sizeOf(in.type) == 8 ? 0 : 32;
    forLanes(lanes.mask, [&](unsigned lane) {
        const std::uint64_t value = unused == 0 ? lanes.a[lane] : static_cast<std::uint32_t>(lanes.a[lane]);
        lanes.d[lane] = in.op == Op::CountOnes ? static_cast<unsigned>(std::popcount(value))
                                               : static_cast<unsigned>(std::countl_zero(value)) - unused;
    });
}

void convertAddress(const Instruction& in, const Lanes& lanes)
{
    const std::uint64_t window = in.space == Space::Shared ? sharedWindow : 0;
    forLanes(lanes.mask, [&](unsigned lane) { lanes.d[lane] = in.toGeneric ? lanes.a[lane] + window : lanes.a[lane] - window; });
}

} // namespace

std::size_t sizeOf(Type type)
{
    switch (type) {
    case Type::U8:
    case Type::S8:
        return 1;
    case Type::U16:
    case Type::S16:
        return 2;
    case Type::U32:
    case Type::S32:
    case Type::F32:
        return 4;
    default:
        return 8;
    }
}

const char* calculate(const Instruction& in, Warp& warp, std::uint32_t mask)
{
    // Predicates are no registers: whoever takes them asks the warp.
    const bool isOnPredicates = in.type == Type::Predicate;
    const auto lanesOf = [&](Slot slot) { return isOnPredicates ? nullptr : warp.lanes(slot); };
    const bool givesPredicate = in.op == Op::Compare;
    const bool takesPredicate = in.op == Op::Compare || in.op == Op::Select;
    const Lanes lanes
        = {mask, givesPredicate ? nullptr : lanesOf(in.d[0]), lanesOf(in.a), lanesOf(in.b), takesPredicate ? nullptr : lanesOf(in.c)};
    switch (in.op) {
    case Op::Add:
    case Op::Subtract:
        add(in, lanes);
        break;
    case Op::MultiplyLow:
    case Op::MultiplyHigh:
    case Op::MultiplyWide:
    case Op::MultiplyAddLow:
    case Op::MultiplyAddWide:
        multiply(in, lanes);
        break;
    case Op::FusedMultiplyAdd:
        withReal(in.type, [&](auto zero) {
            using T = decltype(zero);
            lanes.ternary<T>([](T x, T y, T z) { return std::fma(x, y, z); });
        });
        break;
    case Op::Divide:
    case Op::Remainder:
        return divide(in, lanes);
    case Op::Minimum:
    case Op::Maximum:
        chooseOne(in, lanes);
        break;
    case Op::Negate:
    case Op::Absolute:
        changeSign(in, lanes);
        break;
    case Op::SquareRoot:
        withReal(in.type, [&](auto zero) {
            using T = decltype(zero);
            lanes.unary<T>([](T x) { return std::sqrt(x); });
        });
        break;
    case Op::And:
    case Op::Or:
    case Op::Xor:
    case Op::Not:
        calculateLogic(in, warp, lanes);
        break;
    case Op::ShiftLeft:
    case Op::ShiftRight:
        shift(in, lanes);
        break;
    case Op::LeadingZeros:
    case Op::CountOnes:
        count(in, lanes);
        break;
    case Op::Compare:
        compare(in, warp, lanes);
        break;
    case Op::Select:
        select(in, warp, lanes);
        break;
    case Op::Move:
        move(in, warp, lanes);
        break;
    case Op::Pack:
        forLanes(mask, [&](unsigned lane) { lanes.d[lane] = (lanes.b[lane] << 32) | static_cast<std::uint32_t>(lanes.a[lane]); });
        break;
    case Op::Unpack:
        unpack(in, warp, lanes);
        break;
    case Op::Convert:
        convert(in, lanes);
        break;
    case Op::ConvertAddress:
        convertAddress(in, lanes);
        break;
    default:
        return "is none that calculates";
    }
    return nullptr;
}

} // namespace rotascope::ptx
