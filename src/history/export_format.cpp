// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "history/export_format.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <algorithm>

#include "base/csv_text.h"

namespace outlet {

namespace {

constexpr double kJoulesPerKwh = 3.6e6;

QJsonValue orNull(bool isKnown, double value)
{
    return isKnown ? QJsonValue(value) : QJsonValue();
}

QJsonValue milliToJson(const std::optional<qint64> &milli)
{
    return milli ? QJsonValue(double(*milli) / 1000) : QJsonValue();
}

qint64 minutes(qint64 ms)
{
    return (ms + 30'000) / 60'000;
}

} // namespace

QString resolutionWord(ExportPlan::Resolution resolution)
{
    switch (resolution) {
    case ExportPlan::Resolution::Readings:
        return QStringLiteral("reading");
    case ExportPlan::Resolution::FiveMinutes:
        return QStringLiteral("5min");
    case ExportPlan::Resolution::Hour:
        return QStringLiteral("hour");
    case ExportPlan::Resolution::Day:
        return QStringLiteral("day");
    }
    Q_UNREACHABLE();
}

ExportFormat::ExportFormat(const ExportPlan &plan)
    : m_plan(plan)
{
}

QStringList ExportFormat::columns() const
{
    if (isReadings())
        return {QStringLiteral("time"), QStringLiteral("outlet"), QStringLiteral("watts"),
                QStringLiteral("volts"), QStringLiteral("outlet_id")};
    return {QStringLiteral("time"),
            QStringLiteral("outlet"),
            QStringLiteral("kwh"),
            m_plan.currency.isEmpty() ? QStringLiteral("cost")
                                      : QStringLiteral("cost_%1").arg(m_plan.currency),
            QStringLiteral("min_missing"),
            QStringLiteral("joules"),
            QStringLiteral("seconds"),
            QStringLiteral("seconds_known"),
            QStringLiteral("seconds_on"),
            QStringLiteral("average_w"),
            QStringLiteral("min_w"),
            QStringLiteral("max_w"),
            QStringLiteral("outlet_id")};
}

qsizetype ExportFormat::mainColumns() const
{
    return isReadings() ? 4 : 5;
}

QString ExportFormat::time(qint64 utcMs) const
{
    QString text = m_plan.calendar.isoText(utcMs);
    // "2025-10-01T00:00:00-04:00": buckets begin on whole minutes.
    constexpr qsizetype seconds = 16;
    if (!isReadings() && text.mid(seconds, 3) == QLatin1StringView(":00"))
        text.remove(seconds, 3);
    return text;
}

/// With at least and at most so many decimals.
QString ExportFormat::number(double value, int least, int most) const
{
    QString text = QString::number(value, 'f', most);
    while (most > least && text.endsWith(u'0')) {
        text.chop(1);
        --most;
    }
    if (text.endsWith(u'.'))
        text.chop(1);
    if (m_plan.format == ExportPlan::Format::Csv && m_plan.isSemicolon)
        text.replace(u'.', u',');
    return text;
}

QStringList ExportFormat::cells(const ExportRow &row) const
{
    const ExportPlan::Outlet &outlet = m_plan.outlets.at(row.outlet);
    const auto milli = [this](const std::optional<qint64> &value) {
        return value ? number(double(*value) / 1000, 0, 3) : QString();
    };
    if (isReadings())
        return {time(row.startUtcMs), outlet.name, milli(row.milliwatts),
                row.decivolts ? number(double(*row.decivolts) / 10, 0, 1) : QString(), outlet.id};
    const EnergyBucket &energy = row.energy;
    const bool hasData = row.hasData();
    const auto average = energy.averageWatts();
    const auto seconds = [this](qint64 ms) { return number(double(ms) / 1000, 0, 3); };
    return {time(row.startUtcMs),
            outlet.name,
            hasData ? number(double(energy.joules) / kJoulesPerKwh, 3, 7) : QString(),
            row.cost ? number(*row.cost, 2, 6) : QString(),
            QString::number(minutes(row.missingMs)),
            hasData ? QString::number(energy.joules) : QString(),
            seconds(row.lengthMs),
            seconds(energy.knownMs),
            hasData ? seconds(energy.onMs) : QString(),
            average ? number(*average, 0, 3) : QString(),
            milli(energy.minMilliwatts),
            milli(energy.maxMilliwatts),
            outlet.id};
}

QByteArray ExportFormat::head() const
{
    if (m_plan.format == ExportPlan::Format::Csv) {
        // Without the mark spreadsheets take the letters of other languages for something else.
        const bool isPlain = std::all_of(
            m_plan.outlets.cbegin(), m_plan.outlets.cend(), [](const ExportPlan::Outlet &one) {
                return std::all_of(one.name.cbegin(), one.name.cend(),
                                   [](QChar c) { return c.unicode() < 0x80; });
            });
        return QByteArray(isPlain ? "" : "\xEF\xBB\xBF") +
               columns().join(m_plan.isSemicolon ? u';' : u',').toUtf8() + '\n';
    }
    const QJsonObject about{
        {QStringLiteral("format"), QStringLiteral("outlet-energy")},
        {QStringLiteral("version"), 1},
        {QStringLiteral("resolution"), resolutionWord(m_plan.resolution)},
        {QStringLiteral("timeZone"), QString::fromUtf8(m_plan.calendar.zone().id())},
        {QStringLiteral("currency"),
         m_plan.currency.isEmpty() ? QJsonValue() : QJsonValue(m_plan.currency)}};
    QByteArray text = QJsonDocument(about).toJson(QJsonDocument::Compact);
    text.chop(1);
    return text + ",\"rows\":[";
}

QByteArray ExportFormat::row(const ExportRow &row, bool isFirst) const
{
    if (m_plan.format == ExportPlan::Format::Json)
        return (isFirst ? "\n" : ",\n") + jsonRow(row);
    QStringList texts = cells(row);
    texts[1] = csvTextCell(texts.at(1));
    texts.last() = csvTextCell(texts.constLast());
    return texts.join(m_plan.isSemicolon ? u';' : u',').toUtf8() + '\n';
}

QByteArray ExportFormat::jsonRow(const ExportRow &row) const
{
    const ExportPlan::Outlet &outlet = m_plan.outlets.at(row.outlet);
    QJsonObject json{{QStringLiteral("start"), time(row.startUtcMs)},
                     {QStringLiteral("outlet"), outlet.name},
                     {QStringLiteral("outletId"), outlet.id}};
    if (isReadings()) {
        json.insert(QStringLiteral("watts"), milliToJson(row.milliwatts));
        json.insert(QStringLiteral("volts"),
                    orNull(row.decivolts.has_value(), double(row.decivolts.value_or(0)) / 10));
    } else {
        const EnergyBucket &energy = row.energy;
        const bool hasData = row.hasData();
        const auto average = energy.averageWatts();
        json.insert(QStringLiteral("seconds"), double(row.lengthMs) / 1000);
        json.insert(
            QStringLiteral("kwh"),
            orNull(hasData,
                   QString::number(double(energy.joules) / kJoulesPerKwh, 'f', 7).toDouble()));
        json.insert(QStringLiteral("joules"), hasData ? QJsonValue(energy.joules) : QJsonValue());
        json.insert(QStringLiteral("averageWatts"),
                    orNull(average.has_value(), average.value_or(0)));
        json.insert(QStringLiteral("minWatts"), milliToJson(energy.minMilliwatts));
        json.insert(QStringLiteral("maxWatts"), milliToJson(energy.maxMilliwatts));
        json.insert(QStringLiteral("secondsOn"), orNull(hasData, double(energy.onMs) / 1000));
        json.insert(QStringLiteral("secondsKnown"), double(energy.knownMs) / 1000);
        json.insert(QStringLiteral("cost"), orNull(row.cost.has_value(), row.cost.value_or(0)));
        json.insert(QStringLiteral("minutesMissing"), minutes(row.missingMs));
    }
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

QByteArray ExportFormat::tail() const
{
    return m_plan.format == ExportPlan::Format::Json ? QByteArray("\n]}\n") : QByteArray();
}

} // namespace outlet
