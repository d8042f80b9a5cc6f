// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QString>

#include <map>
#include <string>
#include <vector>

namespace attune::e2e {

using Rows = std::map<qint64, QJsonObject>;

/// In what a mirror is not as the server.
struct Difference {
    std::vector<qint64> missing;
    std::vector<qint64> stale; ///< in the state of another time, or with something else that is not the server's
    std::vector<qint64> ghosts;

    [[nodiscard]] bool isNone() const { return missing.empty() && stale.empty() && ghosts.empty(); }
    [[nodiscard]] std::string text(const Rows& server) const {
        return stretches("missing", missing, server) + stretches("stale", stale, server) +
               stretches("ghosts", ghosts, server);
    }

private:
    /// Ids that follow each other in one line, with when the first and the last of them were created.
    [[nodiscard]] static std::string stretches(const char* what, const std::vector<qint64>& ids, const Rows& server) {
        const auto created = [&server](qint64 id) {
            const auto row = server.find(id);
            return row == server.end() ? std::string("?") : row->second[u"created"].toString().toStdString();
        };
        std::string lines = std::to_string(ids.size()) + " rows " + what + '\n';
        for (std::size_t first = 0; first < ids.size();) {
            std::size_t last = first;
            while (last + 1 < ids.size() && ids[last + 1] <= ids[last] + 2) // some ids are never given
                ++last;
            lines += "  " + std::to_string(ids[first]) + " to " + std::to_string(ids[last]) + ", created " +
                     created(ids[first]) + " to " + created(ids[last]) + '\n';
            first = last + 1;
        }
        return lines;
    }
};

/// The mirror was written at a time between the two looks at the server.
[[nodiscard]] inline Difference compare(const Rows& mirror, const Rows& before, const Rows& after) {
    Difference difference;
    for (const auto& [id, row] : before) {
        const auto found = mirror.find(id);
        if (found == mirror.end()) {
            difference.missing.push_back(id);
            continue;
        }
        const QJsonObject& mirrored = found->second;
        const QString status = mirrored[u"status"].toString();
        const auto later = after.find(id);
        bool isSame = status == row[u"status"].toString() ||
                      (later != after.end() && status == later->second[u"status"].toString());
        for (const char16_t* field : {u"rule_ref", u"trigger_ref", u"created", u"event", u"condition"})
            isSame = isSame && mirrored[field] == row[field];
        if (!isSame)
            difference.stale.push_back(id);
    }
    for (const auto& [id, row] : mirror) {
        if (!after.contains(id))
            difference.ghosts.push_back(id);
    }
    return difference;
}

} // namespace attune::e2e
