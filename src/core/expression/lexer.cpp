// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "expression/lexer.h"

#include "expression/words.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace attune::core::expression {

namespace {

[[nodiscard]] bool isWordChar(QChar c) {
    static constexpr std::u16string_view Others = u"_.-*?:/#@+[]%&$";
    return c.isLetterOrNumber() || c.isSurrogate() || c.isMark() ||
           Others.find(c.unicode()) != std::u16string_view::npos;
}

/// The length of the sign that begins there; 0 = none does.
[[nodiscard]] qsizetype signLength(QStringView rest) {
    static constexpr std::array Signs{u"!=", u"<=", u">=", u"!~", u"=", u"<", u">", u"~"};
    const auto sign =
        std::find_if(Signs.begin(), Signs.end(), [rest](const char16_t* s) { return rest.startsWith(s); });
    return sign == Signs.end() ? 0 : QStringView(*sign).size();
}

class Lexer {
public:
    explicit Lexer(QStringView text) : m_text(text) {}

    Result<std::vector<Token>, ExpressionError> run() {
        while (true) {
            while (m_at < m_text.size() && m_text[m_at].isSpace())
                ++m_at;
            if (m_at == m_text.size()) {
                add(Token::Kind::End, 0);
                return std::move(m_tokens);
            }
            if (m_tokens.size() >= MaxTokens)
                return ExpressionError{m_at, 0, Words::tr("The expression is too long.")};
            if (!next())
                return m_error;
        }
    }

private:
    void add(Token::Kind kind, qsizetype length) {
        m_tokens.push_back({kind, m_at, length, m_text.mid(m_at, length).toString()});
        m_at += length;
    }

    bool next() {
        const QChar c = m_text[m_at];
        if (c == u'"' || c == u'\'')
            return quoted(c);
        if (c == u'(' || c == u')' || c == u',') {
            add(c == u'(' ? Token::Kind::Open : c == u')' ? Token::Kind::Close : Token::Kind::Comma, 1);
            return true;
        }
        if (const qsizetype sign = signLength(m_text.mid(m_at)); sign > 0) {
            add(Token::Kind::Sign, sign);
            return true;
        }
        qsizetype end = m_at;
        while (end < m_text.size() && isWordChar(m_text[end]))
            ++end;
        if (end == m_at) {
            m_error = {m_at, 1,
                       Words::tr("%1 cannot stand at character %2; put texts into quotes.")
                           .arg(quote(m_text.mid(m_at, 1)))
                           .arg(m_at + 1)};
            return false;
        }
        add(Token::Kind::Word, end - m_at);
        return true;
    }

    bool quoted(QChar mark) {
        QString content;
        for (qsizetype end = m_at + 1; end < m_text.size(); ++end) {
            if (m_text[end] == mark) {
                const qsizetype length = end + 1 - m_at;
                m_tokens.push_back({Token::Kind::Quoted, m_at, length, content});
                m_at += length;
                return true;
            }
            if (m_text[end] == u'\\' && end + 1 < m_text.size())
                ++end;
            content += m_text[end];
        }
        m_error = {m_at, m_text.size() - m_at, Words::tr("The quote at character %1 is not closed.").arg(m_at + 1)};
        return false;
    }

    QStringView m_text;
    qsizetype m_at = 0;
    std::vector<Token> m_tokens;
    ExpressionError m_error;
};

} // namespace

Result<std::vector<Token>, ExpressionError> tokens(QStringView text) { return Lexer(text).run(); }

bool isWord(QStringView text) { return !text.isEmpty() && std::all_of(text.begin(), text.end(), isWordChar); }

} // namespace attune::core::expression
