// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "document.h"
#include "jsontext.h"
#include "readrow.h"

#include "attune/core/decoderest.h"

#include <QCoreApplication>

namespace attune::core {

namespace {

/// id and ref of a rule or trigger; the rest of those objects is optional for this program.
template<class Detail>
[[nodiscard]] std::optional<Error> readRefObject(const DataObject& data, Detail& detail) {
    QString error;
    if (!data.fields.ownId(detail.id, error) || !data.fields.text(Key::Ref, detail.ref, error))
        return Error{error};
    if (detail.ref.isEmpty())
        return Error{QCoreApplication::translate("attune::core::Decoder", "%1 is missing").arg(QStringLiteral("ref"))};
    detail.label = stringOf(data.json, "label");
    detail.description = stringOf(data.json, "description");
    detail.enabled = flagOf(data.json, "enabled");
    return std::nullopt;
}

} // namespace

Result<EnforcementDetail> decodeEnforcementDetail(const QByteArray& body, Vocabulary& vocabulary) {
    auto data = parseData(body);
    if (!data)
        return data.error();
    EnforcementDetail detail;
    detail.update.origin = Origin::Detail;
    if (const auto wrong = readEnforcement(data->fields, vocabulary, detail.update))
        return Error{*wrong};
    detail.config = takeDocument(data->json, "config");
    detail.payload = takeDocument(data->json, "payload");
    detail.conditions = takeDocument(data->json, "conditions");
    detail.raw = memberText(body, "data");
    return detail;
}

Result<EventDetail> decodeEventDetail(const QByteArray& body) {
    auto data = parseData(body);
    if (!data)
        return data.error();
    EventDetail detail;
    QString error;
    if (!data->fields.ownId(detail.id, error) || !data->fields.instant(Key::Created, detail.created, error))
        return Error{error};
    detail.triggerRef = stringOf(data->json, "trigger_ref");
    detail.sourceRef = stringOf(data->json, "source_ref");
    detail.ruleRef = stringOf(data->json, "rule_ref");
    detail.traceTag = stringOf(data->json, "trace_tag");
    detail.payload = takeDocument(data->json, "payload");
    detail.config = takeDocument(data->json, "config");
    detail.raw = memberText(body, "data");
    return detail;
}

Result<ExecutionDetail> decodeExecutionDetail(const QByteArray& body) {
    auto data = parseData(body);
    if (!data)
        return data.error();
    ExecutionDetail detail;
    if (const auto wrong = readExecution(data->fields, detail.row))
        return Error{*wrong};
    detail.config = takeDocument(data->json, "config");
    detail.result = takeDocument(data->json, "result");
    detail.raw = memberText(body, "data");
    return detail;
}

Result<RuleDetail> decodeRuleDetail(const QByteArray& body) {
    const auto data = parseData(body);
    if (!data)
        return data.error();
    RuleDetail detail;
    if (const auto error = readRefObject(*data, detail))
        return *error;
    detail.actionRef = stringOf(data->json, "action_ref");
    detail.triggerRef = stringOf(data->json, "trigger_ref");
    detail.raw = memberText(body, "data");
    return detail;
}

Result<TriggerDetail> decodeTriggerDetail(const QByteArray& body) {
    const auto data = parseData(body);
    if (!data)
        return data.error();
    TriggerDetail detail;
    if (const auto error = readRefObject(*data, detail))
        return *error;
    // The webhook key is a secret (protocol section 5.3): it must not even reach the raw view.
    detail.raw = withoutMembers(memberText(body, "data"), "webhook_key");
    return detail;
}

} // namespace attune::core
