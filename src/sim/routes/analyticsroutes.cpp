// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "json/jsontext.h"
#include "routes/routes.h"
#include "simcontext.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <utility>

namespace attune::sim {

namespace {

using nlohmann::json;

constexpr UtcMicros Hour = 3'600'000'000;

/// What is counted, and since when.
struct Range {
    UtcMicros since = 0;
    UtcMicros until = 0;
};

/// Counts per hour and label; hours without anything are missing.
class Series {
public:
    explicit Series(const Range& range) : m_range(range) {}

    void count(UtcMicros time, std::string_view label = {}) {
        const UtcMicros bucket = time - time % Hour;
        if (bucket >= m_range.since && bucket <= m_range.until)
            ++m_points[{bucket, std::string(label)}];
    }
    [[nodiscard]] json points() const {
        json list = json::array();
        for (const auto& [key, value] : m_points)
            list.push_back({{"bucket", restTime(key.first)},
                            {"label", key.second.empty() ? json() : json(key.second)},
                            {"value", value}});
        return list;
    }

private:
    Range m_range;
    std::map<std::pair<UtcMicros, std::string>, std::int64_t> m_points;
};

std::optional<UtcMicros> timeOf(Query& query, std::string_view name, bool& bad) {
    const auto text = query.text(name);
    const auto time = text ? core::parseTimestamp(*text) : std::nullopt;
    bad = bad || (text && !time);
    return time;
}

std::optional<Range> rangeOf(Query& query, UtcMicros now) {
    bool bad = false;
    const auto since = timeOf(query, "since", bad);
    const auto until = timeOf(query, "until", bad);
    const auto hours = std::clamp<std::int64_t>(query.number("hours").value_or(24), 1, 8760);
    if (bad || query.error())
        return std::nullopt;
    Range range;
    range.until = until.value_or(now);
    range.since = since.value_or(range.until - hours * Hour);
    return range;
}

json enforcementVolume(const World& world, const Range& range) {
    Series series(range);
    for (std::size_t place = 0; place < world.enforcements.size(); ++place) {
        const UtcMicros created = world.enforcements.newest(place, false).created;
        if (created < range.since)
            break;
        series.count(created);
    }
    return series.points();
}

json eventVolume(const World& world, const Range& range) {
    Series series(range);
    for (const Event& event : world.events) {
        if (!event.purged)
            series.count(event.created);
    }
    return series.points();
}

json executionSeries(const World& world, const Range& range, bool byStatus) {
    Series series(range);
    for (const Execution& one : world.executions)
        series.count(byStatus ? one.updated : one.created, byStatus ? word(one.status) : std::string_view());
    return series.points();
}

json workerStatus(const World&, const Range& range) {
    Series series(range);
    for (UtcMicros hour = range.since - range.since % Hour + Hour; hour <= range.until; hour += Hour)
        series.count(hour, "active");
    return series.points();
}

json failureRate(const World& world, const Range& range) {
    std::int64_t failed = 0;
    std::int64_t timeouts = 0;
    std::int64_t completed = 0;
    for (const Execution& one : world.executions) {
        if (one.updated < range.since || one.updated > range.until)
            continue;
        failed += one.status == ExecutionStatus::Failed ? 1 : 0;
        timeouts += one.status == ExecutionStatus::Timeout ? 1 : 0;
        completed += one.status == ExecutionStatus::Completed ? 1 : 0;
    }
    const std::int64_t total = failed + timeouts + completed;
    const double percent = total == 0 ? 0 : 100.0 * static_cast<double>(failed + timeouts) / static_cast<double>(total);
    return {{"since", restTime(range.since)}, {"until", restTime(range.until)}, {"total_terminal", total},
            {"failed_count", failed},         {"timeout_count", timeouts},      {"completed_count", completed},
            {"failure_rate_pct", percent}};
}

json dashboard(const World& world, const Range& range) {
    return {{"since", restTime(range.since)},
            {"until", restTime(range.until)},
            {"execution_throughput", executionSeries(world, range, false)},
            {"execution_status", executionSeries(world, range, true)},
            {"event_volume", eventVolume(world, range)},
            {"enforcement_volume", enforcementVolume(world, range)},
            {"worker_status", workerStatus(world, range)},
            {"failure_rate", failureRate(world, range)}};
}

using Count = std::function<json(const World&, const Range&)>;

HttpAnswer answer(const SimContext& context, Query& query, const Count& count, bool isSeries) {
    const auto range = rangeOf(query, context.clock.now());
    if (!range)
        return query.error() ? *query.error()
                             : HttpAnswer::text(400, "Failed to deserialize query string: premature end of input");
    if (!context.permissions.readsAnalytics())
        return HttpAnswer::forbidden("Insufficient permissions: enforcements:read");
    json counted = count(context.world, *range);
    if (!isSeries)
        return HttpAnswer::data(counted);
    return HttpAnswer::data(
        {{"since", restTime(range->since)}, {"until", restTime(range->until)}, {"data", std::move(counted)}});
}

} // namespace

void addAnalyticsRoutes(SimContext& context) {
    const auto add = [&context](const char* path, const Count& count, bool isSeries) {
        context.router.add("GET", QByteArray("/api/v1/analytics/") + path, Access::Bearer,
                           [&context, count, isSeries](HttpRequest& request) {
                               return answer(context, request.query, count, isSeries);
                           });
    };
    add("enforcements/volume", enforcementVolume, true);
    add("events/volume", eventVolume, true);
    add(
        "executions/status", [](const World& w, const Range& r) { return executionSeries(w, r, true); }, true);
    add(
        "executions/throughput", [](const World& w, const Range& r) { return executionSeries(w, r, false); }, true);
    add("executions/failure-rate", failureRate, false);
    add("workers/status", workerStatus, true);
    add("dashboard", dashboard, false);
}

} // namespace attune::sim
