// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "document.h"

#include "fieldhandler.h"

namespace attune::core {

namespace {

[[nodiscard]] QString tr(const char* text) { return QCoreApplication::translate("Decoder", text); }

/// Only watches the limits.
class LimitHandler : public FieldHandler<LimitHandler> {
public:
    [[nodiscard]] Scalar* target() { return nullptr; }
    void opened(bool /*isObject*/, Key /*key*/) {}
    bool closed() { return true; }
};

[[nodiscard]] Scalar scalarOf(const nlohmann::json& value) {
    Scalar scalar;
    if (value.is_null()) {
        scalar.kind = Scalar::Kind::Null;
    } else if (value.is_boolean()) {
        scalar.kind = Scalar::Kind::Boolean;
        scalar.integer = value.get<bool>() ? 1 : 0;
    } else if (value.is_string()) {
        scalar.kind = Scalar::Kind::String;
        scalar.text = value.get_ref<const std::string&>();
    } else if (value.is_number_unsigned() && value.get<std::uint64_t>() > static_cast<std::uint64_t>(INT64_MAX)) {
        scalar.kind = Scalar::Kind::Other;
    } else if (value.is_number_integer()) {
        scalar.kind = Scalar::Kind::Integer;
        scalar.integer = value.get<std::int64_t>();
    } else {
        scalar.kind = Scalar::Kind::Other;
    }
    return scalar;
}

} // namespace

Result<nlohmann::json> parseDocument(const QByteArray& body, std::size_t maxBytes) {
    if (static_cast<std::size_t>(body.size()) > maxBytes)
        return Error{tr("the answer has %1 bytes, more than %2").arg(body.size()).arg(maxBytes)};
    LimitHandler limits;
    if (!nlohmann::json::sax_parse(body.begin(), body.end(), &limits))
        return Error{limits.error()};
    return nlohmann::json::parse(body.begin(), body.end(), nullptr, false);
}

Result<nlohmann::json> parseData(const QByteArray& body) {
    auto document = parseDocument(body, MaxDetailBytes);
    if (!document)
        return document.error();
    if (!document->is_object() || !document->contains("data") || !(*document)["data"].is_object())
        return Error{tr("the answer has no data object")};
    return std::move((*document)["data"]);
}

FieldSet fieldsOf(const nlohmann::json& object) {
    FieldSet fields;
    for (const auto& [name, value] : object.items()) {
        const Key key = keyOf(name);
        if (key == Key::WorkflowTask && value.is_object() && value.contains("task_name"))
            fields[Key::TaskName] = scalarOf(value["task_name"]);
        else if (key != Key::None)
            fields[key] = scalarOf(value);
    }
    return fields;
}

JsonDocument takeDocument(nlohmann::json& object, const char* name) {
    const auto member = object.find(name);
    if (member == object.end() || member->is_null())
        return nullptr;
    return std::make_shared<const nlohmann::json>(std::move(*member));
}

QString stringOf(const nlohmann::json& object, const char* name) {
    const auto member = object.find(name);
    if (member == object.end() || !member->is_string())
        return {};
    return QString::fromStdString(member->get_ref<const std::string&>());
}

bool flagOf(const nlohmann::json& object, const char* name) {
    const auto member = object.find(name);
    return member != object.end() && member->is_boolean() && member->get<bool>();
}

} // namespace attune::core
