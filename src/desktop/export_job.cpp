// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/export_job.h"

#include <QtCore/QDir>
#include <QtCore/QPointer>
#include <QtCore/QUrl>
#include <QtGui/QDesktopServices>

#include "app/energy_source.h"
#include "desktop/app.h"
#include "desktop/engine.h"
#include "desktop/format.h"
#include "outlets/outlet_registry.h"

namespace outlet {

namespace {

enum Preset { ThisMonth, LastMonth, ThisYear, Everything, Custom };

/// "0.4 MB", "12 KB": decimal, as file managers count.
QString sizeOf(qint64 bytes)
{
    constexpr double kilo = 1000;
    const double kilobytes = double(bytes) / kilo;
    if (kilobytes < 100)
        return ExportJob::tr("%1 KB").arg(Format::number(std::max(1.0, kilobytes), 0));
    const double megabytes = kilobytes / kilo;
    if (megabytes < kilo)
        return ExportJob::tr("%1 MB").arg(Format::number(megabytes, megabytes < 10 ? 1 : 0));
    return ExportJob::tr("%1 GB").arg(Format::number(megabytes / kilo, 1));
}

} // namespace

ExportJob::ExportJob(Engine &engine, App &app)
    : m_engine(engine)
    , m_app(app)
    , m_service(engine.transfers())
    , m_previewTimer(engine.clock(), [this] { look(); })
    , m_meter(engine.clock())
{
}

ExportJob::~ExportJob()
{
    for (const TransferService::Progress &progress : {m_previewing, m_exporting}) {
        if (progress)
            progress->cancel = true;
    }
}

QStringList ExportJob::presets() const
{
    return {tr("This month"), tr("Last month"), tr("This year"), tr("Everything"), tr("Custom")};
}

QDate ExportJob::todayDate() const
{
    return m_service ? m_service->energy().calendar().date(m_engine.clock().utcMs()) : QDate();
}

QString ExportJob::today() const
{
    return todayDate().toString(Qt::ISODate);
}

QStringList ExportJob::allIds() const
{
    QStringList ids;
    for (const Outlet *outlet : m_engine.registry().outlets()) {
        if (outlet->isKnown() && !m_engine.isSimulated(outlet->id()))
            ids.append(outlet->id());
    }
    return ids;
}

void ExportJob::begin()
{
    if (!m_service)
        return;
    m_chosen = allIds();
    m_problem.clear();
    m_preview = {};
    findFirstDay();
    m_preset = ThisMonth;
    setPreset(ThisMonth);
    m_previewTimer.stop();
    look(); // the first one at once
}

void ExportJob::beginWith(const QString &fromIso, const QString &toIso,
                          const QStringList &outletIds)
{
    begin();
    if (!m_service)
        return;
    const QStringList known = allIds();
    m_chosen.clear();
    for (const QString &id : known) {
        if (outletIds.isEmpty() || outletIds.contains(id))
            m_chosen.append(id);
    }
    m_preset = Custom;
    setRange(QDate::fromString(fromIso, Qt::ISODate), QDate::fromString(toIso, Qt::ISODate));
    m_previewTimer.stop();
    look();
}

void ExportJob::findFirstDay()
{
    m_service->energy().extents(m_chosen).then(
        this, [this](const Result<QList<HistoryExtent>, HistoryProblem> &extents) {
            const QList<HistoryExtent> known = extents ? *extents : QList<HistoryExtent>();
            std::optional<qint64> first;
            for (const HistoryExtent &extent : known) {
                if (extent.firstUtcMs)
                    first = std::min(first.value_or(*extent.firstUtcMs), *extent.firstUtcMs);
            }
            if (first)
                m_firstDay = m_service->energy().calendar().date(*first);
            if (m_preset == Everything)
                setPreset(Everything);
        });
}

void ExportJob::setPreset(int preset)
{
    if (m_isWriting || preset < 0 || preset > Custom || !m_service)
        return;
    m_preset = preset;
    const QDate today = todayDate();
    const QDate month(today.year(), today.month(), 1);
    switch (preset) {
    case ThisMonth:
        return setRange(month, today);
    case LastMonth:
        return setRange(month.addMonths(-1), month.addDays(-1));
    case ThisYear:
        return setRange(QDate(today.year(), 1, 1), today);
    case Everything:
        return setRange(m_firstDay.isValid() ? m_firstDay : month, today);
    default:
        return setRange(m_from, m_to);
    }
}

void ExportJob::setRange(QDate from, QDate to)
{
    m_from = from;
    m_to = to;
    touch();
}

void ExportJob::setFrom(const QString &iso)
{
    if (m_isWriting || iso == from())
        return;
    m_preset = Custom;
    setRange(QDate::fromString(iso, Qt::ISODate), m_to);
}

void ExportJob::setTo(const QString &iso)
{
    if (m_isWriting || iso == to())
        return;
    m_preset = Custom;
    setRange(m_from, QDate::fromString(iso, Qt::ISODate));
}

QString ExportJob::rangeError() const
{
    if (!m_from.isValid() || !m_to.isValid())
        return tr("Choose both days.");
    if (m_to < m_from)
        return tr("The last day is before the first.");
    if (m_from > todayDate())
        return tr("These days are still to come.");
    return {};
}

QVariantList ExportJob::outlets() const
{
    QVariantList list;
    const QStringList all = allIds();
    for (const QString &id : all) {
        const Outlet *outlet = m_engine.registry().find(id);
        list.append(QVariantMap{{QStringLiteral("id"), id},
                                {QStringLiteral("name"), outlet->displayName()},
                                {QStringLiteral("chosen"), m_chosen.contains(id)}});
    }
    return list;
}

QString ExportJob::outletsText() const
{
    const qsizetype all = allIds().size();
    if (m_chosen.size() == 1) {
        const Outlet *outlet = m_engine.registry().find(m_chosen.constFirst());
        return outlet ? outlet->displayName() : QString();
    }
    if (m_chosen.size() == all && all > 0)
        return tr("All %n outlet(s)", "", int(all));
    return m_chosen.isEmpty() ? tr("No outlet")
                              : tr("%1 of %2 outlets").arg(m_chosen.size()).arg(all);
}

QString ExportJob::outletsError() const
{
    return m_chosen.isEmpty() ? tr("Choose at least one outlet.") : QString();
}

void ExportJob::toggleOutlet(const QString &id)
{
    if (m_isWriting)
        return;
    const QStringList all = allIds();
    QStringList chosen;
    for (const QString &one : all) {
        if (m_chosen.contains(one) != (one == id))
            chosen.append(one);
    }
    m_chosen = chosen;
    touch();
}

void ExportJob::chooseAllOutlets(bool all)
{
    if (m_isWriting)
        return;
    m_chosen = all ? allIds() : QStringList();
    touch();
}

void ExportJob::setFormat(int format)
{
    if (m_isWriting || format == int(m_format) || format < 0 || format > 1)
        return;
    m_format = ExportPlan::Format(format);
    touch();
}

void ExportJob::setResolution(int resolution)
{
    if (m_isWriting || resolution == int(m_resolution) || resolution < 0 || resolution > 3)
        return;
    m_resolution = ExportPlan::Resolution(resolution);
    touch();
}

void ExportJob::setSemicolon(bool semicolon)
{
    if (m_isWriting || semicolon == m_isSemicolon)
        return;
    m_isSemicolon = semicolon;
    touch();
}

bool ExportJob::canExport() const
{
    return m_service && !m_isWriting && rangeError().isEmpty() && outletsError().isEmpty();
}

TransferService::Export ExportJob::what() const
{
    const LocalCalendar &calendar = m_service->energy().calendar();
    TransferService::Export what;
    what.outletIds = m_chosen;
    what.range = {calendar.day(m_from).startUtcMs, calendar.day(m_to).endUtcMs};
    what.resolution = m_resolution;
    what.format = m_format;
    what.isSemicolon = m_isSemicolon;
    return what;
}

QString ExportJob::fileName() const
{
    return m_service && rangeError().isEmpty() ? m_service->suggestedName(what()) : QString();
}

/// Something was changed: the preview follows in a moment.
void ExportJob::touch()
{
    m_problem.clear();
    if (m_service)
        m_previewTimer.start(kPreviewAfter);
    Q_EMIT changed();
}

void ExportJob::look()
{
    if (m_previewing)
        m_previewing->cancel = true;
    m_previewing.reset();
    if (!canExport()) {
        m_preview = {};
        m_sizeText.clear();
        m_previewProblem.clear();
        Q_EMIT previewChanged();
        return;
    }
    m_previewing = m_service->preview(
        what(), [this, self = QPointer(this)](const Result<ExportPreview, HistoryProblem> &answer) {
            if (!self)
                return;
            m_previewing.reset();
            m_preview = answer ? *answer : ExportPreview();
            m_previewProblem = answer ? QString() : answer.error().sentence();
            m_sizeText.clear();
            if (answer) {
                const QString count =
                    m_preview.rowCount == 1
                        ? tr("1 row")
                        : tr("%1 rows").arg(Format::number(double(m_preview.rowCount), 0));
                m_sizeText = tr("%1, about %2").arg(count, sizeOf(m_preview.bytes));
            }
            Q_EMIT previewChanged();
        });
}

QVariantList ExportJob::previewRows() const
{
    QVariantList rows;
    for (const ExportPreview::Row &row : m_preview.rows)
        rows.append(QVariantMap{{QStringLiteral("cells"), row.cells},
                                {QStringLiteral("hasData"), row.hasData}});
    return rows;
}

void ExportJob::write(const QString &path)
{
    if (!canExport() || path.isEmpty())
        return;
    m_isWriting = true;
    m_problem.clear();
    const auto done = [this, self = QPointer(this), path](const TransferService::Outcome &outcome) {
        if (!self)
            return;
        m_isWriting = false;
        m_exporting.reset();
        m_meter.watch(nullptr);
        m_problem = outcome.problem;
        Q_EMIT changed();
        if (!outcome.isDone)
            return;
        m_app.offerAction(
            tr("Saved to %1").arg(QDir::toNativeSeparators(path)), tr("Open folder"), [path] {
                QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(path).absolutePath()));
            });
        Q_EMIT saved(path);
    };
    Q_EMIT changed();
    m_exporting = m_service->exportTo(what(), path, done);
    if (m_isWriting)
        m_meter.watch(m_exporting);
}

void ExportJob::cancel()
{
    m_previewTimer.stop();
    for (const TransferService::Progress &progress : {m_previewing, m_exporting}) {
        if (progress)
            progress->cancel = true;
    }
}

} // namespace outlet
