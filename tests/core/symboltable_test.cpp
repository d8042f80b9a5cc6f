// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "support/printers.h"

#include "attune/core/symboltable.h"
#include "attune/core/vocabulary.h"

#include <gtest/gtest.h>

#include <atomic>
#include <string>
#include <thread>
#include <vector>

namespace attune::core {
namespace {

TEST(SymbolTable, fresh_holdsTheUnknownAndTheReserved) {
    const SymbolTable table{{"all", "any"}, 256};
    EXPECT_EQ(table.size(), 3U);
    EXPECT_EQ(table.utf8(0), "");
    EXPECT_EQ(table.utf8(1), "all");
    EXPECT_EQ(table.text(2), QStringLiteral("any"));
}

TEST(SymbolTable, sameText_hasSameSymbol) {
    SymbolTable table;
    const auto first = table.intern("ops.disk_full");
    ASSERT_TRUE(first);
    EXPECT_EQ(table.intern("ops.disk_full"), first);
    EXPECT_NE(table.intern("ops.disk_ful"), first);
    EXPECT_NE(table.intern("Ops.disk_full"), first);
    EXPECT_EQ(table.size(), 4U);
}

TEST(SymbolTable, emptyText_isTheUnknown) {
    SymbolTable table;
    EXPECT_EQ(table.intern(""), Symbol{0});
    EXPECT_EQ(table.find(""), Symbol{0});
}

TEST(SymbolTable, find_makesNothing) {
    SymbolTable table;
    EXPECT_EQ(table.find("core.timer"), std::nullopt);
    const auto symbol = table.intern("core.timer");
    EXPECT_EQ(table.find("core.timer"), symbol);
    EXPECT_EQ(table.size(), 2U);
}

TEST(SymbolTable, unicode_isKeptInBothForms) {
    SymbolTable table;
    const auto symbol = table.intern("pack.\xE6\x97\xA5\xF0\x9F\x94\xA5");
    ASSERT_TRUE(symbol);
    EXPECT_EQ(table.text(*symbol), QString::fromUtf8("pack.\xE6\x97\xA5\xF0\x9F\x94\xA5"));
    EXPECT_EQ(table.utf8(*symbol), "pack.\xE6\x97\xA5\xF0\x9F\x94\xA5");
}

TEST(SymbolTable, textWithNul_isAnotherText) {
    SymbolTable table;
    const auto with = table.intern(std::string_view("a\0b", 3));
    ASSERT_TRUE(with);
    EXPECT_NE(table.intern("a"), with);
    EXPECT_EQ(table.utf8(*with).size(), 3U);
    EXPECT_EQ(table.text(*with).size(), 3);
}

TEST(SymbolTable, full_refusesNewTextsAndStillKnowsTheOld) {
    SymbolTable table({"one"}, 4);
    EXPECT_EQ(table.intern("two"), Symbol{2});
    EXPECT_EQ(table.intern("three"), Symbol{3});
    EXPECT_EQ(table.intern("four"), std::nullopt);
    EXPECT_EQ(table.find("four"), std::nullopt);
    EXPECT_EQ(table.intern("two"), Symbol{2});
    EXPECT_EQ(table.size(), 4U);
}

TEST(SymbolTable, hugeTexts_areBoundedTogether) {
    SymbolTable table;
    const std::string big(SymbolTable::MaxBytes / 4, 'x');
    for (const char c : {'a', 'b', 'c'})
        EXPECT_TRUE(table.intern(big + c)) << c;
    EXPECT_EQ(table.intern(big + 'd'), std::nullopt);
    EXPECT_TRUE(table.intern("small")) << "what still fits is still taken";
}

TEST(SymbolTable, views_stayValidWhileTheTableGrows) {
    SymbolTable table;
    const auto first = table.intern("short");
    ASSERT_TRUE(first);
    const std::string_view view = table.utf8(*first);
    const QString& text = table.text(*first);
    for (int i = 0; i < 5000; ++i)
        ASSERT_TRUE(table.intern("ref." + std::to_string(i)));
    EXPECT_EQ(view.data(), table.utf8(*first).data());
    EXPECT_EQ(&text, &table.text(*first));
    EXPECT_EQ(table.size(), 5002U);
    EXPECT_EQ(table.utf8(5001), "ref.4999");
    EXPECT_EQ(table.find("ref.1023"), Symbol{1025});
}

TEST(SymbolTable, twoThreads_agreeOnEverySymbol) {
    SymbolTable table;
    constexpr int Texts = 20'000;
    const auto internAll = [&table](std::vector<Symbol>& symbols, int step) {
        symbols.resize(Texts);
        for (int i = 0; i < Texts; ++i) {
            const int at = i * step % Texts; // both walk all texts, in different orders
            symbols[static_cast<std::size_t>(at)] = table.intern("ref." + std::to_string(at)).value_or(0);
        }
    };
    std::vector<Symbol> mine;
    std::vector<Symbol> theirs;
    std::atomic<bool> done = false;
    std::jthread writer([&] {
        internAll(theirs, 7);
        done = true;
    });
    // Reading needs no lock: whatever size() promises is there.
    std::size_t read = 0;
    for (bool isLast = false; !isLast;) {
        isLast = done; // the writer may have been through before the first look
        const Symbol size = table.size();
        read += table.utf8(size - 1).size() + static_cast<std::size_t>(table.text(size / 2).size());
    }
    internAll(mine, 3);
    writer.join();
    EXPECT_GT(read, 0U);
    EXPECT_EQ(mine, theirs);
    for (int i = 0; i < Texts; ++i)
        ASSERT_EQ(table.utf8(mine[static_cast<std::size_t>(i)]), "ref." + std::to_string(i));
}

TEST(Vocabulary, knownWords_haveTheirCodes) {
    Vocabulary vocabulary;
    EXPECT_EQ(Vocabulary::word(vocabulary.statuses, "created"), Status::Created);
    EXPECT_EQ(Vocabulary::word(vocabulary.statuses, "processed"), Status::Processed);
    EXPECT_EQ(Vocabulary::word(vocabulary.statuses, "disabled"), Status::Disabled);
    EXPECT_EQ(Vocabulary::word(vocabulary.conditions, "all"), Condition::All);
    EXPECT_EQ(Vocabulary::word(vocabulary.conditions, "any"), Condition::Any);
    EXPECT_EQ(vocabulary.refs.find("[redacted]"), RedactedRef);
}

TEST(Vocabulary, wordsOfANewerServer_areKept) {
    Vocabulary vocabulary;
    const auto expired = Vocabulary::word(vocabulary.statuses, "expired");
    ASSERT_TRUE(expired);
    EXPECT_GE(*expired, Status::FirstOther);
    EXPECT_FALSE(Status::isFinal(*expired));
    EXPECT_EQ(vocabulary.statuses.text(*expired), QStringLiteral("expired"));
}

TEST(Vocabulary, moreWordsThanAByteHolds_areRefusedNotWrapped) {
    Vocabulary vocabulary;
    for (int i = 0; i < 252; ++i)
        ASSERT_TRUE(Vocabulary::word(vocabulary.statuses, "word" + std::to_string(i))) << i;
    EXPECT_EQ(Vocabulary::word(vocabulary.statuses, "one too many"), std::nullopt);
    EXPECT_EQ(Vocabulary::word(vocabulary.statuses, "word251"), WordCode{255});
}

TEST(Vocabulary, onlyTheTwoFinalWords_areFinal) {
    EXPECT_TRUE(Status::isFinal(Status::Processed));
    EXPECT_TRUE(Status::isFinal(Status::Disabled));
    EXPECT_FALSE(Status::isFinal(Status::Created));
    EXPECT_FALSE(Status::isFinal(Status::Unknown));
}

} // namespace
} // namespace attune::core
