// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
// Memory that a program gives back is overwritten first, so that no token or password outlives its last owner, be it a
// string of ours, a header inside Qt or a buffer of the TLS library. Takes the place of two functions of the C library
// in every program that it is linked into, and leaves the rest to those of glibc.
#include <cstddef>
#include <cstring>

// Without the headers that declare them: these are the definitions.
extern "C" {

void* malloc(std::size_t size) noexcept;
std::size_t usableSize(void* memory) noexcept __asm__("malloc_usable_size");
void libcFree(void* memory) noexcept __asm__("__libc_free");
void* libcRealloc(void* memory, std::size_t size) noexcept __asm__("__libc_realloc");

} // extern "C"

namespace {

// Secrets are in texts, messages and the buffers of connections. What is larger costs more to overwrite, and most of it
// goes straight back to the system.
constexpr std::size_t LargestWiped = 64 * 1024;

} // namespace

extern "C" void free(void* memory) noexcept {
    if (memory == nullptr)
        return;
    if (const std::size_t size = usableSize(memory); size <= LargestWiped)
        explicit_bzero(memory, size);
    libcFree(memory);
}

extern "C" void* realloc(void* memory, std::size_t size) noexcept {
    const std::size_t before = memory == nullptr ? 0 : usableSize(memory);
    if (before == 0 || before > LargestWiped)
        return libcRealloc(memory, size);
    if (size == 0) {
        free(memory); // NOLINT(cppcoreguidelines-no-malloc): the one above
        return nullptr;
    }
    if (size <= before && size >= before / 2)
        return memory;
    void* moved = malloc(size); // NOLINT(cppcoreguidelines-no-malloc): there is nothing below it
    if (moved == nullptr)
        return nullptr;
    std::memcpy(moved, memory, before < size ? before : size);
    free(memory); // NOLINT(cppcoreguidelines-no-malloc): the one above
    return moved;
}
