// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// PTX as nvcc writes it for the kernels of gpu/, decoded for the machine that runs it (machine.h). NVIDIA's "Parallel Thread Execution
// ISA" says what each instruction does. Only what kernels without calls, local memory, textures and static shared memory need:
// anything else is refused with its line, never skipped.

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace rotascope::ptx {

inline constexpr unsigned warpLanes = 32;

enum class Space : std::uint8_t { Generic, Global, Shared, Parameter };

/// What an instruction does, without its type.
enum class Op : std::uint8_t {
    Add,
    Subtract,
    MultiplyLow,
    MultiplyHigh,
    MultiplyWide,
    MultiplyAddLow,
    MultiplyAddWide,
    FusedMultiplyAdd,
    Divide,
    Remainder,
    Minimum,
    Maximum,
    Negate,
    Absolute,
    SquareRoot,
    And,
    Or,
    Xor,
    Not,
    ShiftLeft,
    ShiftRight,
    LeadingZeros,
    CountOnes,
    Compare,
    Select,
    Move,
    Pack,
    Unpack,
    Convert,
    ConvertAddress,
    Load,
    Store,
    AtomicAdd,
    Barrier,
    Branch,
    Return
};
enum class Type : std::uint8_t { Predicate, U8, S8, U16, S16, U32, S32, U64, S64, F32, F64 };
/// The second six hold for a NaN as well.
enum class Comparison : std::uint8_t { Eq, Ne, Lt, Le, Gt, Ge, Equ, Neu, Ltu, Leu, Gtu, Geu };
/// How the result of a comparison is combined with another predicate.
enum class Logic : std::uint8_t { None, And, Or, Xor };

/// A register, an immediate or a special register: each is a slot of a warp with a value a lane. Predicates have slots of their own.
using Slot = std::uint16_t;
inline constexpr Slot noSlot = 0xffff;

struct Instruction {
    Op op = Op::Return;
    Type type = Type::U32; ///< of the operation; a load's or store's of one element
    Type from = Type::U32; ///< Convert: of the source
    Comparison comparison = Comparison::Eq;
    Logic logic = Logic::None;
    bool isCombinedNegated = false; ///< Compare: the predicate `c` is negated first
    Space space = Space::Generic;
    bool roundsToZero = false; ///< Convert
    bool toGeneric = false; ///< ConvertAddress
    std::uint8_t elements = 1; ///< Load, Store: of a vector
    Slot guard = noSlot; ///< a predicate: the lanes in which it holds take part
    bool isGuardNegated = false;
    std::array<Slot, 4> d = {noSlot, noSlot, noSlot, noSlot}; ///< results; what a store writes
    Slot a = noSlot, b = noSlot, c = noSlot;
    std::int64_t offset = 0; ///< bytes, of an address
    std::uint32_t target = 0; ///< Branch: an index of the code
    std::uint32_t place = 0; ///< of Program::places
};

struct Kernel {
    struct Constant {
        Slot slot;
        std::uint64_t value;
    };

    std::string name; ///< mangled
    std::vector<Instruction> code; ///< ends in a Return
    std::vector<Constant> constants;
    std::size_t parameterBytes = 0;
    Slot slots = 0;
    Slot predicates = 0;
    /// Slots of the special registers; noSlot: not used.
    Slot thread = noSlot, threads = noSlot, block = noSlot, blocks = noSlot, lane = noSlot;
};

struct Program {
    std::map<std::string, Kernel, std::less<>> kernels; ///< by mangled name
    std::vector<std::string> places; ///< where instructions come from, as text; the first stands for no instruction
    int capability = 0; ///< the least compute capability that it is for: 75 is 7.5
};

/// Throws std::runtime_error with the line that it does not know.
Program parseProgram(std::string_view text);

/// The name of a kernel as people write it.
std::string kernelName(const std::string& mangled);

} // namespace rotascope::ptx
