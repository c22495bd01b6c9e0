// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/engine_module.h"

#include "core/engine/module_seal.h"

#include <array>
#include <cstdlib>
#include <dlfcn.h>
#include <string_view>

namespace rotascope {
namespace {

constexpr const char* cudaModuleName = "librotascope_cuda.so";

// What the module says where nothing is wrong with it; it is loaded, so that lupdate sees its words here alone.
[[maybe_unused]] constexpr const char* usualReason = Sentence::marked("no NVIDIA driver was found");

tl::unexpected<Error> moduleError(const std::filesystem::path& file, const Sentence& reason)
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

// Whether the loader may be given the file. What stands in a module runs as part of the program, so a module is trusted; but one that
// was not copied to its end, or is damaged, must not take the program along.
Expected<void> checkModuleFile(const std::filesystem::path& file)
{
    if (!file.is_absolute()) { // it would be looked for in the folder that the user stands in
        return moduleError(file, Sentence::of("is relative to the current folder; expected an absolute path"));
    }
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored)) {
        return moduleError(file, Sentence::of("does not exist"));
    }
    if (!std::filesystem::is_regular_file(file, ignored)) { // the loader would wait for a pipe's writer
        return moduleError(file, Sentence::of("is not a file"));
    }
    return checkModuleSeal(file).map_error([&](Error&& error) { return Error{error.kind, file.string() + ": " + error.message}; });
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
        return moduleError(
            file, Sentence::of("cannot be loaded: {1}", reason != nullptr ? Sentence(reason) : Sentence::of("unknown reason")));
    }
    const auto interface = library->function<EngineInterfaceFunction>("rotascope_engine_interface");
    const auto make = library->function<MakeEngineFunction>("rotascope_make_engine");
    const auto destroy = library->function<DeleteEngineFunction>("rotascope_delete_engine");
    if (interface == nullptr || make == nullptr || destroy == nullptr) {
        return moduleError(file, Sentence::of("is not a Rotascope engine"));
    }
    if (std::string_view(interface()) != engineInterface) {
        return moduleError(
            file, Sentence::of(R"(was built for "{1}"; expected "{2}": install both from one build)", interface(), engineInterface));
    }
    std::array<char, 512> reason{};
    Engine* engine = make(reason.data(), reason.size());
    if (engine == nullptr) {
        return tl::unexpected(Error{ErrorKind::Engine, Sentence::label(reason.data())}); // as it is where it has no translation
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
