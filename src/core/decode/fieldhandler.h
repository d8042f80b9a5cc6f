// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fieldset.h"

#include "attune/core/jsonlimits.h"

#include <nlohmann/json.hpp>

#include <QCoreApplication>
#include <QString>

#include <cstddef>
#include <cstdint>
#include <string>

namespace attune::core {

/// What every SAX handler of this program shares: the limits, the depth, the key the next value belongs to, and the
/// first reason to refuse. A derived handler decides which scalars it keeps by `target()`.
template<class Derived>
class FieldHandler {
public:
    using Json = nlohmann::json;

    bool null() { return scalar(Scalar::Kind::Null); }
    bool boolean(bool value) { return scalar(Scalar::Kind::Boolean, value ? 1 : 0); }
    bool number_integer(std::int64_t value) { return scalar(Scalar::Kind::Integer, value); }
    bool number_unsigned(std::uint64_t value) {
        return value <= static_cast<std::uint64_t>(INT64_MAX)
                   ? scalar(Scalar::Kind::Integer, static_cast<std::int64_t>(value))
                   : scalar(Scalar::Kind::Other);
    }
    bool number_float(double /*value*/, const std::string& /*text*/) { return scalar(Scalar::Kind::Other); }
    bool string(std::string& value) {
        if (!countNode() || !isShort(value))
            return false;
        if (Scalar* kept = self().target()) {
            kept->kind = Scalar::Kind::String;
            kept->text.assign(value); // not swapped: the parser would throw our buffer away with itself
        }
        return true;
    }
    bool binary(Json::binary_t& /*value*/) { return scalar(Scalar::Kind::Other); }
    bool key(std::string& name) {
        m_key = keyOf(name);
        return isShort(name);
    }
    bool start_object(std::size_t /*size*/) { return open(true); }
    bool start_array(std::size_t /*size*/) { return open(false); }
    bool end_object() { return close(); }
    bool end_array() { return close(); }
    bool parse_error(std::size_t position, const std::string& /*token*/, const Json::exception& error) {
        constexpr int NumberOverflow = 406;
        m_sawHugeNumber = error.id == NumberOverflow;
        return refuse(QCoreApplication::translate("attune::core::Decoder", "malformed JSON at byte %1").arg(position));
    }

    bool refuse(const QString& reason) {
        m_error = reason;
        return false;
    }
    [[nodiscard]] const QString& error() const { return m_error; }
    /// The parser stopped at a number beyond the range of a double.
    [[nodiscard]] bool sawHugeNumber() const { return m_sawHugeNumber; }

    /// Ready for another text.
    void restart() {
        m_depth = 0;
        m_nodes = 0;
        m_key = Key::None;
        m_sawHugeNumber = false;
        m_error.clear();
    }

protected:
    /// Where the value of the current key of an enforcement, execution or rule belongs. A repeated key replaces what it
    /// said before; the task name belongs to the workflow task, a level deeper.
    [[nodiscard]] Scalar* memberOf(FieldSet& fields) const {
        if (m_key == Key::WorkflowTask)
            fields[Key::TaskName].kind = Scalar::Kind::Absent;
        return m_key == Key::None || m_key == Key::WorkflowTask || m_key == Key::TaskName ? nullptr : &fields[m_key];
    }

    int m_depth = 0; ///< 1 inside the outermost container
    Key m_key = Key::None;

private:
    [[nodiscard]] Derived& self() { return static_cast<Derived&>(*this); }

    bool countNode() {
        return ++m_nodes <= MaxJsonNodes ||
               refuse(QCoreApplication::translate("attune::core::Decoder", "more than %1 values").arg(MaxJsonNodes));
    }
    bool isShort(const std::string& text) {
        return text.size() <= MaxJsonStringBytes ||
               refuse(QCoreApplication::translate("attune::core::Decoder", "a text of more than %1 bytes")
                          .arg(MaxJsonStringBytes));
    }
    bool scalar(Scalar::Kind kind, std::int64_t integer = 0) {
        if (!countNode())
            return false;
        if (Scalar* kept = self().target()) {
            kept->kind = kind;
            kept->integer = integer;
        }
        return true;
    }
    bool open(bool isObject) {
        if (!countNode())
            return false;
        // A container where a scalar is expected is a wrong type, not an absence.
        if (Scalar* kept = self().target())
            kept->kind = Scalar::Kind::Other;
        if (++m_depth > MaxJsonDepth)
            return refuse(
                QCoreApplication::translate("attune::core::Decoder", "nested deeper than %1 levels").arg(MaxJsonDepth));
        self().opened(isObject, m_key);
        m_key = Key::None;
        return true;
    }
    bool close() {
        --m_depth;
        m_key = Key::None;
        self().closed();
        return true;
    }

    std::size_t m_nodes = 0;
    bool m_sawHugeNumber = false;
    QString m_error;
};

} // namespace attune::core
