// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QHash>
#include <QtCore/QPromise>
#include <memory>

#include "app/energy_source.h"
#include "base/ready_future.h"

namespace outlet::test {

/// Energy that says what it is told to say, when it is told to.
class FakeEnergy : public EnergySource
{
public:
    /// A question that waits for its answer.
    template <typename Query, typename T>
    struct Question
    {
        using Reply = Result<T, HistoryProblem>;
        Query query;
        std::shared_ptr<QPromise<Reply>> promise = std::make_shared<QPromise<Reply>>();

        /// Finishes the future, which tells its asker at once.
        void answer(const Reply &reply) const
        {
            promise->addResult(reply);
            promise->finish();
        }
        [[nodiscard]] bool isCanceled() const { return promise->isCanceled(); }
    };
    struct EnergyQuestion
    {
        QStringList outletIds;
        QList<qint64> edgesUtcMs;
    };

    [[nodiscard]] const LocalCalendar &calendar() const override { return local; }
    [[nodiscard]] const Tariff &tariff() const override { return prices; }
    [[nodiscard]] QString currency() const override { return code; }
    [[nodiscard]] Answer<EnergyReply> energy(const QStringList &ids,
                                             const QList<qint64> &edges) override
    {
        return ask(energyAsked, {ids, edges});
    }
    [[nodiscard]] Answer<CurveAnswer> curve(const CurveQuery &query) override
    {
        return ask(curvesAsked, query);
    }
    /// Answered at once, when firstUtcMs says something; otherwise never.
    [[nodiscard]] Answer<QList<HistoryExtent>> extents(const QStringList &ids) override
    {
        if (!firstUtcMs)
            return {};
        QList<HistoryExtent> extents;
        for (const QString &id : ids)
            extents.append({id, firstUtcMs, std::nullopt});
        return readyFuture(Result<QList<HistoryExtent>, HistoryProblem>(extents));
    }
    [[nodiscard]] EnergyFigure today(const QString &outletId = {}) const override
    {
        return todayOf.value(outletId);
    }
    [[nodiscard]] EnergyFigure thisMonth(const QString &outletId = {}) const override
    {
        return monthOf.value(outletId);
    }
    [[nodiscard]] std::optional<EnergyFigure> projectedMonth() const override { return projected; }

    Tariff prices;
    QString code;
    QHash<QString, EnergyFigure> todayOf;
    QHash<QString, EnergyFigure> monthOf;
    std::optional<EnergyFigure> projected;
    LocalCalendar local;
    std::optional<qint64> firstUtcMs;
    QList<Question<CurveQuery, CurveAnswer>> curvesAsked;
    QList<Question<EnergyQuestion, EnergyReply>> energyAsked;

private:
    template <typename Query, typename T>
    static Answer<T> ask(QList<Question<Query, T>> &asked, const Query &query)
    {
        asked.append({query});
        asked.constLast().promise->start();
        return asked.constLast().promise->future();
    }
};

} // namespace outlet::test
