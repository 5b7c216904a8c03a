// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "app/transfer_service.h"

#include <algorithm>

#include "app/energy_source.h"
#include "base/logging.h"
#include "history/import_stage.h"
#include "history/import_writing.h"
#include "outlets/outlet_registry.h"

namespace outlet {

TransferService::TransferService(History &history, EnergySource &energy, OutletRegistry &registry,
                                 BackupService &backups, Clock &clock, QString folder,
                                 QObject *parent)
    : QObject(parent)
    , m_history(history)
    , m_energy(energy)
    , m_registry(registry)
    , m_backups(backups)
    , m_clock(clock)
    , m_folder(std::move(folder))
{
}

TransferService::~TransferService()
{
    stop();
}

void TransferService::start()
{
    // No import is under way yet: what is unfinished belongs to a process that is gone.
    m_history.runWriting([folder = m_folder](SqlConnection &connection) {
        if (!connection.isOpen())
            return;
        ImportStage::removeLeftovers(folder);
        if (const SqlOutcome failure = abandonUnfinishedImports(connection))
            qCWarning(lcHistory).noquote() << "unfinished imports:" << failure->text;
    });
    clearAway();
}

void TransferService::stop()
{
    m_isStopped = true;
    for (const auto &one : std::as_const(m_underWay)) {
        if (const Progress progress = one.lock())
            progress->cancel = true;
    }
}

TransferService::Progress
TransferService::run(std::function<void(SqlConnection &, TransferProgress &)> job,
                     std::function<void(const Progress &)> after)
{
    if (m_isStopped)
        return nullptr;
    const auto progress = std::make_shared<TransferProgress>();
    const bool isAsked =
        m_history.runReading([this, progress, job = std::move(job),
                              after = std::move(after)](SqlConnection &connection) {
            job(connection, *progress);
            QMetaObject::invokeMethod(
                this, [progress, after] { after(progress); }, Qt::QueuedConnection);
        });
    if (!isAsked)
        return nullptr;
    m_underWay.removeIf([](const std::weak_ptr<TransferProgress> &one) { return one.expired(); });
    m_underWay.append(progress);
    return progress;
}

ExportPlan TransferService::planOf(const Export &what) const
{
    ExportPlan plan;
    for (const QString &id : what.outletIds) {
        const Outlet *outlet = m_registry.find(id);
        plan.outlets.append({id, outlet ? outlet->displayName() : id});
    }
    plan.range = what.range;
    plan.resolution = what.resolution;
    plan.format = what.format;
    plan.isSemicolon = what.isSemicolon;
    plan.calendar = m_energy.calendar();
    plan.nowUtcMs = m_clock.utcMs();
    plan.currency = m_energy.currency();
    const TimeRange range{what.range.startUtcMs, std::min(what.range.endUtcMs, plan.nowUtcMs)};
    if (what.resolution != ExportPlan::Resolution::Readings && !range.isEmpty()) {
        const RatePlan rates = layOut(m_energy.tariff(), range, plan.calendar);
        for (const PriceSegment &segment : rates.segments)
            plan.rates.append({segment.startUtcMs, segment.rate});
        plan.cost = [rates](const QList<qint64> &joulesByRate) -> std::optional<double> {
            const auto cost = rates.cost(joulesByRate);
            return cost ? std::optional(cost->toDouble()) : std::nullopt;
        };
    }
    return plan;
}

TransferService::Progress
TransferService::preview(const Export &what,
                         std::function<void(const Result<ExportPreview, HistoryProblem> &)> done)
{
    using Answer = Result<ExportPreview, HistoryProblem>;
    const auto answer =
        std::make_shared<Answer>(HistoryProblem{HistoryProblem::Kind::Closed, {}, {}});
    Progress progress = run(
        [plan = planOf(what), answer](SqlConnection &connection, TransferProgress &own) {
            *answer = previewExport(connection, plan, own);
        },
        [answer, done](const Progress &own) {
            if (!own->cancel)
                done(*answer);
        });
    if (!progress)
        done(*answer);
    return progress;
}

TransferService::Progress TransferService::exportTo(const Export &what, const QString &path,
                                                    std::function<void(const Outcome &)> done)
{
    const auto problem = std::make_shared<std::optional<QString>>();
    Progress progress = run(
        [plan = planOf(what), path, problem](SqlConnection &connection, TransferProgress &own) {
            *problem = writeExport(connection, plan, path, own);
        },
        [problem, done](const Progress &) {
            done({!problem->has_value(), problem->value_or(QString())});
        });
    if (!progress)
        done({false, HistoryProblem{HistoryProblem::Kind::Closed, {}, {}}.sentence()});
    return progress;
}

QString TransferService::suggestedName(const Export &what) const
{
    const LocalCalendar &calendar = m_energy.calendar();
    const QDate first = calendar.date(what.range.startUtcMs);
    const QDate last = calendar.date(std::max(what.range.startUtcMs, what.range.endUtcMs - 1));
    QString range = first.toString(Qt::ISODate);
    if (first.day() == 1 && last == QDate(first.year(), first.month(), first.daysInMonth()))
        range = first.toString(QStringLiteral("yyyy-MM"));
    else if (first.dayOfYear() == 1 && last == QDate(first.year(), 12, 31))
        range = QString::number(first.year());
    else if (first != last)
        range += QStringLiteral("-to-") + last.toString(Qt::ISODate);
    return QStringLiteral("energy-%1.outlet.%2")
        .arg(range, what.format == ExportPlan::Format::Csv ? QStringLiteral("csv")
                                                           : QStringLiteral("json"));
}

void TransferService::takeBack(qint64 importId, std::function<void(bool wasThere)> done)
{
    const auto wasThere = std::make_shared<bool>(false);
    const bool isAsked =
        m_history.runWriting([this, importId, wasThere, done](SqlConnection &connection) {
            if (connection.isOpen()) {
                const auto result = takeBackImport(connection, importId);
                *wasThere = result && *result;
            }
            QMetaObject::invokeMethod(
                this,
                [this, wasThere, done] {
                    if (*wasThere)
                        tellRewritten();
                    clearAway();
                    done(*wasThere);
                },
                Qt::QueuedConnection);
        });
    if (!isAsked)
        done(false);
}

void TransferService::imports(std::function<void(const QList<ImportRecord> &)> done)
{
    const auto found = std::make_shared<QList<ImportRecord>>();
    const Progress progress = run(
        [found](SqlConnection &connection, TransferProgress &) {
            QSqlQuery query = connection.query();
            if (!connection.isOpen() ||
                !query.exec(QStringLiteral("SELECT id, imported_utc_ms, file_name, row_count"
                                           " FROM import WHERE state = 1 ORDER BY id DESC")))
                return;
            while (query.next())
                found->append({query.value(0).toLongLong(), query.value(1).toLongLong(),
                               query.value(2).toString(), query.value(3).toLongLong()});
        },
        [found, done](const Progress &) { done(*found); });
    if (!progress)
        done({});
}

void TransferService::tellRewritten()
{
    Q_EMIT m_history.rewritten();
}

void TransferService::clearAway()
{
    if (m_isStopped)
        return;
    m_history.runWriting([this](SqlConnection &connection) {
        if (!connection.isOpen())
            return;
        const auto isMore = clearImports(connection);
        if (!isMore)
            qCWarning(lcHistory).noquote()
                << "imports that were taken back:" << isMore.error().text;
        else if (*isMore)
            QMetaObject::invokeMethod(this, &TransferService::clearAway, Qt::QueuedConnection);
    });
}

} // namespace outlet
