// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "cli/transfer_text.h"

#include <QtCore/QDir>

#include "cli/cli_text.h"

namespace outlet {

namespace {

/// "3,214": for people, whatever the locale.
QString count(const QJsonValue &value)
{
    QString text = QString::number(value.toInteger());
    for (qsizetype at = text.size() - 3; at > 0; at -= 3)
        text.insert(at, u',');
    return text;
}

QString rows(const QJsonValue &value)
{
    return value.toInteger() == 1 ? QStringLiteral("1 row")
                                  : QStringLiteral("%1 rows").arg(count(value));
}

} // namespace

QString transferProgressText(const QJsonObject &state)
{
    const QString word = state.value(u"state").toString();
    if (word == u"backingUp")
        return QStringLiteral("Backing up first");
    const double total = state.value(u"total").toDouble();
    const double done = state.value(u"done").toDouble();
    QString text = word == u"reading"     ? QStringLiteral("Reading the file")
                   : word == u"comparing" ? QStringLiteral("Comparing with what is here")
                                          : QStringLiteral("Writing");
    if (total > 0)
        text += QStringLiteral(", %1 %").arg(int(100 * done / total));
    return text;
}

QString exportedText(const QJsonObject &result)
{
    return QStringLiteral("Wrote %1 to %2\n")
        .arg(rows(result.value(u"rows")),
             QDir::toNativeSeparators(result.value(u"path").toString()));
}

QString importedText(const QJsonObject &result, bool isDryRun)
{
    QString text =
        isDryRun ? QStringLiteral("%1 would be imported.\n").arg(rows(result.value(u"wouldWrite")))
                 : QStringLiteral("Imported %1.\n").arg(rows(result.value(u"written")));
    const auto line = [&](const char *key, const char *words) {
        if (result.value(QLatin1StringView(key)).toInteger() > 0)
            text += QStringLiteral("  %1 %2\n")
                        .arg(rows(result.value(QLatin1StringView(key))), QLatin1StringView(words));
    };
    line("alreadyHere", "were imported before");
    line("measured", "of a time that Outlet measured itself: what was measured stays");
    line("finerHere", "of a time that is here in more detail: that stays");
    line("repeated", "repeated within the file");
    line("leftOut", "left out by name");
    line("withoutData", "without data: kept as gaps");
    line("unreadable", "can't be read");
    if (!result.value(u"backup").isNull())
        text += QStringLiteral("Backed up before to %1\n")
                    .arg(QDir::toNativeSeparators(result.value(u"backup").toString()));
    if (!result.value(u"import").isNull())
        text += QStringLiteral("To take it back: outletctl import --undo %1\n")
                    .arg(result.value(u"import").toInteger());
    return text;
}

QString importFaultsText(const QJsonObject &result)
{
    QString text;
    const QJsonArray faults = result.value(u"faults").toArray();
    for (const auto &value : faults) {
        const QJsonObject fault = value.toObject();
        const qint64 first = fault.value(u"line").toInteger();
        const qint64 last = fault.value(u"lastLine").toInteger();
        text += (last > first ? QStringLiteral("lines %1 to %2: ").arg(first).arg(last)
                              : QStringLiteral("line %1: ").arg(first)) +
                printable(fault.value(u"reason").toString()) + u'\n';
    }
    const qint64 more = result.value(u"unreadable").toInteger() - faults.size();
    if (more > 0)
        text += QStringLiteral("and %1 more\n").arg(more);
    return text;
}

QString importsTable(const QJsonArray &imports)
{
    if (imports.isEmpty())
        return QStringLiteral("Nothing was imported.\n");
    QString text;
    for (const auto &value : imports) {
        const QJsonObject one = value.toObject();
        text += QStringLiteral("%1  %2  %3  %4\n")
                    .arg(one.value(u"import").toInteger(), 4)
                    .arg(one.value(u"time").toString(), rows(one.value(u"rows")),
                         printable(one.value(u"file").toString()));
    }
    return text;
}

QString mergedText(const QJsonObject &result)
{
    return QStringLiteral("The history of %1 is now that of %2.\n"
                          "To undo it while Outlet runs: outletctl merge --undo %3\n")
        .arg(printable(result.value(u"fromName").toString()),
             printable(result.value(u"intoName").toString()))
        .arg(result.value(u"merge").toInteger());
}

QString mergesText(const QJsonArray &merges)
{
    if (merges.isEmpty())
        return QStringLiteral("Nothing was merged since Outlet was started.\n");
    QString text;
    for (const auto &value : merges) {
        const QJsonObject one = value.toObject();
        text += QStringLiteral("%1  %2 into %3\n")
                    .arg(one.value(u"merge").toInteger(), 4)
                    .arg(printable(one.value(u"fromName").toString()),
                         printable(one.value(u"intoName").toString()));
    }
    return text;
}

} // namespace outlet
