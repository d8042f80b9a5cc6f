// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "targets.h"

#include "bytes.h"
#include "support/bothways.h"

#include "attune/core/decoderest.h"
#include "attune/core/displaytext.h"
#include "attune/core/expression/expression.h"
#include "attune/core/expression/expressioncompletion.h"
#include "attune/core/log/logrecord.h"
#include "attune/core/termfilter.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <iostream>

namespace attune::fuzz {

namespace {

std::string_view current; // NOLINT(cppcoreguidelines-avoid-non-const-global-variables): for the last words only

/// A fresh one now and then: a table that is full refuses everything.
[[nodiscard]] core::Vocabulary& vocabulary() {
    static std::unique_ptr<core::Vocabulary> current;
    static int uses = 0;
    if (uses++ % 10'000 == 0)
        current = std::make_unique<core::Vocabulary>();
    return *current;
}

void checkRow(const core::EnforcementRow& row) {
    demand(row.id > 0, "a row has a positive id");
    demand(row.event >= core::NullId && row.rule >= core::NullId, "ids are positive, null or unknown");
    demand(row.created != core::NullTime, "a creation time is an instant or unknown");
}

} // namespace

void setCurrent(std::string_view bytes) { current = bytes; }

void demand(bool holds, const char* promise) {
    if (holds)
        return;
    std::cerr << "broken: " << promise << "\nby: " << current << std::endl;
    std::abort();
}

void readFrame(std::string_view bytes) {
    static std::unique_ptr<test::BothWays> ways;
    static int uses = 0;
    if (uses++ % 10'000 == 0)
        ways = std::make_unique<test::BothWays>();
    demand(ways->agree(bytes), "the quick and the thorough decoder agree");
    const core::Result<core::Frame>& frame = ways->last();
    if (!frame)
        return demand(!frame.error().message.isEmpty(), "a refusal says why");
    if (const auto* update = std::get_if<core::EnforcementUpdate>(&*frame))
        checkRow(update->row);
}

void readPage(std::string_view bytes) {
    const auto page = core::decodeEnforcementPage(bytesOf(bytes), vocabulary());
    if (!page)
        return demand(!page.error().message.isEmpty(), "a refusal says why");
    demand(page->rejected == 0 || !page->rejectionReason.isEmpty(), "a refused row says why");
    for (const core::EnforcementUpdate& update : page->items)
        checkRow(update.row);
}

void readDetail(std::string_view bytes) {
    const QByteArray body = bytesOf(bytes);
    const auto detail = core::decodeEnforcementDetail(body, vocabulary());
    if (!detail)
        return demand(!detail.error().message.isEmpty(), "a refusal says why");
    checkRow(detail->update.row);
    demand(!detail->raw.isEmpty(), "the text of a readable detail is kept");
    (void)core::indentJson(detail->raw);
}

void readTimestamp(std::string_view bytes) {
    const auto time = core::parseTimestamp(bytes);
    if (!time)
        return;
    demand(core::isInstant(*time), "what was read is an instant");
    const auto again = core::parseTimestamp(core::formatRfc3339(*time));
    demand(again == time, "what is written reads as the same instant");
}

void readFilter(std::string_view bytes) {
    const QString text = QString::fromUtf8(bytesOf(bytes));
    const auto filter = core::TermFilter::parse(text);
    for (const QStringView ref : {u"ops.disk_full", u"", u"a.b", u"\u202e*"})
        (void)filter.match(ref);
    const QString canonical = filter.toString();
    demand(core::TermFilter::parse(canonical).toString() == canonical, "the canonical spelling is stable");
    const auto expression = core::Expression::parse(text);
    static_cast<void>(core::completeExpression(text, text.size()));
    if (!expression) {
        demand(!expression.error().message.isEmpty() && expression.error().position <= text.size(), "an error is told");
        return;
    }
    const auto again = core::Expression::parse(expression->toString());
    demand(again && *again == *expression, "the canonical spelling of an expression is stable");
    const core::Vocabulary vocabulary;
    static_cast<void>(expression->match({}, vocabulary, core::UnknownTime));
}

void writeLog(std::string_view bytes) {
    static const QString secret = QStringLiteral("correct-horse-battery-staple");
    static core::SeededRandom random(1);
    static core::KnownSecrets secrets(random);
    static const bool learned = (secrets.learn(secret), true);
    const core::Redactor redactor(secrets);
    const QString text = QString::fromUtf8(bytesOf(bytes));
    const qsizetype middle = text.size() / 2;
    const QByteArray line = core::formatRecord(
        {0, core::LogLevel::Info, QStringLiteral("fuzz"), text.left(middle) + secret + text.mid(middle)}, redactor);
    demand(learned && !line.contains(secret.toUtf8()), "a known secret is never written");
    demand(line.size() <= core::MaxRecordBytes && line.endsWith('\n') && line.count('\n') == 1, "a record is a line");
    demand(std::all_of(line.begin(), line.end() - 1, [](char c) { return c < 0 || c >= ' '; }), "without controls");
    demand(!redactor.redacted(QString::fromUtf8(line)).contains(secret), "nor when it is passed on");
}

std::span<const Target> targets() {
    static constexpr std::array All{Target{"frame", readFrame},      Target{"page", readPage},
                                    Target{"detail", readDetail},    Target{"timestamp", readTimestamp},
                                    Target{"filter", readFilter},    Target{"settings", readSettings},
                                    Target{"log", writeLog},         Target{"merge", mergeSequence},
                                    Target{"error", readError},      Target{"close", endStream},
                                    Target{"display", showText},     Target{"csv", writeCsv},
                                    Target{"instance", readRequest}, Target{"views", readViews},
                                    Target{"profiles", readProfiles}};
    return All;
}

} // namespace attune::fuzz
