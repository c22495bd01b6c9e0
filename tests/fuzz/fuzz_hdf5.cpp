// SPDX-License-Identifier: GPL-3.0-or-later
// Recordings, HDF5 tables, and the structure of any HDF5 file. HDF5 itself runs in a child process, may crash there, and is then a damaged
// file; what the child does of our own must not.
#include "core/exchange/tables/hdf5_table.h"
#include "core/files/random_access_file.h"
#include "core/hdf5/file_structure.h"
#include "core/recording/recording_reader.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/hdf5_structures.h"

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <sanitizer/asan_interface.h>
#include <string>
#include <unistd.h>

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t most);
extern "C" void __sanitizer_set_death_callback(void (*callback)());

using namespace rotascope;

namespace {

const pid_t fuzzer = getpid();
bool isFaultOfHdf5 = false;

// Whose code it was: the first frame below the sanitizer's own, which belongs to this program as well.
void seeReport(const char* report)
{
    std::string_view frames(report);
    frames.remove_prefix(std::min(frames.find("#1 "), frames.size()));
    isFaultOfHdf5 = frames.find("libhdf5") < frames.find("/fuzz_");
}

// A sanitizer found a fault, in the child: it is the fuzzer's finding.
void die()
{
    if (getpid() != fuzzer && !isFaultOfHdf5) {
        kill(fuzzer, SIGABRT);
    }
}

std::string scratchFile()
{
    __asan_set_error_report_callback(seeReport);
    __sanitizer_set_death_callback(die);
    const std::filesystem::path folder = std::filesystem::temp_directory_path() / ("rotascope-fuzz-" + std::to_string(getpid()));
    std::filesystem::create_directory(folder);
    std::atexit([] {
        if (getpid() == fuzzer) {
            std::filesystem::remove_all(std::filesystem::temp_directory_path() / ("rotascope-fuzz-" + std::to_string(fuzzer)));
        }
    });
    return folder / "file";
}

template <class T> void expectSound(const Expected<T>& result, const std::string& file)
{
    if (!result && (result.error().kind != ErrorKind::Input || !result.error().message.english().starts_with(file))) {
        std::abort();
    }
}

void readRecording(const std::string& file)
{
    const auto reader = RecordingReader::open(file);
    expectSound(reader, file);
    if (!reader) {
        return;
    }
    expectSound((*reader)->countPositions(), file);
    for (std::size_t i = 0; i < (*reader)->info().ropes.size(); ++i) {
        if ((*reader)->info().ropes[i].hasAngles) {
            expectSound((*reader)->angleHistograms(i, 360), file);
        }
    }
}

} // namespace

// A request for more memory than there is has an answer that HDF5 knows. What the sanitizer keeps of released memory makes each fork slow,
// and so would names of functions; to see them in a finding: ASAN_OPTIONS=symbolize=1.
extern "C" const char* __asan_default_options()
{
    return "allocator_may_return_null=1:symbolize=0:quarantine_size_mb=1:malloc_context_size=4";
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const std::string file = scratchFile();
    std::ofstream(file, std::ios::binary) << fuzz::textOf(data, size);
    readRecording(file);
    expectSound(hdf5Format.read(file), file);
    expectSound(readStructure(file), file);
    return 0;
}

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t most, unsigned seed)
{
    std::mt19937_64 random(seed);
    if (random() % 8 == 0) {
        return LLVMFuzzerMutate(data, size, most);
    }
    fuzz::damageHdf5({data, size}, random);
    return size;
}
