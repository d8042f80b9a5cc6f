// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "jsonnode.h"

#include "attune/core/displaytext.h"

#include <algorithm>

namespace attune::models {

namespace {

// Protocol section 4.2: {"$attune_secret": true, "redacted": true} in place of the value.
bool isSecret(const nlohmann::json& value) {
    if (!value.is_object())
        return false;
    const auto marker = value.find("$attune_secret");
    return marker != value.end() && marker->is_boolean() && marker->get<bool>();
}

} // namespace

JsonKind kindOf(const nlohmann::json& value) {
    switch (value.type()) {
    case nlohmann::json::value_t::boolean:
        return JsonKind::Boolean;
    case nlohmann::json::value_t::number_integer:
    case nlohmann::json::value_t::number_unsigned:
    case nlohmann::json::value_t::number_float:
        return JsonKind::Number;
    case nlohmann::json::value_t::string:
        return JsonKind::String;
    case nlohmann::json::value_t::array:
        return JsonKind::Array;
    case nlohmann::json::value_t::object:
        return isSecret(value) ? JsonKind::Secret : JsonKind::Object;
    case nlohmann::json::value_t::null:
    case nlohmann::json::value_t::binary:
    case nlohmann::json::value_t::discarded:
        return JsonKind::Null;
    }
    Q_UNREACHABLE();
}

bool isContainer(const nlohmann::json& value) { return value.is_array() || (value.is_object() && !isSecret(value)); }

QString scalarText(const nlohmann::json& value) {
    if (value.is_string())
        return core::exactText(value.get_ref<const std::string&>());
    return value.is_structured() ? QString() : QString::fromStdString(value.dump());
}

QString pathStep(const std::string& key) {
    const auto isWord = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    };
    const bool isPlain =
        !key.empty() && !(key.front() >= '0' && key.front() <= '9') && std::all_of(key.begin(), key.end(), isWord);
    QString name = core::exactText(key);
    if (isPlain)
        return u'.' + name;
    name.replace(u'\\', QStringLiteral("\\\\")).replace(u'\'', QStringLiteral("\\'"));
    return u"['" + name + u"']";
}

} // namespace attune::models
