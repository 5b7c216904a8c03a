// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "app/logging_setup.h"

#include <QtCore/QByteArray>
#include <QtCore/QDateTime>
#include <QtCore/QLoggingCategory>
#include <cstdio>
#include <mutex>

namespace outlet {

namespace {

const char *levelName(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return "debug";
    case QtInfoMsg:
        return "info";
    case QtWarningMsg:
        return "warning";
    case QtCriticalMsg:
    case QtFatalMsg:
        return "error";
    }
    return "error";
}

void writeLine(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    static std::mutex mutex; // the writer thread logs, too
    QByteArray line = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs).toLatin1() + ' ' +
                      levelName(type) + ' ' + (context.category ? context.category : "default") +
                      ": " + text.toUtf8();
    for (char &c : line) {
        // One message is one line, and none of it steers a terminal.
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
            c = ' ';
    }
    line += '\n';
    const std::lock_guard lock(mutex);
    std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stderr);
    std::fflush(stderr);
}

} // namespace

std::optional<LogLevel> logLevelFromName(QStringView name)
{
    if (name == QLatin1StringView("debug"))
        return LogLevel::Debug;
    if (name == QLatin1StringView("info"))
        return LogLevel::Info;
    if (name == QLatin1StringView("warning"))
        return LogLevel::Warning;
    if (name == QLatin1StringView("error"))
        return LogLevel::Error;
    return std::nullopt;
}

void setUpLogging(LogLevel level)
{
    const auto rule = [level](LogLevel least, const char *type) {
        return QStringLiteral("outlet.*.%1=%2\n")
            .arg(QLatin1StringView(type),
                 level <= least ? QStringLiteral("true") : QStringLiteral("false"));
    };
    QString rules = QStringLiteral("*.debug=false\n*.info=false\n");
    if (level > LogLevel::Warning)
        rules += QStringLiteral("*.warning=false\n");
    QLoggingCategory::setFilterRules(rules + rule(LogLevel::Debug, "debug") +
                                     rule(LogLevel::Info, "info") +
                                     rule(LogLevel::Warning, "warning"));
    qInstallMessageHandler(writeLine);
}

} // namespace outlet
