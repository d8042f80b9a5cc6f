// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "allocationcount.h"
#include "emptysax.h"
#include "frames.h"

#include "attune/core/notification.h"

#include <benchmark/benchmark.h>

namespace attune::bench {

namespace {

constexpr int FrameCount = 4096;

template<class Read>
void readFrames(benchmark::State& state, Read&& read) {
    const auto frames = notifierFrames(FrameCount);
    for (const std::string& frame : frames)
        read(frame); // warm: every ref is known
    std::size_t i = 0;
    std::size_t bytes = 0;
    const auto before = test::allocationCount();
    for (auto _ : state) {
        const std::string& frame = frames[i];
        i = (i + 1) % frames.size();
        bytes += frame.size();
        read(frame);
    }
    state.counters["allocations"] =
        static_cast<double>(test::allocationCount() - before) / static_cast<double>(state.iterations());
    state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}

void decodeLimit(benchmark::State& state) {
    test::EmptySax handler;
    readFrames(state, [&handler](const std::string& frame) {
        benchmark::DoNotOptimize(nlohmann::json::sax_parse(frame.begin(), frame.end(), &handler));
    });
}

void decodeWith(benchmark::State& state, core::NotificationDecoder::Way way) {
    core::Vocabulary vocabulary;
    core::NotificationDecoder decoder(vocabulary, way);
    std::uint64_t frames = 0;
    readFrames(state, [&](const std::string& frame) {
        ++frames;
        auto decoded = decoder.decode(frame);
        if (!decoded || !std::holds_alternative<core::EnforcementUpdate>(*decoded))
            std::abort();
        benchmark::DoNotOptimize(decoded);
    });
    // What is measured is what the name says.
    if (decoder.quickFrames() != (way == core::NotificationDecoder::Way::Quick ? frames : 0))
        std::abort();
}

void decodeFrame(benchmark::State& state) { decodeWith(state, core::NotificationDecoder::Way::Quick); }
void decodeThoroughly(benchmark::State& state) { decodeWith(state, core::NotificationDecoder::Way::Thorough); }

} // namespace

BENCHMARK(decodeLimit)->Name("decode/limit")->Repetitions(3)->ReportAggregatesOnly(true);
BENCHMARK(decodeFrame)->Name("decode/frame")->Repetitions(3)->ReportAggregatesOnly(true);
BENCHMARK(decodeThoroughly)->Name("decode/thorough")->Repetitions(3)->ReportAggregatesOnly(true);

} // namespace attune::bench
