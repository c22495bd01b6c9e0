// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gpu/ptx/program.h"
#include "tests/gpu/ptx/statements.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <cxxabi.h>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>

namespace rotascope::ptx {
namespace {

// Instructions that take registers and give one: their name, what they do, how many they take.
struct Calculation {
    std::string_view name;
    Op op;
    std::size_t operands;
};
constexpr std::array calculations = {Calculation{"add", Op::Add, 2}, Calculation{"sub", Op::Subtract, 2},
    Calculation{"mul", Op::MultiplyLow, 2}, Calculation{"mul.lo", Op::MultiplyLow, 2}, Calculation{"mul.hi", Op::MultiplyHigh, 2},
    Calculation{"mul.wide", Op::MultiplyWide, 2}, Calculation{"mad.lo", Op::MultiplyAddLow, 3},
    Calculation{"mad.wide", Op::MultiplyAddWide, 3}, Calculation{"fma", Op::FusedMultiplyAdd, 3}, Calculation{"div", Op::Divide, 2},
    Calculation{"rem", Op::Remainder, 2}, Calculation{"min", Op::Minimum, 2}, Calculation{"max", Op::Maximum, 2},
    Calculation{"neg", Op::Negate, 1}, Calculation{"abs", Op::Absolute, 1}, Calculation{"sqrt", Op::SquareRoot, 1},
    Calculation{"and", Op::And, 2}, Calculation{"or", Op::Or, 2}, Calculation{"xor", Op::Xor, 2}, Calculation{"not", Op::Not, 1},
    Calculation{"shl", Op::ShiftLeft, 2}, Calculation{"shr", Op::ShiftRight, 2}, Calculation{"clz", Op::LeadingZeros, 1},
    Calculation{"popc", Op::CountOnes, 1}, Calculation{"selp", Op::Select, 3}};

// A name and what it means, of a list of these.
template <class T, std::size_t size>
std::optional<T> lookUp(const std::array<std::pair<std::string_view, T>, size>& table, std::string_view name)
{
    const auto found = std::ranges::find(table, name, &std::pair<std::string_view, T>::first);
    return found == table.end() ? std::nullopt : std::optional(found->second);
}

constexpr std::array<std::pair<std::string_view, Type>, 15> typeNames = {{{"pred", Type::Predicate}, {"u8", Type::U8}, {"b8", Type::U8},
    {"s8", Type::S8}, {"u16", Type::U16}, {"b16", Type::U16}, {"s16", Type::S16}, {"u32", Type::U32}, {"b32", Type::U32},
    {"s32", Type::S32}, {"u64", Type::U64}, {"b64", Type::U64}, {"s64", Type::S64}, {"f32", Type::F32}, {"f64", Type::F64}}};
constexpr std::array<std::pair<std::string_view, Comparison>, 12> comparisonNames = {{{"eq", Comparison::Eq}, {"ne", Comparison::Ne},
    {"lt", Comparison::Lt}, {"le", Comparison::Le}, {"gt", Comparison::Gt}, {"ge", Comparison::Ge}, {"equ", Comparison::Equ},
    {"neu", Comparison::Neu}, {"ltu", Comparison::Ltu}, {"leu", Comparison::Leu}, {"gtu", Comparison::Gtu}, {"geu", Comparison::Geu}}};
// Those that the machine heeds, and those that it may ignore: how long a cache keeps what is loaded, that a branch does not diverge.
constexpr std::array<std::string_view, 24> modifierNames = {"lo", "hi", "wide", "rn", "rzi", "to", "global", "shared", "param", "v2", "v4",
    "add", "sync", "uni", "and", "or", "xor", "nc", "relaxed", "gpu", "cta", "L1::evict_first", "L1::no_allocate", "num"};

// One instruction as it is written.
struct Written {
    std::string name; // without modifiers
    std::vector<std::string> modifiers;
    std::vector<Type> types;
    std::vector<std::string> operands;

    [[nodiscard]] bool has(std::string_view modifier) const { return std::ranges::find(modifiers, modifier) != modifiers.end(); }
};

class KernelParser {
public:
    KernelParser(const ModuleText& module, const KernelText& text, std::vector<std::string>& places)
        : m_module(module), m_text(text), m_places(places)
    {
        m_kernel.name = text.name;
        m_kernel.parameterBytes = text.parameterBytes;
    }

