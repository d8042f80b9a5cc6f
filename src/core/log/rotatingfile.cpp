// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/core/log/rotatingfile.h"

#include <QCoreApplication>
#include <QFile>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace attune::core {

namespace {

constexpr mode_t OwnerOnly = S_IRUSR | S_IWUSR;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(attune::core::RotatingFile)
};
[[nodiscard]] QString systemError() { return QString::fromLocal8Bit(std::strerror(errno)); }
[[nodiscard]] QByteArray numbered(const QString& path, int number) {
    return QFile::encodeName(number == 0 ? path : path + u'.' + QString::number(number));
}

/// All folders above `path`, for this user only where they are missing.
void makeFolders(const QString& path) {
    for (qsizetype slash = path.indexOf(u'/', 1); slash > 0; slash = path.indexOf(u'/', slash + 1))
        ::mkdir(QFile::encodeName(path.left(slash)).constData(), S_IRWXU);
}

} // namespace

RotatingFile::RotatingFile(QString path, Limits limits) : m_path(std::move(path)), m_limits(limits) {}

RotatingFile::~RotatingFile() { close(); }

void RotatingFile::close() {
    if (m_descriptor >= 0)
        ::close(std::exchange(m_descriptor, -1));
}

std::optional<QString> RotatingFile::write(const QByteArray& line) {
    if (m_descriptor >= 0 && !isStillThere())
        close();
    if (m_descriptor < 0) {
        if (auto problem = open())
            return problem;
    }
    struct stat now = {};
    if (::fstat(m_descriptor, &now) == 0 && now.st_size > 0 && now.st_size + line.size() > m_limits.bytes) {
        if (auto problem = rotate())
            return problem;
        if (auto problem = open())
            return problem;
    }
    const ssize_t written = ::write(m_descriptor, line.constData(), static_cast<std::size_t>(line.size()));
    if (written == line.size())
        return std::nullopt;
    const QString problem = written < 0 ? systemError() : Words::tr("the disk is full");
    close();
    return problem;
}

/// Another process may have rotated it, or somebody taken it away.
bool RotatingFile::isStillThere() const {
    struct stat opened = {};
    struct stat named = {};
    return ::fstat(m_descriptor, &opened) == 0 && ::lstat(numbered(m_path, 0).constData(), &named) == 0 &&
           opened.st_ino == named.st_ino && opened.st_dev == named.st_dev;
}

std::optional<QString> RotatingFile::open() {
    makeFolders(m_path);
    // Neither a link nor a pipe nobody reads may lead the program astray.
    m_descriptor = ::open(numbered(m_path, 0).constData(),
                          O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC, OwnerOnly);
    if (m_descriptor < 0)
        return errno == ELOOP ? Words::tr("it is a symbolic link") : systemError();
    auto problem = checkOpened();
    if (problem)
        close();
    return problem;
}

std::optional<QString> RotatingFile::checkOpened() const {
    struct stat opened = {};
    if (::fstat(m_descriptor, &opened) != 0)
        return systemError();
    if (!S_ISREG(opened.st_mode))
        return Words::tr("it is not an ordinary file");
    if (opened.st_uid != ::geteuid())
        return Words::tr("it belongs to another user");
    if (opened.st_nlink != 1)
        return Words::tr("it has another name as well");
    if ((opened.st_mode & ALLPERMS) != OwnerOnly && ::fchmod(m_descriptor, OwnerOnly) != 0)
        return systemError();
    return std::nullopt;
}

/// Of several processes one moves the files; the others notice that theirs has another name.
std::optional<QString> RotatingFile::rotate() {
    std::optional<QString> problem;
    if (::flock(m_descriptor, LOCK_EX | LOCK_NB) == 0 && isStillThere()) {
        for (int number = m_limits.files - 1; number > 1; --number)
            std::rename(numbered(m_path, number - 1).constData(), numbered(m_path, number).constData());
        const QByteArray current = numbered(m_path, 0);
        const bool isMoved = m_limits.files > 1 ? std::rename(current.constData(), numbered(m_path, 1).constData()) == 0
                                                : ::unlink(current.constData()) == 0;
        if (!isMoved)
            problem = systemError();
    }
    close();
    return problem;
}

} // namespace attune::core
