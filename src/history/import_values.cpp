// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "history/import_values.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QRegularExpression>
#include <cmath>

#include "base/csv_text.h"

namespace outlet {

namespace {

using Precision = ImportTime::Precision;

QString tr(const char *text)
{
    return QCoreApplication::translate("Import", text);
}

const QRegularExpression &slashed()
{
    static const QRegularExpression form(
        QStringLiteral("\\A([0-9]{1,4})([./-])([0-9]{1,2})\\2([0-9]{1,4})"
                       "(?:[ T,]+([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:[.,][0-9]+)?)?"
                       "(?: *([AaPp])\\.?[Mm]\\.?)?)?\\z"));
    return form;
}

/// A local date and time of day as ISO 8601 text, for the calendar.
QString isoOf(int year, int month, int day, const QRegularExpressionMatch &match)
{
    QString text = QStringLiteral("%1-%2-%3")
                       .arg(year, 4, 10, QLatin1Char('0'))
                       .arg(month, 2, 10, QLatin1Char('0'))
                       .arg(day, 2, 10, QLatin1Char('0'));
    if (match.capturedLength(5) == 0)
        return text;
    int hour = match.captured(5).toInt();
    if (match.capturedLength(8) > 0) {
        if (hour < 1 || hour > 12)
            return {};
        hour = hour % 12 + (match.captured(8).toLower() == QLatin1StringView("p") ? 12 : 0);
    }
    return text + QStringLiteral("T%1:%2:%3")
                      .arg(hour, 2, 10, QLatin1Char('0'))
                      .arg(match.captured(6),
                           match.capturedLength(7) > 0 ? match.captured(7) : QStringLiteral("00"));
}

} // namespace

std::optional<ImportTime> importTime(const QString &given, DateOrder order,
                                     const LocalCalendar &calendar)
{
    const QString text = given.trimmed();
    constexpr qsizetype longest = 40;
    if (text.isEmpty() || text.size() > longest || !text.at(0).isDigit())
        return std::nullopt;
    const auto local = [&calendar](const QString &iso,
                                   Precision precision) -> std::optional<ImportTime> {
        const auto instant = calendar.instantFromText(iso);
        return instant ? std::optional(ImportTime{*instant, precision}) : std::nullopt;
    };
    QString iso = text;
    constexpr qsizetype dateLength = 10;
    if (iso.size() > dateLength && iso.at(dateLength) == u' ')
        iso[dateLength] = u'T';
    iso.remove(u' '); // before the offset
    if (const auto time =
            local(iso, iso.size() == dateLength ? Precision::Day : Precision::Instant))
        return time;
    static const QRegularExpression month(QStringLiteral("\\A([0-9]{4})-([0-9]{2})\\z"));
    if (month.match(text).hasMatch())
        return local(text + QStringLiteral("-01"), Precision::Month);
    static const QRegularExpression epoch(QStringLiteral("\\A([0-9]{9,13})(?:[.][0-9]+)?\\z"));
    if (const auto match = epoch.match(text); match.hasMatch()) {
        const qint64 number = match.captured(1).toLongLong();
        constexpr qint64 mostSeconds = 100'000'000'000;
        return ImportTime{number < mostSeconds ? number * 1000 : number, Precision::Instant};
    }
    const QRegularExpressionMatch match = slashed().match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const int first = match.captured(1).toInt();
    const int second = match.captured(3).toInt();
    const int third = match.captured(4).toInt();
    const Precision precision = match.capturedLength(5) > 0 ? Precision::Instant : Precision::Day;
    if (match.capturedLength(1) == 4)
        return local(isoOf(first, second, third, match), precision);
    const int year = match.capturedLength(4) == 4 ? third : 2000 + third;
    if (match.captured(2) == u"." || order == DateOrder::DayFirst)
        return local(isoOf(year, second, first, match), precision);
    return local(isoOf(year, first, second, match), precision);
}

std::optional<DateOrder> dateOrderOf(const QString &text)
{
    const QRegularExpressionMatch match = slashed().match(text.trimmed());
    if (!match.hasMatch() || match.capturedLength(1) > 2)
        return std::nullopt;
    if (match.captured(2) == u"." || match.captured(1).toInt() > 12)
        return DateOrder::DayFirst;
    if (match.captured(3).toInt() > 12)
        return DateOrder::MonthFirst;
    return std::nullopt;
}

Result<double, QString> importNumber(const QString &given, bool isDecimalComma,
                                     const QString &column)
{
    QString text = given.trimmed();
    const auto shown = [&text] {
        constexpr qsizetype most = 40;
        return text.size() > most ? text.left(most) + QChar(0x2026) : text;
    };
    bool ok = false;
    QString plain = text;
    plain.remove(u' ').remove(QChar(0xA0)).remove(QChar(0x202F)).remove(u'\'');
    if (isDecimalComma)
        plain.remove(u'.').replace(u',', u'.');
    else
        plain.remove(u',');
    // Longer ones are no numbers of anything, and "nan", "inf" and hexadecimal ones neither.
    constexpr qsizetype longest = 40;
    static const QRegularExpression form(
        QStringLiteral("\\A[+-]?[0-9]+(?:\\.[0-9]*)?(?:[eE][+-]?[0-9]{1,3})?\\z"));
    double value = 0;
    if (plain.size() <= longest && form.match(plain).hasMatch())
        value = plain.toDouble(&ok);
    if (!ok && isFormulaCell(text) && text.at(0) != u'-' && text.at(0) != u'+')
        return tr("“%1” in column %2 is a formula, not a number.").arg(shown(), column);
    if (!ok || !std::isfinite(value))
        return tr("“%1” in column %2 is not a number.").arg(shown(), column);
    return value;
}

} // namespace outlet
