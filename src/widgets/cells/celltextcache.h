// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCache>
#include <QFont>
#include <QStaticText>
#include <QString>

namespace attune::widgets {

/// One line of text, elided to a width and laid out once.
struct CellLine {
    QStaticText text;
    int width = 0; ///< pixels really used
};

/// Laid-out cell texts by text, width and font: laying text out is what repainting a table costs.
class CellTextCache {
public:
    CellTextCache();
    /// `raw` may be the server's: it is made safe to draw. Valid until the next call.
    [[nodiscard]] const CellLine& line(const QString& raw, int width, const QFont& font, bool monospace,
                                       Qt::TextElideMode elide);
    void clear() { m_lines.clear(); }

    struct Key {
        QString raw;
        int width = 0;
        bool monospace = false;
        friend bool operator==(const Key&, const Key&) = default;
        friend std::size_t qHash(const Key& key, std::size_t seed = 0) {
            return qHashMulti(seed, key.raw, key.width, key.monospace);
        }
    };

private:
    QCache<Key, CellLine> m_lines;
};

} // namespace attune::widgets
