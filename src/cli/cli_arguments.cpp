// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "cli/cli_arguments.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <array>
#include <cmath>
#include <cstdio>

#include "base/version.h"
#include "cli/transfer_arguments.h"
#include "control/control_dispatcher.h"
#include "control/control_path.h"

namespace outlet {

namespace {

using Show = CliRequest::Show;

// Instead of a number of operands: the name of a file, which may be left out or not.
constexpr int kOptionalFile = -1;
constexpr int kOneFile = -2;
constexpr int kOptionalOutlet = -4;
// Looked at by the command's own function.
constexpr int kOwn = -3;

struct Command
{
    const char *name;
    const char *verb;
    Show show;
    int operands;        ///< exactly so many
    const char *options; ///< separated by blanks
};

constexpr std::array<Command, 19> kCommands{{
    {"list", "list", Show::List, 0, "json"},
    {"on", "setRelay", Show::Relay, 1, "wait"},
    {"off", "setRelay", Show::Relay, 1, "wait"},
    {"toggle", "setRelay", Show::Relay, 1, "wait"},
    {"allow", "allow", Show::Allowed, 1, "name room icon model"},
    {"ignore", "ignore", Show::Ignored, 1, ""},
    {"rename", "rename", Show::Renamed, 2, ""},
    {"forget", "forget", Show::Forgotten, 1, ""},
    {"watch", "watch", Show::Events, 0, "json"},
    {"status", "status", Show::Status, 0, "json"},
    {"diagnostics", "diagnostics", Show::Diagnostics, kOptionalOutlet, "json"},
    {"quit", "quit", Show::Ended, 0, ""},
    {"energy", "energy", Show::Energy, 1, "json csv from to bucket each"},
    {"tariff", "tariff", Show::Tariff, 0, "json flat currency from"},
    {"backup", "backup", Show::BackedUp, kOptionalFile, "json"},
    {"restore", "restore", Show::Restored, kOneFile, "json"},
    {"export", "export", Show::Exported, kOwn, "json from to resolution format semicolon"},
    {"import", "import", Show::Imported, kOwn,
     "json time outlet energy unit cumulative map replace dry-run skip-unknown backup undo list"},
    {"merge", "merge", Show::Merged, kOwn, "json take-name forget undo list"},
}};

// Years of history are copied and checked, on a slow disk maybe.
constexpr std::chrono::minutes kFileDeadline{30};

const char kHelp[] = R"(Usage: outletctl COMMAND [OPTIONS]
Shows and switches the outlets of the running outlet or outletd.

Commands:
  list [--json]                     all outlets
  on|off|toggle OUTLET [--wait S]   switch, and wait S seconds (12) until the outlet confirms
  allow OUTLET [--name N] [--room R] [--icon I] [--model M]
                                    make a new or ignored outlet one of yours
  ignore OUTLET                     keep it connected, without commands and without notices
  rename OUTLET NAME
  forget OUTLET                     when it connects again it is new
  watch [--json]                    tell what happens, until interrupted
  energy OUTLET|all [--from T] [--to T] [--bucket B] [--each] [--json|--csv]
                                    energy and cost; T is a date or a time (today until now),
                                    B is minute, quarter, hour, day, week, month or year,
                                    --each gives the outlets of "all" one by one
  tariff [--json]                   the prices
  tariff set FILE                   prices from a JSON file; - is standard input
  tariff set --flat PRICE [--currency EUR] [--from DATE]
                                    one price of a kWh from that date (today) on
  setup smartconfig|ap --ssid S     get an outlet here; see: outletctl setup --help
  setup check-dns [--json]          whether the outlets' names lead here
  status [--json]                   the program, its server and its data folder
  diagnostics [OUTLET] [--json]     a report for finding a fault, without anything personal
  quit                              end the program, after everything is written
  backup [FILE] [--json]            copy everything that is remembered and recorded, while it runs
  restore FILE [--json]             put a backup in its place; what was there before is kept
  export [OUTLET|all] FILE [--from T] [--to T] [--resolution R] [--format csv|json]
         [--semicolon]              energy and cost into a file (- is standard output); R is hour,
                                    day, 5min or reading; --semicolon writes 1,5 instead of 1.5
  import FILE [--dry-run] [--replace] [--backup] [--map NAME=OUTLET]... [--skip-unknown]
         [--time COLUMN] [--outlet COLUMN] [--energy COLUMN] [--unit kWh|Wh|J] [--cumulative]
                                    energy from a file of Outlet or of another program
  import --list | --undo NUMBER     imports, and taking one back
  merge OLD NEW [--take-name] [--forget] [--json]
                                    NEW has replaced OLD: the history of OLD becomes that of NEW;
                                    --take-name exchanges names and settings, --forget forgets OLD.
                                    OLD may be the whole id of an outlet that was forgotten
  merge --list | --undo NUMBER      what was merged since Outlet was started, and undoing it

OUTLET is an id, an unambiguous beginning of one, or a name.

Options:
  --data-dir DIR   the data folder of the running program (default: yours)
  --json           JSON: one array for list, one object a line for watch
  --help, --version

Exit codes:
  0  done, and confirmed by the outlet
  1  refused or failed: the outlet is not allowed yet, a file could not be written or read
  2  the command line is wrong
  3  the outlet has not confirmed in time
  4  the outlet is offline
  5  no such outlet, or several
  6  nothing is running
  7  setup: refused by the outlet
  8  setup: the outlet's firmware can't be used
)";

CliNotice usage(const QString &text)
{
    return {text + QStringLiteral(" See: outletctl --help"), ExitCode::Usage};
}

const Command *findCommand(const QString &name)
{
    for (const Command &command : kCommands) {
        if (name == QLatin1StringView(command.name))
            return &command;
    }
    return nullptr;
}

/// The arguments of a switching command; empty with \a mistake when --wait can't be understood.
QJsonObject relayArguments(const QString &command, const QString &wait, CliRequest &request,
                           QString &mistake)
{
    const auto seconds = [](auto value) {
        return std::chrono::duration_cast<std::chrono::seconds>(value);
    };
    const double most = double(ControlDispatcher::kMaxWait.count());
    bool ok = true;
    const double waited = wait.isNull() ? double(seconds(ControlDispatcher::kDefaultWait).count())
                                        : wait.toDouble(&ok);
    if (!ok || !(waited >= 0 && waited <= most)) {
        mistake = QStringLiteral("--wait takes 0 to %1 seconds.").arg(most);
        return {};
    }
    const auto waitMs = static_cast<qint64>(std::llround(waited * 1000));
    request.deadline += std::chrono::milliseconds(waitMs);
    QJsonObject arguments{{QStringLiteral("waitMs"), waitMs}};
    if (command == QLatin1StringView("toggle"))
        arguments.insert(QLatin1StringView("toggle"), true);
    else
        arguments.insert(QLatin1StringView("on"), command == QLatin1StringView("on"));
    return arguments;
}

/// Reads "set FILE" or "set --flat PRICE"; returns the mistake, or an empty text.
QString takeTariff(const QStringList &operands, const QCommandLineParser &parser,
                   QJsonObject &arguments)
{
    const bool isFlat = parser.isSet(QStringLiteral("flat"));
    if (operands.first() != QLatin1StringView("set") || operands.size() != (isFlat ? 1 : 2))
        return QStringLiteral("tariff takes nothing, set FILE, or set --flat PRICE.");
    if (isFlat) {
        for (const char *key : {"flat", "currency", "from"}) {
            if (parser.isSet(QLatin1StringView(key)))
                arguments.insert(QLatin1StringView(key), parser.value(QLatin1StringView(key)));
        }
        return {};
    }
    if (parser.isSet(QStringLiteral("currency")) || parser.isSet(QStringLiteral("from")))
        return QStringLiteral("--currency and --from go with --flat.");
    QFile file(operands.last());
    const bool isOpen = operands.last() == QLatin1StringView("-")
                            ? file.open(stdin, QIODevice::ReadOnly)
                            : file.open(QIODevice::ReadOnly);
    if (!isOpen)
        return QStringLiteral("%1 can't be read: %2.").arg(operands.last(), file.errorString());
    // A request has at most 64 KiB, and JSON within JSON grows.
    constexpr qint64 most = 48 * 1024;
    const QByteArray json = file.read(most + 1);
    if (json.size() > most)
        return QStringLiteral("%1 is too long to be prices.").arg(operands.last());
    arguments.insert(QLatin1StringView("json"), QString::fromUtf8(json));
    return {};
}

} // namespace

