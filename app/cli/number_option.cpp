// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/number_option.h"

#include "core/files/length_text.h"
#include "core/files/text.h"

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <cmath>
#include <optional>
#include <vector>

namespace rotascope::cli {
namespace {

[[noreturn]] void refuse(const std::string& option, const std::string& what)
{
    throw CLI::ValidationError(option + " " + what, CLI::ExitCodes::ValidationError);
}

// A number or a length, by what `read` makes of the text.
template <class Read> std::int64_t numberIn(const std::string& option, WholeNumbers range, const std::string& text, Read read)
{
    const auto value = read(text, range.least, range.most);
    if (!value) {
        refuse(option, value.error());
    }
    return *value;
}

} // namespace

CLI::Option* addNumber(CLI::App& command, const std::string& option, WholeNumbers range, const std::string& description,
    const std::function<void(std::int64_t)>& set)
{
    const auto read = [option, range, set](const std::string& text) { set(numberIn(option, range, text, wholeNumberIn)); };
    return command.add_option_function<std::string>(option, read, description)->type_name("N");
}

CLI::Option* addLength(CLI::App& command, const std::string& option, WholeNumbers range, const std::string& description,
    const std::function<void(std::int64_t)>& set)
{
    const auto read = [option, range, set](const std::string& text) { set(numberIn(option, range, text, lengthIn)); };
    return command.add_option_function<std::string>(option, read, description)->type_name("N");
}

CLI::Option* addLengths(CLI::App& command, const std::string& option, WholeNumbers range, const std::string& description,
    const std::function<void(std::int64_t)>& add)
{
    const auto read = [option, range, add](const std::vector<std::string>& texts) {
        for (const std::string& text : texts) {
            add(numberIn(option, range, text, lengthIn));
        }
    };
    return command.add_option_function<std::vector<std::string>>(option, read, description)->type_name("N")->expected(1)->take_all();
}

CLI::Option* addNumber(
    CLI::App& command, const std::string& option, RealNumbers range, const std::string& description, const std::function<void(double)>& set)
{
    const auto read = [option, range, set](const std::string& text) {
        const std::optional<double> value = numberOf(text);
        if (!value || !std::isfinite(*value) || !range.takes(*value)) {
            refuse(option, "is " + inQuotes(text) + "; expected a number" + std::string(range.expected));
        }
        set(*value);
    };
    return command.add_option_function<std::string>(option, read, description)->type_name("X");
}

} // namespace rotascope::cli
