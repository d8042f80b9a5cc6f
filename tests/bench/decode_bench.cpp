// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "allocations.h"
#include "frames.h"

#include "attune/core/notification.h"

#include <benchmark/benchmark.h>
#include <nlohmann/json.hpp>

namespace attune::bench {

namespace {

constexpr int FrameCount = 4096;

/// Takes everything and does nothing: what reading JSON costs in this library at least.
class EmptyHandler : public nlohmann::json_sax<nlohmann::json> {
public:
    bool null() override { return true; }
    bool boolean(bool /*value*/) override { return true; }
    bool number_integer(number_integer_t /*value*/) override { return true; }
    bool number_unsigned(number_unsigned_t /*value*/) override { return true; }
    bool number_float(number_float_t /*value*/, const string_t& /*text*/) override { return true; }
    bool string(string_t& /*value*/) override { return true; }
    bool binary(binary_t& /*value*/) override { return true; }
    bool start_object(std::size_t /*size*/) override { return true; }
    bool key(string_t& /*name*/) override { return true; }
    bool end_object() override { return true; }
    bool start_array(std::size_t /*size*/) override { return true; }
    bool end_array() override { return true; }
    bool parse_error(std::size_t /*at*/, const std::string& /*token*/, const nlohmann::detail::exception&) override {
        return false;
    }
};

template<class Read>
void readFrames(benchmark::State& state, Read&& read) {
    const auto frames = notifierFrames(FrameCount);
    for (const std::string& frame : frames)
        read(frame); // warm: every ref is known
    std::size_t i = 0;
    std::size_t bytes = 0;
    const auto before = allocations();
    for (auto _ : state) {
        const std::string& frame = frames[i];
        i = (i + 1) % frames.size();
        bytes += frame.size();
        read(frame);
    }
    state.counters["allocations"] =
        static_cast<double>(allocations() - before) / static_cast<double>(state.iterations());
    state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}

void decodeLimit(benchmark::State& state) {
    EmptyHandler handler;
    readFrames(state, [&handler](const std::string& frame) {
        benchmark::DoNotOptimize(nlohmann::json::sax_parse(frame.begin(), frame.end(), &handler));
    });
}

void decodeFrame(benchmark::State& state) {
    core::Vocabulary vocabulary;
    core::NotificationDecoder decoder(vocabulary);
    readFrames(state, [&decoder](const std::string& frame) {
        auto decoded = decoder.decode(frame);
        if (!decoded || !std::holds_alternative<core::EnforcementUpdate>(*decoded))
            std::abort();
        benchmark::DoNotOptimize(decoded);
    });
}

} // namespace

BENCHMARK(decodeLimit)->Name("decode/limit")->Repetitions(3)->ReportAggregatesOnly(true);
BENCHMARK(decodeFrame)->Name("decode/frame")->Repetitions(3)->ReportAggregatesOnly(true);

} // namespace attune::bench
