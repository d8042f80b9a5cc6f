// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "readjson.h"
#include "readrow.h"

#include "attune/core/decoderest.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace attune::core {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(attune::core::Decoder)
};

/// Reads `{"items": [{…}, …], "pagination": {…}}` without a document and gives the fields of every item to `Read`,
/// which adds it to the page or says what is wrong with it: a bad item costs only itself.
template<class Page, class Read>
class ListHandler : public FieldHandler<ListHandler<Page, Read>> {
    using Base = FieldHandler<ListHandler<Page, Read>>;

public:
    explicit ListHandler(Read read) : m_read(std::move(read)) {}

    void restart() {
        Base::restart();
        m_page = {};
        m_section = Section::None;
        m_sawItems = m_pending = false;
    }

    [[nodiscard]] Scalar* target() {
        if (Base::m_depth == 1)
            forget(Base::m_key);
        if (m_section == Section::Pagination)
            return Base::m_depth == 2 ? Base::memberOf(m_fields) : nullptr;
        if (m_section != Section::Items)
            return nullptr;
        if (Base::m_depth == 2) {
            finishItem();
            m_pending = true;
        }
        if (Base::m_depth == 3 && m_inItem)
            return Base::memberOf(m_fields);
        return Base::m_depth == 4 && m_inTask && Base::m_key == Key::TaskName ? &m_fields[Key::TaskName] : nullptr;
    }

    void opened(bool isObject, Key key) {
        if (Base::m_depth == 2) {
            m_section = key == Key::Items && !isObject       ? Section::Items
                        : key == Key::Pagination && isObject ? Section::Pagination
                                                             : Section::None;
            m_sawItems = m_sawItems || m_section == Section::Items;
            m_fields.reset();
        } else if (Base::m_depth == 3) {
            m_inItem = isObject;
        } else if (Base::m_depth == 4) {
            m_inTask = m_inItem && isObject && key == Key::WorkflowTask;
        }
    }

    void closed() {
        if (Base::m_depth != 1)
            return;
        finishItem();
        if (m_section == Section::Pagination)
            readPagination();
        m_section = Section::None;
    }

    [[nodiscard]] bool sawItems() const { return m_sawItems; }
    [[nodiscard]] Page takePage() { return std::move(m_page); }

private:
    enum class Section : std::uint8_t { None, Items, Pagination };

    /// Of a repeated key the last one counts.
    void forget(Key key) {
        if (key == Key::Items) {
            m_page = Page{{}, m_page.pagination, 0, {}};
            m_sawItems = false;
        } else if (key == Key::Pagination) {
            m_page.pagination = {};
        }
    }

    void finishItem() {
        if (!m_pending)
            return;
        m_pending = false;
        const std::optional<QString> wrong = m_read(m_fields, m_page);
        if (wrong && m_page.rejected++ == 0)
            m_page.rejectionReason = *wrong;
        m_fields.reset();
    }

    [[nodiscard]] std::optional<std::int64_t> count(Key key) const {
        const Scalar& scalar = m_fields[key];
        return scalar.kind == Scalar::Kind::Integer && scalar.integer >= 0 ? std::optional(scalar.integer)
                                                                           : std::nullopt;
    }

    void readPagination() {
        const auto small = [this](Key key) {
            return static_cast<std::uint32_t>(std::min<std::int64_t>(count(key).value_or(0), UINT32_MAX));
        };
        Pagination& pagination = m_page.pagination;
        pagination.page = small(Key::Page);
        pagination.pageSize = small(Key::PageSize);
        if (const auto total = count(Key::TotalItems))
            pagination.totalItems = static_cast<std::uint64_t>(*total);
        pagination.hasNext =
            m_fields[Key::HasNext].kind == Scalar::Kind::Boolean && m_fields[Key::HasNext].integer != 0;
    }

    Read m_read;
    Page m_page;
    FieldSet m_fields;
    Section m_section = Section::None;
    bool m_pending = false; ///< an item was begun and not yet read
    bool m_inItem = false;
    bool m_inTask = false;
    bool m_sawItems = false;
};

template<class Page, class Read>
[[nodiscard]] Result<Page> readList(const QByteArray& body, Read read) {
    if (static_cast<std::size_t>(body.size()) > MaxPageBytes)
        return Error{Words::tr("the page has %1 bytes, more than %2").arg(body.size()).arg(MaxPageBytes)};
    ListHandler<Page, Read> handler(std::move(read));
    if (!readJson(viewOf(body), handler))
        return Error{handler.error()};
    if (!handler.sawItems())
        return Error{Words::tr("the answer has no list of items")};
    return handler.takePage();
}

} // namespace

Result<EnforcementPage> decodeEnforcementPage(const QByteArray& body, Vocabulary& vocabulary) {
    return readList<EnforcementPage>(body, [&vocabulary](const FieldSet& fields, EnforcementPage& page) {
        EnforcementUpdate update;
        update.origin = Origin::ListPage;
        auto wrong = readEnforcement(fields, vocabulary, update);
        if (!wrong)
            page.items.push_back(std::move(update));
        return wrong;
    });
}

Result<ExecutionPage> decodeExecutionPage(const QByteArray& body) {
    return readList<ExecutionPage>(body, [](const FieldSet& fields, ExecutionPage& page) {
        ExecutionRow row;
        auto wrong = readExecution(fields, row);
        if (!wrong)
            page.items.push_back(std::move(row));
        return wrong;
    });
}

Result<RefPage> decodeRefPage(const QByteArray& body) {
    return readList<RefPage>(body, [](const FieldSet& fields, RefPage& page) -> std::optional<QString> {
        QString ref;
        QString error;
        if (!fields.text(Key::Ref, ref, error))
            return error;
        if (ref.isEmpty())
            return Words::tr("%1 is missing").arg(QStringLiteral("ref"));
        page.refs.push_back(std::move(ref));
        return std::nullopt;
    });
}

} // namespace attune::core
