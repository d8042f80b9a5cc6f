// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "tables.h"

#include "attune/core/compiledfilter.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <string>
#include <vector>

// A new filter over a million rows, with a window and a selected row.
namespace attune::bench {

namespace {

constexpr int Million = 1'000'000;

core::EnforcementFilter filterOf(const QString& status, QStringView rule, QStringView trigger) {
    core::EnforcementFilter filter;
    if (!status.isEmpty())
        filter.statuses = {status};
    filter.rule = core::TermFilter::parse(rule);
    filter.trigger = core::TermFilter::parse(trigger);
    return filter;
}

/// Looking at one field of each row once.
void filterLimit(benchmark::State& state) {
    const core::EnforcementStore& store = sharedTable(Million).model.store();
    std::vector<core::EnforcementRow> rows;
    for (auto seq = store.firstSeq(); seq < store.firstSeq() + static_cast<std::int64_t>(store.size()); ++seq)
        rows.push_back(store.row(seq));
    for (auto _ : state) {
        benchmark::DoNotOptimize(std::ranges::count(rows, core::Status::Disabled, &core::EnforcementRow::status));
    }
}

void changeFilter(benchmark::State& state, const core::EnforcementFilter& filter, bool narrows) {
    Table& table = sharedTable(Million);
    widgets::EnforcementView& view = table.view();
    table.proxy.setFilter({});
    view.setCurrentId(table.newestId() - 10);
    for (auto _ : state) {
        state.PauseTiming();
        table.proxy.setFilter(narrows ? core::EnforcementFilter() : filter);
        state.ResumeTiming();
        table.proxy.setFilter(narrows ? filter : core::EnforcementFilter());
    }
    table.proxy.setFilter({});
}

void registerChange(const std::string& name, const core::EnforcementFilter& filter) {
    for (const bool narrows : {true, false}) {
        benchmark::RegisterBenchmark(
            ("filter/" + name + (narrows ? "/narrow" : "/widen")).c_str(),
            [filter, narrows](benchmark::State& state) { changeFilter(state, filter, narrows); })
            ->Unit(benchmark::kMillisecond)
            ->Iterations(15);
    }
}

/// A text never seen before, over so many refs.
void newText(benchmark::State& state) {
    core::Vocabulary vocabulary;
    for (int i = 0; i < 100'000; ++i)
        (void)vocabulary.refs.intern("pack_" + std::to_string(i % 300) + ".rule_number_" + std::to_string(i));
    int n = 0;
    for (auto _ : state) {
        const QString text = QStringLiteral("rule*%1 -pack_7").arg(n++);
        core::CompiledFilter compiled(filterOf({}, text, u""), vocabulary);
        core::EnforcementRow row;
        row.ruleRef = 100'000;
        row.created = 1;
        benchmark::DoNotOptimize(compiled.test(row));
    }
}

const bool registered = [] {
    core::EnforcementFilter event;
    event.event = 90'500'000;
    benchmark::RegisterBenchmark("filter/limit", filterLimit)->Unit(benchmark::kMillisecond);
    registerChange("status", filterOf(QStringLiteral("disabled"), u"", u""));
    registerChange("rule", filterOf({}, u"rule_1*", u""));
    registerChange("trigger", filterOf({}, u"", u"-trigger_7"));
    registerChange("event", event);
    registerChange("mix", filterOf(QStringLiteral("processed"), u"rule_1*", u"-trigger_7"));
    benchmark::RegisterBenchmark("filter/newtext", newText)->Unit(benchmark::kMillisecond);
    return true;
}();

} // namespace

} // namespace attune::bench
