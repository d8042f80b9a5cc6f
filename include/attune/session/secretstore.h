// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attune/core/result.h"

#include <QByteArray>
#include <QObject>
#include <QString>

#include <functional>
#include <optional>

namespace attune::session {

/// Why the place for secrets could not be used.
struct SecretError {
    enum class Kind : std::uint8_t {
        Unavailable, ///< there is none, or it does not answer; may be different in a moment
        Denied,      ///< the operator said no
    };
    Kind kind = Kind::Unavailable;
    QString message; ///< a part of a sentence, in words

    friend bool operator==(const SecretError&, const SecretError&) = default;
};

/// Where secrets rest between two runs of the program. Nothing blocks: whatever takes long, such as a keychain that
/// waits to be unlocked, is waited for while everything else goes on. Calls `done` once, later, on the caller's
/// thread, unless `context` is destroyed before.
class SecretStore {
public:
    using ReadDone = std::function<void(core::Result<QByteArray, SecretError>)>; ///< empty = nothing under this key
    using Done = std::function<void(std::optional<SecretError>)>;                ///< nothing = done

    SecretStore() = default;
    virtual ~SecretStore() = default;
    SecretStore(const SecretStore&) = delete;
    SecretStore& operator=(const SecretStore&) = delete;

    virtual void read(const QString& key, QObject* context, ReadDone done) = 0;
    /// UTF-8 text; replaces what is there.
    virtual void write(const QString& key, const QByteArray& secret, QObject* context, Done done) = 0;
    /// Done as well when there was nothing.
    virtual void remove(const QString& key, QObject* context, Done done) = 0;
};

} // namespace attune::session
