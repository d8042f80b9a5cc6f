// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "networks/packetloss.h"

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <linux/filter.h>
#include <sstream>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace attune::e2e {

namespace {

constexpr int MostFiles = 128; // far more than the programs open

[[nodiscard]] int option(int socket, int name) {
    int value = -1;
    socklen_t size = sizeof value;
    return ::getsockopt(socket, SOL_SOCKET, name, &value, &size) == 0 ? value : -1;
}

[[nodiscard]] bool isTcp(int file) {
    const int domain = option(file, SO_DOMAIN);
    return (domain == AF_INET || domain == AF_INET6) && option(file, SO_TYPE) == SOCK_STREAM;
}

[[nodiscard]] std::string refusal(const char* what) {
    return std::string("this machine does not allow ") + what + ": " + std::strerror(errno);
}

} // namespace

bool setLoss(int socket, unsigned percent) {
    if (percent == 0) {
        const int unused = 0;
        return ::setsockopt(socket, SOL_SOCKET, SO_DETACH_FILTER, &unused, sizeof unused) == 0 || errno == ENOENT;
    }
    const auto lost = static_cast<std::uint32_t>((std::uint64_t{1} << 32U) * percent / 100);
    constexpr auto Random = static_cast<std::uint32_t>(SKF_AD_OFF + SKF_AD_RANDOM);
    std::array<sock_filter, 4> program{{{BPF_LD | BPF_W | BPF_ABS, 0, 0, Random},
                                        {BPF_JMP | BPF_JGE | BPF_K, 1, 0, lost},
                                        {BPF_RET | BPF_K, 0, 0, 0},
                                        {BPF_RET | BPF_K, 0, 0, UINT32_MAX}}};
    const sock_fprog filter{static_cast<unsigned short>(program.size()), program.data()};
    return ::setsockopt(socket, SOL_SOCKET, SO_ATTACH_FILTER, &filter, sizeof filter) == 0;
}

std::string setLossOf(pid_t process, unsigned percent) {
    const int handle = static_cast<int>(::syscall(SYS_pidfd_open, process, 0));
    if (handle < 0)
        return refusal("a handle of another process");
    std::string problem;
    for (int number = 0; number < MostFiles && problem.empty(); ++number) {
        const int file = static_cast<int>(::syscall(SYS_pidfd_getfd, handle, number, 0));
        if (file < 0 && errno != EBADF)
            problem = refusal("the sockets of another process");
        if (file < 0)
            continue;
        if (isTcp(file) && !setLoss(file, percent))
            problem = refusal("filters of sockets");
        ::close(file);
    }
    ::close(handle);
    return problem;
}

long segmentsSentAgain() {
    // Two lines for each protocol: the names of the columns, then their values.
    std::ifstream file("/proc/self/net/snmp");
    std::string names;
    std::string values;
    while (std::getline(file, names) && std::getline(file, values)) {
        std::istringstream name(names);
        std::istringstream value(values);
        std::string column;
        std::string text;
        while (name >> column && value >> text) {
            if (column == "RetransSegs")
                return std::stol(text);
        }
    }
    return -1;
}

} // namespace attune::e2e