    Kernel parse()
    {
        for (const Statement& statement : m_text.statements) {
            m_place = &statement.place;
            take(statement.text);
        }
        for (const Jump& jump : m_jumps) {
            m_kernel.code[jump.from].target = m_labels.at(jump.label);
        }
        m_kernel.code.emplace_back(); // falling off the end is a return
        return std::move(m_kernel);
    }

private:
    struct Jump {
        std::size_t from;
        std::string label;
    };

    [[noreturn]] void fail(const std::string& what) const { throw std::runtime_error(*m_place + ": this machine knows no " + what); }

    void take(const std::string& text)
    {
        if (text == "{") {
            m_scopes.push_back(++m_scopeCount);
        } else if (text == "}") {
            if (!m_scopes.empty()) {
                m_scopes.pop_back();
            }
        } else if (text.back() == ':') {
            m_labels[text.substr(0, text.size() - 1)] = static_cast<std::uint32_t>(m_kernel.code.size());
        } else if (text.starts_with(".reg")) {
            declare(text);
        } else if (text[0] == '.' && !text.starts_with(".pragma")) {
            fail("directive " + text);
        } else if (text[0] != '.') {
            takeInstruction(text);
        }
    }

    // .reg .b64 %rd<48>  or  .reg .b64 %first, %second
    void declare(const std::string& text)
    {
        const std::size_t space = text.find_first_of(" \t", text.find('.', 1));
        Slot& next = text.find(".pred") != std::string::npos ? m_kernel.predicates : m_kernel.slots;
        for (const std::string& name : splitList(std::string_view(text).substr(space), ',')) {
            const std::size_t angle = name.find('<');
            const unsigned long count = angle == std::string::npos ? 1 : std::strtoul(name.c_str() + angle + 1, nullptr, 10);
            for (unsigned long i = 0; i < count; ++i) {
                m_registers[scoped(angle == std::string::npos ? name : name.substr(0, angle) + std::to_string(i), m_scopes.size())]
                    = next++;
            }
        }
    }

    // A register's name within the innermost `depth` of the scopes that are open.
    [[nodiscard]] std::string scoped(const std::string& name, std::size_t depth) const
    {
        return depth == 0 ? name : name + '@' + std::to_string(m_scopes[depth - 1]);
    }

    Slot registerOf(const std::string& name)
    {
        for (std::size_t depth = m_scopes.size() + 1; depth-- > 0;) {
            if (const auto found = m_registers.find(scoped(name, depth)); found != m_registers.end()) {
                return found->second;
            }
        }
        const std::array<std::pair<std::string_view, Slot*>, 5> special = {{{"%tid.x", &m_kernel.thread}, {"%ntid.x", &m_kernel.threads},
            {"%ctaid.x", &m_kernel.block}, {"%nctaid.x", &m_kernel.blocks}, {"%laneid", &m_kernel.lane}}};
        const std::optional<Slot*> slot = lookUp(special, name);
        if (!slot) {
            fail("register " + name);
        }
        if (**slot == noSlot) {
            **slot = m_kernel.slots++;
        }
        return **slot;
    }

    Slot constant(std::uint64_t value)
    {
        const auto [found, isNew] = m_constants.try_emplace(value, m_kernel.slots);
        if (isNew) {
            m_kernel.constants.push_back({m_kernel.slots++, value});
        }
        return found->second;
    }

    Slot operand(const std::string& text)
    {
        if (text == "_") {
            return noSlot; // a result that is not wanted
        }
        if (text[0] == '%') {
            return registerOf(text);
        }
        if (std::ranges::find(m_module.sharedSymbols, text) != m_module.sharedSymbols.end()) {
            return constant(0);
        }
        if (text.starts_with("0f") || text.starts_with("0d")) { // the bits of a float or a double
            return constant(std::strtoull(text.c_str() + 2, nullptr, 16));
        }
        if (text[0] == '-') {
            return constant(static_cast<std::uint64_t>(std::strtoll(text.c_str(), nullptr, 0)));
        }
        if (std::isdigit(static_cast<unsigned char>(text[0])) == 0) {
            fail("operand " + text);
        }
        return constant(std::strtoull(text.c_str(), nullptr, 0));
    }

