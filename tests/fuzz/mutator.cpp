// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "mutator.h"

#include <array>
#include <string_view>

namespace attune::fuzz {

namespace {

using namespace std::string_view_literals;

constexpr std::array Tokens{"null"sv,
                            "true"sv,
                            "\""sv,
                            "\\u0000"sv,
                            "\\ud800"sv,
                            "{"sv,
                            "}"sv,
                            "["sv,
                            "]"sv,
                            ","sv,
                            ":"sv,
                            "-1"sv,
                            "0"sv,
                            "1e400"sv,
                            "9.5"sv,
                            "\0"sv,
                            "\xff"sv,
                            "\xef\xbb\xbf"sv,
                            "[[[[[[[["sv,
                            "created"sv,
                            "*"sv,
                            "\"id\":"sv,
                            "payload"sv,
                            "=\n"sv,
                            "@Variant("sv,
                            "+24:00"sv,
                            "23:59:60"sv,
                            "%n%s"sv,
                            "<b>"sv,
                            "&"sv,
                            "\r\n"sv,
                            "\x1b["sv,
                            "\xe2\x80\xae"sv,
                            "\xcc\x81"sv,
                            "\xd0\xbe"sv,
                            "9223372036854775807"sv,
                            "9223372036854775808"sv,
                            "9007199254740993"sv};

} // namespace

std::string Mutator::next() {
    std::string text = m_corpus[below(m_corpus.size())];
    for (std::size_t changes = 1 + below(4); changes > 0; --changes)
        change(text);
    text.resize(std::min(text.size(), MaxBytes));
    return text;
}

void Mutator::change(std::string& text) {
    const std::size_t at = below(text.size() + 1);
    const std::size_t count = 1 + below(16);
    // Mostly small changes: what is cut or spliced is refused early.
    static constexpr std::string_view Kinds = "ffffdddttttrrsc";
    switch (Kinds[below(Kinds.size())]) {
    case 'f':
        if (at < text.size())
            text[at] = static_cast<char>(m_engine());
        break;
    case 'd':
        text.erase(at, count);
        break;
    case 't':
        text.insert(at, Tokens[below(Tokens.size())]);
        break;
    case 'r':
        text.insert(at, text.substr(below(text.size() + 1), count));
        break;
    case 's': {
        const std::string& other = m_corpus[below(m_corpus.size())];
        text = text.substr(0, at) + other.substr(below(other.size() + 1));
        break;
    }
    default:
        text.resize(at);
    }
}

} // namespace attune::fuzz
