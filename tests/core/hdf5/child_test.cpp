// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hdf5/child.h"

#include <atomic>
#include <csignal>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <hdf5.h>
#include <thread>
#include <unistd.h>

using namespace rotascope;
using testing::HasSubstr;

namespace {

RandomAccessFile thisProgram()
{
    return std::move(*RandomAccessFile::open("/proc/self/exe", "a program"));
}

constexpr hdf5::ChildLimits limits(unsigned seconds)
{
    return {seconds, 0};
}

std::string messageAfter(unsigned seconds, const std::function<std::string()>& work)
{
    const auto answer = hdf5::askChild(limits(seconds), work);
    EXPECT_FALSE(answer);
    const Error error = hdf5::readFailure("a.h5", answer.error());
    EXPECT_EQ(error.kind, ErrorKind::Input);
    return error.message;
}

struct Mixed {
    std::optional<std::vector<double>> numbers;
    std::map<std::string, std::string> texts;
    bool flag = false;
};

template <class Archive> void transfer(Archive& archive, Mixed& value)
{
    hdf5::transfer(archive, value.numbers);
    hdf5::transfer(archive, value.texts);
    hdf5::transfer(archive, value.flag);
}

} // namespace

TEST(ChildTest, AnswersHoweverMuchItIs)
{
    const std::string much(std::size_t{3} << 20U, 'x');
    EXPECT_EQ(hdf5::askChild(limits(10), [&] { return std::string(much); }), much);
    EXPECT_EQ(hdf5::askChild({}, [&] { return std::string(much); }), much);
}

// Threads may open files at the same time: each has a child of its own, and HDF5 in it.
TEST(ChildTest, SeveralThreadsMayAsk)
{
#ifdef __SANITIZE_ADDRESS__
    GTEST_SKIP()
        << "the allocator of GCC 12's AddressSanitizer does not release its locks in a child (glibc's does): a child that is forked while "
           "another thread allocates may wait for ever";
#endif
    std::vector<std::jthread> threads;
    threads.reserve(4);
    std::atomic<int> right = 0;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&right, i] {
            const auto answer = hdf5::askChild(limits(10), [i] { return std::to_string(H5Eclear2(H5E_DEFAULT) + i); });
            right += answer == std::to_string(i) ? 1 : 0;
        });
    }
    threads.clear();
    EXPECT_EQ(right, 4);
}

TEST(ChildTest, FailuresOfWritingSaySo)
{
    const auto crash = hdf5::writeInChild<std::string>("a.h5", []() -> Expected<std::string> {
        ::raise(SIGSEGV);
        return std::string();
    });
    ASSERT_FALSE(crash);
    EXPECT_EQ(crash.error().kind, ErrorKind::Output);
    EXPECT_THAT(crash.error().message, HasSubstr("a.h5: cannot be written: HDF5 itself fails"));
}

TEST(ChildTest, ACrashIsAnErrorOfTheFile)
{
    for (const int signal : {SIGSEGV, SIGFPE, SIGABRT}) {
        const std::string message = messageAfter(10, [signal] {
            ::raise(signal);
            return std::string();
        });
        EXPECT_THAT(message, HasSubstr("a.h5: is damaged: HDF5 itself fails"));
    }
}

TEST(ChildTest, IsEndedWhenItHangsOrLoops)
{
    const auto hang = [] {
        ::pause();
        return std::string();
    };
    const auto loop = [] {
        for (volatile bool goesOn = true; goesOn;) { }
        return std::string();
    };
    EXPECT_THAT(messageAfter(1, hang), HasSubstr("the disk does not answer"));
    EXPECT_THAT(messageAfter(1, loop), HasSubstr("does not come to an end"));
}

TEST(ChildTest, GetsNotMoreMemoryThanTheFileIsWorth)
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    GTEST_SKIP() << "sanitizers take any amount of memory";
#endif
    EXPECT_THAT(messageAfter(10,
                    [] {
                        std::vector<std::string> taken;
                        taken.reserve(4096);
                        for (int i = 0; i < 4096; ++i) {
                            taken.emplace_back(std::size_t{1} << 20U, 'x');
                        }
                        return taken.back();
                    }),
        HasSubstr("takes more memory than there is, or than files of its size are given"));
}

