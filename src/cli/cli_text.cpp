// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "cli/cli_text.h"

#include <QtCore/QDateTime>
#include <algorithm>

namespace outlet {

namespace {

const QString kUnknown = QStringLiteral("-");

QJsonValue field(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1StringView(key));
}

QString text(const QJsonObject &object, const char *key)
{
    const QString value = field(object, key).toString();
    return value.isEmpty() ? kUnknown : printable(value);
}

QString onOff(const QJsonValue &relay)
{
    if (!relay.isBool())
        return kUnknown;
    return relay.toBool() ? QStringLiteral("on") : QStringLiteral("off");
}

QString relayText(const QJsonObject &outlet)
{
    const QString now = onOff(field(outlet, "relay"));
    const QJsonValue pending = field(outlet, "pending");
    return pending.isBool() ? QStringLiteral("%1, %2 pending").arg(now, onOff(pending)) : now;
}

QString number(const QJsonValue &value, int decimals, const char *unit)
{
    if (!value.isDouble())
        return kUnknown;
    return QString::number(value.toDouble(), 'f', decimals) + u' ' + QLatin1StringView(unit);
}

QString kilowattHours(const QJsonObject &outlet)
{
    return QString::number(field(outlet, "energyTodayJoules").toDouble() / 3.6e6, 'f', 3) +
           QStringLiteral(" kWh");
}

QString eventDetails(const QString &kind, const QJsonObject &event)
{
    if (kind == QLatin1StringView("hello"))
        return QStringLiteral("%1 %2, process %3")
            .arg(text(event, "program"), text(event, "version"))
            .arg(field(event, "pid").toInteger());
    if (kind == QLatin1StringView("outletAdded"))
        return QStringLiteral("appeared (%1, %2)").arg(text(event, "decision"), text(event, "id"));
    if (kind == QLatin1StringView("decision"))
        return QStringLiteral("is now %1").arg(text(event, "decision"));
    if (kind == QLatin1StringView("changed"))
        return QStringLiteral("room %1, model %2").arg(text(event, "room"), text(event, "model"));
    if (kind == QLatin1StringView("link"))
        return text(event, "link");
    if (kind == QLatin1StringView("relay"))
        return QStringLiteral("%1 (%2)").arg(onOff(field(event, "relay")), text(event, "cause"));
    if (kind == QLatin1StringView("pending"))
        return field(event, "pending").isBool()
                   ? QStringLiteral("%1 pending").arg(onOff(field(event, "pending")))
                   : QStringLiteral("nothing pending");
    if (kind == QLatin1StringView("failed"))
        return QStringLiteral("did not turn %1").arg(onOff(field(event, "wanted")));
    if (kind == QLatin1StringView("reading"))
        return QStringLiteral("%1, %2").arg(number(field(event, "powerWatts"), 1, "W"),
                                            number(field(event, "voltageVolts"), 1, "V"));
    if (kind == QLatin1StringView("report"))
        return QStringLiteral("%1 J in %2 s")
            .arg(field(event, "joules").toInteger())
            .arg(field(event, "seconds").toInteger());
    if (kind == QLatin1StringView("lost"))
        return QStringLiteral("%1 events were left out").arg(field(event, "count").toInteger());
    return printable(kind);
}

} // namespace

QString printable(const QString &text)
{
    QString shown = text;
    for (QChar &c : shown) {
        const QChar::Category category = c.category();
        if (category == QChar::Other_Control || category == QChar::Other_Format ||
            category == QChar::Separator_Line || category == QChar::Separator_Paragraph)
            c = u'?';
    }
    return shown;
}

QString listTable(const QJsonArray &outlets)
{
    if (outlets.isEmpty())
        return QStringLiteral("No outlet has connected yet.\n");
    QList<QStringList> rows{{QStringLiteral("NAME"), QStringLiteral("ROOM"),
                             QStringLiteral("DECISION"), QStringLiteral("LINK"),
                             QStringLiteral("RELAY"), QStringLiteral("POWER"),
                             QStringLiteral("TODAY"), QStringLiteral("SIGNAL"),
                             QStringLiteral("FIRMWARE"), QStringLiteral("ID")}};
    for (const QJsonValue &value : outlets) {
        const QJsonObject outlet = value.toObject();
        rows.append({text(outlet, "name"), text(outlet, "room"), text(outlet, "decision"),
                     text(outlet, "link"), relayText(outlet),
                     number(field(outlet, "powerWatts"), 1, "W"), kilowattHours(outlet),
                     number(field(outlet, "signalDbm"), 0, "dBm"), text(outlet, "firmware"),
                     text(outlet, "id")});
    }
    QList<qsizetype> widths(rows.first().size(), 0);
    for (const QStringList &row : std::as_const(rows)) {
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], row.at(i).size());
    }
    QString table;
    for (const QStringList &row : std::as_const(rows)) {
        for (qsizetype i = 0; i < row.size(); ++i) {
            const bool isLast = i == row.size() - 1;
            table += isLast ? row.at(i) + u'\n' : row.at(i).leftJustified(widths.at(i) + 2);
        }
    }
    return table;
}

