// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "secretinput.h"

#include "attune/core/process/environmentsecret.h"

#include <QCoreApplication>
#include <QFile>

#include <cstdio>
#include <termios.h>
#include <unistd.h>

namespace attune::tail {

namespace {

constexpr qint64 MaxSecret = 64 * 1024;

[[nodiscard]] QString tr(const char* text) { return QCoreApplication::translate("attune-tail", text); }

/// Switches the terminal's echo off for its life.
class SilentTerminal {
public:
    SilentTerminal() {
        m_valid = tcgetattr(STDIN_FILENO, &m_before) == 0;
        termios silent = m_before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        if (m_valid)
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    }
    ~SilentTerminal() {
        if (m_valid)
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }
    SilentTerminal(const SilentTerminal&) = delete;
    SilentTerminal& operator=(const SilentTerminal&) = delete;

private:
    termios m_before{};
    bool m_valid = false;
};

[[nodiscard]] QString firstLine() {
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return {};
    QByteArray line = input.readLine(MaxSecret);
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    return QString::fromUtf8(line);
}

} // namespace

core::Result<QString> readPassword(const QString& login) {
    if (qEnvironmentVariableIsSet("ATTUNE_PASSWORD"))
        return core::takeEnvironmentSecret("ATTUNE_PASSWORD");
    if (isatty(STDIN_FILENO) == 0)
        return core::Error{tr("no password: set ATTUNE_PASSWORD, or run in a terminal")};
    std::fprintf(stderr, "%s", qUtf8Printable(tr("Password of %1: ").arg(login)));
    QString password;
    {
        const SilentTerminal silent;
        password = firstLine();
    }
    std::fputc('\n', stderr);
    return password;
}

core::Result<QString> readTokenFromStdin() {
    const QString token = firstLine();
    if (token.isEmpty())
        return core::Error{tr("no token on standard input")};
    return token;
}

} // namespace attune::tail
