// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/core/log/knownsecrets.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>

#include <algorithm>

namespace attune::core {

namespace {

// Two primes below 2^32: a product of two remainders fits into 64 bits.
constexpr std::array<std::uint64_t, 2> Primes{4'294'967'291U, 4'294'967'279U};

[[nodiscard]] std::uint64_t keyBelow(std::uint64_t prime, Random& random) {
    constexpr std::uint64_t Smallest = 65'537; // above every UTF-16 unit
    return Smallest + static_cast<std::uint64_t>(random.uniform() * static_cast<double>(prime - Smallest));
}

/// What tokens are made of.
[[nodiscard]] bool isTokenUnit(QChar c) {
    const char16_t u = c.unicode();
    return (u >= u'a' && u <= u'z') || (u >= u'A' && u <= u'Z') || (u >= u'0' && u <= u'9') || u == u'-' || u == u'_' ||
           u == u'.' || u == u'~';
}

[[nodiscard]] TextRange grown(QStringView text, TextRange range) {
    while (range.begin > 0 && isTokenUnit(text[range.begin - 1]))
        --range.begin;
    while (range.end < text.size() && isTokenUnit(text[range.end]))
        ++range.end;
    return range;
}

[[nodiscard]] QString jsonForm(const QString& secret) {
    const QString array = QString::fromUtf8(QJsonDocument(QJsonArray{secret}).toJson(QJsonDocument::Compact));
    return array.mid(2, array.size() - 4); // without [" and "]
}

} // namespace

/// The fingerprint of a stretch of text, which moves on by one unit in constant time.
class KnownSecrets::Window {
public:
    Window(const std::array<std::uint64_t, 2>& key, qsizetype length) : m_key(key) {
        for (std::size_t i = 0; i < m_key.size(); ++i) {
            for (qsizetype n = 1; n < length; ++n)
                m_first[i] = m_first[i] * m_key[i] % Primes[i];
        }
    }
    void push(QChar c) {
        for (std::size_t i = 0; i < m_key.size(); ++i)
            m_value[i] = (m_value[i] * m_key[i] + c.unicode()) % Primes[i];
    }
    void drop(QChar c) {
        for (std::size_t i = 0; i < m_key.size(); ++i)
            m_value[i] = (m_value[i] + Primes[i] - m_first[i] * c.unicode() % Primes[i]) % Primes[i];
    }
    [[nodiscard]] Fingerprint value() const { return m_value[0] << 32U | m_value[1]; }

private:
    std::array<std::uint64_t, 2> m_key;
    std::array<std::uint64_t, 2> m_first{1, 1}; // the weight of the first unit
    std::array<std::uint64_t, 2> m_value{};
};

KnownSecrets::KnownSecrets(Random& random) : m_key{keyBelow(Primes[0], random), keyBelow(Primes[1], random)} {}

void KnownSecrets::learn(QStringView secret) {
    const auto forms = formsOf(secret);
    const std::lock_guard lock(m_mutex);
    for (const Secret& form : forms) {
        if (std::find(m_forGood.begin(), m_forGood.end(), form) != m_forGood.end())
            continue;
        std::erase(m_passing, form);
        m_passing.push_back(form);
        if (m_passing.size() > MaxSecrets)
            m_passing.pop_front();
    }
    index();
}

void KnownSecrets::learnForGood(QStringView secret) {
    const auto forms = formsOf(secret);
    const std::lock_guard lock(m_mutex);
    for (const Secret& form : forms) {
        std::erase(m_passing, form);
        std::erase(m_forGood, form);
        m_forGood.push_back(form);
    }
    index();
}

std::vector<KnownSecrets::Secret> KnownSecrets::formsOf(QStringView secret) const {
    const QString text = secret.left(MaxLength).toString();
    std::vector<Secret> forms;
    for (const QString& form : {text, QString::fromLatin1(QUrl::toPercentEncoding(text)), jsonForm(text)}) {
        if (form.size() >= MinLength)
            forms.push_back(blocksOf(form));
    }
    return forms;
}

KnownSecrets::Secret KnownSecrets::blocksOf(QStringView form) const {
    Secret blocks;
    const qsizetype length = std::min(form.size(), BlockLength);
    for (qsizetype at = 0; at + length <= form.size(); at += length)
        blocks.push_back({length, fingerprintOf(form.sliced(at, length))});
    blocks.push_back({length, fingerprintOf(form.last(length))}); // the rest is rarely a whole block
    return blocks;
}

void KnownSecrets::index() {
    m_byLength.clear();
    const auto add = [this](const auto& secrets) {
        for (const Secret& secret : secrets) {
            for (const Block& block : secret)
                m_byLength[block.length].push_back(block.fingerprint);
        }
    };
    add(m_forGood);
    add(m_passing);
    for (auto& [length, fingerprints] : m_byLength)
        std::sort(fingerprints.begin(), fingerprints.end());
}

KnownSecrets::Fingerprint KnownSecrets::fingerprintOf(QStringView text) const {
    Window window(m_key, text.size());
    for (const QChar c : text)
        window.push(c);
    return window.value();
}

std::vector<TextRange> KnownSecrets::find(QStringView text) const {
    std::vector<TextRange> found;
    const std::lock_guard lock(m_mutex);
    for (const auto& [length, fingerprints] : m_byLength)
        findLength(text, length, fingerprints, found);
    return found;
}

void KnownSecrets::findLength(QStringView text, qsizetype length, const std::vector<Fingerprint>& wanted,
                              std::vector<TextRange>& found) const {
    if (text.size() < length)
        return;
    Window window(m_key, length);
    for (qsizetype end = 0; end < text.size(); ++end) {
        if (end >= length)
            window.drop(text[end - length]);
        window.push(text[end]);
        if (end + 1 < length || !std::binary_search(wanted.begin(), wanted.end(), window.value()))
            continue;
        const TextRange range{end + 1 - length, end + 1};
        found.push_back(length == BlockLength ? grown(text, range) : range);
    }
}

} // namespace attune::core
