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

QString numbered(qint64 count)
{
    return Format::number(double(count), 0);
}

/// "5,952 rows"
QString rowsText(qint64 count)
{
    return count == 1 ? ImportJob::tr("1 row") : ImportJob::tr("%1 rows").arg(numbered(count));
}

/// "lines 118, 119 and 2,044"; no more than a few.
QString lineList(const QList<qint64> &lines)
{
    QStringList texts;
    for (const qint64 line : lines)
        texts.append(Format::number(double(line), 0));
    if (texts.size() < 2)
        return texts.value(0);
    const QString last = texts.takeLast();
    return ImportJob::tr("%1 and %2").arg(texts.join(QStringLiteral(", ")), last);
}

QString resultText(ImportResult result)
{
    switch (result) {
    case ImportResult::New:
        return ImportJob::tr("new");
    case ImportResult::AlreadyHere:
        return ImportJob::tr("already here");
    case ImportResult::Replaces:
        return ImportJob::tr("replaces");
    case ImportResult::Measured:
        return ImportJob::tr("measured here");
    case ImportResult::FinerHere:
        return ImportJob::tr("in detail here");
    case ImportResult::Repeated:
        return ImportJob::tr("repeated");
    case ImportResult::LeftOut:
        return ImportJob::tr("left out");
    case ImportResult::Gap:
        return ImportJob::tr("gap kept");
    }
    Q_UNREACHABLE();
}

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

QString ImportJob::fileText() const
{
    if (!hasFile() || m_session->state() == State::Failed || m_session->fileColumns().isEmpty())
        return busy() ? busyText() : QString();
    const ImportReading &reading = m_session->reading();
    const QString kind = m_session->isJson() ? tr("JSON") : tr("CSV");
    QStringList parts{m_session->isOutletFile() ? tr("Outlet %1").arg(kind) : kind};
    if (reading.rows > 0) {
        if (reading.step == ImportReading::Step::Month)
            parts.append(tr("1 month"));
        else if (reading.step == ImportReading::Step::Day)
            parts.append(tr("1 day"));
        else if (reading.stepMs > 0)
            parts.append(Format::duration(reading.stepMs).text);
        parts.append(rowsText(reading.rows));
        parts.append(reading.hasZone ? tr("times with zone") : tr("local times"));
    }
    if (m_session->encodingName() != QLatin1StringView("UTF-8"))
        parts.append(m_session->encodingName());
    return parts.join(QStringLiteral(", "));
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

QString ImportJob::busyText() const
{
    if (!m_session)
        return {};
    switch (m_session->state()) {
    case State::Reading:
        return tr("Reading the file");
    case State::Sorting:
        return tr("Comparing with what is here");
    case State::BackingUp:
        return tr("Backing up first");
    case State::Writing:
        return tr("Importing");
    default:
        return {};
    }
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
                                    {QStringLiteral("rows"), numbered(all.at(i).rows)},
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

QVariantList ImportJob::previewRows() const
{
    QVariantList rows;
    if (!m_session)
        return rows;
    const ImportReading &reading = m_session->reading();
    for (qsizetype i = 0; i < reading.shown.size(); ++i) {
        const ImportReading::Shown &shown = reading.shown.at(i);
        const QString id = m_session->choice().outletIds.value(shown.name);
        const Outlet *outlet = m_engine.registry().find(id);
        const bool isSorted = m_session->state() == State::Ready || writing();
        const bool isKnown = isSorted && i < m_session->sorted().shown.size();
        const QStringList cells{
            shown.time, outlet ? outlet->displayName() : reading.names.value(shown.name).name,
            shown.kwh ? QString::number(*shown.kwh, 'f', 3) : QString(),
            isKnown ? resultText(m_session->sorted().shown.at(i)) : QString()};
        rows.append(
            QVariantMap{{QStringLiteral("cells"), cells}, {QStringLiteral("hasData"), true}});
    }
    return rows;
}

QString ImportJob::previewLinesText() const
{
    QList<qint64> lines;
    if (m_session) {
        for (const ImportReading::Shown &shown : m_session->reading().shown)
            lines.append(shown.line);
    }
    return lines.isEmpty() ? QString() : tr("Line %1").arg(lineList(lines));
}

QString ImportJob::hereText() const
{
    if (!m_session || (m_session->state() != State::Ready && !writing()))
        return {};
    const ImportSorted &sorted = m_session->sorted();
    QStringList sentences;
    if (sorted.replaces && sorted.alreadyHere > 0)
        sentences.append(tr("Already here and replaced: %1.").arg(rowsText(sorted.alreadyHere)));
    const qint64 skipped = sorted.skipped();
    if (skipped > 0 && !sorted.replaces)
        sentences.append(skipped == 1
                             ? tr("1 row is already here. It is skipped; nothing you have is "
                                  "changed.")
                             : tr("%1 rows are already here. They are skipped; nothing you have is "
                                  "changed.")
                                   .arg(numbered(skipped)));
    else if (skipped > 0)
        sentences.append(tr("Measured by Outlet, or here in more detail: %1. That stays.")
                             .arg(rowsText(skipped)));
    return sentences.join(u' ');
}

QString ImportJob::faultsText() const
{
    if (!m_session)
        return {};
    const qint64 count = m_session->reading().faultCount + m_session->sorted().faultCount;
    if (count == 0 || (m_session->state() != State::Ready && !writing()))
        return {};
    QList<qint64> lines;
    constexpr qsizetype most = 3;
    for (const auto &list : {m_session->reading().faults, m_session->sorted().faults}) {
        for (const ImportFault &fault : list) {
            if (lines.size() < most)
                lines.append(fault.line);
        }
    }
    const QString where = lines.size() == count
                              ? lineList(lines)
                              : tr("%1, …").arg(Format::number(double(lines.constFirst()), 0));
    return count == 1 ? tr("1 row can’t be read: line %1.").arg(where)
                      : tr("%1 rows can’t be read: lines %2.").arg(numbered(count), where);
}

QStringList ImportJob::faults() const
{
    QStringList texts;
    if (!m_session)
        return texts;
    for (const auto &list : {m_session->reading().faults, m_session->sorted().faults}) {
        for (const ImportFault &fault : list)
            texts.append(tr("Line %1: %2").arg(numbered(fault.line), fault.reason));
    }
    const qint64 more =
        m_session->reading().faultCount + m_session->sorted().faultCount - texts.size();
    if (more > 0)
        texts.append(tr("And %1 more.").arg(numbered(more)));
    return texts;
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

QString ImportJob::summaryText() const
{
    if (!m_session || m_session->state() != State::Ready)
        return {};
    const ImportSorted &sorted = m_session->sorted();
    QString text =
        sorted.newRows == 1 ? tr("1 new row") : tr("%1 new rows").arg(numbered(sorted.newRows));
    if (sorted.leftOut > 0)
        text += tr(", %1 left out").arg(numbered(sorted.leftOut));
    return text;
}

QString ImportJob::actionText() const
{
    if (!m_session || m_session->state() != State::Ready || m_session->sorted().toWrite() == 0)
        return tr("Import");
    return tr("Import %1").arg(rowsText(m_session->sorted().toWrite()));
}

QString ImportJob::replaceQuestion() const
{
    if (!m_session || !m_session->sorted().replaces || m_session->sorted().alreadyHere == 0)
        return {};
    return tr("Replace %1 imported before with what this file says? What was measured stays. The "
              "import can be undone.")
        .arg(rowsText(m_session->sorted().alreadyHere));
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