    // {first, second}, or one alone.
    std::vector<Slot> operandList(const std::string& text)
    {
        std::vector<Slot> slots;
        const bool isList = text[0] == '{';
        for (const std::string& each : splitList(isList ? std::string_view(text).substr(1, text.size() - 2) : text, ',')) {
            slots.push_back(operand(each));
        }
        return slots;
    }

    // [base+offset]
    void address(const std::string& text, Instruction& result)
    {
        const std::string inside = trimmed(std::string_view(text).substr(1, text.size() - 2));
        const std::size_t plus = inside.find('+');
        const std::string base = trimmed(std::string_view(inside).substr(0, plus));
        result.offset = plus == std::string::npos ? 0 : std::strtoll(inside.c_str() + plus + 1, nullptr, 0);
        const auto parameter = m_text.parameters.find(base);
        if (parameter != m_text.parameters.end()) {
            result.offset += static_cast<std::int64_t>(parameter->second);
        }
        result.a = parameter != m_text.parameters.end() ? constant(0) : operand(base);
    }

    Written written(const std::string& text) const
    {
        Written result;
        const std::size_t space = text.find_first_of(" \t");
        std::vector<std::string> parts = splitList(std::string_view(text).substr(0, space), '.');
        result.name = parts.front();
        for (const std::string& part : std::span(parts).subspan(1)) {
            if (const std::optional<Type> type = lookUp(typeNames, part)) {
                result.types.push_back(*type);
            } else if (lookUp(comparisonNames, part) || std::ranges::find(modifierNames, part) != modifierNames.end()) {
                result.modifiers.push_back(part);
            } else {
                fail("modifier ." + part + " of " + text);
            }
        }
        if (space != std::string::npos) {
            result.operands = splitList(std::string_view(text).substr(space), ',');
        }
        return result;
    }

    void takeInstruction(std::string text)
    {
        Instruction result;
        result.place = placeIndex();
        if (text[0] == '@') {
            const std::size_t space = text.find_first_of(" \t");
            result.isGuardNegated = text[1] == '!';
            const std::size_t begin = result.isGuardNegated ? 2 : 1;
            result.guard = registerOf(text.substr(begin, space - begin));
            text = trimmed(std::string_view(text).substr(space));
        }
        const Written in = written(text);
        result.type = in.types.empty() ? Type::U32 : in.types.front();
        result.space = in.has("global") ? Space::Global
            : in.has("shared")          ? Space::Shared
            : in.has("param")           ? Space::Parameter
                                        : Space::Generic;
        if (!takeCalculation(in, result) && !takeMove(in, result) && !takeAccess(in, result) && !takeFlow(in, result)) {
            fail("instruction " + text);
        }
        m_kernel.code.push_back(result);
    }

    std::uint32_t placeIndex()
    {
        if (m_places.back() != *m_place) {
            m_places.push_back(*m_place);
        }
        return static_cast<std::uint32_t>(m_places.size() - 1);
    }

    bool takeCalculation(const Written& in, Instruction& result)
    {
        std::string name = in.name;
        for (const std::string_view part : {"lo", "hi", "wide"}) {
            name += in.has(part) ? "." + std::string(part) : "";
        }
        const auto* const found = std::ranges::find(calculations, name, &Calculation::name);
        if (found == calculations.end() || in.operands.size() != found->operands + 1) {
            return false;
        }
        result.op = found->op;
        result.d[0] = operand(in.operands[0]);
        const std::array<Slot*, 3> sources = {&result.a, &result.b, &result.c};
        for (std::size_t i = 0; i < found->operands; ++i) {
            *sources[i] = operand(in.operands[i + 1]);
        }
        return true;
    }

    bool takeMove(const Written& in, Instruction& result)
    {
        if (in.name == "setp") {
            takeComparison(in, result);
        } else if (in.name == "mov") {
            takeMov(in, result);
        } else if (in.name == "cvt") {
            result.op = Op::Convert;
            result.d[0] = operand(in.operands.at(0));
            result.a = operand(in.operands.at(1));
            result.from = in.types.at(1);
            result.roundsToZero = in.has("rzi");
        } else if (in.name == "cvta") {
            result.op = Op::ConvertAddress;
            result.d[0] = operand(in.operands.at(0));
            result.a = operand(in.operands.at(1));
            result.toGeneric = !in.has("to");
        } else {
            return false;
        }
        return true;
    }

