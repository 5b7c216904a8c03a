// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "cli/transfer_arguments.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QFileInfo>
#include <chrono>
#include <optional>

#include "cli/cli_arguments.h"

namespace outlet {

namespace {

const QString kStandard = QStringLiteral("-");

// Years of two outlets are put together, on a slow disk maybe.
constexpr std::chrono::minutes kMergeDeadline{10};

/// The program that runs has another working folder.
void setPath(CliRequest &request, const QString &file)
{
    if (file == kStandard)
        request.usesStandardStream = true;
    else
        request.arguments.insert(QStringLiteral("path"), QFileInfo(file).absoluteFilePath());
}

/// What only "list" and "undo" have in common: they go alone. Empty when neither was given.
struct Alone
{
    QString mistake;
    std::optional<qint64> undone;
};

std::optional<Alone> takeAlone(const QStringList &operands, const QCommandLineParser &parser)
{
    const bool isUndo = parser.isSet(QStringLiteral("undo"));
    const bool isList = parser.isSet(QStringLiteral("list"));
    if (!isUndo && !isList)
        return std::nullopt;
    if (!operands.isEmpty() || (isUndo && isList))
        return Alone{QStringLiteral("--undo and --list go alone."), {}};
    if (isList)
        return Alone{};
    bool ok = false;
    const qint64 id = parser.value(QStringLiteral("undo")).toLongLong(&ok);
    if (!ok || id < 0)
        return Alone{QStringLiteral("--undo takes a number that --list shows."), {}};
    return Alone{{}, id};
}

} // namespace

QString takeExport(const QStringList &operands, const QCommandLineParser &parser,
                   CliRequest &request)
{
    if (operands.isEmpty() || operands.size() > 2)
        return QStringLiteral(
            "export takes an outlet or all, and the name of a file (- is standard "
            "output).");
    request.arguments.insert(QStringLiteral("outlet"),
                             operands.size() == 2 ? operands.first() : QStringLiteral("all"));
    setPath(request, operands.last());
    for (const char *key : {"from", "to", "resolution", "format"}) {
        const QLatin1StringView name(key);
        if (parser.isSet(name))
            request.arguments.insert(name, parser.value(name));
    }
    if (!parser.isSet(QStringLiteral("format")) &&
        operands.last().endsWith(QLatin1StringView(".json"), Qt::CaseInsensitive))
        request.arguments.insert(QStringLiteral("format"), QStringLiteral("json"));
    if (parser.isSet(QStringLiteral("semicolon"))) {
        if (request.arguments.value(u"format").toString() == u"json")
            return QStringLiteral("--semicolon goes with CSV.");
        request.arguments.insert(QStringLiteral("semicolon"), true);
    }
    return {};
}

QString takeImport(const QStringList &operands, const QCommandLineParser &parser,
                   CliRequest &request)
{
    if (const auto alone = takeAlone(operands, parser)) {
        const bool isUndo = alone->undone.has_value();
        request.show = isUndo ? CliRequest::Show::TakenBack : CliRequest::Show::Imports;
        request.verb = isUndo ? QStringLiteral("takeBackImport") : QStringLiteral("imports");
        if (isUndo)
            request.arguments.insert(QStringLiteral("import"), *alone->undone);
        return alone->mistake;
    }
    if (operands.size() != 1)
        return QStringLiteral("import takes the name of one file (- is standard input).");
    setPath(request, operands.first());
    for (const auto &[option, key] : {std::pair("time", "timeColumn"),
                                      {"outlet", "outletColumn"},
                                      {"energy", "energyColumn"},
                                      {"unit", "unit"}}) {
        const QLatin1StringView name(option);
        if (parser.isSet(name))
            request.arguments.insert(QLatin1StringView(key), parser.value(name));
    }
    for (const auto &[option, key] : {std::pair("replace", "replace"),
                                      {"dry-run", "dryRun"},
                                      {"skip-unknown", "skipUnknown"},
                                      {"backup", "backup"},
                                      {"cumulative", "cumulative"}}) {
        if (parser.isSet(QLatin1StringView(option)))
            request.arguments.insert(QLatin1StringView(key), true);
    }
    request.isDryRun = parser.isSet(QStringLiteral("dry-run"));
    QJsonObject map;
    const QStringList pairs = parser.values(QStringLiteral("map"));
    for (const QString &pair : pairs) {
        const qsizetype sign = pair.lastIndexOf(u'=');
        if (sign < 0 || sign + 1 == pair.size())
            return QStringLiteral("--map takes NAME=OUTLET, or NAME=- to leave its rows out.");
        map.insert(pair.left(sign), pair.mid(sign + 1));
    }
    if (!map.isEmpty())
        request.arguments.insert(QStringLiteral("map"), map);
    return {};
}

QString takeMerge(const QStringList &operands, const QCommandLineParser &parser,
                  CliRequest &request)
{
    request.deadline = kMergeDeadline;
    if (const auto alone = takeAlone(operands, parser)) {
        const bool isUndo = alone->undone.has_value();
        request.show = isUndo ? CliRequest::Show::MergeUndone : CliRequest::Show::Merges;
        request.verb = isUndo ? QStringLiteral("undoMerge") : QStringLiteral("merges");
        if (isUndo)
            request.arguments.insert(QStringLiteral("merge"), *alone->undone);
        return alone->mistake;
    }
    if (operands.size() != 2)
        return QStringLiteral("merge takes the old outlet and the new one.");
    request.arguments.insert(QStringLiteral("outlet"), operands.first());
    request.arguments.insert(QStringLiteral("into"), operands.last());
    for (const auto &[option, key] : {std::pair("take-name", "takeName"), {"forget", "forget"}}) {
        if (parser.isSet(QLatin1StringView(option)))
            request.arguments.insert(QLatin1StringView(key), true);
    }
    return {};
}

} // namespace outlet
