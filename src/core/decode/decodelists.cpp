// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "fieldhandler.h"

#include "attune/core/decoderest.h"

namespace attune::core {

namespace {

[[nodiscard]] QString tr(const char* text) { return QCoreApplication::translate("Decoder", text); }

/// Reads `{"items": [{…}, …], "pagination": {…}}` and hands every item to `Sink::item(FieldSet&)`, without a document.
template<class Sink>
class ListHandler : public FieldHandler<ListHandler<Sink>> {
    using Base = FieldHandler<ListHandler<Sink>>;

public:
    explicit ListHandler(Sink& sink) : m_sink(sink) {}

    [[nodiscard]] Scalar* target() {
        const Key key = Base::m_key;
        if (key == Key::None || m_section == Section::None || !m_isObject)
            return nullptr;
        if (Base::m_depth == m_objectDepth)
            return key == Key::WorkflowTask ? nullptr : &m_fields[key];
        return m_inTask && Base::m_depth == m_objectDepth + 1 && key == Key::TaskName ? &m_fields[key] : nullptr;
    }

    void opened(bool isObject, Key key) {
        if (Base::m_depth == 2) {
            m_section = key == Key::Items && !isObject       ? Section::Items
                        : key == Key::Pagination && isObject ? Section::Pagination
                                                             : Section::None;
            m_sawItems = m_sawItems || m_section == Section::Items;
            m_objectDepth = m_section == Section::Items ? 3 : 2;
            m_isObject = m_section == Section::Pagination;
            m_fields.reset();
        } else if (m_section == Section::Items && Base::m_depth == m_objectDepth) {
            m_isObject = isObject;
            m_fields.reset();
        } else if (Base::m_depth == m_objectDepth + 1) {
            m_inTask = isObject && key == Key::WorkflowTask;
        }
    }

    bool closed() {
        if (Base::m_depth == m_objectDepth)
            m_inTask = false;
        if (m_section == Section::Items && Base::m_depth == m_objectDepth - 1)
            m_sink.item(m_fields);
        if (m_section == Section::Pagination && Base::m_depth == 1)
            readPagination();
        if (Base::m_depth == 1)
            m_section = Section::None;
        return true;
    }

    [[nodiscard]] bool sawItems() const { return m_sawItems; }
    [[nodiscard]] const Pagination& pagination() const { return m_pagination; }

private:
    enum class Section : std::uint8_t { None, Items, Pagination };

    void readPagination() {
        const auto number = [this](Key key) {
            return m_fields[key].kind == Scalar::Kind::Integer && m_fields[key].integer >= 0 ? m_fields[key].integer
                                                                                             : 0;
        };
        m_pagination.page = static_cast<std::uint32_t>(std::min<std::int64_t>(number(Key::Page), UINT32_MAX));
        m_pagination.pageSize = static_cast<std::uint32_t>(std::min<std::int64_t>(number(Key::PageSize), UINT32_MAX));
        if (m_fields[Key::TotalItems].kind == Scalar::Kind::Integer)
            m_pagination.totalItems = static_cast<std::uint64_t>(number(Key::TotalItems));
        m_pagination.hasNext =
            m_fields[Key::HasNext].kind == Scalar::Kind::Boolean && m_fields[Key::HasNext].integer != 0;
    }

    Sink& m_sink;
    FieldSet m_fields;
    Pagination m_pagination;
    Section m_section = Section::None;
    int m_objectDepth = 0;
    bool m_isObject = false;
    bool m_inTask = false;
    bool m_sawItems = false;
};

template<class Sink>
[[nodiscard]] std::optional<Error> readList(const QByteArray& body, Sink& sink, Pagination& pagination) {
    if (static_cast<std::size_t>(body.size()) > MaxPageBytes)
        return Error{tr("the page has %1 bytes, more than %2").arg(body.size()).arg(MaxPageBytes)};
    ListHandler<Sink> handler(sink);
    if (!nlohmann::json::sax_parse(body.begin(), body.end(), &handler))
        return Error{handler.error()};
    if (!handler.sawItems())
        return Error{tr("the answer has no list of items")};
    pagination = handler.pagination();
    return std::nullopt;
}

struct EnforcementSink {
    void item(const FieldSet& fields) {
        EnforcementUpdate update;
        update.origin = Origin::ListPage;
        if (const auto wrong = readEnforcement(fields, vocabulary, update)) {
            if (page.rejected++ == 0)
                page.rejectionReason = *wrong;
            return;
        }
        page.items.push_back(std::move(update));
    }
    Vocabulary& vocabulary;
    EnforcementPage page{};
};

struct ExecutionSink {
    void item(const FieldSet& fields) {
        ExecutionRow row;
        if (const auto wrong = readExecution(fields, row))
            error = error.isEmpty() ? *wrong : error;
        else
            page.items.push_back(std::move(row));
    }
    ExecutionPage page{};
    QString error{};
};

struct RefSink {
    void item(const FieldSet& fields) {
        QString ref;
        if (fields.text(Key::Ref, ref, error) && !ref.isEmpty())
            page.refs.push_back(std::move(ref));
    }
    RefPage page{};
    QString error{};
};

} // namespace

Result<EnforcementPage> decodeEnforcementPage(const QByteArray& body, Vocabulary& vocabulary) {
    EnforcementSink sink{vocabulary};
    if (const auto error = readList(body, sink, sink.page.pagination))
        return *error;
    return std::move(sink.page);
}

Result<ExecutionPage> decodeExecutionPage(const QByteArray& body) {
    ExecutionSink sink;
    if (const auto error = readList(body, sink, sink.page.pagination))
        return *error;
    if (!sink.error.isEmpty())
        return Error{sink.error};
    return std::move(sink.page);
}

Result<RefPage> decodeRefPage(const QByteArray& body) {
    RefSink sink;
    if (const auto error = readList(body, sink, sink.page.pagination))
        return *error;
    return std::move(sink.page);
}

} // namespace attune::core
