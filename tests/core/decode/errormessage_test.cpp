// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "support/printers.h"

#include "attune/core/decoderest.h"

#include <gtest/gtest.h>

namespace attune::core {
namespace {

const QByteArray Json = "application/json";
const QByteArray Text = "text/plain; charset=utf-8";

TEST(ErrorMessage, handlerErrors_sayTheirText) {
    EXPECT_EQ(decodeErrorMessage(R"({"error":"Enforcement with ID 5 not found","code":"NOT_FOUND"})", Json),
              QStringLiteral("Enforcement with ID 5 not found"));
    EXPECT_EQ(decodeErrorMessage(R"({"code":"X","error":"[{\"reason\":\"no host\"}]"})", Json),
              QStringLiteral("[{\"reason\":\"no host\"}]"));
}

TEST(ErrorMessage, bearerErrors_sayTheirInnerText) {
    EXPECT_EQ(decodeErrorMessage(R"({"error":{"code":401,"message":"Authentication token expired"}})", Json),
              QStringLiteral("Authentication token expired"));
}

TEST(ErrorMessage, extractorErrors_areTheirText) {
    EXPECT_EQ(decodeErrorMessage("Failed to deserialize query string: unknown variant `x`\n", Text),
              QStringLiteral("Failed to deserialize query string: unknown variant `x`"));
    EXPECT_EQ(decodeErrorMessage("Cannot parse `abc` to a `i64`", "Text/Plain"),
              QStringLiteral("Cannot parse `abc` to a `i64`"));
}

TEST(ErrorMessage, routerErrors_sayNothing) {
    EXPECT_TRUE(decodeErrorMessage("", Text).isEmpty());
    EXPECT_TRUE(decodeErrorMessage("", "").isEmpty());
    EXPECT_TRUE(decodeErrorMessage("  \n", Text).isEmpty());
}

TEST(ErrorMessage, handshakeErrors_sayTheirWord) {
    EXPECT_EQ(decodeErrorMessage(R"({"error":"invalid_or_expired_token"})", Json),
              QStringLiteral("invalid_or_expired_token"));
}

TEST(ErrorMessage, json_isRecognizedUnderAnyContentType) {
    EXPECT_EQ(decodeErrorMessage(R"({"error":"missing_token"})", ""), QStringLiteral("missing_token"));
    EXPECT_EQ(decodeErrorMessage(R"({"error":"missing_token"})", Text), QStringLiteral("missing_token"));
}

TEST(ErrorMessage, html_saysNothing) {
    const QByteArray page = "<html><head><title>502 Bad Gateway</title></head></html>";
    for (const char* type : {"text/html", "text/html; charset=utf-8", "TEXT/HTML", " text/html", "text/plain", ""})
        EXPECT_TRUE(decodeErrorMessage(page, type).isEmpty()) << type;
    EXPECT_TRUE(decodeErrorMessage("\n<!DOCTYPE html><p>no", Text).isEmpty());
    EXPECT_TRUE(decodeErrorMessage(R"({"error":"x"})", "text/html").isEmpty());
    EXPECT_EQ(decodeErrorMessage("<missing field>", Text), QStringLiteral("<missing field>"));
}

TEST(ErrorMessage, otherJson_saysNothing) {
    for (const char* body : {"{}", "[]", "null", "5", R"({"error":null})", R"({"error":5})", R"({"error":[]})",
                             R"({"error":{}})", R"({"error":{"message":5}})", R"({"message":"x"})", "{", "\xFF"})
        EXPECT_TRUE(decodeErrorMessage(body, Json).isEmpty()) << body;
}

TEST(ErrorMessage, length_isBoundedBetweenCharacters) {
    EXPECT_EQ(decodeErrorMessage(R"({"error":")" + QByteArray(10'000, 'x') + "\"}", Json).size(), 500);
    EXPECT_EQ(decodeErrorMessage(QByteArray(1'000'000, 'x'), Text).size(), 500);
    const QString fires = decodeErrorMessage("x" + QByteArray("\xF0\x9F\x94\xA5").repeated(1000), Text);
    EXPECT_EQ(fires.size(), 499);
    EXPECT_TRUE(fires.isValidUtf16());
    EXPECT_EQ(decodeErrorMessage(QByteArray(5000, ' ') + "late", Text), QStringLiteral("late"));
}

} // namespace
} // namespace attune::core
