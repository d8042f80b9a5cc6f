// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/core/notification.h"

#include "readjson.h"
#include "readrow.h"

namespace attune::core {

namespace {

[[nodiscard]] QString tr(const char* text) { return QCoreApplication::translate("Decoder", text); }

[[nodiscard]] QString toText(const Scalar& scalar) {
    if (scalar.kind != Scalar::Kind::String)
        return {};
    return QString::fromUtf8(scalar.text.data(), static_cast<qsizetype>(scalar.text.size()));
}

} // namespace

/// Keeps the scalars of the envelope and of its payload (and the task name one level deeper); skips everything else.
class NotificationDecoder::Handler : public FieldHandler<Handler> {
public:
    explicit Handler(Vocabulary& vocabulary) : m_vocabulary(vocabulary) {}

    void restart() {
        FieldHandler::restart();
        m_envelope.reset();
        m_payload.reset();
        m_payloadDepth = m_taskDepth = 0;
    }

    [[nodiscard]] Scalar* target() {
        if (m_depth == 1) {
            if (m_key == Key::Payload)
                m_payload.reset(); // of a repeated key the last one counts
            return memberOf(m_envelope);
        }
        if (m_payloadDepth != 0 && m_depth == m_payloadDepth)
            return memberOf(m_payload);
        if (m_taskDepth != 0 && m_depth == m_taskDepth && m_key == Key::TaskName)
            return &m_payload[Key::TaskName];
        return nullptr;
    }

    void opened(bool isObject, Key key) {
        if (!isObject)
            return;
        if (m_depth == 2 && key == Key::Payload)
            m_payloadDepth = m_depth;
        else if (m_payloadDepth != 0 && m_depth == m_payloadDepth + 1 && key == Key::WorkflowTask)
            m_taskDepth = m_depth;
    }

    void closed() {
        if (m_depth < m_payloadDepth)
            m_payloadDepth = 0;
        if (m_depth < m_taskDepth)
            m_taskDepth = 0;
    }

    [[nodiscard]] Result<Frame> frame() {
        const Scalar& type = m_envelope[Key::Type];
        // A notifier once left the type out; what the frame is about says enough.
        if (type.kind == Scalar::Kind::Absent && m_envelope[Key::EntityType].kind == Scalar::Kind::String)
            return notification();
        if (type.kind != Scalar::Kind::String)
            return Error{tr("the frame has no type")};
        if (type.text == "welcome")
            return Frame(WelcomeFrame{toText(m_envelope[Key::ClientId])});
        if (type.text == "error")
            return Frame(ErrorFrame{toText(m_envelope[Key::Message])});
        if (type.text != "notification")
            return Frame(UnknownFrame{toText(type)});
        return notification();
    }

private:
    [[nodiscard]] Result<Frame> notification() {
        const Scalar& entity = m_envelope[Key::EntityType];
        if (entity.kind != Scalar::Kind::String)
            return Error{tr("the notification has no entity_type")};
        if (entity.text == "enforcement")
            return enforcement();
        if (entity.text == "execution")
            return execution();
        if (entity.text == "rule_lifecycle")
            return rule();
        const Scalar& notificationType = m_envelope[Key::NotificationType];
        return Frame(UnknownFrame{toText(notificationType.kind == Scalar::Kind::String ? notificationType : entity)});
    }

    /// The envelope repeats the id; a frame that speaks of two rows speaks of none.
    [[nodiscard]] std::optional<Error> checkEntityId(Id id) const {
        Id entityId = UnknownId;
        QString error;
        if (!m_envelope.id(Key::EntityId, entityId, error))
            return Error{error};
        if (entityId > 0 && entityId != id)
            return Error{tr("entity_id %1 and payload id %2 differ").arg(entityId).arg(id)};
        return std::nullopt;
    }

    [[nodiscard]] Result<Frame> enforcement() {
        EnforcementUpdate update;
        QString error;
        if (const auto wrong = readEnforcement(m_payload, m_vocabulary, update))
            return Error{*wrong};
        if (const auto wrong = checkEntityId(update.row.id))
            return *wrong;
        // Only measures the lag: a notifier that spells it otherwise loses nothing else.
        if (!m_envelope.instant(Key::Timestamp, update.sentAt, error))
            update.sentAt = UnknownTime;
        return Frame(std::move(update));
    }

    [[nodiscard]] Result<Frame> execution() {
        ExecutionUpdate update;
        QString error;
        if (const auto wrong = readExecution(m_payload, update.row))
            return Error{*wrong};
        if (const auto wrong = checkEntityId(update.row.id))
            return *wrong;
        if (!m_payload.text(Key::OldStatus, update.oldStatus, error))
            return Error{error};
        return Frame(std::move(update));
    }

    [[nodiscard]] Result<Frame> rule() {
        RuleNotification update;
        QString error;
        if (!m_payload.ref(Key::RuleRef, update.ruleRef, m_vocabulary.refs, error))
            return Error{error};
        const Scalar& active = m_payload[Key::Active];
        if (update.ruleRef == 0 || active.kind != Scalar::Kind::Boolean)
            return Error{tr("the rule notification lacks rule_ref or active")};
        update.active = active.integer != 0;
        return Frame(update);
    }

    Vocabulary& m_vocabulary;
    FieldSet m_envelope;
    FieldSet m_payload;
    int m_payloadDepth = 0;
    int m_taskDepth = 0;
};

NotificationDecoder::NotificationDecoder(Vocabulary& vocabulary) : m_handler(std::make_unique<Handler>(vocabulary)) {}
NotificationDecoder::~NotificationDecoder() = default;

Result<Frame> NotificationDecoder::decode(std::string_view utf8) {
    if (utf8.size() > MaxFrameBytes)
        return Error{tr("the frame has %1 bytes, more than %2").arg(utf8.size()).arg(MaxFrameBytes)};
    m_handler->restart();
    if (!readJson(utf8, *m_handler))
        return Error{m_handler->error()};
    return m_handler->frame();
}

} // namespace attune::core
