// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "attune/core/notification.h"

#include "quickframe.h"
#include "readjson.h"
#include "readrow.h"

#include <algorithm>
#include <array>

namespace attune::core {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(attune::core::Decoder)
};

[[nodiscard]] QString toText(const Scalar& scalar) {
    if (scalar.kind != Scalar::Kind::String)
        return {};
    return QString::fromUtf8(scalar.text.data(), static_cast<qsizetype>(scalar.text.size()));
}

[[nodiscard]] Error tooLarge(std::size_t bytes) {
    return Error{Words::tr("the frame has %1 bytes, more than %2").arg(bytes).arg(MaxFrameBytes)};
}

/// Entities that the catalogue of the protocol (section 7.4) names and that no window shows.
constexpr std::array<std::string_view, 5> OtherEntities{"event", "inquiry", "artifact", "work_queue",
                                                        "work_queue_item"};

[[nodiscard]] bool isOfTheProtocol(std::string_view entity) {
    return std::find(OtherEntities.begin(), OtherEntities.end(), entity) != OtherEntities.end();
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

    /// The update in an enforcement notification that `quick` knows how to read; false if it does not, or if anything
    /// in it is wrong.
    [[nodiscard]] bool readQuickly(QuickFrame& quick, std::string_view padded, EnforcementUpdate& update) {
        return quick.read(padded, m_envelope, m_payload) && !readInto(update);
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
            return Error{Words::tr("the frame has no type")};
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
            return Error{Words::tr("the notification has no entity_type")};
        if (entity.text == "enforcement")
            return enforcement();
        if (entity.text == "execution")
            return execution();
        if (entity.text == "rule_lifecycle")
            return rule();
        const Scalar& notificationType = m_envelope[Key::NotificationType];
        return Frame(UnknownFrame{toText(notificationType.kind == Scalar::Kind::String ? notificationType : entity),
                                  isOfTheProtocol(entity.text)});
    }

    /// The envelope repeats the id; a frame that speaks of two rows speaks of none.
    [[nodiscard]] std::optional<Error> checkEntityId(Id id) const {
        Id entityId = UnknownId;
        QString error;
        if (!m_envelope.id(Key::EntityId, entityId, error))
            return Error{error};
        if (entityId > 0 && entityId != id)
            return Error{Words::tr("entity_id %1 and payload id %2 differ").arg(entityId).arg(id)};
        return std::nullopt;
    }

    [[nodiscard]] Result<Frame> enforcement() {
        EnforcementUpdate update;
        if (const auto wrong = readInto(update))
            return *wrong;
        return Frame(std::move(update));
    }

    [[nodiscard]] std::optional<Error> readInto(EnforcementUpdate& update) {
        if (const auto wrong = readEnforcement(m_payload, m_vocabulary, update))
            return Error{*wrong};
        if (auto wrong = checkEntityId(update.row.id))
            return wrong;
        QString error;
        // Only measures the lag: a notifier that spells it otherwise loses nothing else.
        if (!m_envelope.instant(Key::Timestamp, update.sentAt, error))
            update.sentAt = UnknownTime;
        return std::nullopt;
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
            return Error{Words::tr("the rule notification lacks rule_ref or active")};
        update.active = active.integer != 0;
        return Frame(update);
    }

    Vocabulary& m_vocabulary;
    FieldSet m_envelope;
    FieldSet m_payload;
    int m_payloadDepth = 0;
    int m_taskDepth = 0;
};

NotificationDecoder::NotificationDecoder(Vocabulary& vocabulary, Way way)
    : m_handler(std::make_unique<Handler>(vocabulary))
    , m_quick(way == Way::Quick ? std::make_unique<QuickFrame>() : nullptr)
    , m_text(QuickFrame::MaxBytes + QuickFrame::Padding) {}
NotificationDecoder::~NotificationDecoder() = default;

Result<Frame> NotificationDecoder::decode(std::string_view utf8) {
    if (utf8.size() > QuickFrame::MaxBytes)
        return decodeThoroughly(utf8);
    std::copy(utf8.begin(), utf8.end(), m_text.begin());
    return decodePadded(utf8.size());
}

Result<Frame> NotificationDecoder::decode(QStringView utf16) {
    const auto length = static_cast<std::size_t>(utf16.size()); // no text has fewer bytes than that
    if (length > MaxFrameBytes)
        return tooLarge(length);
    const auto room = static_cast<std::size_t>(m_encoder.requiredSpace(utf16.size())) + QuickFrame::Padding;
    m_text.resize(std::max(m_text.size(), room));
    return decodePadded(static_cast<std::size_t>(m_encoder.appendToBuffer(m_text.data(), utf16) - m_text.data()));
}

Result<Frame> NotificationDecoder::decodePadded(std::size_t size) {
    const std::string_view text(m_text.data(), size);
    if (m_quick) {
        m_handler->restart();
        EnforcementUpdate update;
        if (m_handler->readQuickly(*m_quick, text, update)) {
            ++m_quickFrames;
            return Frame(std::move(update));
        }
    }
    return decodeThoroughly(text);
}

Result<Frame> NotificationDecoder::decodeThoroughly(std::string_view utf8) {
    if (utf8.size() > MaxFrameBytes)
        return tooLarge(utf8.size());
    m_handler->restart();
    if (!readJson(utf8, *m_handler))
        return Error{m_handler->error()};
    return m_handler->frame();
}

} // namespace attune::core