std::variant<CliRequest, CliNotice> parseCliArguments(const QStringList &arguments)
{
    QCommandLineParser parser;
    const QStringList withValue{
        QStringLiteral("data-dir"), QStringLiteral("wait"),     QStringLiteral("name"),
        QStringLiteral("room"),     QStringLiteral("icon"),     QStringLiteral("model"),
        QStringLiteral("from"),     QStringLiteral("to"),       QStringLiteral("bucket"),
        QStringLiteral("flat"),     QStringLiteral("currency"), QStringLiteral("resolution"),
        QStringLiteral("format"),   QStringLiteral("time"),     QStringLiteral("outlet"),
        QStringLiteral("energy"),   QStringLiteral("unit"),     QStringLiteral("map"),
        QStringLiteral("undo")};
    for (const QString &name : withValue)
        parser.addOption(QCommandLineOption(name, QString(), name));
    for (const QString &name :
         {QStringLiteral("json"), QStringLiteral("csv"), QStringLiteral("each"),
          QStringLiteral("semicolon"), QStringLiteral("cumulative"), QStringLiteral("replace"),
          QStringLiteral("dry-run"), QStringLiteral("skip-unknown"), QStringLiteral("backup"),
          QStringLiteral("list"), QStringLiteral("take-name"), QStringLiteral("forget")})
        parser.addOption(QCommandLineOption(name));
    parser.addOption(QCommandLineOption(QStringList{QStringLiteral("h"), QStringLiteral("help")}));
    parser.addOption(
        QCommandLineOption(QStringList{QStringLiteral("v"), QStringLiteral("version")}));
    if (!parser.parse(arguments))
        return usage(parser.errorText());
    if (parser.isSet(QStringLiteral("help")))
        return CliNotice{QString::fromLatin1(kHelp), ExitCode::Done};
    if (parser.isSet(QStringLiteral("version")))
        return CliNotice{QStringLiteral("outletctl " OUTLET_VERSION "\n"), ExitCode::Done};

    QStringList operands = parser.positionalArguments();
    if (operands.isEmpty())
        return usage(QStringLiteral("Say what to do, for example: outletctl list."));
    const QString name = operands.takeFirst();
    const Command *command = findCommand(name);
    if (!command)
        return usage(QStringLiteral("There is no command \"%1\".").arg(name));
    CliRequest request;
    if (command->show == Show::Tariff && !operands.isEmpty()) {
        const QString mistake = takeTariff(operands, parser, request.arguments);
        if (!mistake.isEmpty())
            return usage(mistake);
        operands.clear();
    }
    const bool takesFile = command->operands == kOptionalFile || command->operands == kOneFile;
    if (takesFile) {
        const qsizetype least = command->operands == kOneFile ? 1 : 0;
        if (operands.size() < least || operands.size() > 1)
            return usage(QStringLiteral("%1 takes the name of one file.").arg(name));
    }
    if (command->operands == kOptionalOutlet) {
        if (operands.size() > 1)
            return usage(QStringLiteral("%1 takes one outlet, or none.").arg(name));
        request.deadline = std::chrono::milliseconds(30'000); // name servers may be slow
    }
    if (command->operands >= 0 && operands.size() != command->operands)
        return usage(command->operands == 0 ? QStringLiteral("%1 takes no outlet.").arg(name)
                     : command->operands == 1
                         ? QStringLiteral("%1 takes exactly one outlet; put a name with "
                                          "blanks in quotes.")
                               .arg(name)
                         : QStringLiteral("%1 takes an outlet and a name.").arg(name));
    const QStringList allowed =
        QString::fromLatin1(command->options).split(u' ') + QStringList{QStringLiteral("data-dir")};
    for (const QString &option : parser.optionNames()) {
        if (!allowed.contains(option))
            return usage(QStringLiteral("%1 does not take --%2.").arg(name, option));
        const bool mayBeEmpty = command->show == Show::Allowed // takes the room, icon, … away
                                && option != QLatin1StringView("data-dir");
        if (withValue.contains(option) && !mayBeEmpty && parser.value(option).isEmpty())
            return usage(QStringLiteral("--%1 needs a value.").arg(option));
    }
    if (command->show == Show::Relay) {
        QString mistake;
        const QString wait =
            parser.isSet(QStringLiteral("wait")) ? parser.value(QStringLiteral("wait")) : QString();
        request.arguments = relayArguments(name, wait, request, mistake);
        if (!mistake.isEmpty())
            return usage(mistake);
    }
    request.show = command->show;
    request.verb = QString::fromLatin1(command->verb);
    request.dataDir = absoluteDataDir(parser.value(QStringLiteral("data-dir")));
    request.json = parser.isSet(QStringLiteral("json"));
    request.csv = parser.isSet(QStringLiteral("csv"));
    if (request.json && request.csv)
        return usage(QStringLiteral("Choose one of --json and --csv."));
    if (command->show == Show::Energy) {
        request.deadline = std::chrono::milliseconds(60'000); // years of many outlets take a while
        for (const char *key : {"from", "to", "bucket"}) {
            if (parser.isSet(QLatin1StringView(key)))
                request.arguments.insert(QLatin1StringView(key),
                                         parser.value(QLatin1StringView(key)));
        }
        if (parser.isSet(QStringLiteral("each"))) {
            if (operands.first() != QLatin1StringView("all"))
                return usage(QStringLiteral("--each goes with all."));
            request.arguments.insert(QLatin1StringView("each"), true);
        }
    }
    if (command->operands == kOwn) {
        const QString mistake =
            command->show == Show::Exported ? takeExport(operands, parser, request)
            : command->show == Show::Merged ? takeMerge(operands, parser, request)
                                            : takeImport(operands, parser, request);
        if (!mistake.isEmpty())
            return usage(mistake);
    } else if (takesFile) {
        // The program that runs has another working folder.
        if (!operands.isEmpty())
            request.arguments.insert(QLatin1StringView("path"),
                                     QFileInfo(operands.first()).absoluteFilePath());
        request.deadline = kFileDeadline;
    } else if (!operands.isEmpty()) {
        request.arguments.insert(QLatin1StringView("outlet"), operands.first());
    }
    if (command->show == Show::Renamed)
        request.arguments.insert(QLatin1StringView("name"), operands.last());
    if (command->show == Show::Allowed) {
        for (const char *key : {"name", "room", "icon", "model"}) {
            if (parser.isSet(QLatin1StringView(key)))
                request.arguments.insert(QLatin1StringView(key),
                                         parser.value(QLatin1StringView(key)));
        }
    }
    return request;
}

} // namespace outlet
