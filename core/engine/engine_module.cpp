// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/engine_module.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <elf.h>
#include <fstream>
#include <string_view>
#include <vector>

namespace rotascope {
namespace {

constexpr const char* cudaModuleName = "librotascope_cuda.so";

tl::unexpected<Error> moduleError(const std::filesystem::path& file, const std::string& reason)
{
    return tl::unexpected(Error{ErrorKind::Engine, file.string() + ": " + reason});
}

// A module that is loaded. It stays in memory to the end of the program, because a CUDA runtime does not like to be unloaded.
class Library {
public:
    explicit Library(const std::filesystem::path& file) : m_handle(dlopen(file.c_str(), RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE)) { }
    Library(const Library&) = delete;
    Library& operator=(const Library&) = delete;
    ~Library()
    {
        if (m_handle != nullptr) {
            dlclose(m_handle);
        }
    }

    [[nodiscard]] bool isLoaded() const { return m_handle != nullptr; }
    template <class Function> [[nodiscard]] Function function(const char* name) const
    {
        return reinterpret_cast<Function>(dlsym(m_handle, name)); // NOLINT(cppcoreguidelines-pro-type-reinterpret-cast): what dlsym is for
    }

private:
    void* m_handle;
};

// How long the file must be for the loader, which maps all that the program headers name and dies where the file ends before. 0 if it is
// nothing that this machine's loader would take; it says that better itself.
std::uint64_t expectedSize(const std::filesystem::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    const auto read = [&](auto* first, std::size_t count) {
        stream.read(reinterpret_cast<char*>(first), static_cast<std::streamsize>(count * sizeof *first)); // NOLINT: bytes of a plain struct
        return stream.good();
    };
    Elf64_Ehdr header{};
    if (!read(&header, 1) || std::memcmp(header.e_ident, ELFMAG, SELFMAG) != 0 || header.e_ident[EI_CLASS] != ELFCLASS64) {
        return 0;
    }
    std::vector<Elf64_Phdr> segments(header.e_phnum);
    stream.seekg(static_cast<std::streamoff>(header.e_phoff));
    if (!read(segments.data(), segments.size())) {
        return 0;
    }
    std::uint64_t size = 0;
    for (const Elf64_Phdr& segment : segments) {
        if (segment.p_type == PT_LOAD) {
            size = std::max(size, segment.p_offset + segment.p_filesz);
        }
    }
    return size;
}

// Whether the loader may be given the file. What stands in a module runs as part of the program, so a module is trusted; but one that
// was not copied to its end must not take the program along.
Expected<void> checkModuleFile(const std::filesystem::path& file)
{
    if (!file.is_absolute()) { // it would be looked for in the folder that the user stands in
        return moduleError(file, "is relative to the current folder; expected an absolute path");
    }
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored)) {
        return moduleError(file, "does not exist");
    }
    if (!std::filesystem::is_regular_file(file, ignored)) { // the loader would wait for a pipe's writer
        return moduleError(file, "is not a file");
    }
    const std::uintmax_t size = std::filesystem::file_size(file, ignored);
    if (const std::uint64_t expected = expectedSize(file); size < expected) {
        return moduleError(file, "is cut short: has " + std::to_string(size) + " bytes; expected at least " + std::to_string(expected));
    }
    return {};
}

} // namespace

Expected<std::shared_ptr<Engine>> loadEngineModule(const std::filesystem::path& file)
{
    if (const Expected<void> usable = checkModuleFile(file); !usable) {
        return tl::unexpected(usable.error());
    }
    auto library = std::make_shared<Library>(file);
    if (!library->isLoaded()) {
        const char* reason = dlerror();
        return moduleError(file, std::string("cannot be loaded: ") + (reason != nullptr ? reason : "unknown reason"));
    }
    const auto interface = library->function<EngineInterfaceFunction>("rotascope_engine_interface");
    const auto make = library->function<MakeEngineFunction>("rotascope_make_engine");
    const auto destroy = library->function<DeleteEngineFunction>("rotascope_delete_engine");
    if (interface == nullptr || make == nullptr || destroy == nullptr) {
        return moduleError(file, "is not a Rotascope engine");
    }
    if (std::string_view(interface()) != engineInterface) {
        return moduleError(
            file, std::string("was built for \"") + interface() + "\"; expected \"" + engineInterface + "\": install both from one build");
    }
    std::array<char, 512> reason{};
    Engine* engine = make(reason.data(), reason.size());
    if (engine == nullptr) {
        return tl::unexpected(Error{ErrorKind::Engine, reason.data()});
    }
    return std::shared_ptr<Engine>(engine, [library, destroy](Engine* old) { destroy(old); });
}

ModuleLocation cudaModule()
{
    if (const char* file = std::getenv(cudaModuleVariable); file != nullptr && *file != '\0') { // NOLINT(concurrency-mt-unsafe)
        return {file, true};
    }
    std::error_code error;
    // Where the program itself is, whatever links lead to it. Empty where there is no /proc; the module's path is then relative, and
    // refused.
    const std::filesystem::path folder = std::filesystem::read_symlink("/proc/self/exe", error).parent_path();
    const std::filesystem::path installed = folder.parent_path() / "lib" / "rotascope" / cudaModuleName;
    return {std::filesystem::exists(installed, error) ? installed : folder / cudaModuleName, false};
}

} // namespace rotascope
