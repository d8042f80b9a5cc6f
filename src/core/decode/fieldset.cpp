// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "fieldset.h"

#include "attune/core/displaytext.h"
#include "attune/core/testing/mutants.h"

#include <QCoreApplication>

#include <algorithm>

namespace attune::core {

namespace {

constexpr std::array<std::string_view, KeyCount> Names{"type",
                                                       "notification_type",
                                                       "entity_type",
                                                       "entity_id",
                                                       "timestamp",
                                                       "message",
                                                       "client_id",
                                                       "payload",
                                                       "id",
                                                       "rule",
                                                       "rule_ref",
                                                       "trigger_ref",
                                                       "event",
                                                       "status",
                                                       "old_status",
                                                       "condition",
                                                       "created",
                                                       "resolved_at",
                                                       "trace_tag",
                                                       "action_ref",
                                                       "enforcement",
                                                       "parent",
                                                       "original_execution",
                                                       "started_at",
                                                       "updated",
                                                       "workflow_task",
                                                       "task_name",
                                                       "active",
                                                       "ref",
                                                       "items",
                                                       "pagination",
                                                       "page",
                                                       "page_size",
                                                       "total_items",
                                                       "has_next",
                                                       "data"};

constexpr Symbol UsualWords = 4; // the unknown one included: as many as the vocabulary begins with

constexpr std::size_t PlaceCount = 128;

/// A number that differs from name to name: a key is looked up for each member of each frame.
[[nodiscard]] constexpr std::size_t placeOf(std::string_view name) noexcept {
    const auto number = [](char c) { return static_cast<std::size_t>(static_cast<unsigned char>(c)); };
    return (name.size() + 13 * number(name.front()) + 23 * number(name.back())) % PlaceCount;
}

constexpr auto Places = [] {
    std::array<Key, PlaceCount> places{};
    places.fill(Key::None);
    for (std::size_t i = 0; i < KeyCount; ++i)
        places[placeOf(Names[i])] = static_cast<Key>(i);
    return places;
}();
static_assert(std::count(Places.begin(), Places.end(), Key::None) == PlaceCount - KeyCount,
              "each name has a place of its own: choose other factors");

struct Words {
    Q_DECLARE_TR_FUNCTIONS(attune::core::Decoder)
};

[[nodiscard]] bool complain(Key key, const char* text, QString& error) {
    const std::string_view name = nameOf(key);
    error = Words::tr(text).arg(QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())));
    return false;
}

} // namespace

Key keyOf(std::string_view name) noexcept {
    const Key key = name.empty() ? Key::None : Places[placeOf(name)];
    return key != Key::None && Names[static_cast<std::size_t>(key)] == name ? key : Key::None;
}

std::string_view nameOf(Key key) noexcept { return Names[static_cast<std::size_t>(key)]; }

void FieldSet::reset() noexcept {
    for (Scalar& scalar : m_scalars)
        scalar.kind = Scalar::Kind::Absent;
}

bool FieldSet::id(Key key, Id& value, QString& error) const {
    const Scalar& scalar = (*this)[key];
    if (scalar.kind == Scalar::Kind::Absent)
        return true;
    if (scalar.kind == Scalar::Kind::Null) {
        value = NullId;
        return true;
    }
    if (scalar.kind != Scalar::Kind::Integer || scalar.integer < 1)
        return complain(key, QT_TRANSLATE_NOOP("attune::core::Decoder", "%1 is not a positive 64-bit integer"), error);
    value = isBroken(Mutant::IdThroughDouble) ? static_cast<Id>(static_cast<double>(scalar.integer)) : scalar.integer;
    return true;
}

bool FieldSet::ownId(Id& value, QString& error) const {
    if (!id(Key::Id, value, error))
        return false;
    if (value > 0)
        return true;
    return complain(Key::Id, QT_TRANSLATE_NOOP("attune::core::Decoder", "%1 is missing"), error);
}

bool FieldSet::instant(Key key, UtcMicros& value, QString& error) const {
    const Scalar& scalar = (*this)[key];
    if (scalar.kind == Scalar::Kind::Absent)
        return true;
    if (scalar.kind == Scalar::Kind::Null) {
        value = NullTime;
        return true;
    }
    const auto time = scalar.kind == Scalar::Kind::String ? parseTimestamp(scalar.text) : std::nullopt;
    if (!time)
        return complain(key, QT_TRANSLATE_NOOP("attune::core::Decoder", "%1 is not a time in RFC 3339 form"), error);
    value = *time;
    return true;
}

bool FieldSet::utf8(Key key, std::string_view& value, QString& error) const {
    const Scalar& scalar = (*this)[key];
    if (scalar.kind == Scalar::Kind::Absent || scalar.kind == Scalar::Kind::Null)
        return true;
    if (scalar.kind != Scalar::Kind::String)
        return complain(key, QT_TRANSLATE_NOOP("attune::core::Decoder", "%1 is not a text"), error);
    value = scalar.text;
    return true;
}

bool FieldSet::text(Key key, QString& value, QString& error) const {
    std::string_view read;
    if (!utf8(key, read, error))
        return false;
    if (!read.empty())
        value = exactText(read);
    return true;
}

bool FieldSet::ref(Key key, Symbol& value, SymbolTable& table, QString& error) const {
    std::string_view read;
    if (!utf8(key, read, error))
        return false;
    if (read.empty())
        return true;
    const auto symbol = table.intern(read);
    if (!symbol)
        return complain(
            key,
            QT_TRANSLATE_NOOP("attune::core::Decoder", "%1: the server uses more different texts than can be kept"),
            error);
    value = *symbol;
    return true;
}

bool FieldSet::word(Key key, WordCode& value, SymbolTable& table, QString& error) const {
    std::string_view read;
    if (!utf8(key, read, error))
        return false;
    if (read.empty())
        return true;
    // Nearly always one of the first few: no need to look for it under a lock.
    const auto usual = std::min<Symbol>(table.size(), UsualWords);
    for (Symbol symbol = 1; symbol < usual; ++symbol) {
        if (table.utf8(symbol) == read) {
            value = static_cast<WordCode>(symbol);
            return true;
        }
    }
    Symbol symbol = value;
    if (!ref(key, symbol, table, error))
        return false;
    value = static_cast<WordCode>(symbol);
    return true;
}

} // namespace attune::core
