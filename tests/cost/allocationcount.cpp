// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "allocationcount.h"

#include <atomic>
#include <cstdlib>
#include <new>

namespace {
std::atomic<std::uint64_t> counted{0};
std::atomic<std::uint64_t> countedBytes{0};
} // namespace

void* operator new(std::size_t size) {
    counted.fetch_add(1, std::memory_order_relaxed);
    countedBytes.fetch_add(size, std::memory_order_relaxed);
    if (void* memory = std::malloc(size == 0 ? 1 : size))
        return memory;
    throw std::bad_alloc();
}
void* operator new(std::size_t size, const std::nothrow_t& /*tag*/) noexcept {
    counted.fetch_add(1, std::memory_order_relaxed);
    countedBytes.fetch_add(size, std::memory_order_relaxed);
    return std::malloc(size == 0 ? 1 : size);
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t /*size*/) noexcept { std::free(memory); }

namespace attune::test {

std::uint64_t allocationCount() noexcept { return counted.load(std::memory_order_relaxed); }

std::uint64_t allocatedBytes() noexcept { return countedBytes.load(std::memory_order_relaxed); }

} // namespace attune::test