    void takeComparison(const Written& in, Instruction& result)
    {
        result.op = Op::Compare;
        const std::optional<Comparison> comparison = lookUp(comparisonNames, in.modifiers.at(0));
        if (!comparison) {
            fail("comparison ." + in.modifiers[0]);
        }
        result.comparison = *comparison;
        result.d[0] = operand(in.operands.at(0));
        result.a = operand(in.operands.at(1));
        result.b = operand(in.operands.at(2));
        if (in.operands.size() > 3) {
            result.logic = in.has("and") ? Logic::And : in.has("or") ? Logic::Or : Logic::Xor;
            result.isCombinedNegated = in.operands[3][0] == '!';
            result.c = operand(in.operands[3].substr(result.isCombinedNegated ? 1 : 0));
        }
    }

    void takeMov(const Written& in, Instruction& result)
    {
        const std::vector<Slot> to = operandList(in.operands.at(0));
        const std::vector<Slot> from = operandList(in.operands.at(1));
        if (to.size() + from.size() > 3 || (to.size() + from.size() == 3 && result.type != Type::U64)) {
            fail("mov of such a vector");
        }
        result.op = to.size() == 2 ? Op::Unpack : from.size() == 2 ? Op::Pack : Op::Move;
        std::ranges::copy(to, result.d.begin());
        result.a = from[0];
        result.b = from.back();
    }

    bool takeAccess(const Written& in, Instruction& result)
    {
        const bool isStore = in.name == "st" || in.name == "red";
        const bool isAtomic = in.name == "atom" || in.name == "red";
        if (in.name != "ld" && !isStore && !isAtomic) {
            return false;
        }
        if ((isAtomic && !in.has("add")) || result.type == Type::S8 || result.type == Type::S16) { // a sign is not extended
            fail("such a " + in.name);
        }
        result.op = isAtomic ? Op::AtomicAdd : isStore ? Op::Store : Op::Load;
        result.elements = in.has("v2") ? 2 : in.has("v4") ? 4 : 1;
        address(in.operands.at(isStore ? 0 : 1), result);
        if (isAtomic) {
            result.b = operand(in.operands.back());
            result.d[0] = isStore ? noSlot : operand(in.operands[0]);
        } else {
            std::ranges::copy(operandList(in.operands.at(isStore ? 1 : 0)), result.d.begin());
        }
        return true;
    }

    bool takeFlow(const Written& in, Instruction& result)
    {
        if (in.name == "bar" || in.name == "barrier") {
            if (in.operands != std::vector<std::string>{"0"}) {
                fail("barrier but number 0 for all threads");
            }
            result.op = Op::Barrier;
        } else if (in.name == "bra") {
            result.op = Op::Branch;
            m_jumps.push_back({m_kernel.code.size(), in.operands.at(0)});
        } else if (in.name == "ret" || in.name == "exit") {
            result.op = Op::Return;
        } else {
            return false;
        }
        return true;
    }

    const ModuleText& m_module;
    const KernelText& m_text;
    std::vector<std::string>& m_places;
    Kernel m_kernel;
    std::map<std::string, Slot, std::less<>> m_registers;
    std::map<std::uint64_t, Slot> m_constants;
    std::map<std::string, std::uint32_t, std::less<>> m_labels;
    std::vector<Jump> m_jumps;
    std::vector<int> m_scopes;
    int m_scopeCount = 0;
    const std::string* m_place = nullptr;
};

} // namespace

Program parseProgram(std::string_view text)
{
    const ModuleText module = splitModule(text);
    Program program;
    program.capability = module.capability;
    program.places = {"the host"};
    for (const KernelText& kernel : module.kernels) {
        program.kernels.emplace(kernel.name, KernelParser(module, kernel, program.places).parse());
    }
    return program;
}

std::string kernelName(const std::string& mangled)
{
    int status = 0;
    const std::unique_ptr<char, void (*)(void*)> text(abi::__cxa_demangle(mangled.c_str(), nullptr, nullptr, &status), std::free);
    const std::string whole = status == 0 ? text.get() : mangled;
    // void rotascope::gpu::runKernel<rotascope::gpu::FindLevels>(rotascope::gpu::FindLevels)
    const std::size_t open = whole.find('<');
    const std::size_t close = whole.rfind(">(");
    return open == std::string::npos || close == std::string::npos ? whole
                                                                   : trimmed(std::string_view(whole).substr(open + 1, close - open - 1));
}

} // namespace rotascope::ptx
