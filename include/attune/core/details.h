// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/enforcement.h"
#include "attune/core/execution.h"

#include <nlohmann/json_fwd.hpp>

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace attune::core {

/// An immutable JSON document, shared; null when the server said null or nothing.
using JsonDocument = std::shared_ptr<const nlohmann::json>;

/// `GET /api/v1/enforcements/{id}` (protocol section 4.2).
struct EnforcementDetail {
    EnforcementUpdate update;
    JsonDocument config;
    JsonDocument payload;
    JsonDocument conditions;
    QByteArray raw; ///< the `data` object as the server wrote it
};

/// `GET /api/v1/events/{id}` (protocol section 5.1).
struct EventDetail {
    Id id = UnknownId;
    QString triggerRef;
    QString sourceRef;
    QString ruleRef;
    QString traceTag;
    UtcMicros created = UnknownTime;
    JsonDocument payload;
    JsonDocument config;
    QByteArray raw;
};

/// `GET /api/v1/executions/{id}` (protocol section 5.4).
struct ExecutionDetail {
    ExecutionRow row;
    JsonDocument config;
    JsonDocument result;
    QByteArray raw;
};

/// `GET /api/v1/rules/{ref}`, also the answer of enable and disable (protocol section 5.2).
struct RuleDetail {
    Id id = UnknownId;
    QString ref;
    QString label;
    QString description;
    QString actionRef;
    QString triggerRef;
    bool enabled = false;
    QByteArray raw;
};

/// `GET /api/v1/triggers/{ref}`. The webhook key is dropped while reading.
struct TriggerDetail {
    Id id = UnknownId;
    QString ref;
    QString label;
    QString description;
    bool enabled = false;
    QByteArray raw;
};

struct Pagination {
    std::uint32_t page = 0;
    std::uint32_t pageSize = 0;
    std::optional<std::uint64_t> totalItems;
    bool hasNext = false;
};

struct EnforcementPage {
    std::vector<EnforcementUpdate> items;
    Pagination pagination;
    std::size_t rejected = 0; ///< rows refused for a wrong type; the others are kept
    QString rejectionReason;  ///< of the first refused row
};
struct ExecutionPage {
    std::vector<ExecutionRow> items;
    Pagination pagination;
    std::size_t rejected = 0;
    QString rejectionReason;
};
struct RefPage {
    std::vector<QString> refs;
    Pagination pagination;
    std::size_t rejected = 0;
    QString rejectionReason;
};

/// Answer of login and refresh (protocol section 3). Tokens are secrets: never logged, never shown.
struct TokenGrant {
    QByteArray accessToken;
    QByteArray refreshToken;
    std::int64_t expiresInSeconds = 0; ///< 1 … 10 years
    QString login;
    QString displayName;
};
struct Identity {
    Id id = UnknownId;
    QString login;
    QString displayName;
    QByteArray permissionsHash; ///< changes when the effective permissions change
};
/// `GET /auth/settings`: which sign-in forms to offer.
struct AuthSettings {
    bool authenticationEnabled = true;
    bool localPassword = false;
    bool ldap = false;
    bool oidc = false;
    QString ldapLabel;
    QString oidcLabel;
};
struct ServerInfo {
    QString version;
    QString gitSha;
};

} // namespace attune::core
