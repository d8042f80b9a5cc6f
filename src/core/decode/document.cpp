// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "document.h"

#include "readjson.h"

#include "attune/core/displaytext.h"

namespace attune::core {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(attune::core::Decoder)
};

/// Keeps the scalars of the object under "data" (and the task name one level deeper).
class DataHandler : public FieldHandler<DataHandler> {
public:
    [[nodiscard]] Scalar* target() {
        if (m_depth == 1)
            m_inData = false;
        if (m_depth == 1 && m_key == Key::Data)
            fields.reset();
        if (m_inData && m_depth == 2)
            return memberOf(fields);
        return m_inTask && m_depth == 3 && m_key == Key::TaskName ? &fields[Key::TaskName] : nullptr;
    }
    void opened(bool isObject, Key key) {
        if (m_depth == 2)
            m_inData = isObject && key == Key::Data;
        else if (m_depth == 3)
            m_inTask = m_inData && isObject && key == Key::WorkflowTask;
    }
    void closed() {}

    FieldSet fields;

private:
    bool m_inData = false;
    bool m_inTask = false;
};

template<class Handler>
[[nodiscard]] Result<nlohmann::json> parse(const QByteArray& body, std::size_t maxBytes, Handler& handler) {
    if (static_cast<std::size_t>(body.size()) > maxBytes)
        return Error{Words::tr("the answer has %1 bytes, more than %2").arg(body.size()).arg(maxBytes)};
    const std::string_view text = viewOf(body);
    if (!readJson(text, handler))
        return Error{handler.error()};
    nlohmann::json document = nlohmann::json::parse(text, nullptr, false);
    if (document.is_discarded())
        document = nlohmann::json::parse(rewriteHugeNumbers(text, HugeNumbers::AsText), nullptr, false);
    return document;
}

} // namespace

Result<nlohmann::json> parseDocument(const QByteArray& body, std::size_t maxBytes) {
    LimitHandler limits;
    return parse(body, maxBytes, limits);
}

Result<DataObject> parseData(const QByteArray& body) {
    DataHandler handler;
    auto document = parse(body, MaxDetailBytes, handler);
    if (!document)
        return document.error();
    if (!document->is_object() || !document->contains("data") || !(*document)["data"].is_object())
        return Error{Words::tr("the answer has no data object")};
    return DataObject{std::move((*document)["data"]), std::move(handler.fields)};
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
    return exactText(member->get_ref<const std::string&>());
}

bool flagOf(const nlohmann::json& object, const char* name) {
    const auto member = object.find(name);
    return member != object.end() && member->is_boolean() && member->get<bool>();
}

} // namespace attune::core
