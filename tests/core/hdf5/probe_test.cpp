// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hdf5/probe.h"

#include "core/hdf5/lock.h"

#include <csignal>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <hdf5.h>
#include <unistd.h>

using namespace rotascope;
using testing::HasSubstr;

TEST(ProbeTest, WhatEndsIsFine)
{
    const hdf5::Lock lock;
    EXPECT_TRUE(hdf5::probe("run.h5", 10, [] { const hdf5::Lock again; }));
}

TEST(ProbeTest, ACrashOfTheChildIsAnErrorOfTheFile)
{
    const hdf5::Lock lock;
    for (const int signal : {SIGSEGV, SIGFPE, SIGABRT}) {
        const Expected<void> result = hdf5::probe("run.h5", 10, [signal] { ::raise(signal); });
        ASSERT_FALSE(result);
        EXPECT_EQ(result.error().kind, ErrorKind::Input);
        EXPECT_THAT(result.error().message, HasSubstr("run.h5: is damaged: HDF5 itself fails"));
    }
}

TEST(ProbeTest, AChildThatHangsIsEnded)
{
    const hdf5::Lock lock;
    const Expected<void> result = hdf5::probe("run.h5", 1, [] {
        while (true) {
            ::pause();
        }
    });
    ASSERT_FALSE(result);
    EXPECT_THAT(result.error().message, HasSubstr("does not come to an end"));
}
