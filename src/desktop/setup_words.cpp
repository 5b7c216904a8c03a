// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/setup_words.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>
#include <QtCore/QVariantMap>
#include <algorithm>
#include <utility>

#include "base/version.h"

namespace outlet {

using Action = SetupHint::Action;

namespace {

constexpr qsizetype kMostHints = 4;
constexpr qsizetype kShortestPassword = 8; // of WPA; an open network has none

QString tr(const char *text)
{
    return QCoreApplication::translate("outlet::SetupWizard", text);
}

/// A stage as it is before, while, after and unless it is reached.
struct StageWords
{
    QString waiting;
    QString running;
    QString done;
    QString failed;
};

StageWords wordsOf(SetupStage stage, const QString &ssid)
{
    switch (stage) {
    case SetupStage::Sent:
        return {tr("Send the Wi‑Fi details"), tr("Sending the Wi‑Fi details"),
                tr("Wi‑Fi details sent"), tr("Wi‑Fi details not sent")};
    case SetupStage::Announced:
        return {tr("Join the Wi‑Fi"), tr("Waiting for the outlet to join %1").arg(ssid),
                tr("Outlet joined %1").arg(ssid), tr("No outlet answered")};
    case SetupStage::Configured:
        return {tr("Learn this computer’s address"),
                tr("Telling the outlet this computer’s address"),
                tr("Outlet knows this computer’s address"), tr("Did not take the address")};
    case SetupStage::LoggedIn:
        return {tr("Reach this computer"), tr("Waiting for the outlet to reach this computer"),
                tr("Outlet reached this computer"), tr("Did not reach this computer")};
    case SetupStage::FirstReading:
        return {tr("First reading"), tr("Waiting for the first reading"), tr("First reading"),
                tr("No reading")};
    }
    Q_UNREACHABLE();
}

QList<SetupStage> stagesOf(const SetupRun &run)
{
    QList<SetupStage> stages{SetupStage::Sent, SetupStage::Announced, SetupStage::Configured,
                             SetupStage::LoggedIn, SetupStage::FirstReading};
    if (run.request().way == SetupWay::AccessPoint) // where no outlet announces itself
        stages.removeOne(SetupStage::Announced);
    return stages;
}

/// Some stages are skipped, as when an outlet logs in before it has answered.
bool isBehind(const SetupRun &run, SetupStage stage)
{
    const QList<SetupStage> all = stagesOf(run);
    return std::any_of(all.begin(), all.end(), [&run, stage](SetupStage each) {
        return each >= stage && run.reachedAfter(each);
    });
}

qsizetype countBehind(const SetupRun &run)
{
    const QList<SetupStage> all = stagesOf(run);
    return std::count_if(all.begin(), all.end(),
                         [&run](SetupStage stage) { return isBehind(run, stage); });
}

QString wayName(SetupWay way)
{
    return way == SetupWay::AccessPoint ? tr("the outlet’s own Wi‑Fi") : tr("SmartConfig");
}

QString seconds(std::chrono::milliseconds time)
{
    return tr("%1 s").arg(QLocale().toString(double(time.count()) / 1000, 'f', 1));
}

QString detailOf(const SetupRun &run, SetupStage stage)
{
    const auto after = run.reachedAfter(stage);
    if (!after)
        return {};
    if (stage == SetupStage::Sent)
        return tr("Through %1, after %2").arg(wayName(run.request().way), seconds(*after));
    return tr("After %1").arg(seconds(*after));
}

QString runningDetail(const SetupRun &run, SetupStage stage)
{
    const bool isBroadcast = run.request().way == SetupWay::SmartConfig;
    if (stage == SetupStage::Announced)
        return tr("The details are sent again and again until it answers.");
    if (stage == SetupStage::LoggedIn && isBroadcast)
        return tr("It connects to %1.").arg(run.request().serverAddress.toString());
    if (stage == SetupStage::LoggedIn)
        return tr("It joins %1 and connects to %2.")
            .arg(run.request().ssid, run.request().serverAddress.toString());
    return {};
}

bool isHopeless(const SetupRun &run)
{
    return run.failure() && run.failure()->cause == SetupCause::UnsupportedFirmware;
}

QString buttonFor(Action action)
{
    switch (action) {
    case Action::HoldButton:
    case Action::ShowFirewall:
        return tr("Show how");
    case Action::CheckNetwork:
        return tr("Check Wi‑Fi");
    case Action::PickAddress:
        return tr("Pick address");
    case Action::OtherLayout:
        return tr("Send again");
    case Action::UseAccessPoint:
    case Action::UseSmartConfig:
        return tr("Use it");
    case Action::OpenDevices:
        return tr("Open Devices");
    case Action::OpenServerSettings:
        return tr("Open settings");
    case Action::None:
    case Action::MoveCloser:
    case Action::MoreTime:
        break;
    }
    return {};
}

QString iconFor(Action action)
{
    switch (action) {
    case Action::HoldButton:
        return QStringLiteral("power");
    case Action::ShowFirewall:
        return QStringLiteral("local");
    case Action::CheckNetwork:
    case Action::UseAccessPoint:
        return QStringLiteral("signal3");
    case Action::PickAddress:
        return QStringLiteral("desk");
    case Action::OtherLayout:
    case Action::UseSmartConfig:
        return QStringLiteral("broadcast");
    case Action::OpenDevices:
        return QStringLiteral("devices");
    case Action::OpenServerSettings:
        return QStringLiteral("server");
    case Action::MoveCloser:
        return QStringLiteral("signal1");
    case Action::MoreTime:
        return QStringLiteral("timer");
    case Action::None:
        break;
    }
    return QStringLiteral("router");
}

} // namespace

QVariantList setupStageList(const SetupRun &run)
{
    QVariantList list;
    bool isNext = true;
    for (const SetupStage stage : stagesOf(run)) {
        const StageWords words = wordsOf(stage, run.request().ssid);
        QString state = QStringLiteral("waiting");
        QString title = words.waiting;
        QString detail;
        if (isBehind(run, stage)) {
            state = QStringLiteral("done");
            title = words.done;
            detail = detailOf(run, stage);
        } else if (std::exchange(isNext, false)) {
            if (run.isRunning()) {
                state = QStringLiteral("running");
                title = words.running;
                detail = runningDetail(run, stage);
            } else if (run.state() == SetupRun::State::Failed) {
                state = QStringLiteral("failed");
                title = words.failed;
            }
        }
        list += QVariantMap{{QStringLiteral("title"), title},
                            {QStringLiteral("detail"), detail},
                            {QStringLiteral("state"), state}};
    }
    return list;
}

QString setupStepText(const SetupRun &run)
{
    const qsizetype all = stagesOf(run).size();
    return tr("Step %1 of %2").arg(std::min(countBehind(run) + 1, all)).arg(all);
}

double setupProgress(const SetupRun &run)
{
    return double(countBehind(run)) / double(stagesOf(run).size());
}

QString setupStageDone(const SetupRun &run, SetupStage stage)
{
    return wordsOf(stage, run.request().ssid).done;
}

QString setupDoneText(const SetupRun &run)
{
    const auto reading = run.reachedAfter(SetupStage::FirstReading);
    if (!reading)
        return tr("It has logged in and not measured yet. Tell Outlet what it is.");
    return tr("Its first reading came after %1. Tell Outlet what it is.").arg(seconds(*reading));
}

QString setupSideTitle(const SetupRun &run)
{
    if (isHopeless(run))
        return tr("This outlet can’t be added");
    if (run.state() == SetupRun::State::Failed)
        return tr("Not added yet");
    if (run.reachedAfter(SetupStage::LoggedIn))
        return tr("The outlet is here");
    if (run.request().way == SetupWay::AccessPoint)
        return run.reachedAfter(SetupStage::Configured) ? tr("Go back to your own Wi‑Fi")
                                                        : tr("Talking to the outlet");
    return run.reachedAfter(SetupStage::Announced) ? tr("The outlet is joining")
                                                   : tr("Sending to the outlet");
}

QString setupSideText(const SetupRun &run)
{
    if (isHopeless(run))
        return tr("Other outlets may still work, even such as look the same.");
    if (run.state() == SetupRun::State::Failed)
        return tr("Leave it plugged in. You can try as often as you like.");
    const bool isBroadcast = run.request().way == SetupWay::SmartConfig;
    if (!isBroadcast && run.reachedAfter(SetupStage::Configured) &&
        !run.reachedAfter(SetupStage::LoggedIn))
        return tr("The outlet joins %1 now. This computer has to be there, too.")
            .arg(run.request().ssid);
    if (isBroadcast && !run.reachedAfter(SetupStage::Announced))
        return tr("Its light must be steady blue. Leave it plugged in.");
    return tr("Leave it plugged in. No need to touch its button.");
}

bool setupWaitsForLight(const SetupRun &run)
{
    return run.isRunning() && run.request().way == SetupWay::SmartConfig &&
           !isBehind(run, SetupStage::Announced);
}

QString setupHintsTitle(const SetupAdvice &advice)
{
    switch (advice.kind) {
    case SetupAdvice::Kind::Causes:
        return advice.hints.size() == 1 ? tr("Most likely cause") : tr("Most likely causes");
    case SetupAdvice::Kind::Choices:
        return tr("What to do");
    case SetupAdvice::Kind::Hopeless:
        return tr("Good to know");
    }
    Q_UNREACHABLE();
}

QVariantList setupHintList(const QList<SetupHint> &hints)
{
    QVariantList list;
    for (const SetupHint &hint : hints.first(std::min(kMostHints, hints.size())))
        list += QVariantMap{{QStringLiteral("title"), hint.title},
                            {QStringLiteral("text"), hint.text},
                            {QStringLiteral("icon"), iconFor(hint.action)},
                            {QStringLiteral("button"), buttonFor(hint.action)},
                            {QStringLiteral("action"), static_cast<int>(hint.action)}};
    return list;
}

QString setupDetails(const SetupRun &run, const SetupAdvice &advice)
{
    QStringList lines{advice.plain(), QString(),
                      QStringLiteral("Outlet %1, Qt %2")
                          .arg(QStringLiteral(OUTLET_VERSION), QLatin1String(qVersion()))};
    if (run.failure())
        lines += QStringLiteral("cause: %1 %2")
                     .arg(setupCauseName(run.failure()->cause), run.failure()->detail)
                     .trimmed();
    for (const SetupStage stage : stagesOf(run)) {
        if (const auto after = run.reachedAfter(stage))
            lines += QStringLiteral("%1: %2 ms").arg(setupStageName(stage)).arg(after->count());
    }
    lines += QStringLiteral("ended: %1 ms").arg(run.elapsed().count());
    return lines.join(u'\n');
}

QString setupNameMistake(const QString &name)
{
    const qsizetype bytes = name.toUtf8().size();
    if (bytes == 0)
        return tr("Enter the name of your Wi‑Fi.");
    if (bytes > protocol::kMaxSsidBytes)
        return tr("A Wi‑Fi name has at most 32 bytes.");
    return {};
}

QString setupPasswordMistake(qsizetype bytes)
{
    if (bytes > 0 && bytes < kShortestPassword)
        return tr("Wi‑Fi password needs at least 8 characters.");
    if (bytes > protocol::kMaxPasswordBytes)
        return tr("A Wi‑Fi password has at most 64 bytes.");
    return {};
}

QString minutesAndSeconds(std::chrono::milliseconds time)
{
    const auto seconds = time.count() / 1000;
    return QStringLiteral("%1:%2").arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0'));
}

} // namespace outlet
