// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "cli/cli_session.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <cstdio>
#include <utility>

#include "cli/cli_text.h"
#include "cli/energy_text.h"
#include "cli/terminal.h"
#include "cli/transfer_text.h"

namespace outlet {

namespace {

constexpr std::chrono::milliseconds kRestartPoll{100};
constexpr int kRestartTries = 300;

QByteArray toLine(const QJsonDocument &document)
{
    return document.toJson(QJsonDocument::Compact) + '\n';
}

} // namespace

CliSession::CliSession(CliRequest request, Clock &clock, Write out, Write err, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_request(std::move(request))
    , m_deadline(clock,
                 [this] {
                     fail(m_request.show == CliRequest::Show::Relay ? ExitCode::NotConfirmed
                                                                    : ExitCode::Refused,
                          QStringLiteral("Outlet runs but does not answer; try again, or restart "
                                         "it."));
                 })
    , m_out(std::move(out))
    , m_err(std::move(err))
    , m_restartTimer(clock, [this] { lookForRestarted(); })
{
    connect(&m_client, &ControlClient::answered, this,
            [this](qint64, const control::Outcome &outcome) { showAnswer(outcome); });
    connect(&m_client, &ControlClient::happened, this, &CliSession::showEvent);
    connect(&m_client, &ControlClient::closed, this, [this] {
        if (m_restartTimer.isActive() || m_again)
            return; // as it had to
        fail(ExitCode::NotRunning,
             QStringLiteral("Outlet has ended; start outlet or outletd, then try again."));
    });
}

void CliSession::start()
{
    if (!m_client.open(m_request.dataDir)) {
        const QString text =
            QStringLiteral("Nothing is running with the data folder %1; start outlet or outletd, "
                           "or choose another folder with --data-dir.")
                .arg(QDir::toNativeSeparators(m_request.dataDir));
        QMetaObject::invokeMethod(
            this, [this, text] { fail(ExitCode::NotRunning, text); }, Qt::QueuedConnection);
        return;
    }
    if (!prepareFile())
        return;
    m_client.send(m_request.verb, m_request.arguments);
    m_deadline.start(m_request.deadline);
}

void CliSession::showAnswer(const control::Outcome &outcome)
{
    m_deadline.stop();
    if (m_request.show == CliRequest::Show::Exported ||
        m_request.show == CliRequest::Show::Imported)
        return follow(outcome);
    if (!outcome)
        return fail(exitCodeFor(outcome.error().code), outcome.error().text);
    if (m_request.show == CliRequest::Show::Restored) {
        // The program closes everything and opens what was restored: only then is it done.
        m_run = outcome->toObject().value(QLatin1StringView("run")).toInt();
        m_restartTimer.start(kRestartPoll);
        return;
    }
    QByteArray shown;
    switch (m_request.show) {
    case CliRequest::Show::Events:
        return; // the first event follows
    case CliRequest::Show::List:
        shown = m_request.json ? toLine(QJsonDocument(outcome->toArray()))
                               : listTable(outcome->toArray()).toUtf8();
        break;
    case CliRequest::Show::BackedUp: {
        const QJsonObject answer = outcome->toObject();
        shown = m_request.json ? toLine(QJsonDocument(answer))
                               : QStringLiteral("Backed up to %1\n")
                                     .arg(QDir::toNativeSeparators(
                                         answer.value(QLatin1StringView("path")).toString()))
                                     .toUtf8();
        break;
    }
    case CliRequest::Show::Status:
        shown = m_request.json ? toLine(QJsonDocument(outcome->toObject()))
                               : statusText(outcome->toObject()).toUtf8();
        break;
    case CliRequest::Show::Diagnostics: {
        const QJsonObject answer = outcome->toObject();
        shown = m_request.json ? toLine(QJsonDocument(answer.value(u"report").toObject()))
                               : answer.value(u"text").toString().toUtf8();
        break;
    }
    case CliRequest::Show::Energy: {
        const QJsonObject answer = outcome->toObject();
        shown = m_request.json  ? toLine(QJsonDocument(answer.value(u"rows").toArray()))
                : m_request.csv ? energyCsv(answer).toUtf8()
                                : energyTable(answer).toUtf8();
        break;
    }
    case CliRequest::Show::Tariff:
        shown = m_request.json ? toLine(QJsonDocument(outcome->toObject()))
                               : tariffText(outcome->toObject()).toUtf8();
        break;
    case CliRequest::Show::Imports:
        shown = m_request.json ? toLine(QJsonDocument(outcome->toArray()))
                               : importsTable(outcome->toArray()).toUtf8();
        break;
    case CliRequest::Show::TakenBack:
        shown = m_request.json ? toLine(QJsonDocument(outcome->toObject()))
                               : QByteArrayLiteral("Taken back: its rows count no more.\n");
        break;
    case CliRequest::Show::Merged:
        shown = m_request.json ? toLine(QJsonDocument(outcome->toObject()))
                               : mergedText(outcome->toObject()).toUtf8();
        break;
    case CliRequest::Show::Merges:
        shown = m_request.json ? toLine(QJsonDocument(outcome->toArray()))
                               : mergesText(outcome->toArray()).toUtf8();
        break;
    case CliRequest::Show::MergeUndone:
        shown = m_request.json ? toLine(QJsonDocument(outcome->toObject()))
                               : QByteArrayLiteral("Undone: each has its own history again.\n");
        break;
    default:
        shown = doneText(m_request.show, outcome->toObject()).toUtf8() + '\n';
    }
    end(m_out(shown) ? ExitCode::Done : ExitCode::Refused);
}

/// Standard streams are this program's own: the one that runs gets a file in their place.
bool CliSession::prepareFile()
{
    if (!m_request.usesStandardStream)
        return true;
    m_scratch = std::make_unique<QTemporaryDir>();
    const QString path = m_scratch->filePath(QStringLiteral("stream"));
    bool isReady = m_scratch->isValid();
    if (isReady && m_request.show == CliRequest::Show::Imported) {
        QFile in;
        QFile copy(path);
        isReady = in.open(stdin, QIODevice::ReadOnly) && copy.open(QIODevice::WriteOnly);
        constexpr qint64 piece = 256 * 1024;
        while (isReady) {
            const QByteArray bytes = in.read(piece);
            if (bytes.isEmpty())
                break;
            isReady = copy.write(bytes) == bytes.size();
        }
    }
    m_request.arguments.insert(QStringLiteral("path"), path);
    if (!isReady)
        QMetaObject::invokeMethod(
            this,
            [this] {
                fail(ExitCode::Refused, QStringLiteral("There is no room for the file in %1; free "
                                                       "some, or name a file elsewhere.")
                                            .arg(QDir::tempPath()));
            },
            Qt::QueuedConnection);
    return isReady;
}

void CliSession::follow(const control::Outcome &outcome)
{
    m_deadline.start(m_request.deadline); // for each answer, however long all of it takes
    if (!m_follower) {
        if (!outcome)
            return fail(exitCodeFor(outcome.error().code), outcome.error().text);
        m_follower = std::make_unique<TransferFollower>(
            m_client, m_clock, [this](const QString &text) { showProgress(text); });
        m_follower->follow(outcome->toObject().value(u"job").toInteger());
        return;
    }
    const auto ended = m_follower->take(outcome);
    if (!ended)
        return;
    showProgress({});
    if (!*ended)
        return fail(exitCodeFor(ended->error().code), ended->error().text);
    finishTransfer((*ended)->toObject());
}

void CliSession::finishTransfer(const QJsonObject &result)
{
    const bool isImport = m_request.show == CliRequest::Show::Imported;
    if (!isImport && m_request.usesStandardStream) {
        QFile file(result.value(u"path").toString());
        bool isOpen = file.open(QIODevice::ReadOnly);
        constexpr qint64 piece = 256 * 1024;
        while (isOpen && !file.atEnd())
            isOpen = m_out(file.read(piece)) && file.error() == QFileDevice::NoError;
        return end(isOpen ? ExitCode::Done : ExitCode::Refused);
    }
    QString text = isImport ? importedText(result, m_request.isDryRun) : exportedText(result);
    if (isImport && !m_request.json)
        m_err(importFaultsText(result).toUtf8());
    const QByteArray shown = m_request.json ? toLine(QJsonDocument(result)) : text.toUtf8();
    end(m_out(shown) ? ExitCode::Done : ExitCode::Refused);
}

/// Over the line before, on a terminal; an empty text takes it away.
void CliSession::showProgress(const QString &text)
{
    if (!isErrorTerminal() || (text.isEmpty() && !m_hasProgress))
        return;
    m_hasProgress = !text.isEmpty();
    m_err("\r\x1b[K" + text.toUtf8());
}

void CliSession::lookForRestarted()
{
    if (++m_tries > kRestartTries)
        return fail(ExitCode::Refused,
                    QStringLiteral("The backup is in place, but Outlet has not come back yet; see "
                                   "outletctl status."));
    m_again = std::make_unique<ControlClient>();
    connect(m_again.get(), &ControlClient::answered, this,
            [this](qint64, const control::Outcome &outcome) {
                const QJsonObject status = outcome ? outcome->toObject() : QJsonObject();
                const QString problem =
                    status.value(QLatin1StringView("restoreProblem")).toString();
                if (!problem.isEmpty())
                    return fail(ExitCode::Refused, problem);
                const QJsonValue kept = status.value(QLatin1StringView("keptBeforeRestore"));
                const int run = status.value(QLatin1StringView("run")).toInt();
                if (run <= m_run) { // the one that is about to stop
                    m_restartTimer.start(kRestartPoll);
                    return;
                }
                const QByteArray shown =
                    m_request.json
                        ? toLine(QJsonDocument(
                              QJsonObject{{QStringLiteral("keptBeforeRestore"), kept}}))
                        : QStringLiteral("Restored. What was there before is kept as %1\n")
                              .arg(QDir::toNativeSeparators(kept.toString()))
                              .toUtf8();
                end(m_out(shown) ? ExitCode::Done : ExitCode::Refused);
            });
    if (m_again->open(m_request.dataDir))
        m_again->send(QStringLiteral("status"));
    m_restartTimer.start(kRestartPoll);
}

void CliSession::showEvent(const QJsonObject &event)
{
    if (m_ended)
        return;
    const QByteArray line =
        m_request.json ? toLine(QJsonDocument(event)) : eventLine(event).toUtf8() + '\n';
    if (!m_out(line))
        end(ExitCode::Done); // whoever read the events has enough
}

void CliSession::fail(ExitCode code, const QString &text)
{
    if (m_ended)
        return;
    m_err(QStringLiteral("outletctl: %1\n").arg(printable(text)).toUtf8());
    end(code);
}

void CliSession::end(ExitCode code)
{
    if (m_ended)
        return;
    m_ended = true;
    m_deadline.stop();
    Q_EMIT ended(code);
}

} // namespace outlet
