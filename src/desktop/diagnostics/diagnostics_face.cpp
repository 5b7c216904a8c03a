// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/diagnostics/diagnostics_face.h"

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtQml/QQmlEngine>

#include "app/diagnostics_source.h"
#include "base/logging.h"
#include "desktop/diagnostics/diagnostics_words.h"
#include "desktop/engine.h"
#include "desktop/format.h"
#include "outlets/outlet_registry.h"
#include "protocol/frame_mask.h"

namespace outlet {

namespace {

QPointer<DiagnosticsFace> latest;

QString orUnknown(const QString &text)
{
    return text.isEmpty() ? Format::unknown() : text;
}

} // namespace

DiagnosticsFace::DiagnosticsFace(Engine &engine, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_source(engine.diagnostics())
    , m_refresh(engine.clock(), [this] { refresh(); })
    , m_frames(std::make_unique<FrameList>(engine.clock()))
    , m_report(std::make_unique<ReportJob>(m_source, engine.clock()))
{
    latest = this;
    connect(&engine, &Engine::serverStateChanged, this, &DiagnosticsFace::programChanged);
    const OutletRegistry &registry = engine.registry();
    connect(&registry, &OutletRegistry::outletAdded, this, [this] {
        chooseOne();
        Q_EMIT choicesChanged();
    });
    connect(&registry, &OutletRegistry::outletRemoved, this, [this] {
        chooseOne();
        Q_EMIT choicesChanged();
    });
}

DiagnosticsFace::~DiagnosticsFace()
{
    setActive(false);
}

DiagnosticsFace *DiagnosticsFace::create(QQmlEngine *, QJSEngine *)
{
    QQmlEngine::setObjectOwnership(latest, QQmlEngine::CppOwnership);
    return latest;
}

qint64 DiagnosticsFace::now() const
{
    return m_engine.clock().utcMs();
}

void DiagnosticsFace::setOutletId(const QString &id)
{
    if (id == m_outletId)
        return;
    m_outletId = id;
    if (m_active)
        follow();
    Q_EMIT outletChanged();
    Q_EMIT choicesChanged();
}

void DiagnosticsFace::setActive(bool active)
{
    if (active == m_active)
        return;
    m_active = active;
    follow();
    chooseOne();
    Q_EMIT choicesChanged(); // names may have changed
    Q_EMIT activeChanged();
}

void DiagnosticsFace::chooseOne()
{
    const QList<Outlet *> &outlets = m_engine.registry().outlets();
    if (m_active && !m_engine.registry().find(m_outletId))
        setOutletId(outlets.isEmpty() ? QString() : outlets.constFirst()->id());
}

QVariantList DiagnosticsFace::choices() const
{
    QVariantList all;
    for (const Outlet *outlet : m_engine.registry().outlets())
        all.append(QVariantMap{{QStringLiteral("id"), outlet->id()},
                               {QStringLiteral("name"), outlet->displayName()}});
    return all;
}

int DiagnosticsFace::choice() const
{
    const QList<Outlet *> &outlets = m_engine.registry().outlets();
    return static_cast<int>(outlets.indexOf(m_engine.registry().find(m_outletId)));
}

void DiagnosticsFace::follow()
{
    if (m_outlet)
        m_outlet->disconnect(this);
    m_outlet = m_active ? m_engine.registry().find(m_outletId) : nullptr;
    m_frames->setSource(m_outlet && m_source ? &m_source->frames() : nullptr, m_outletId);
    m_answer.reset();
    m_pastKnown = false;
    m_past = LinkPast();
    m_refresh.stop();
    if (m_outlet) {
        connect(m_outlet, &Outlet::linkDetailsChanged, this, &DiagnosticsFace::factsChanged);
        connect(m_outlet, &Outlet::loggedIn, this, &DiagnosticsFace::factsChanged);
        connect(m_outlet, &Outlet::linkStateChanged, this, [this] {
            Q_EMIT factsChanged();
            Q_EMIT programChanged();
            askPast();
        });
        connect(m_outlet, &Outlet::ignoredCountsChanged, this, &DiagnosticsFace::countersChanged);
    }
    if (m_active)
        refresh();
    Q_EMIT pastChanged();
    Q_EMIT factsChanged();
    Q_EMIT countersChanged();
}

void DiagnosticsFace::refresh()
{
    askPast();
    if (HistoryCare *care = m_engine.historyCare()) {
        care->askFacts([face = QPointer<DiagnosticsFace>(this)](const HistoryCare::Facts &facts) {
            if (!face)
                return;
            face->m_data = facts;
            Q_EMIT face->programChanged();
        });
    }
    Q_EMIT factsChanged(); // "yesterday"
    Q_EMIT programChanged();
    m_refresh.start(kRefresh);
}

void DiagnosticsFace::askPast()
{
    if (!m_outlet)
        return;
    const auto take = [face = QPointer<DiagnosticsFace>(this),
                       id = m_outletId](const std::optional<LinkAnswer> &answer) {
        if (!face || !face->m_outlet || face->m_outletId != id)
            return;
        face->m_past = LinkPast(answer, face->m_outlet->linkJournal().changes(),
                                {face->now() - kShownMs, face->now()});
        face->m_pastKnown = true;
        Q_EMIT face->pastChanged();
    };
    if (m_source)
        m_source->askLink(m_outletId, take);
    else
        take(std::nullopt);
}

QString DiagnosticsFace::idText() const
{
    return QString::fromUtf8(protocol::shortenedId(m_outletId.toUtf8()));
}

QString DiagnosticsFace::typeText() const
{
    if (!m_outlet)
        return Format::unknown();
    const LoginFacts &facts = m_outlet->loginFacts();
    QStringList parts{escapedForLog(facts.type, 40), escapedForLog(facts.hardware, 20)};
    parts.removeAll(QString());
    return orUnknown(parts.join(QStringLiteral(", ")));
}

QString DiagnosticsFace::connectedSinceText() const
{
    const bool isConnected = m_outlet && (m_outlet->linkState() == LinkState::Online ||
                                          m_outlet->linkState() == LinkState::Silent);
    if (!isConnected || m_outlet->loginFacts().utcMs == 0)
        return Format::unknown();
    return Format::pointInTime(m_outlet->loginFacts().utcMs, now(), true).text;
}

QString DiagnosticsFace::readingsEveryText() const
{
    if (!m_outlet || !m_source || !m_outlet->isKnown())
        return Format::unknown();
    return Format::duration(m_source->readingsEvery(m_outlet->isObserved()).count()).text;
}

QVariantList DiagnosticsFace::counters() const
{
    return DiagnosticsWords::counters(m_outlet ? m_outlet->ignoredCounts()
                                               : QHash<QString, quint64>());
}

QString DiagnosticsFace::countersSinceText() const
{
    if (!m_outlet)
        return {};
    return tr("Since %1").arg(Format::pointInTime(m_outlet->ignoredSinceUtcMs(), now()).text);
}

QVariantList DiagnosticsFace::linkChanges() const
{
    return m_outlet ? DiagnosticsWords::changes(m_outlet->linkJournal().changes(), now())
                    : QVariantList();
}

QString DiagnosticsFace::weakestText() const
{
    const auto weakest = m_past.weakestDbm();
    return weakest ? tr("low %1").arg(Format::number(*weakest, 0)) : QString();
}

QString DiagnosticsFace::connectedText() const
{
    int known = 0;
    int connected = 0;
    for (const Outlet *outlet : m_engine.registry().outlets()) {
        if (!outlet->isKnown())
            continue;
        ++known;
        connected +=
            outlet->linkState() == LinkState::Online || outlet->linkState() == LinkState::Silent
                ? 1
                : 0;
    }
    return tr("%1 of %2").arg(connected).arg(known);
}

QString DiagnosticsFace::addressesText() const
{
    return orUnknown(m_engine.reachableAddresses().join(u'\n'));
}

QString DiagnosticsFace::historyText() const
{
    if (!m_data || !m_data->fileBytes)
        return Format::unknown();
    const QString size = Format::bytes(*m_data->fileBytes);
    return m_data->freeBytes ? tr("%1, %2 free").arg(size, Format::bytes(*m_data->freeBytes))
                             : size;
}

void DiagnosticsFace::resetCounters()
{
    if (m_outlet)
        m_outlet->resetIgnoredCounts();
}

void DiagnosticsFace::copyFrames()
{
    QGuiApplication::clipboard()->setText(m_frames->copyText());
}

} // namespace outlet
