// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sentence.h"

#include "core/error.h"
#include "core/text.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>
#include <sstream>
#include <type_traits>

using namespace rotascope;

TEST(Sentence, ArgumentsStandInTheirPlaces)
{
    EXPECT_EQ(Sentence::of("{2} of {1} are {3}", 8192, std::string("some"), number(0.25)).english(), "some of 8192 are 0.25");
    EXPECT_EQ(Sentence::of("nothing to fill in").english(), "nothing to fill in");
    EXPECT_EQ(Sentence::of("{1}", Sentence::of("{1} within {2}", "one", "another")).english(), "one within another");
    EXPECT_EQ(Sentence::label(Sentence::marked("a label")).english(), "a label");
    static_assert(!std::is_constructible_v<Sentence, char> && !std::is_constructible_v<Sentence, bool>);
}

TEST(Sentence, OnlyDigitsInBracesArePlaces)
{
    EXPECT_EQ(Sentence::of("{} {x} {0} {12} { 1}").english(), "{} {x} {0} {12} { 1}");
    EXPECT_TRUE(hasPlaces("{2}{1}", 2));
    EXPECT_FALSE(hasPlaces("{1}{1}", 1)) << "twice";
    EXPECT_FALSE(hasPlaces("{1}", 2)) << "one is missing";
    EXPECT_FALSE(hasPlaces("{1}{3}", 2));
    EXPECT_FALSE(hasPlaces("{1", 1));
    EXPECT_FALSE(hasPlaces("", 10)) << "there are no more than nine";
}

TEST(Sentence, WhatIsJoinedKeepsItsParts)
{
    const Sentence part = Sentence::of("is missing; expected {1}", "a group");
    const Sentence all = std::string("file.h5") + ": " + part + "." + Sentence();
    EXPECT_EQ(all.english(), "file.h5: is missing; expected a group.");
    ASSERT_EQ(all.kind(), Sentence::Kind::Joined);
    ASSERT_EQ(all.arguments().size(), 3U);
    EXPECT_EQ(all.arguments()[1].text(), "is missing; expected {1}");
    EXPECT_EQ((all + all).arguments().size(), 6U) << "no list within a list";
    EXPECT_EQ((Sentence("a") + "b").kind(), Sentence::Kind::Text);
    EXPECT_EQ((Sentence() + part).kind(), Sentence::Kind::Pattern);
}

TEST(Sentence, IsAStringWhereOneIsWanted)
{
    const Error error{ErrorKind::Input, "file: " + Sentence::of("no such file")};
    const std::string text = error.message;
    std::ostringstream stream;
    stream << error.message;
    EXPECT_EQ(text, "file: no such file");
    EXPECT_EQ(stream.str(), text);
    EXPECT_EQ(error.message, "file: no such file") << "the same in English, however it was made";
    EXPECT_TRUE(Sentence().empty());
}

// A name in a file may look like a place.
RC_GTEST_PROP(Sentence, TextsFromOutsideAreNoPatterns, (const std::string& name, const std::string& value))
{
    RC_ASSERT(Sentence(name + "{1}").english() == name + "{1}");
    RC_ASSERT(Sentence::of("{1} is {2}", name + "{2}", value).english() == name + "{2} is " + value);
    RC_ASSERT((Sentence(name) + Sentence::of("{1}", value)).english() == name + value);
}