TEST(ChildTest, ValuesAndErrorsArriveWhole)
{
    const auto sent = Mixed{{{1.5, -0.0}}, {{"a", "one"}, {"b", std::string("\0x", 2)}}, true};
    const auto value = hdf5::readInChild<Mixed>(thisProgram(), 10, [&]() -> Expected<Mixed> { return sent; });
    ASSERT_TRUE(value);
    EXPECT_EQ(value->numbers, sent.numbers);
    EXPECT_EQ(value->texts, sent.texts);
    EXPECT_TRUE(value->flag);
    const auto error = hdf5::readInChild<Mixed>(thisProgram(), 10, []() -> Expected<Mixed> { return usageError("too long"); });
    ASSERT_FALSE(error);
    EXPECT_EQ(error.error().kind, ErrorKind::Usage);
    EXPECT_EQ(error.error().message, "too long");
}

// So that the window can translate what the child says.
TEST(ChildTest, AnErrorKeepsItsPatterns)
{
    const Sentence sent = "a.h5: " + Sentence::of("row {1} is {2}; expected {3}", 7, Sentence::number("0.5"), Sentence::of("missing"));
    const auto error = hdf5::readInChild<Mixed>(thisProgram(), 10, [&]() -> Expected<Mixed> { return inputError(sent); });
    ASSERT_FALSE(error);
    const Sentence& came = error.error().message;
    EXPECT_EQ(came.english(), "a.h5: row 7 is 0.5; expected missing");
    ASSERT_EQ(came.arguments().size(), 2U);
    EXPECT_EQ(came.arguments()[1].text(), "row {1} is {2}; expected {3}");
    EXPECT_EQ(came.arguments()[1].arguments()[0].kind(), Sentence::Kind::Number);
    EXPECT_EQ(came.arguments()[1].arguments()[2].kind(), Sentence::Kind::Pattern);
}

// What could be read as more than was sent: places without arguments, one argument in several places, sentences without an end.
TEST(ChildTest, ASentenceThatNobodyWritesIsNone)
{
    const auto arrives
        = [](Sentence sentence) { return hdf5::resultOf<Mixed>(hdf5::messageOf<Mixed>(inputError(std::move(sentence)))).has_value(); };
    const auto pattern = [](const char* text, std::vector<Sentence> arguments) {
        return Sentence::ofParts(Sentence::Kind::Pattern, text, std::move(arguments));
    };
    EXPECT_TRUE(arrives(pattern("{1} and {2}", {"a", "b"})));
    EXPECT_FALSE(arrives(pattern("{1} and {2}", {"a"})));
    EXPECT_FALSE(arrives(pattern("{1} and {1}", {"a"})));
    EXPECT_FALSE(arrives(pattern("{1}", {"a", "b"})));
    EXPECT_FALSE(arrives(Sentence::ofParts(Sentence::Kind::Text, "a", {"b"})));
    EXPECT_FALSE(arrives(Sentence::ofParts(static_cast<Sentence::Kind>(9), "a", {})));
    Sentence deep = "a";
    for (int i = 0; i < 10; ++i) {
        deep = pattern("{1}", {deep});
    }
    EXPECT_TRUE(arrives(deep));
    for (int i = 0; i < 1000; ++i) {
        deep = pattern("{1}", {deep});
    }
    EXPECT_FALSE(arrives(deep));
}

// As a child that was damaged by a file could send it.
TEST(ChildTest, AMessageThatIsCutOffOrTooLongIsNone)
{
    const std::string message = hdf5::messageOf<Mixed>(Mixed{{{1.5, 2.5}}, {{"a", "one"}}, true});
    EXPECT_TRUE(hdf5::resultOf<Mixed>(message));
    EXPECT_FALSE(hdf5::resultOf<Mixed>(message + "x"));
    for (std::size_t size = 0; size < message.size(); ++size) {
        EXPECT_FALSE(hdf5::resultOf<Mixed>(message.substr(0, size))) << size;
        std::string damaged = message;
        damaged[size] = '\xff';
        const auto result = hdf5::resultOf<Mixed>(damaged); // no more memory than the message is worth
        if (size == 0 || size + 1 == message.size()) {
            EXPECT_FALSE(result) << "0xff is no bool";
        }
    }
}
