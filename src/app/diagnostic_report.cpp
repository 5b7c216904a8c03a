// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "app/diagnostic_report.h"

#include <QtCore/QDateTime>
#include <QtCore/QDir>
#include <QtCore/QJsonArray>
#include <QtCore/QSysInfo>
#include <algorithm>

#include "base/logging.h"
#include "base/version.h"
#include "control/outlet_json.h"
#include "outlets/outlet.h"
#include "protocol/frame_mask.h"
#include "server/peer_address.h"

namespace outlet {

namespace {

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

template <typename T>
QJsonValue orNull(const std::optional<T> &value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}

QString shortened(const QString &id)
{
    return QString::fromUtf8(protocol::shortenedId(escapedForLog(id).toUtf8()));
}

/// What an outlet says of itself may be anything.
QJsonValue said(const QString &text)
{
    return text.contains(u'@') ? QJsonValue(QString::fromUtf8(protocol::hiddenText()))
                               : orNull(escapedForLog(text, 64));
}

/// Sentences of the program name files, and those may lie in a folder with somebody's name.
QString withoutHome(QString text)
{
    const QString home = QDir::homePath();
    if (home.size() > 1) {
        text.replace(home, QStringLiteral("~"));
        text.replace(QDir::toNativeSeparators(home), QStringLiteral("~"));
    }
    return text;
}

QJsonArray addressesForReport(const QStringList &addresses)
{
    QJsonArray told;
    for (const QString &address : addresses)
        told.append(addressForReport(address));
    return told;
}

QJsonObject serverJson(const ProgramFacts &program)
{
    return {{QStringLiteral("listening"), program.isListening},
            {QStringLiteral("port"), program.port},
            {QStringLiteral("addresses"), addressesForReport(program.addresses)},
            {QStringLiteral("since"), isoTime(program.listeningSinceUtcMs)},
            {QStringLiteral("problem"), orNull(withoutHome(program.serverProblem))}};
}

QJsonObject dataJson(const ProgramFacts &program)
{
    return {{QStringLiteral("folder"), withoutHome(program.dataFolder)},
            {QStringLiteral("databaseVersion"), program.databaseVersion},
            {QStringLiteral("bytes"), orNull(program.fileBytes)},
            {QStringLiteral("freeBytes"), orNull(program.freeBytes)},
            {QStringLiteral("problem"), orNull(withoutHome(program.dataProblem))}};
}

QJsonArray dnsJson(const QList<DnsCheck::Entry> &entries)
{
    QJsonArray all;
    for (const DnsCheck::Entry &entry : entries) {
        all.append(
            QJsonObject{{QStringLiteral("name"), entry.name},
                        {QStringLiteral("resolver"),
                         entry.resolver.isNull() ? QStringLiteral("system")
                                                 : addressForReport(entry.resolver.toString())},
                        {QStringLiteral("state"), dnsAnswerName(entry.answer)},
                        {QStringLiteral("addresses"), addressesForReport(entry.addresses)},
                        {QStringLiteral("detail"), orNull(entry.detail)}});
    }
    return all;
}

QJsonObject frameJson(const TappedFrame &frame)
{
    return {{QStringLiteral("at"), isoTime(frame.utcMs)},
            {QStringLiteral("direction"),
             frame.isIncoming ? QStringLiteral("in") : QStringLiteral("out")},
            {QStringLiteral("text"), QString::fromUtf8(frame.text)}};
}

QJsonArray framesJson(const OutletFacts &facts)
{
    QJsonArray frames;
    if (!facts.frames)
        return frames;
    const auto &all = facts.frames->frames();
    const auto count = std::min(static_cast<qsizetype>(all.size()), facts.mostFrames);
    for (auto it = all.end() - count; it != all.end(); ++it)
        frames.append(frameJson(*it));
    return frames;
}

QString linkSpanName(LinkSpan::State state)
{
    switch (state) {
    case LinkSpan::State::Online:
        return QStringLiteral("online");
    case LinkSpan::State::Offline:
        return QStringLiteral("offline");
    case LinkSpan::State::NotRecording:
        return QStringLiteral("not-recording");
    }
    Q_UNREACHABLE();
}

QJsonObject linkJson(const OutletFacts &facts)
{
    QJsonArray changes;
    for (const LinkChange &change : facts.outlet->linkJournal().changes()) {
        changes.append(QJsonObject{{QStringLiteral("at"), isoTime(change.utcMs)},
                                   {QStringLiteral("state"), linkStateName(change.state)},
                                   {QStringLiteral("reason"), linkReasonName(change.reason)}});
    }
    QJsonArray lastDay;
    for (const LinkSpan &span : facts.link.spans) {
        lastDay.append(QJsonObject{{QStringLiteral("from"), isoTime(span.range.startUtcMs)},
                                   {QStringLiteral("to"), isoTime(span.range.endUtcMs)},
                                   {QStringLiteral("state"), linkSpanName(span.state)}});
    }
    QJsonArray signal;
    for (const SignalSpan &span : facts.link.signal) {
        signal.append(QJsonObject{{QStringLiteral("from"), isoTime(span.range.startUtcMs)},
                                  {QStringLiteral("to"), isoTime(span.range.endUtcMs)},
                                  {QStringLiteral("dbm"), span.dbm}});
    }
    return {{QStringLiteral("state"), linkStateName(facts.outlet->linkState())},
            {QStringLiteral("changes"), changes},
            {QStringLiteral("lastDay"), lastDay},
            {QStringLiteral("signal"), signal}};
}

QJsonObject outletJson(const OutletFacts &facts, int number)
{
    const Outlet &outlet = *facts.outlet;
    const OutletRecord &record = outlet.record();
    QJsonObject ignored;
    for (auto it = outlet.ignoredCounts().cbegin(); it != outlet.ignoredCounts().cend(); ++it)
        ignored.insert(it.key(), static_cast<qint64>(it.value()));
    const bool hasLogin = facts.frames && facts.frames->login();
    return {
        {QStringLiteral("number"), number},
        {QStringLiteral("id"), shortened(outlet.id())},
        {QStringLiteral("decision"), decisionName(outlet.decision())},
        {QStringLiteral("model"), orNull(record.modelKey)},
        {QStringLiteral("type"), said(outlet.loginFacts().type)},
        {QStringLiteral("hardware"), said(outlet.loginFacts().hardware)},
        {QStringLiteral("firmware"), said(record.firmware)},
        {QStringLiteral("framing"), !record.encrypted   ? QJsonValue()
                                    : *record.encrypted ? QJsonValue(QStringLiteral("aes"))
                                                        : QJsonValue(QStringLiteral("plain"))},
        {QStringLiteral("address"), orNull(addressForReport(record.address))},
        {QStringLiteral("relay"), orNull(outlet.relay())},
        {QStringLiteral("signalDbm"), orNull(outlet.signalDbm())},
        {QStringLiteral("loggedIn"), isoTime(outlet.loginFacts().utcMs)},
        {QStringLiteral("lastSeen"), isoTime(outlet.lastSeenUtcMs())},
        {QStringLiteral("link"), linkJson(facts)},
        {QStringLiteral("ignored"), ignored},
        {QStringLiteral("ignoredSince"), isoTime(outlet.ignoredSinceUtcMs())},
        {QStringLiteral("login"),
         hasLogin ? QJsonValue(frameJson(*facts.frames->login())) : QJsonValue()},
        {QStringLiteral("frames"), framesJson(facts)},
    };
}

} // namespace

QString addressForReport(const QString &address)
{
    const QHostAddress parsed(address);
    if (parsed.isNull())
        return {};
    if (parsed.protocol() == QAbstractSocket::IPv4Protocol) {
        return isAdmissiblePeer(parsed, {}) ? parsed.toString()
                                            : address.section(u'.', 0, 1) + QStringLiteral(".…");
    }
    // Those of IPv6 often name the hardware in their second half.
    return parsed.isLoopback() ? address : address.section(u':', 0, 1) + QStringLiteral(":…");
}

QJsonObject diagnosticReport(const ProgramFacts &program, const QList<OutletFacts> &outlets,
                             qint64 nowUtcMs)
{
    QJsonArray all;
    for (const OutletFacts &facts : outlets)
        all.append(outletJson(facts, static_cast<int>(all.size()) + 1));
    return {
        {QStringLiteral("format"), QStringLiteral("outlet-report")},
        {QStringLiteral("formatVersion"), 1},
        {QStringLiteral("made"), isoTime(nowUtcMs)},
        {QStringLiteral("program"),
         QJsonObject{{QStringLiteral("name"), program.program},
                     {QStringLiteral("version"), QStringLiteral(OUTLET_VERSION)},
                     {QStringLiteral("qt"), QString::fromLatin1(qVersion())},
                     {QStringLiteral("system"), QSysInfo::prettyProductName()},
                     {QStringLiteral("processor"), QSysInfo::currentCpuArchitecture()},
                     {QStringLiteral("demo"), program.isDemo}}},
        {QStringLiteral("server"), serverJson(program)},
        {QStringLiteral("data"), dataJson(program)},
        {QStringLiteral("dns"), dnsJson(program.dns)},
        {QStringLiteral("outlets"), all},
    };
}

QString diagnosticFileName(qint64 nowUtcMs)
{
    return QStringLiteral("outlet-report-%1.txt")
        .arg(QDateTime::fromMSecsSinceEpoch(nowUtcMs).date().toString(Qt::ISODate));
}

} // namespace outlet
