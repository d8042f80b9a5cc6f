// SPDX-FileCopyrightText: 2026 The Attune Watch authors
// SPDX-License-Identifier: Apache-2.0
#include "sessionprivate.h"

#include "attune/core/decoderest.h"

#include <QPointer>
#include <QUrl>

namespace attune::session {

namespace {

constexpr std::size_t MaxExecutions = 1'000;
constexpr std::size_t MaxRefs = 20'000;
constexpr int PageSize = 100;

/// Calls back only while the asker lives.
template<class T>
[[nodiscard]] ServiceDone<T> guarded(QObject* context, ServiceDone<T> done) {
    return [guard = QPointer(context), done = std::move(done)](ServiceResult<T> result) {
        if (guard)
            done(std::move(result));
    };
}

/// A ref as one percent-encoded path segment (protocol section 2.3).
[[nodiscard]] QString segment(const QString& ref) { return QString::fromLatin1(QUrl::toPercentEncoding(ref)); }

[[nodiscard]] QUrlQuery pageQuery(const char* sizeName, int page) {
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("page"), QString::number(page));
    query.addQueryItem(QString::fromLatin1(sizeName), QString::number(PageSize));
    return query;
}

/// Reads page after page until there is no next one or `limit` items are there.
template<class Page, class Items>
class PagedRead : public std::enable_shared_from_this<PagedRead<Page, Items>> {
public:
    PagedRead(Requester& requester, QString path, Items Page::*items, std::size_t limit, Requester::Decode<Page> decode,
              ServiceDone<Page> done)
        : m_requester(&requester)
        , m_path(std::move(path))
        , m_items(items)
        , m_limit(limit)
        , m_decode(std::move(decode))
        , m_done(std::move(done)) {}

    void next() {
        m_requester->template get<Page>(
            m_path, pageQuery("page_size", ++m_page), Urgency::Foreground, m_decode,
            [self = this->shared_from_this()](ServiceResult<Page> page) { self->onPage(std::move(page)); });
    }

private:
    void onPage(ServiceResult<Page> page) {
        if (!page)
            return m_done(page.error());
        Items& all = m_all.*m_items;
        const Items& more = (*page).*m_items;
        all.insert(all.end(), more.begin(), more.end());
        m_all.pagination = page->pagination;
        if (page->pagination.hasNext && !more.empty() && all.size() < m_limit)
            return next();
        m_done(std::move(m_all));
    }

    QPointer<Requester> m_requester;
    QString m_path;
    Items Page::*m_items;
    std::size_t m_limit;
    Requester::Decode<Page> m_decode;
    ServiceDone<Page> m_done;
    Page m_all;
    int m_page = 0;
};

/// Their spelling is worth knowing, too.
void fetchRefs(Requester& requester, core::SymbolTable& known, const QString& path, QObject* context,
               ServiceDone<std::vector<QString>> done) {
    auto collected = [&known, done = guarded(context, std::move(done))](ServiceResult<core::RefPage> page) {
        if (!page)
            return done(page.error());
        for (const QString& ref : page->refs)
            static_cast<void>(known.intern(ref.toStdString()));
        done(std::move(page->refs));
    };
    std::make_shared<PagedRead<core::RefPage, std::vector<QString>>>(requester, path, &core::RefPage::refs, MaxRefs,
                                                                     core::decodeRefPage, std::move(collected))
        ->next();
}

} // namespace

void Session::fetchEnforcement(core::Id id, QObject* context, ServiceDone<core::EnforcementDetail> done) {
    auto merged = [this, id, done = guarded(context, std::move(done))](ServiceResult<core::EnforcementDetail> detail) {
        if (detail)
            d->sink.push({detail->update}, d->requester.askedAt()); // the table profits from it, too
        else if (detail.error().kind == ServiceError::Kind::NotFound)
            d->sink.pushRemoved(id, d->clock.steady());
        done(std::move(detail));
    };
    d->requester.get<core::EnforcementDetail>(
        QStringLiteral("/api/v1/enforcements/%1").arg(id), {}, Urgency::Foreground,
        [vocabulary = &d->vocabulary](const QByteArray& body) {
            return core::decodeEnforcementDetail(body, *vocabulary);
        },
        std::move(merged));
}

void Session::fetchEvent(core::Id id, QObject* context, ServiceDone<core::EventDetail> done) {
    d->requester.get<core::EventDetail>(QStringLiteral("/api/v1/events/%1").arg(id), {}, Urgency::Foreground,
                                        core::decodeEventDetail, guarded(context, std::move(done)));
}

void Session::fetchExecutions(core::Id enforcement, QObject* context, ServiceDone<core::ExecutionPage> done) {
    std::make_shared<PagedRead<core::ExecutionPage, std::vector<core::ExecutionRow>>>(
        d->requester, QStringLiteral("/api/v1/enforcements/%1/executions").arg(enforcement),
        &core::ExecutionPage::items, MaxExecutions, core::decodeExecutionPage, guarded(context, std::move(done)))
        ->next();
}

void Session::fetchExecution(core::Id id, QObject* context, ServiceDone<core::ExecutionDetail> done) {
    d->requester.get<core::ExecutionDetail>(QStringLiteral("/api/v1/executions/%1").arg(id), {}, Urgency::Foreground,
                                            core::decodeExecutionDetail, guarded(context, std::move(done)));
}

void Session::fetchRule(const QString& ref, QObject* context, ServiceDone<core::RuleDetail> done) {
    d->requester.get<core::RuleDetail>(QStringLiteral("/api/v1/rules/") + segment(ref), {}, Urgency::Foreground,
                                       core::decodeRuleDetail, guarded(context, std::move(done)));
}

void Session::fetchTrigger(const QString& ref, QObject* context, ServiceDone<core::TriggerDetail> done) {
    d->requester.get<core::TriggerDetail>(QStringLiteral("/api/v1/triggers/") + segment(ref), {}, Urgency::Foreground,
                                          core::decodeTriggerDetail, guarded(context, std::move(done)));
}

void Session::setRuleEnabled(const QString& ref, bool enabled, QObject* context, ServiceDone<core::RuleDetail> done) {
    const QString action = enabled ? QStringLiteral("/enable") : QStringLiteral("/disable");
    d->requester.post<core::RuleDetail>(QStringLiteral("/api/v1/rules/") + segment(ref) + action,
                                        core::decodeRuleDetail, guarded(context, std::move(done)));
}

void Session::cancelExecution(core::Id id, QObject* context, ServiceDone<core::ExecutionDetail> done) {
    d->requester.post<core::ExecutionDetail>(QStringLiteral("/api/v1/executions/%1/cancel").arg(id),
                                             core::decodeExecutionDetail, guarded(context, std::move(done)));
}

void Session::fetchRuleRefs(QObject* context, ServiceDone<std::vector<QString>> done) {
    fetchRefs(d->requester, d->vocabulary.refs, QStringLiteral("/api/v1/rules"), context, std::move(done));
}

void Session::fetchTriggerRefs(QObject* context, ServiceDone<std::vector<QString>> done) {
    fetchRefs(d->requester, d->vocabulary.refs, QStringLiteral("/api/v1/triggers"), context, std::move(done));
}

} // namespace attune::session
