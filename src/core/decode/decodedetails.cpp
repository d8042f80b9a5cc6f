// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "document.h"
#include "jsontext.h"

#include "attune/core/decoderest.h"

#include <QCoreApplication>

namespace attune::core {

namespace {

/// id and ref of a rule or trigger; the rest of those objects is optional for this program.
template<class Detail>
[[nodiscard]] std::optional<Error> readRefObject(const nlohmann::json& data, Detail& detail) {
    const FieldSet fields = fieldsOf(data);
    QString error;
    if (!fields.id(Key::Id, detail.id, error) || !fields.text(Key::Ref, detail.ref, error))
        return Error{error};
    if (detail.ref.isEmpty())
        return Error{QCoreApplication::translate("Decoder", "ref is missing")};
    detail.label = stringOf(data, "label");
    detail.description = stringOf(data, "description");
    detail.enabled = flagOf(data, "enabled");
    return std::nullopt;
}

} // namespace

Result<EnforcementDetail> decodeEnforcementDetail(const QByteArray& body, Vocabulary& vocabulary) {
    auto data = parseData(body);
    if (!data)
        return data.error();
    EnforcementDetail detail;
    detail.update.origin = Origin::Detail;
    if (const auto wrong = readEnforcement(fieldsOf(*data), vocabulary, detail.update))
        return Error{*wrong};
    detail.config = takeDocument(*data, "config");
    detail.payload = takeDocument(*data, "payload");
    detail.conditions = takeDocument(*data, "conditions");
    detail.raw = memberText(body, "data");
    return detail;
}

Result<EventDetail> decodeEventDetail(const QByteArray& body) {
    auto data = parseData(body);
    if (!data)
        return data.error();
    const FieldSet fields = fieldsOf(*data);
    EventDetail detail;
    QString error;
    if (!fields.id(Key::Id, detail.id, error) || !fields.instant(Key::Created, detail.created, error))
        return Error{error};
    detail.triggerRef = stringOf(*data, "trigger_ref");
    detail.sourceRef = stringOf(*data, "source_ref");
    detail.ruleRef = stringOf(*data, "rule_ref");
    detail.traceTag = stringOf(*data, "trace_tag");
    detail.payload = takeDocument(*data, "payload");
    detail.config = takeDocument(*data, "config");
    detail.raw = memberText(body, "data");
    return detail;
}

Result<ExecutionDetail> decodeExecutionDetail(const QByteArray& body) {
    auto data = parseData(body);
    if (!data)
        return data.error();
    ExecutionDetail detail;
    if (const auto wrong = readExecution(fieldsOf(*data), detail.row))
        return Error{*wrong};
    detail.config = takeDocument(*data, "config");
    detail.result = takeDocument(*data, "result");
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
    detail.actionRef = stringOf(*data, "action_ref");
    detail.triggerRef = stringOf(*data, "trigger_ref");
    detail.raw = memberText(body, "data");
    return detail;
}

Result<TriggerDetail> decodeTriggerDetail(const QByteArray& body) {
    auto data = parseData(body);
    if (!data)
        return data.error();
    TriggerDetail detail;
    if (const auto error = readRefObject(*data, detail))
        return *error;
    // The webhook key is a secret (protocol section 5.3): it must not even reach the raw view.
    data->erase("webhook_key");
    detail.raw = QByteArray::fromStdString(data->dump());
    return detail;
}

} // namespace attune::core
