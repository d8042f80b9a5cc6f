// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fieldhandler.h"
#include "jsontext.h"

#include <string>
#include <string_view>

namespace attune::core {

/// Feeds `text` to `handler`; false when it is refused, with handler.error(). Departs from the parser in two ways: it
/// would take a NUL byte for the end of the text, which is refused here, and it would refuse a number beyond the range
/// of a double, which the handler gets as some other number that is no integer.
template<class Handler>
[[nodiscard]] bool readJson(std::string_view text, Handler& handler) {
    if (const std::size_t nul = text.find('\0'); nul != std::string_view::npos)
        return handler.refuse(
            QCoreApplication::translate("attune::core::Decoder", "malformed JSON at byte %1").arg(nul + 1));
    if (nlohmann::json::sax_parse(text.begin(), text.end(), &handler))
        return true;
    if (!handler.sawHugeNumber())
        return false;
    const std::string rewritten = rewriteHugeNumbers(text, HugeNumbers::AsOne);
    handler.restart();
    return nlohmann::json::sax_parse(rewritten.data(), rewritten.data() + rewritten.size(), &handler);
}

/// Keeps nothing, only watches the limits.
class LimitHandler : public FieldHandler<LimitHandler> {
public:
    [[nodiscard]] Scalar* target() { return nullptr; }
    void opened(bool /*isObject*/, Key /*key*/) {}
    void closed() {}
};

} // namespace attune::core
