// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "world/catalog.h"

#include <array>
#include <string_view>
#include <utility>

/// The words a believable installation is made of.
namespace attune::sim::Words {

using std::string_view;
using Kind = PayloadKind;

inline constexpr std::array<string_view, 13> Packs{"core", "mon",    "net",    "ops",  "sec",  "deploy", "db",
                                                   "k8s",  "ticket", "backup", "cost", "mail", "web"};

inline constexpr std::array<std::pair<string_view, Kind>, 60> Triggers{{
    {"core.timer", Kind::Nothing},
    {"core.webhook", Kind::Webhook},
    {"core.startup", Kind::Nothing},
    {"core.config_changed", Kind::Ticket},
    {"mon.disk", Kind::Host},
    {"mon.cpu_load", Kind::Metric},
    {"mon.memory", Kind::Metric},
    {"mon.latency_p99", Kind::Metric},
    {"mon.error_rate", Kind::Metric},
    {"mon.heartbeat_missed", Kind::Host},
    {"mon.certificate_expiry", Kind::Host},
    {"mon.log_pattern", Kind::LogLines},
    {"net.link_down", Kind::Host},
    {"net.bgp_session", Kind::Host},
    {"net.packet_loss", Kind::Metric},
    {"net.dns_failure", Kind::Host},
    {"net.dhcp_exhausted", Kind::Metric},
    {"ops.maintenance_started", Kind::Ticket},
    {"ops.maintenance_ended", Kind::Ticket},
    {"ops.oncall_handover", Kind::Ticket},
    {"ops.runbook_requested", Kind::Webhook},
    {"sec.login_failed", Kind::SignIn},
    {"sec.login_new_device", Kind::SignIn},
    {"sec.token_leaked", Kind::SignIn},
    {"sec.malware_found", Kind::Host},
    {"sec.port_scan", Kind::LogLines},
    {"sec.policy_violation", Kind::Ticket},
    {"deploy.started", Kind::Deploy},
    {"deploy.finished", Kind::Deploy},
    {"deploy.failed", Kind::Deploy},
    {"deploy.rollback", Kind::Deploy},
    {"deploy.image_pushed", Kind::Webhook},
    {"db.replication_lag", Kind::Metric},
    {"db.slow_query", Kind::LogLines},
    {"db.failover", Kind::Host},
    {"db.connections_high", Kind::Metric},
    {"db.schema_changed", Kind::Deploy},
    {"k8s.pod_crashloop", Kind::Cluster},
    {"k8s.node_not_ready", Kind::Cluster},
    {"k8s.deployment_stuck", Kind::Cluster},
    {"k8s.quota_exceeded", Kind::Cluster},
    {"k8s.job_failed", Kind::Cluster},
    {"ticket.created", Kind::Ticket},
    {"ticket.escalated", Kind::Ticket},
    {"ticket.commented", Kind::Ticket},
    {"ticket.closed", Kind::Ticket},
    {"backup.completed", Kind::Metric},
    {"backup.failed", Kind::LogLines},
    {"backup.overdue", Kind::Host},
    {"cost.budget_exceeded", Kind::Metric},
    {"cost.anomaly", Kind::Metric},
    {"mail.bounced", Kind::LogLines},
    {"mail.queue_length", Kind::Metric},
    {"mail.blacklisted", Kind::Host},
    {"web.http_5xx", Kind::LogLines},
    {"web.synthetic_check", Kind::Host},
    {"web.form submitted", Kind::Webhook},
    {"web.größe überschritten", Kind::Metric},
    {"web.監視", Kind::Host},
    {"web.a/b+c%d", Kind::Webhook},
}};

inline constexpr std::array<std::pair<string_view, bool>, 40> Actions{{
    {"core.echo", false},
    {"core.http_request", false},
    {"core.sleep", false},
    {"core.noop", false},
    {"mon.silence", false},
    {"mon.acknowledge", false},
    {"mon.snapshot_metrics", false},
    {"net.flap_port", false},
    {"net.trace_route", false},
    {"net.block_address", false},
    {"ops.page_oncall", false},
    {"ops.restart_service", false},
    {"ops.clean_disk", false},
    {"ops.drain_host", true},
    {"ops.run_runbook", true},
    {"ops.collect_diagnostics", true},
    {"sec.lock_account", false},
    {"sec.rotate_key", true},
    {"sec.quarantine_host", true},
    {"sec.notify_soc", false},
    {"deploy.roll_out", true},
    {"deploy.roll_back", true},
    {"deploy.freeze", false},
    {"deploy.announce", false},
    {"db.kill_query", false},
    {"db.fail_over", true},
    {"db.vacuum", false},
    {"k8s.restart_pod", false},
    {"k8s.cordon_node", false},
    {"k8s.scale", false},
    {"k8s.collect_events", false},
    {"ticket.open", false},
    {"ticket.comment", false},
    {"ticket.close", false},
    {"backup.retry", false},
    {"backup.verify", true},
    {"cost.tag_resources", false},
    {"mail.send", false},
    {"web.purge_cache", false},
    {"web.run_check", false},
}};

inline constexpr std::array<string_view, 5> Tasks{"prepare", "check", "apply", "verify", "announce"};

struct Param {
    string_view name;
    string_view type;
    string_view description;
    bool always = false;
    bool secret = false;
};
inline constexpr std::array<Param, 8> Params{{
    {"target", "string", "What the action works on", true},
    {"severity", "string", "low, medium, high or critical", true},
    {"message", "string", "Text for people; may hold several lines"},
    {"timeout", "integer", "Seconds before giving up"},
    {"dry_run", "boolean", "Only say what would be done"},
    {"labels", "object", "Passed on unchanged"},
    {"recipients", "array", "Who is told"},
    {"api_key", "string", "Credential of the target system", false, true},
}};

/// Refs that are legal and inconvenient.
inline constexpr std::array<string_view, 10> UnusualRules{
    "ops.disk full (legacy)", "mon.überlast",    "web.http/5xx?retry=1", "net.link+flap",        "sec.100%_failed",
    "ops.日本語_監視",        "ops.alert_🚨_now", "core.a.b.c",           "mail.O'Brien & Söhne", "db.\"quoted\"",
};

inline constexpr std::array<string_view, 12> Hosts{"db1",  "db2",   "db3",    "web-01", "web-02", "cache-a",
                                                   "edge", "queue", "build7", "mail",   "gw1",    "büro-nas"};
inline constexpr std::array<string_view, 8> People{"jane.doe",   "o.brien",  "m.müller",   "佐藤",
                                                   "a.kowalska", "r.nguyen", "svc-deploy", "🦊"};
inline constexpr std::array<string_view, 4> Severities{"low", "medium", "high", "critical"};
inline constexpr std::array<string_view, 6> Regions{"eu-north-1", "eu-west-2", "us-east-1",
                                                    "ap-south-1", "on-prem",   "lab"};

} // namespace attune::sim::Words
