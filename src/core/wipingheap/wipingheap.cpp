// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
// Memory that a program gives back is overwritten first, so that no token or password outlives its last owner, be it a
// string of ours, a header inside Qt or a buffer of the TLS library. Takes the place of two functions of the C library
// in every program that it is linked into, and leaves the rest to those of glibc.
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <malloc.h>

extern "C" {

void __libc_free(void* memory) noexcept;
void* __libc_realloc(void* memory, std::size_t size) noexcept;

} // extern "C"

namespace {

// Secrets are in texts, messages and the buffers of connections. What is larger costs more to overwrite, and most of it
// goes straight back to the system.
constexpr std::size_t LargestWiped = 64 * 1024;

} // namespace

extern "C" void free(void* memory) noexcept {
    if (memory == nullptr)
        return;
    if (const std::size_t size = malloc_usable_size(memory); size <= LargestWiped)
        explicit_bzero(memory, size);
    __libc_free(memory);
}

extern "C" void* realloc(void* memory, std::size_t size) noexcept {
    const std::size_t before = memory == nullptr ? 0 : malloc_usable_size(memory);
    if (before == 0 || before > LargestWiped)
        return __libc_realloc(memory, size);
    if (size == 0) {
        free(memory);
        return nullptr;
    }
    if (size <= before && size >= before / 2)
        return memory;
    void* moved = malloc(size);
    if (moved == nullptr)
        return nullptr;
    std::memcpy(moved, memory, before < size ? before : size);
    free(memory);
    return moved;
}
