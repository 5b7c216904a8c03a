// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/replace_job.h"

#include <QtCore/QPointer>

#include "app/replace_service.h"
#include "desktop/app.h"
#include "desktop/engine.h"
#include "outlets/outlet_registry.h"

namespace outlet {

ReplaceJob::ReplaceJob(Engine &engine, App &app)
    : m_engine(engine)
    , m_app(app)
    , m_service(engine.replacing())
{
    if (!m_service)
        return;
    connect(m_service, &ReplaceService::changed, this, &ReplaceJob::replacementsChanged);
    // What is offered may be renamed or removed while the dialog is open.
    connect(&app, &App::countsChanged, this, &ReplaceJob::changed);
}

void ReplaceJob::begin(const QString &id)
{
    if (m_isBusy)
        return;
    m_oldId = id;
    m_newId.clear();
    m_problem.clear();
    m_takesName = true;
    const Outlet *old = m_engine.registry().find(id);
    m_removesOld = old && old->linkState() == LinkState::Offline;
    // The one that came when the old one was gone is most likely meant.
    qint64 newest = old ? old->lastSeenUtcMs() : 0;
    const QStringList ids = successorIds();
    for (const QString &one : ids) {
        const qint64 firstSeen = m_engine.registry().find(one)->record().firstSeenUtcMs;
        if (m_removesOld && firstSeen > newest) {
            newest = firstSeen;
            m_newId = one;
        }
    }
    Q_EMIT changed();
}

QStringList ReplaceJob::successorIds() const
{
    QStringList ids;
    for (const Outlet *outlet : m_engine.registry().outlets()) {
        if (outlet->isKnown() && outlet->id() != m_oldId &&
            m_engine.isSimulated(outlet->id()) == m_engine.isSimulated(m_oldId))
            ids.append(outlet->id());
    }
    return ids;
}

QString ReplaceJob::nameOf(const QString &id) const
{
    const Outlet *outlet = m_engine.registry().find(id);
    return outlet ? outlet->displayName() : QString();
}

QString ReplaceJob::oldName() const
{
    return nameOf(m_oldId);
}

QVariantList ReplaceJob::successors() const
{
    QVariantList list;
    const QStringList ids = successorIds();
    for (const QString &id : ids) {
        const QString icon = m_engine.registry().find(id)->record().icon;
        list.append(
            QVariantMap{{QStringLiteral("text"), nameOf(id)},
                        {QStringLiteral("icon"), icon.isEmpty() ? QStringLiteral("plug") : icon}});
    }
    return list;
}

int ReplaceJob::successor() const
{
    return int(successorIds().indexOf(m_newId));
}

void ReplaceJob::setSuccessor(int index)
{
    if (m_isBusy || index == successor())
        return;
    m_newId = successorIds().value(index);
    Q_EMIT changed();
}

void ReplaceJob::setTakesName(bool takes)
{
    if (m_isBusy || takes == m_takesName)
        return;
    m_takesName = takes;
    Q_EMIT changed();
}

void ReplaceJob::setRemovesOld(bool removes)
{
    if (m_isBusy || removes == m_removesOld)
        return;
    m_removesOld = removes;
    Q_EMIT changed();
}

bool ReplaceJob::canReplace() const
{
    return m_service && !m_isBusy && successor() >= 0 && m_engine.registry().find(m_oldId);
}

QStringList ReplaceJob::consequences() const
{
    if (successor() < 0)
        return {};
    const QString before = oldName();
    const QString after = nameOf(m_newId);
    QStringList lines{
        tr("All energy and cost of %1 count for %2, in charts, totals and reports.")
            .arg(before, after),
        tr("The power curve of %1 is kept up to where that of %2 begins.").arg(before, after)};
    if (m_takesName && m_removesOld)
        lines.append(tr("%2 is called %1 from now on.").arg(before, after));
    else if (m_takesName)
        lines.append(tr("%2 is called %1 from now on, and the old one %2.").arg(before, after));
    lines.append(m_removesOld ? tr("Should the old outlet connect again, it shows up as new.")
                              : tr("What the old outlet uses from now on counts for itself."));
    lines.append(tr("You can undo this until Outlet is closed."));
    return lines;
}

void ReplaceJob::replace()
{
    if (!canReplace())
        return;
    m_isBusy = true;
    m_problem.clear();
    Q_EMIT changed();
    m_service->replace({m_oldId, m_newId, m_takesName, m_removesOld},
                       [self = QPointer(this)](qint64 id, const QString &problem) {
                           if (self)
                               self->finish(id, problem);
                       });
}

void ReplaceJob::finish(qint64 id, const QString &problem)
{
    m_isBusy = false;
    m_problem = problem;
    Q_EMIT changed();
    if (!problem.isEmpty())
        return;
    const QList<ReplaceService::Replacement> all = m_service->replacements();
    const QString text =
        all.isEmpty()
            ? QString()
            : tr("%1 replaced by %2").arg(all.constLast().fromName, all.constLast().toName);
    m_app.offerUndo(text, [this, id] { undo(id); });
    Q_EMIT m_app.announce(text);
    Q_EMIT replaced();
}

void ReplaceJob::undo(qint64 id)
{
    if (!m_service)
        return;
    m_service->undo(id, [app = QPointer(&m_app)](qint64, const QString &problem) {
        if (app)
            Q_EMIT app->snack(
                problem.isEmpty() ? tr("Undone: each outlet has its own history again") : problem,
                false);
    });
}

QVariantList ReplaceJob::replacements() const
{
    QVariantList list;
    if (!m_service)
        return list;
    const QList<ReplaceService::Replacement> all = m_service->replacements();
    for (const ReplaceService::Replacement &one : all)
        list.prepend(
            QVariantMap{{QStringLiteral("id"), one.id},
                        {QStringLiteral("outletId"), one.wish.to},
                        {QStringLiteral("text"), tr("It replaced the old %1.").arg(one.fromName)}});
    return list;
}

} // namespace outlet
