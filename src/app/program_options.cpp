// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "app/program_options.h"

#include <QtCore/QCommandLineParser>

#include "base/version.h"
#include "control/control_path.h"

namespace outlet {

namespace {

const char kHelp[] = R"(Usage: %1 [OPTIONS]%4
%2

Options:
  --data-dir DIR      where outlets and settings are kept (default: %3)
  --port N            where outlets connect; 0 for any free port (default: the setting, 17273)
  --bind ADDRESS      listen on this address of the computer only; can be given several times
  --accept-new        outlets that nobody knows yet are allowed at once
  --log-level LEVEL   debug, info, warning or error (default: info)
)";

const char kExitCodes[] = R"(  --help, --version

Exit codes:
  0  ended as asked
  2  the command line is wrong
  3  the port can't be opened (outletd only; outlet shows it and tries again)
  4  the data folder can't be used, or another program uses it
  5  there is no display to show a window on (outlet only)
)";

QString help(const QString &program, const QList<ProgramFlag> &flags,
             const ProgramArgument &argument)
{
    const QString what = program == QLatin1StringView("outletd")
                             ? QStringLiteral("Serves wifi outlets without a window. Prints "
                                              "\"listening ws://ADDRESS:PORT/gnws\" when ready.")
                             : QStringLiteral("Serves wifi outlets and shows them in a window.");
    const bool takesArgument = !argument.name.isEmpty();
    QString text = QString::fromLatin1(kHelp).arg(
        program, what, defaultDataDir(),
        takesArgument ? QStringLiteral(" [%1]").arg(argument.name) : QString());
    for (const ProgramFlag &flag : flags)
        text += QStringLiteral("  --%1%2\n").arg(flag.name.leftJustified(18), flag.help);
    text += QString::fromLatin1(kExitCodes);
    if (takesArgument)
        text += QStringLiteral("\n%1 is %2.\n").arg(argument.name, argument.help);
    return text;
}

/// Reads the values; returns the mistake, empty when there is none.
QString readValues(const QCommandLineParser &parser, ProgramOptions &options)
{
    if (const QString text = parser.value(QStringLiteral("port"));
        parser.isSet(QStringLiteral("port"))) {
        bool ok = false;
        const uint port = text.toUInt(&ok);
        if (!ok || port > 65535)
            return QStringLiteral("--port takes a number from 0 to 65535.");
        options.core.port = static_cast<quint16>(port);
    }
    for (const QString &text : parser.values(QStringLiteral("bind"))) {
        const QHostAddress address(text);
        if (address.isNull())
            return QStringLiteral("--bind takes an IP address of this computer, such as "
                                  "192.168.1.5.");
        options.core.bind.append(address);
    }
    if (parser.isSet(QStringLiteral("data-dir")) &&
        parser.value(QStringLiteral("data-dir")).isEmpty())
        return QStringLiteral("--data-dir needs a folder.");
    options.core.dataDir = absoluteDataDir(parser.value(QStringLiteral("data-dir")));
    options.core.acceptNew = parser.isSet(QStringLiteral("accept-new"));
    if (parser.isSet(QStringLiteral("log-level"))) {
        const auto level = logLevelFromName(parser.value(QStringLiteral("log-level")));
        if (!level)
            return QStringLiteral("--log-level takes debug, info, warning or error.");
        options.logLevel = *level;
    }
    return {};
}

} // namespace

std::variant<ProgramOptions, ProgramNotice> parseProgramOptions(const QString &program,
                                                                const QStringList &arguments,
                                                                const QList<ProgramFlag> &flags,
                                                                const ProgramArgument &argument)
{
    const auto usage = [&program](const QString &text) {
        return ProgramNotice{QStringLiteral("%1: %2 See: %1 --help").arg(program, text),
                             ProgramExit::Usage};
    };
    QCommandLineParser parser;
    for (const char *name : {"data-dir", "port", "bind", "log-level"})
        parser.addOption(
            QCommandLineOption(QString::fromLatin1(name), {}, QStringLiteral("value")));
    parser.addOption(QCommandLineOption(QStringLiteral("accept-new")));
    parser.addOption(QCommandLineOption(QStringList{QStringLiteral("h"), QStringLiteral("help")}));
    parser.addOption(
        QCommandLineOption(QStringList{QStringLiteral("v"), QStringLiteral("version")}));
    for (const ProgramFlag &flag : flags)
        parser.addOption(QCommandLineOption(flag.name));

    if (!parser.parse(arguments))
        return usage(parser.errorText());
    if (parser.isSet(QStringLiteral("help")))
        return ProgramNotice{help(program, flags, argument), ProgramExit::Done};
    if (parser.isSet(QStringLiteral("version")))
        return ProgramNotice{QStringLiteral("%1 " OUTLET_VERSION "\n").arg(program),
                             ProgramExit::Done};
    const QStringList more = parser.positionalArguments();
    const qsizetype allowed = argument.name.isEmpty() ? 0 : 1;
    if (more.size() > allowed || more.contains(QString()))
        return usage(QStringLiteral("%1 can't be understood.")
                         .arg(more.value(allowed, QStringLiteral("An empty text"))));
    ProgramOptions options;
    options.argument = more.value(0);
    options.core.program = program;
    const QString mistake = readValues(parser, options);
    if (!mistake.isEmpty())
        return usage(mistake);
    for (const ProgramFlag &flag : flags) {
        if (parser.isSet(flag.name))
            options.flags.append(flag.name);
    }
    return options;
}

} // namespace outlet
