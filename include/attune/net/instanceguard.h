// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLocalServer>
#include <QLockFile>
#include <QObject>
#include <QString>

#include <functional>
#include <memory>
#include <optional>

namespace attune::net {

class RaiseRequest;

/// One running program per user and name. The first one listens on a socket that only its user can reach; a later one
/// asks it to come to the front, which is all that can be asked.
class InstanceGuard : public QObject {
    Q_OBJECT
public:
    enum class Role : std::uint8_t {
        First,  ///< nobody else has the name; raiseRequested() may follow
        Second, ///< another one has it and comes to the front
        Alone,  ///< cannot be told, or the other one does not answer: run
    };

    /// `name` is any text, such as that of a profile; `folder` is private to the user, empty = there is none.
    explicit InstanceGuard(const QString& name, const QString& folder = runtimeFolder(), QObject* parent = nullptr);
    ~InstanceGuard() override;

    /// Takes at most two seconds, and no time when nobody else runs. Once, before there is a window.
    [[nodiscard]] Role claim();
    /// The same where nobody may have to wait: calls `done` once, now or from the event loop within those two seconds,
    /// unless the guard is destroyed before.
    void claim(const std::function<void(Role)>& done);
    [[nodiscard]] QString socketPath() const { return m_path; }
    /// Where the desktop wants sockets; empty when it does not say.
    [[nodiscard]] static QString runtimeFolder();

    static constexpr qsizetype MaxMessageBytes = 4096;

Q_SIGNALS:
    void raiseRequested();

private:
    [[nodiscard]] std::optional<Role> takeName();
    [[nodiscard]] bool listen();
    [[nodiscard]] bool askOther() const;
    void onConnection();
    void onBytes(QLocalSocket& client);

    QString m_folder;
    QString m_path;
    std::unique_ptr<QLockFile> m_lock;
    QLocalServer m_server;
    std::unique_ptr<RaiseRequest> m_request;
};

} // namespace attune::net
