// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "quickframe.h"

#include "attune/core/jsonlimits.h"

#include <simdjson.h>

namespace attune::core {

namespace {

using simdjson::dom::element_type;

constexpr std::size_t MaxDepth = 16; ///< counted in the parser's way, and far from where ways of counting matter

static_assert(QuickFrame::Padding >= simdjson::SIMDJSON_PADDING);
static_assert(MaxDepth < MaxJsonDepth && QuickFrame::MaxBytes <= MaxFrameBytes);
// So short a frame cannot break the other limits: each value takes two bytes at least.
static_assert(QuickFrame::MaxBytes <= MaxJsonStringBytes && QuickFrame::MaxBytes / 2 <= MaxJsonNodes);

/// Parsers differ in which escapes they take for text, and in what a NUL ends; the usual frame has neither.
[[nodiscard]] bool isPlain(std::string_view text) {
    return text.find('\\') == std::string_view::npos && text.find('\0') == std::string_view::npos;
}

[[nodiscard]] bool keep(const simdjson::dom::element& value, Scalar& kept) {
    std::string_view text;
    bool flag = false;
    switch (value.type()) {
    case element_type::STRING:
        kept.kind = Scalar::Kind::String;
        if (value.get_string().get(text) != simdjson::SUCCESS)
            return false;
        kept.text.assign(text);
        return true;
    case element_type::INT64:
        kept.kind = Scalar::Kind::Integer;
        return value.get_int64().get(kept.integer) == simdjson::SUCCESS;
    case element_type::NULL_VALUE:
        kept.kind = Scalar::Kind::Null;
        return true;
    case element_type::BOOL:
        kept.kind = Scalar::Kind::Boolean;
        if (value.get_bool().get(flag) != simdjson::SUCCESS)
            return false;
        kept.integer = flag ? 1 : 0;
        return true;
    case element_type::UINT64: // beyond 63 bits
    case element_type::DOUBLE:
    case element_type::ARRAY:
    case element_type::OBJECT:
        return false;
    }
    return false;
}

/// Keeps the members that this program knows. `inner` takes the payload where one belongs.
[[nodiscard]] bool keepMembers(const simdjson::dom::object& object, FieldSet& fields, simdjson::dom::object* inner) {
    for (const auto member : object) {
        const Key key = keyOf(member.key);
        if (key == Key::None)
            continue;
        Scalar& kept = fields[key];
        if (kept.kind != Scalar::Kind::Absent || key == Key::WorkflowTask || key == Key::TaskName)
            return false; // repeated, or of an execution
        if (key != Key::Payload || inner == nullptr) {
            if (!keep(member.value, kept))
                return false;
            continue;
        }
        kept.kind = Scalar::Kind::Other;
        if (member.value.get_object().get(*inner) != simdjson::SUCCESS)
            return false;
    }
    return true;
}

} // namespace

class QuickFrame::Parser {
public:
    Parser() {
        m_isReady = m_parser.allocate(MaxBytes, MaxDepth) == simdjson::SUCCESS &&
                    m_parser.doc.allocate(MaxBytes) == simdjson::SUCCESS;
    }

    [[nodiscard]] bool read(std::string_view utf8, FieldSet& envelope, FieldSet& payload) {
        simdjson::dom::object outer;
        simdjson::dom::object inner;
        return m_isReady &&
               m_parser.parse(utf8.data(), utf8.size(), false).get_object().get(outer) == simdjson::SUCCESS &&
               keepMembers(outer, envelope, &inner) && envelope.isText(Key::Type, "notification") &&
               envelope.isText(Key::EntityType, "enforcement") && envelope[Key::Payload].kind == Scalar::Kind::Other &&
               keepMembers(inner, payload, nullptr);
    }

private:
    simdjson::dom::parser m_parser{MaxBytes};
    bool m_isReady = false;
};

QuickFrame::QuickFrame() : m_parser(std::make_unique<Parser>()) {}
QuickFrame::~QuickFrame() = default;

bool QuickFrame::read(std::string_view utf8, FieldSet& envelope, FieldSet& payload) {
    return utf8.size() <= MaxBytes && isPlain(utf8) && m_parser->read(utf8, envelope, payload);
}

} // namespace attune::core
