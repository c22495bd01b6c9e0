// SPDX-License-Identifier: GPL-3.0-or-later
// seal_module FILE: writes its digest into an engine's module, once that is linked (core/engine/module_seal.h).
#include "core/engine/module_seal.h"

#include <cstdio>

int main(int argc, char** argv)
{
    if (argc != 2) {
        std::fprintf(stderr, "usage: seal_module FILE\n");
        return static_cast<int>(rotascope::ErrorKind::Usage);
    }
    const rotascope::Expected<void> sealed = rotascope::sealModule(argv[1]);
    if (!sealed) {
        std::fprintf(stderr, "seal_module: %s: %s\n", argv[1], sealed.error().message.english().c_str());
        return static_cast<int>(sealed.error().kind);
    }
    return 0;
}
