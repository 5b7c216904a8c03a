// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "cli/setup_session.h"

#include <QtCore/QDir>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <utility>

#include "cli/cli_text.h"
#include "cli/setup_steps.h"
#include "setup/address_choice.h"

namespace outlet {

namespace {

constexpr std::chrono::milliseconds kAnswerLimit{10'000};

QByteArray toLine(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

QString wordsFor(SetupStage stage)
{
    switch (stage) {
    case SetupStage::Sent:
        return QStringLiteral("name and password were sent");
    case SetupStage::Announced:
        return QStringLiteral("an outlet has joined the network");
    case SetupStage::Configured:
        return QStringLiteral("it knows where to connect");
    case SetupStage::LoggedIn:
        return QStringLiteral("it has logged in");
    case SetupStage::FirstReading:
        return QStringLiteral("it measures");
    }
    Q_UNREACHABLE();
}

} // namespace

bool chooseAddresses(SetupRequest &request, QString &note)
{
    if (request.serverAddress.isNull())
        request.serverAddress = request.senderAddress;
    if (request.serverAddress.isNull()) {
        const QList<AddressCandidate> candidates = serverAddressCandidates();
        if (candidates.isEmpty())
            return false;
        request.serverAddress = candidates.first().address;
        QStringList others;
        for (const AddressCandidate &each : candidates.mid(1))
            others.append(each.address.toString());
        const QString option = request.way == SetupWay::SmartConfig ? QStringLiteral("--ip")
                                                                    : QStringLiteral("--server-ip");
        if (!others.isEmpty())
            note = QStringLiteral("The outlet will connect to %1; this computer also has %2 (%3).")
                       .arg(request.serverAddress.toString(), others.join(QStringLiteral(", ")),
                            option);
        const QString advice = dynamicAddressAdvice(candidates.first());
        if (!advice.isEmpty())
            note += (note.isEmpty() ? QString() : QStringLiteral("\n")) + advice;
    }
    if (request.senderAddress.isNull())
        request.senderAddress = request.serverAddress;
    return true;
}

ExitCode showDryRun(const SetupCommand &command, const SetupSession::Write &out,
                    const SetupSession::Write &err)
{
    const SetupRequest &request = command.request;
    const QByteArray ssid = request.ssid.toUtf8();
    const auto sequence =
        protocol::encodeEspTouch({ssid, request.password.view(), request.bssid,
                                  request.senderAddress.toIPv4Address(), request.layout});
    if (!sequence) {
        err("outletctl: A network's name has 1 to 32 bytes, a password at most 64.\n");
        return ExitCode::Usage;
    }
    const auto toArray = [](const QList<int> &lengths) {
        QJsonArray array;
        for (const int length : lengths)
            array.append(length);
        return array;
    };
    const bool written =
        out(toLine({{QStringLiteral("guideLengths"), toArray(sequence->guideLengths)},
                    {QStringLiteral("dataLengths"), toArray(sequence->dataLengths)},
                    {QStringLiteral("totalLength"), sequence->totalLength}}));
    return written ? ExitCode::Done : ExitCode::Refused;
}

SetupSession::SetupSession(SetupCommand command, Clock &clock, const NetworkProbes &network,
                           Write out, Write err, QObject *parent)
    : QObject(parent)
    , m_network(network)
    , m_command(std::move(command))
    , m_run(clock, m_logins)
    , m_answerLimit(clock,
                    [this] {
                        if (m_run.state() == SetupRun::State::Done)
                            return end(ExitCode::Done); // all but the remembering
                        fail(ExitCode::Refused, QStringLiteral("notRunning"),
                             QStringLiteral("Outlet runs but does not answer; try again, or "
                                            "restart it."));
                    })
    , m_out(std::move(out))
    , m_err(std::move(err))
{
    connect(&m_logins, &ControlLogins::ready, this, &SetupSession::begin);
    connect(&m_logins, &ControlLogins::lost, this, [this](const QString &text) {
        fail(ExitCode::NotRunning, QStringLiteral("notRunning"), text);
    });
    connect(&m_run, &SetupRun::stageReached, this, &SetupSession::stageReached);
    connect(&m_run, &SetupRun::failed, this, &SetupSession::failed);
    connect(&m_run, &SetupRun::done, this, [this] {
        m_answerLimit.start(kAnswerLimit);
        m_logins.remember(m_run.request().serverAddress);
    });
    connect(&m_logins, &ControlLogins::remembered, this, [this] { end(ExitCode::Done); });
    connect(&m_run, &SetupRun::foreignAnnounced, this, [this](const AnnouncedOutlet &outlet) {
        note(QStringLiteral("Another outlet announces itself at %1 (%2); it is left alone.")
                 .arg(outlet.address.toString(), protocol::macToText(outlet.mac)));
    });
    connect(&m_run, &SetupRun::addressesDiffer, this, [this](const AnnouncedOutlet &outlet) {
        note(QStringLiteral("The outlet says that it is at %1, but it spoke from %2; the latter is "
                            "used.")
                 .arg(outlet.addressInPayload.toString(), outlet.address.toString()));
    });
    connect(&m_run, &SetupRun::strangerLoggedIn, this, [this](const QString &, const QString &at) {
        note(QStringLiteral("Another new outlet logged in from %1.").arg(at));
    });
}

SetupSession::~SetupSession() = default;

void SetupSession::start()
{
    if (m_logins.open(m_command.dataDir)) {
        m_answerLimit.start(kAnswerLimit);
        return;
    }
    const QString text = QStringLiteral("Nothing is running with the data folder %1; start outlet "
                                        "or outletd, or choose another folder with --data-dir.")
                             .arg(QDir::toNativeSeparators(m_command.dataDir));
    QMetaObject::invokeMethod(
        this, [this, text] { fail(ExitCode::NotRunning, QStringLiteral("notRunning"), text); },
        Qt::QueuedConnection);
}

void SetupSession::begin()
{
    m_answerLimit.stop();
    m_command.request.serverPort = m_logins.serverPort();
    if (m_logins.serverPort() != 0 && m_logins.serverPort() != kOutletsConnectTo)
        note(QStringLiteral("Outlet listens on port %1, but outlets connect to port %2: this one "
                            "will only be heard if something forwards it.")
                 .arg(m_logins.serverPort())
                 .arg(kOutletsConnectTo));
    lookAround();
    m_run.start(std::move(m_command.request));
}

void SetupSession::lookAround()
{
    m_wifi = m_network.makeWifiService();
    connect(m_wifi.get(), &WifiService::availableChanged, m_wifi.get(), &WifiService::scan);
    if (m_wifi->isAvailable())
        m_wifi->scan();
}

void SetupSession::stageReached(SetupStage stage, std::chrono::milliseconds after)
{
    QJsonObject details;
    QString words = wordsFor(stage);
    if (stage >= SetupStage::LoggedIn) {
        details.insert(QLatin1StringView("id"), m_run.outletId());
        words += QStringLiteral(": ") + m_run.outletId();
    }
    tell(setupStageName(stage), after, details, words);
}

void SetupSession::failed(const SetupFailure &failure)
{
    const SetupContext context = setupContext(m_run, m_network.addresses(), m_wifi->networks());
    const SetupAdvice advice = setupAdvice(failure, context);
    QJsonObject details{
        {QStringLiteral("cause"), setupCauseName(failure.cause)},
        {QStringLiteral("text"), QString(advice.title + QStringLiteral(". ") + advice.text)},
        {QStringLiteral("hints"), adviceArray(advice, context)}};
    if (m_command.json)
        tell(QStringLiteral("failed"), failure.after, details, {});
    else
        for (const QString &line : adviceLines(advice, context))
            m_err(QStringLiteral("outletctl: %1\n").arg(printable(line)).toUtf8());
    end(exitCodeFor(failure));
}

void SetupSession::tell(const QString &stage, std::chrono::milliseconds after, QJsonObject details,
                        const QString &words)
{
    const double seconds = double(after.count()) / 1000;
    bool written = false;
    if (m_command.json) {
        details.insert(QLatin1StringView("stage"), stage);
        details.insert(QLatin1StringView("seconds"), seconds);
        written = m_out(toLine(details));
    } else {
        written = m_out(
            QStringLiteral("%1 s  %2\n").arg(seconds, 6, 'f', 1).arg(printable(words)).toUtf8());
    }
    if (!written && !m_ended) { // nobody wants to know any more
        m_run.cancel();
        end(ExitCode::Refused);
    }
}

void SetupSession::note(const QString &text)
{
    m_err(QStringLiteral("outletctl: %1\n").arg(printable(text)).toUtf8());
}

void SetupSession::fail(ExitCode code, const QString &cause, const QString &text)
{
    if (m_ended)
        return;
    m_run.cancel();
    if (m_command.json)
        m_out(toLine({{QStringLiteral("stage"), QStringLiteral("failed")},
                      {QStringLiteral("seconds"), double(m_run.elapsed().count()) / 1000},
                      {QStringLiteral("cause"), cause}}));
    note(text);
    end(code);
}

void SetupSession::end(ExitCode code)
{
    if (std::exchange(m_ended, true))
        return;
    m_answerLimit.stop();
    Q_EMIT ended(code);
}

} // namespace outlet
