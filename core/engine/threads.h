// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace rotascope {

/// How many threads parallelFor uses: one for each core but no more than limitThreads() says, or only the caller's where the system does
/// not let this process start that many (oneTBB would wait for them forever). That is found at the first call.
unsigned parallelThreads();

/// The same without the limit: parallelThreads() is never more.
unsigned mostParallelThreads();

/// At most so many from now on, the caller's included; 0: no limit. What runs already goes on as it began.
void limitThreads(unsigned most);

/// Whether so many threads can be there at once, besides the caller's: not where a limit of threads or of address space is near.
bool canStartThreads(unsigned count);

} // namespace rotascope
