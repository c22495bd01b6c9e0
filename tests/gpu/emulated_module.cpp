// SPDX-License-Identifier: GPL-3.0-or-later
// A module like the CUDA engine's whose device is the CPU: for tests of loading and for trying out the programs without a GPU
// (ROTASCOPE_CUDA_MODULE=build/.../libemulated_engine.so). ROTASCOPE_EMULATED_GATE=PIPE: its start takes as long as a driver may: until
// someone has opened the pipe for writing and closed it.
#include "core/engine/engine_module.h"
#include "gpu/module_entry.h"
#include "tests/gpu/host_device.h"

#include <cstdlib>
#include <fstream>
#include <memory>

namespace {

rotascope::gpu::Result<std::unique_ptr<rotascope::gpu::Device>> openHostDevice()
{
    if (const char* gate = std::getenv("ROTASCOPE_EMULATED_GATE"); gate != nullptr) { // NOLINT(concurrency-mt-unsafe)
        std::ifstream(gate).get();
    }
    return rotascope::gpu::makeHostDevice(std::make_shared<rotascope::gpu::HostDeviceLog>());
}

} // namespace

extern "C" {

ROTASCOPE_EXPORT const char* rotascope_engine_interface()
{
#ifdef ROTASCOPE_OLD_INTERFACE
    return "rotascope-engine/0 0.0.1";
#else
    return rotascope::engineInterface;
#endif
}

ROTASCOPE_EXPORT rotascope::Engine* rotascope_make_engine(char* reason, std::size_t size)
{
    return rotascope::gpu::makeModuleEngine(openHostDevice, "cuda", reason, size);
}

ROTASCOPE_EXPORT void rotascope_delete_engine(rotascope::Engine* engine)
{
    delete engine; // NOLINT(cppcoreguidelines-owning-memory): made by rotascope_make_engine
}
}
