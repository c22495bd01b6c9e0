// SPDX-License-Identifier: GPL-3.0-or-later
// What the loadable CUDA engine exports (core/engine/engine_module.h).
#include "core/engine/engine_module.h"
#include "gpu/cuda_device.h"
#include "gpu/device_engine.h"
#include "gpu/module_entry.h"

extern "C" {

ROTASCOPE_EXPORT const char* rotascope_engine_interface()
{
    return rotascope::engineInterface;
}

ROTASCOPE_EXPORT rotascope::Engine* rotascope_make_engine(char* reason, std::size_t size)
{
    return rotascope::gpu::makeModuleEngine(rotascope::gpu::openCudaDevice, "cuda", reason, size);
}

ROTASCOPE_EXPORT void rotascope_delete_engine(rotascope::Engine* engine)
{
    delete engine; // NOLINT(cppcoreguidelines-owning-memory): made by rotascope_make_engine
}
}