QString eventLine(const QJsonObject &event)
{
    const QDateTime time =
        QDateTime::fromString(field(event, "time").toString(), Qt::ISODateWithMs);
    const QString clock = time.isValid() ? time.toLocalTime().toString(QStringLiteral("HH:mm:ss"))
                                         : QStringLiteral("--:--:--");
    const QString details = eventDetails(field(event, "event").toString(), event);
    const QString name = printable(field(event, "name").toString());
    return name.isEmpty() ? QStringLiteral("%1  %2").arg(clock, details)
                          : QStringLiteral("%1  %2: %3").arg(clock, name, details);
}

QString statusText(const QJsonObject &status)
{
    QStringList addresses;
    for (const QJsonValue &address : field(status, "addresses").toArray())
        addresses.append(printable(address.toString()));
    const QString server = field(status, "listening").toBool()
                               ? QStringLiteral("listening at %1, port %2")
                                     .arg(addresses.join(QStringLiteral(", ")))
                                     .arg(field(status, "port").toInteger())
                               : QStringLiteral("not listening: %1").arg(text(status, "error"));
    const QJsonObject counts = field(status, "outlets").toObject();
    QString shown = QStringLiteral("Program      %1 %2, process %3\nServer       %4\n")
                        .arg(text(status, "program"), text(status, "version"))
                        .arg(field(status, "pid").toInteger())
                        .arg(server);
    shown += QStringLiteral("Outlets      %1 known (%2 online), %3 new, %4 ignored\n")
                 .arg(field(counts, "known").toInteger())
                 .arg(field(counts, "online").toInteger())
                 .arg(field(counts, "new").toInteger())
                 .arg(field(counts, "ignored").toInteger());
    shown += QStringLiteral("Data folder  %1\n").arg(text(status, "dataDir"));
    if (field(status, "addressProblem").isString())
        shown += QStringLiteral("Problem      %1\n").arg(text(status, "addressProblem"));
    if (field(status, "storageProblem").isString())
        shown += QStringLiteral("Problem      %1\n").arg(text(status, "storageProblem"));
    if (field(status, "historyProblem").isString())
        shown += QStringLiteral("Problem      %1\n").arg(text(status, "historyProblem"));
    return shown;
}

QString doneText(CliRequest::Show show, const QJsonObject &outlet)
{
    const QString name = text(outlet, "name");
    switch (show) {
    case CliRequest::Show::Relay:
        return QStringLiteral("%1 is %2.").arg(name, onOff(field(outlet, "relay")));
    case CliRequest::Show::Allowed:
        return QStringLiteral("%1 is allowed.").arg(name);
    case CliRequest::Show::Ignored:
        return QStringLiteral("%1 is ignored.").arg(name);
    case CliRequest::Show::Renamed:
        return QStringLiteral("The outlet is called %1.").arg(name);
    case CliRequest::Show::Forgotten:
        return QStringLiteral("%1 is forgotten.").arg(name);
    case CliRequest::Show::Ended:
        return QStringLiteral("%1 ends.").arg(text(outlet, "program"));
    case CliRequest::Show::List:
    case CliRequest::Show::Events:
    case CliRequest::Show::Status:
    case CliRequest::Show::Diagnostics:
    case CliRequest::Show::Energy:
    case CliRequest::Show::Tariff:
    case CliRequest::Show::BackedUp:
    case CliRequest::Show::Restored:
    case CliRequest::Show::Exported:
    case CliRequest::Show::Imported:
    case CliRequest::Show::TakenBack:
    case CliRequest::Show::Imports:
    case CliRequest::Show::Merged:
    case CliRequest::Show::MergeUndone:
    case CliRequest::Show::Merges:
        break;
    }
    return {};
}

} // namespace outlet
