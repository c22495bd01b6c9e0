// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/session.h"
#include "tests/fuzz/fuzz.h"

// A session that was read is saved, and read again it is the same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace rotascope;
    const Expected<Session> session = parseSession(fuzz::textOf(data, size), "file");
    fuzz::expectSound(session);
    if (!session) {
        return 0;
    }
    const Expected<std::string> text = toJson(*session, "/");
    const Expected<std::string> again
        = text.and_then([](const std::string& saved) { return parseSession(saved, "file"); }).and_then([](const Session& read) {
              return toJson(read, "/");
          });
    if (!again || *again != *text) {
        std::abort();
    }
    return 0;
}
