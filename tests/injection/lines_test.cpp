// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "injectionfixture.h"
#include "rowprinter.h"
#include "support/csvreader.h"
#include "support/rows.h"

#include "attune/core/displaytext.h"
#include "attune/core/log/logrecord.h"
#include "attune/widgets/diagnosticsdialog.h"

#include <nlohmann/json.hpp>

#include <QRegularExpression>

#include <algorithm>

// The log, the report for others and the terminal: lines, each of which says who said it.
namespace attune::core {
namespace {

class InjectedLines : public test::Injected<::testing::Test> {
protected:
    [[nodiscard]] static widgets::DiagnosticsFacts factsWith(const QString& text) {
        widgets::DiagnosticsFacts facts;
        facts.now = test::second(0);
        auto& report = facts.report;
        report.status.state = session::ConnectionState::Offline;
        report.status.host = report.status.reason = report.status.signInNotice = text;
        report.timeline.push_back({facts.now, report.status.state, report.status.state, text});
        report.rejections.push_back({facts.now, text, text});
        facts.components = facts.sizes = facts.settings = {text};
        facts.log = {text.toUtf8() + '\n'};
        return facts;
    }

    /// What stands on a terminal.
    [[nodiscard]] std::string printed(tail::TailOptions::Format format) {
        ::testing::internal::CaptureStdout();
        Vocabulary vocabulary;
        {
            const EnforcementStore store;
            tail::RowPrinter printer(format, vocabulary);
            Id id = 0;
            for (const std::string& text : sent) {
                EnforcementRow row = test::makeRow(vocabulary, ++id, text, text);
                row.status = Vocabulary::word(vocabulary.statuses, text).value_or(Status::Created);
                EXPECT_TRUE(printer.print(row, store));
            }
            EXPECT_TRUE(printer.flush());
        }
        return ::testing::internal::GetCapturedStdout();
    }
    static void expectNoControls(const QString& line) {
        EXPECT_TRUE(std::none_of(line.begin(), line.end(), [](QChar c) {
            return c.category() == QChar::Other_Control;
        })) << qPrintable(line);
    }

    SeededRandom random{1};
    KnownSecrets secrets{random};
    Redactor redactor{secrets};
};

TEST_F(InjectedLines, logRecords_areOneVisibleLineEach) {
    for (const QString& text : texts) {
        const QByteArray line = formatRecord({test::second(0), LogLevel::Info, u"attune.net"_qs, text}, redactor);
        ASSERT_TRUE(line.startsWith("2026-06-01T00:00:00.000Z info attune.net: ")) << line.toStdString();
        ASSERT_TRUE(line.endsWith('\n'));
        expectNone(test::invisibleIn(QString::fromUtf8(line.chopped(1))), text);
    }
}

TEST_F(InjectedLines, diagnostics_haveTheSameLinesWhateverTheySay) {
    const auto sections = [&](const QString& text) {
        return widgets::diagnosticsText(factsWith(text), redactor).count(u'\n');
    };
    const auto usual = sections(u"x"_qs);
    for (const QString& text : texts) {
        const QString report = widgets::diagnosticsText(factsWith(text), redactor);
        EXPECT_EQ(report.count(u'\n'), usual) << qPrintable(text.left(80));
        expectNone(test::invisibleIn(report, true), text);
    }
}

TEST_F(InjectedLines, tableOnATerminal_isVisibleLines) {
    const QString shown = QString::fromStdString(printed(tail::TailOptions::Format::Table));
    EXPECT_EQ(shown.count(u'\n'), static_cast<int>(sent.size()) + 1);
    static const QRegularExpression row(u"^ *[0-9]+ "_qs);
    const QStringList lines = shown.split(u'\n', Qt::SkipEmptyParts);
    for (qsizetype i = 1; i < lines.size(); ++i) {
        EXPECT_TRUE(row.match(lines[i]).hasMatch()) << qPrintable(lines[i]);
        expectNone(test::invisibleIn(lines[i]), lines[i]);
    }
}

TEST_F(InjectedLines, jsonOnATerminal_hasNoControlsAndMeansTheSame) {
    const QStringList lines = QString::fromStdString(printed(tail::TailOptions::Format::Json)).split(u'\n');
    ASSERT_EQ(lines.size(), static_cast<qsizetype>(sent.size()) + 1);
    for (std::size_t i = 0; i < sent.size(); ++i) {
        const QString& line = lines[static_cast<qsizetype>(i)];
        expectNoControls(line);
        EXPECT_EQ(nlohmann::json::parse(line.toStdString()).value("rule_ref", std::string()), sent[i]);
    }
}

TEST_F(InjectedLines, csvOnATerminal_hasNoControlsAndIsElseExact) {
    const std::string shown = printed(tail::TailOptions::Format::Csv);
    const auto records = test::readCsv(shown);
    ASSERT_TRUE(records && records->size() == sent.size() + 1);
    EXPECT_EQ(QString::fromStdString(shown).count(u'\n'), static_cast<int>(records->size())) << "a row is a line";
    for (std::size_t i = 0; i < sent.size(); ++i) {
        const QString rule = exactText((*records)[i + 1][2]);
        expectNoControls(rule);
        QString expected;
        for (const QChar c : exactText(sent[i]))
            expected += c.category() == QChar::Other_Control ? displayText({&c, 1}) : QString(c);
        EXPECT_EQ(rule, test::isFormula(expected.toStdString()) ? u'\'' + expected : expected);
    }
}

} // namespace
} // namespace attune::core
