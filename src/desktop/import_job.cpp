// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/import_job.h"

#include <QtCore/QFileInfo>

#include "app/energy_source.h"
#include "desktop/app.h"
#include "desktop/engine.h"
#include "desktop/format.h"
#include "outlets/outlet_registry.h"

namespace outlet {

using State = ImportSession::State;

namespace {

constexpr qsizetype kNamesAtFirst = 3;

} // namespace

ImportJob::ImportJob(Engine &engine, App &app)
    : m_engine(engine)
    , m_app(app)
    , m_service(engine.transfers())
    , m_meter(engine.clock())
{
    if (!m_service)
        return;
    m_session = std::make_unique<ImportSession>(*m_service);
    connect(m_session.get(), &ImportSession::changed, this, &ImportJob::follow);
}

ImportJob::~ImportJob() = default;

void ImportJob::follow()
{
    m_meter.watch(m_session->progress());
    Q_EMIT changed();
    if (m_session->state() != State::Done)
        return;
    const QString text = tr("%1 imported").arg(rowsText(m_session->sorted().toWrite()));
    m_app.offerUndo(text, [this, id = m_session->importId()] {
        m_service->takeBack(id, [app = &m_app](bool wasThere) {
            Q_EMIT app->snack(wasThere ? tr("The import was taken back")
                                       : tr("The import could not be taken back. Try outletctl "
                                            "import --undo."),
                              false);
        });
    });
    Q_EMIT imported();
    m_session->cancel();
}

QStringList ImportJob::outletIds() const
{
    QStringList ids;
    for (const Outlet *outlet : m_engine.registry().outlets()) {
        if (outlet->isKnown() && !m_engine.isSimulated(outlet->id()))
            ids.append(outlet->id());
    }
    return ids;
}

bool ImportJob::hasFile() const
{
    return m_session && m_session->state() != State::Empty;
}

QString ImportJob::fileName() const
{
    return hasFile() ? QFileInfo(m_session->path()).fileName() : QString();
}

bool ImportJob::busy() const
{
    if (!m_session)
        return false;
    const State state = m_session->state();
    return state == State::Reading || state == State::Sorting || writing();
}

bool ImportJob::writing() const
{
    return m_session &&
           (m_session->state() == State::Writing || m_session->state() == State::BackingUp);
}

QString ImportJob::problem() const
{
    return m_session ? m_session->problem() : QString();
}

bool ImportJob::asksForColumns() const
{
    return hasFile() && !m_session->isOutletFile() && !m_session->fileColumns().isEmpty() &&
           m_session->state() != State::Failed;
}

QStringList ImportJob::columnNames() const
{
    return m_session ? QStringList{tr("None")} + m_session->fileColumns() : QStringList();
}

int ImportJob::timeColumn() const
{
    return m_session ? m_session->columns().time + 1 : 0;
}

int ImportJob::outletColumn() const
{
    return m_session ? m_session->columns().outlet + 1 : 0;
}

int ImportJob::energyColumn() const
{
    return m_session ? m_session->columns().energy + 1 : 0;
}

int ImportJob::unit() const
{
    if (!m_session)
        return 0;
    const ImportColumns &columns = m_session->columns();
    const int unit = columns.unit == ImportColumns::Unit::KilowattHours ? 0
                     : columns.unit == ImportColumns::Unit::WattHours   ? 1
                                                                        : 2;
    return columns.isCumulative ? unit + 3 : unit;
}

QString ImportJob::columnProblem() const
{
    return m_session && m_session->state() == State::Choosing ? m_session->columnProblem()
                                                              : QString();
}

void ImportJob::setColumns(int time, int outlet, int energy, int unit)
{
    if (!m_session || writing())
        return;
    ImportColumns columns = m_session->columns();
    columns.time = time - 1;
    columns.outlet = outlet - 1;
    columns.outletId = -1;
    columns.energy = energy - 1;
    constexpr ImportColumns::Unit units[] = {ImportColumns::Unit::KilowattHours,
                                             ImportColumns::Unit::WattHours,
                                             ImportColumns::Unit::Joules};
    columns.unit = units[unit % 3];
    columns.isCumulative = unit >= 3;
    m_session->setColumns(columns);
}

QVariantList ImportJob::names() const
{
    QVariantList list;
    if (!m_session)
        return list;
    const QList<ImportReading::Name> &all = m_session->reading().names;
    const QStringList ids = outletIds();
    // Those that nothing matches have to be looked at; the others show that it works.
    for (const bool wantsMatch : {false, true}) {
        for (qsizetype i = 0; i < all.size(); ++i) {
            const QString id = m_session->choice().outletIds.value(i);
            const Outlet *outlet = m_engine.registry().find(id);
            const bool isMatch =
                outlet && (id == all.at(i).outletId ||
                           outlet->displayName().compare(all.at(i).name, Qt::CaseInsensitive) == 0);
            if (isMatch != wantsMatch ||
                (isMatch && !m_showsAllNames && list.size() >= kNamesAtFirst))
                continue;
            list.append(QVariantMap{{QStringLiteral("index"), i},
                                    {QStringLiteral("name"),
                                     all.at(i).name.isEmpty() ? tr("All rows") : all.at(i).name},
                                    {QStringLiteral("rows"), Format::count(all.at(i).rows)},
                                    {QStringLiteral("choice"), ids.indexOf(id) + 1}});
        }
    }
    return list;
}

QString ImportJob::moreNamesText() const
{
    const qsizetype more = m_session ? m_session->reading().names.size() - names().size() : 0;
    return more > 0 ? tr("%n more name(s) match an outlet.", "", int(more)) : QString();
}

QVariantList ImportJob::outletChoices() const
{
    QVariantList choices{QVariantMap{{QStringLiteral("text"), tr("Don’t import")},
                                     {QStringLiteral("icon"), QStringLiteral("close")}}};
    const QStringList ids = outletIds();
    for (const QString &id : ids) {
        const Outlet *outlet = m_engine.registry().find(id);
        choices.append(QVariantMap{{QStringLiteral("text"), outlet->displayName()},
                                   {QStringLiteral("icon"), outlet->record().icon.isEmpty()
                                                                ? QStringLiteral("plug")
                                                                : outlet->record().icon}});
    }
    return choices;
}

void ImportJob::choose(int name, int choice)
{
    if (m_session && !writing())
        m_session->setOutlet(name, choice > 0 ? outletIds().value(choice - 1) : QString());
}

void ImportJob::showAllNames()
{
    m_showsAllNames = true;
    Q_EMIT changed();
}

bool ImportJob::replaces() const
{
    return m_session && m_session->choice().replaces;
}

void ImportJob::setReplaces(bool replaces)
{
    if (m_session && !writing()) {
        m_session->setReplaces(replaces);
        Q_EMIT changed();
    }
}

void ImportJob::setBacksUp(bool backsUp)
{
    if (backsUp == m_backsUp)
        return;
    m_backsUp = backsUp;
    Q_EMIT changed();
}

bool ImportJob::canImport() const
{
    return m_session && m_session->state() == State::Ready && m_session->sorted().toWrite() > 0;
}

void ImportJob::open(const QString &path)
{
    if (!m_session)
        return;
    m_showsAllNames = false;
    m_session->open(path);
}

void ImportJob::write()
{
    if (canImport())
        m_session->write(m_backsUp);
}

void ImportJob::cancel()
{
    if (m_session && m_session->state() != State::Empty)
        m_session->cancel();
}

} // namespace outlet
