// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "cli/energy_text.h"

#include <QtCore/QJsonArray>
#include <QtCore/QStringList>
#include <algorithm>

#include "base/csv_text.h"
#include "cli/cli_text.h"

namespace outlet {

namespace {

QString fixed(const QJsonValue &value, double by, int decimals)
{
    return value.isDouble() ? QString::number(value.toDouble() / by, 'f', decimals)
                            : QStringLiteral("-");
}

} // namespace

QString energyTable(const QJsonObject &answer)
{
    const QJsonArray list = answer.value(u"rows").toArray();
    const QJsonArray missing = answer.value(u"missingSeconds").toArray();
    const bool isEach = list.first().toObject().contains(u"outlet");
    const QString currency = printable(answer.value(u"currency").toString());
    const QString cost =
        currency.isEmpty() ? QStringLiteral("COST") : QStringLiteral("COST (%1)").arg(currency);
    QList<QStringList> rows{{QStringLiteral("START"), QStringLiteral("kWh"), cost,
                             QStringLiteral("AVERAGE W"), QStringLiteral("MISSING s")}};
    double joules = 0;
    double money = 0;
    bool isKnown = false;
    bool isPriced = false;
    for (const auto &value : list) {
        const QJsonObject row = value.toObject();
        QStringList cells{row.value(u"start").toString(), fixed(row.value(u"joules"), 3.6e6, 3),
                          fixed(row.value(u"cost"), 1, 2), fixed(row.value(u"averageWatts"), 1, 1),
                          fixed(missing.at(rows.size() - 1), 1, 0)};
        isKnown = isKnown || row.value(u"joules").isDouble();
        isPriced = isPriced || row.value(u"cost").isDouble();
        joules += row.value(u"joules").toDouble();
        money += row.value(u"cost").toDouble();
        if (isEach)
            cells.append(printable(row.value(u"name").toString()));
        rows.append(cells);
    }
    rows.append({QStringLiteral("Total"), isKnown ? fixed(joules, 3.6e6, 3) : QStringLiteral("-"),
                 isPriced ? fixed(money, 1, 2) : QStringLiteral("-"), QString(), QString()});
    if (isEach) {
        rows.first().append(QStringLiteral("NAME"));
        rows.last().append(QString());
    }
    QList<qsizetype> widths(rows.first().size(), 0);
    for (const QStringList &row : std::as_const(rows)) {
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], row.at(i).size());
    }
    QString table;
    for (const QStringList &row : std::as_const(rows)) {
        QString line = row.first().leftJustified(widths.first());
        for (qsizetype i = 1; i < row.size(); ++i)
            line +=
                QStringLiteral("  ") + (i > 4 ? row.at(i) : row.at(i).rightJustified(widths.at(i)));
        while (line.endsWith(u' '))
            line.chop(1);
        table += line + u'\n';
    }
    return table;
}

QString energyCsv(const QJsonObject &answer)
{
    const QJsonArray list = answer.value(u"rows").toArray();
    QStringList columns{
        QStringLiteral("start"),        QStringLiteral("seconds"),      QStringLiteral("joules"),
        QStringLiteral("averageWatts"), QStringLiteral("minWatts"),     QStringLiteral("maxWatts"),
        QStringLiteral("secondsOn"),    QStringLiteral("secondsKnown"), QStringLiteral("cost")};
    if (list.first().toObject().contains(u"outlet"))
        columns = QStringList{QStringLiteral("outlet"), QStringLiteral("name")} + columns;
    QString csv = columns.join(u',') + u'\n';
    for (const auto &value : list) {
        const QJsonObject row = value.toObject();
        QStringList cells;
        for (const QString &column : std::as_const(columns)) {
            const QJsonValue cell = row.value(column);
            if (column == u"outlet" || column == u"name")
                cells.append(csvTextCell(cell.toString()));
            else if (cell.isDouble())
                cells.append(QString::number(cell.toDouble(), 'g', 15));
            else
                cells.append(cell.toString());
        }
        csv += cells.join(u',') + u'\n';
    }
    return csv;
}

QString tariffText(const QJsonObject &tariff)
{
    const QJsonArray plans = tariff.value(u"plans").toArray();
    if (plans.isEmpty())
        return QStringLiteral("No prices are set; for example: outletctl tariff set --flat 0.30\n");
    const QString currency = printable(tariff.value(u"currency").toString());
    QString text;
    for (const auto &value : plans) {
        const QJsonObject plan = value.toObject();
        text += QStringLiteral("From %1  %2\n")
                    .arg(plan.value(u"validFrom").toString(),
                         printable(plan.value(u"name").toString()));
        for (const auto &entry : plan.value(u"periods").toArray()) {
            const QJsonObject period = entry.toObject();
            const QString name = printable(period.value(u"name").toString());
            text += QStringLiteral("  %1 %2 a kWh  %3")
                        .arg(period.value(u"pricePerKwh").toDouble(), 0, 'f', 4)
                        .arg(currency, name)
                        .trimmed()
                        .prepend(QStringLiteral("  ")) +
                    u'\n';
        }
        if (plan.contains(u"standingChargePerDay"))
            text += QStringLiteral("  %1 %2 a day\n")
                        .arg(plan.value(u"standingChargePerDay").toDouble(), 0, 'f', 4)
                        .arg(currency);
    }
    return text;
}

} // namespace outlet
