// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tour/tour.h"
#include "tests/fuzz/fuzz.h"

// A tour that was read has what a card shows.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace rotascope;
    const Expected<Tour> tour = parseTour(fuzz::textOf(data, size), "file");
    fuzz::expectSound(tour);
    if (tour && (tour->steps.empty() || tour->title.in("en").empty() || tour->steps.front().text.in("ja").empty())) {
        std::abort();
    }
    return 0;
}
