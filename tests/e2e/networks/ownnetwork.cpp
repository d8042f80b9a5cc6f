// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "networks/ownnetwork.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <net/if.h>
#include <sched.h>
#include <string_view>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <sys/socket.h>
#include <unistd.h>

namespace attune::e2e {

namespace {

[[nodiscard]] bool write(const char* path, const std::string& text) {
    std::ofstream file(path);
    file << text;
    file.flush();
    return file.good();
}

/// The same user as outside, so that files and message buses take it for who it is.
[[nodiscard]] std::string mapOf(unsigned id) { return std::to_string(id) + ' ' + std::to_string(id) + " 1"; }

} // namespace

std::string enterOwnNetwork() {
    const unsigned user = ::getuid();
    const unsigned group = ::getgid();
    if (::unshare(CLONE_NEWUSER | CLONE_NEWNET | CLONE_NEWNS) != 0)
        return std::string("this machine allows no network of one's own: ") + std::strerror(errno);
    if (!write("/proc/self/setgroups", "deny") || !write("/proc/self/uid_map", mapOf(user)) ||
        !write("/proc/self/gid_map", mapOf(group)))
        return std::string("the user cannot be taken along: ") + std::strerror(errno);
    if (::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0)
        return std::string("the file system cannot be parted: ") + std::strerror(errno);
    if (!setInterfaceUp(true))
        return std::string("the network does not come up: ") + std::strerror(errno);
    return {};
}

bool setInterfaceUp(bool up) {
    const int handle = ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (handle < 0)
        return false;
    constexpr std::string_view Name = "lo";
    ifreq request{};
    std::ranges::copy(Name, request.ifr_name);
    bool done = ::ioctl(handle, SIOCGIFFLAGS, &request) == 0;
    const auto flag = static_cast<short>(IFF_UP);
    request.ifr_flags = static_cast<short>(up ? request.ifr_flags | flag : request.ifr_flags & ~flag);
    done = done && ::ioctl(handle, SIOCSIFFLAGS, &request) == 0;
    ::close(handle);
    return done;
}

bool putInPlaceOf(const std::string& path, const std::string& file) {
    return ::mount(file.c_str(), path.c_str(), nullptr, MS_BIND, nullptr) == 0;
}

bool putBack(const std::string& path) { return ::umount2(path.c_str(), MNT_DETACH) == 0; }

} // namespace attune::e2e
