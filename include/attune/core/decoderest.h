// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/details.h"
#include "attune/core/result.h"

#include <QByteArray>
#include <QString>

namespace attune::core {

// Readers of REST bodies (protocol sections 3 to 6). All are pure but for interning refs into `vocabulary`; all refuse
// a body that is malformed, too large, too deep or wrongly typed in a field that matters, and name that field. Unknown
// fields are ignored, unknown enumeration words kept.

[[nodiscard]] Result<EnforcementPage> decodeEnforcementPage(const QByteArray& body, Vocabulary& vocabulary);
[[nodiscard]] Result<EnforcementDetail> decodeEnforcementDetail(const QByteArray& body, Vocabulary& vocabulary);
[[nodiscard]] Result<EventDetail> decodeEventDetail(const QByteArray& body);
[[nodiscard]] Result<ExecutionPage> decodeExecutionPage(const QByteArray& body);
[[nodiscard]] Result<ExecutionDetail> decodeExecutionDetail(const QByteArray& body);
[[nodiscard]] Result<RuleDetail> decodeRuleDetail(const QByteArray& body);
[[nodiscard]] Result<TriggerDetail> decodeTriggerDetail(const QByteArray& body);
/// The `ref` of every item of a rules, triggers or actions list.
[[nodiscard]] Result<RefPage> decodeRefPage(const QByteArray& body);
[[nodiscard]] Result<TokenGrant> decodeTokenGrant(const QByteArray& body);
[[nodiscard]] Result<Identity> decodeIdentity(const QByteArray& body);
[[nodiscard]] Result<AuthSettings> decodeAuthSettings(const QByteArray& body);
[[nodiscard]] Result<ServerInfo> decodeServerInfo(const QByteArray& body);

/// The server's own words from any of its four error shapes (protocol section 2.6); empty if there are none. At most
/// 500 characters.
[[nodiscard]] QString decodeErrorMessage(const QByteArray& body, const QByteArray& contentType);

/// Re-indents JSON text without reading its numbers, so that every digit stays as the server wrote it. Returns the text
/// unchanged if it is not JSON.
[[nodiscard]] QByteArray indentJson(const QByteArray& text);

} // namespace attune::core
