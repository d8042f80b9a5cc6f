// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "frames.h"

#include "attune/core/notification.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cstdint>
#include <cstdlib>
#include <memory>
#include <new>

namespace {

// Of the calling thread only, so that other threads of the program do not count.
thread_local std::size_t allocations = 0;

void* counted(std::size_t size) noexcept {
    ++allocations;
    return std::malloc(size == 0 ? 1 : size);
}

} // namespace

void* operator new(std::size_t size) {
    if (void* memory = counted(size))
        return memory;
    throw std::bad_alloc();
}
void* operator new[](std::size_t size) { return operator new(size); }
void* operator new(std::size_t size, const std::nothrow_t&) noexcept { return counted(size); }
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept { return counted(size); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete(void* memory, const std::nothrow_t&) noexcept { std::free(memory); }
void operator delete[](void* memory, const std::nothrow_t&) noexcept { std::free(memory); }

namespace attune::core {
namespace {

using test::EnforcementFrame;

/// What nlohmann/json allocates for itself to walk through `frame`: a token buffer that doubles up to the longest
/// token, and the stack of open containers.
std::size_t allocationsOfTheParser(const std::string& frame) {
    const std::size_t before = allocations;
    EXPECT_TRUE(nlohmann::json::accept(frame.data(), frame.data() + frame.size()));
    return allocations - before;
}

class AllocationTest : public ::testing::Test {
protected:
    [[nodiscard]] static std::size_t allocationsOf(NotificationDecoder& decoder, const std::string& frame) {
        const std::size_t before = allocations;
        const bool good = decoder.decode(frame).ok();
        const std::size_t used = allocations - before;
        EXPECT_TRUE(good);
        return used;
    }
    /// Frame `id` of a stream; every fifth is not of the usual kind.
    [[nodiscard]] static std::string frame(std::int64_t id) {
        EnforcementFrame result{std::to_string(id * 1'000'003'000'037), id % 2 == 0 ? R"("created")" : R"("disabled")"};
        if (id % 5 == 0)
            result.more = R"(,"auth_mode":"deferred")";
        else if (id % 5 == 1)
            result.more += R"(,"event":9223372036854775807,"trace_tag":"mon.disk.9223372036854775807")";
        return result.text();
    }

    Vocabulary m_vocabulary;
    NotificationDecoder m_decoder{m_vocabulary};
    NotificationDecoder m_thorough{m_vocabulary, NotificationDecoder::Way::Thorough};
};

TEST_F(AllocationTest, counter_counts) {
    const std::size_t before = allocations;
    const auto memory = std::make_unique<std::string>(100, 'x');
    EXPECT_EQ(allocations - before, 2U);
}

TEST_F(AllocationTest, usualFrames_costNothing) {
    for (std::int64_t id = 1; id <= 20; ++id)
        (void)allocationsOf(m_decoder, frame(id));
    for (std::int64_t id = 21; id <= 500; ++id) {
        if (id % 5 != 1) {
            ASSERT_EQ(allocationsOf(m_decoder, frame(id)), 0U) << frame(id);
        }
    }
}

TEST_F(AllocationTest, otherFrames_costOnlyWhatTheParserNeeds) {
    for (std::int64_t id = 1; id <= 20; ++id) {
        (void)allocationsOf(m_decoder, frame(id));
        EXPECT_GT(allocationsOf(m_thorough, frame(id)), 0U);
    }
    for (std::int64_t id = 21; id <= 500; ++id) {
        const std::string text = frame(id);
        const std::size_t parser = allocationsOfTheParser(text);
        EXPECT_LE(parser, 10U);
        ASSERT_EQ(allocationsOf(m_thorough, text), parser) << text;
        if (id % 5 == 1) {
            ASSERT_EQ(allocationsOf(m_decoder, text), parser) << text;
        }
    }
}

TEST_F(AllocationTest, newRef_costsItsKeeping) {
    EnforcementFrame frame;
    (void)allocationsOf(m_decoder, frame.text());
    EXPECT_EQ(allocationsOf(m_decoder, frame.text()), 0U);
    std::string text = frame.text();
    text.replace(text.find("ops.disk_full"), 13, "ops.a_rule_that_was_never_seen_before");
    EXPECT_GT(allocationsOf(m_decoder, text), 0U);
    EXPECT_EQ(allocationsOf(m_decoder, text), 0U);
}

} // namespace
} // namespace attune::core
