// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/details.h"
#include "attune/core/result.h"

#include <QObject>
#include <QString>

#include <functional>

namespace attune::session {

/// Why a request brought nothing, in a form that windows can put into words.
struct ServiceError {
    enum class Kind : std::uint8_t {
        Unreachable, ///< no answer: network, time-out
        SignedOut,   ///< 401 that a refresh did not cure
        Forbidden,   ///< 403; `message` names the missing permission
        NotFound,    ///< 404
        Conflict,    ///< 409
        Refused,     ///< any other status
        Malformed,   ///< the answer could not be read
    };
    Kind kind = Kind::Unreachable;
    int httpStatus = 0;
    QString message; ///< the server's own words or ours; plain text
};

template<class T>
using ServiceResult = core::Result<T, ServiceError>;
template<class T>
using ServiceDone = std::function<void(ServiceResult<T>)>;

/// What windows may ask the server. Calls `done` once on the GUI thread, unless `context` is destroyed before.
class DetailService {
public:
    DetailService() = default;
    virtual ~DetailService() = default;
    DetailService(const DetailService&) = delete;
    DetailService& operator=(const DetailService&) = delete;

    virtual void fetchEnforcement(core::Id id, QObject* context, ServiceDone<core::EnforcementDetail> done) = 0;
    virtual void fetchEvent(core::Id id, QObject* context, ServiceDone<core::EventDetail> done) = 0;
    /// All pages of the executions of one enforcement, retries and workflow children included (at most 1,000).
    virtual void fetchExecutions(core::Id enforcement, QObject* context, ServiceDone<core::ExecutionPage> done) = 0;
    virtual void fetchExecution(core::Id id, QObject* context, ServiceDone<core::ExecutionDetail> done) = 0;
    virtual void fetchRule(const QString& ref, QObject* context, ServiceDone<core::RuleDetail> done) = 0;
    virtual void fetchTrigger(const QString& ref, QObject* context, ServiceDone<core::TriggerDetail> done) = 0;
    virtual void setRuleEnabled(const QString& ref, bool enabled, QObject* context,
                                ServiceDone<core::RuleDetail> done) = 0;
    virtual void cancelExecution(core::Id id, QObject* context, ServiceDone<core::ExecutionDetail> done) = 0;
    /// The refs of all rules or triggers the identity may see, for completion.
    virtual void fetchRuleRefs(QObject* context, ServiceDone<std::vector<QString>> done) = 0;
    virtual void fetchTriggerRefs(QObject* context, ServiceDone<std::vector<QString>> done) = 0;
    /// A window watches executions: notifications about them are subscribed while at least one does.
    virtual void watchExecutions(QObject* watcher) = 0;
    /// The API base URL, for "Copy as cURL".
    [[nodiscard]] virtual QUrl apiUrl() const = 0;
};

} // namespace attune::session
