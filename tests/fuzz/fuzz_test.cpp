// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "mutator.h"
#include "targets.h"

#include "attune/core/jsonlimits.h"
#include "attune/core/notification.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QFile>
#include <QString>

#include <chrono>
#include <iostream>

using namespace attune;

namespace {

constexpr std::uint64_t DefaultInputs = 100'000;

class FuzzTest : public ::testing::TestWithParam<fuzz::Target> {
protected:
    // Qt has a lot to say about damaged settings.
    void SetUp() override {
        qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString&) {});
    }
    void TearDown() override { qInstallMessageHandler(nullptr); }

    [[nodiscard]] static std::vector<std::string> corpus(std::string_view name) {
        const QDir folder(QStringLiteral(ATTUNE_TEST_DATA "/fuzz/") +
                          QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())));
        std::vector<std::string> inputs;
        for (const QString& entry : folder.entryList(QDir::Files, QDir::Name)) {
            QFile file(folder.filePath(entry));
            if (file.open(QIODevice::ReadOnly))
                inputs.push_back(file.readAll().toStdString());
        }
        return inputs;
    }
    /// ATTUNE_FUZZ_INPUTS=<n>: so many for each target.
    [[nodiscard]] static std::uint64_t inputs() {
        bool isNumber = false;
        const auto count = qEnvironmentVariable("ATTUNE_FUZZ_INPUTS").toULongLong(&isNumber);
        return isNumber ? count : DefaultInputs;
    }
};

[[nodiscard]] std::string repeated(std::string_view text, std::size_t bytes) {
    std::string all;
    while (all.size() + text.size() <= bytes)
        all += text;
    return all;
}

} // namespace

TEST_P(FuzzTest, corpusAndWhatIsMadeOfIt_neitherCrashNorBreakAPromise) {
    const auto known = corpus(GetParam().name);
    ASSERT_GE(known.size(), 2U);
    for (const std::string& input : known) {
        fuzz::setCurrent(input);
        GetParam().run(input);
    }
    fuzz::Mutator mutator(known, 20260601);
    std::uint64_t distinct = 0;
    std::string last;
    for (std::uint64_t i = 0; i < inputs(); ++i) {
        const std::string input = mutator.next();
        distinct += input != last ? 1U : 0U;
        last = input;
        fuzz::setCurrent(input);
        GetParam().run(input);
    }
    EXPECT_GT(distinct, inputs() / 2);
}

INSTANTIATE_TEST_SUITE_P(Readers, FuzzTest, ::testing::ValuesIn(fuzz::targets().begin(), fuzz::targets().end()),
                         [](const auto& one) { return std::string(one.param.name); });

#ifdef __SANITIZE_ADDRESS__
constexpr int Slowness = 10; // of instrumented code
#else
constexpr int Slowness = 1;
#endif

TEST(FuzzFrames, largestFrames_takeAtMostFiftyMilliseconds) {
    constexpr std::size_t Room = core::MaxFrameBytes - 256;
    const std::string head = R"({"type":"notification","entity_type":"enforcement","payload":)";
    const std::vector<std::string> frames{
        repeated("[", Room),
        repeated("{\"a\":", Room),
        head + '[' + repeated("1,", Room) + "1]}",
        head + "{\"x\":\"" + repeated("\\u0041", Room) + "\"}}",
        head + "{\"x\":\"" + repeated("\\", Room),
        head + '{' + repeated("\"id\":1,", Room) + "\"id\":2}}",
        head + '[' + repeated("{},", Room) + "{}]}",
        head + '[' + repeated("1e400,", Room) + "1]}",
        head + "{\"x\":" + repeated("9", Room) + "}}",
        repeated(" ", Room),
        repeated("\xed\xa0\x80", Room),
    };
    core::Vocabulary vocabulary;
    for (const std::string& frame : frames) {
        auto best = std::chrono::steady_clock::duration::max(); // the machine may be busy with something else
        for (int i = 0; i < 3; ++i) {
            const auto begin = std::chrono::steady_clock::now();
            core::NotificationDecoder decoder(vocabulary);
            (void)decoder.decode(frame);
            best = std::min(best, std::chrono::steady_clock::now() - begin);
        }
        EXPECT_LE(best, std::chrono::milliseconds(50 * Slowness)) << frame.substr(0, 90);
    }
}
