// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "desktop.h"

#include <QByteArray>
#include <QStandardPaths>

#include <csignal>
#include <fcntl.h>
#include <string>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace attune::e2e {

namespace {

bool isInstalled(const char* program) {
    return !QStandardPaths::findExecutable(QString::fromLatin1(program)).isEmpty();
}

/// Ends with this process, however that ends.
pid_t start(std::vector<std::string> arguments) {
    std::vector<char*> words;
    for (std::string& argument : arguments)
        words.push_back(argument.data());
    words.push_back(nullptr);
    const pid_t child = fork();
    if (child != 0)
        return child;
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    const int nothing = open("/dev/null", O_RDWR);
    dup2(nothing, STDOUT_FILENO);
    dup2(nothing, STDERR_FILENO);
    execvp(words.front(), words.data());
    _exit(127);
}

void stop(pid_t child) {
    if (child <= 0)
        return;
    kill(child, SIGTERM);
    waitpid(child, nullptr, 0);
}

} // namespace

Desktop::Desktop() {
    for (const char* program : {"Xvfb", "openbox", "xdotool"}) {
        if (!isInstalled(program))
            return;
    }
    int ends[2] = {};
    if (pipe(ends) != 0)
        return;
    m_server = start({"Xvfb", "-displayfd", std::to_string(ends[1]), "-screen", "0", "1500x1000x24", "-nolisten", "tcp",
                      "-noreset"});
    close(ends[1]);
    QByteArray number; // comes when the server takes connections
    for (char digit = 0; read(ends[0], &digit, 1) == 1 && digit != '\n';)
        number += digit;
    close(ends[0]);
    if (number.isEmpty()) {
        stop(std::exchange(m_server, -1));
        return;
    }
    qputenv("DISPLAY", ':' + number);
    m_manager = start({"openbox", "--sm-disable"});
}

Desktop::~Desktop() {
    stop(m_manager);
    stop(m_server);
}

} // namespace attune::e2e
