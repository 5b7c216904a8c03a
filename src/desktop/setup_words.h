// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QString>
#include <QtCore/QVariantList>

#include "setup/setup_advice.h"
#include "setup/setup_run.h"

namespace outlet {

/// What a SetupRun has come to, in the words of the wizard's last step. All texts are translated,
/// and none contains the password.

/// {title, detail, state} of each stage that the run's way has; state is "done", "running",
/// "waiting" or "failed".
[[nodiscard]] QVariantList setupStageList(const SetupRun &run);
/// The stage that is under way, or at which the run failed, "Step 3 of 5".
[[nodiscard]] QString setupStepText(const SetupRun &run);
/// How many of the stages are behind, 0 to 1.
[[nodiscard]] double setupProgress(const SetupRun &run);
/// What a screen reader says when \a stage was reached.
[[nodiscard]] QString setupStageDone(const SetupRun &run, SetupStage stage);
/// When the outlet came, once it is here.
[[nodiscard]] QString setupDoneText(const SetupRun &run);
/// Beside the outlet's picture: what it is doing, and what the user should do about it.
[[nodiscard]] QString setupSideTitle(const SetupRun &run);
[[nodiscard]] QString setupSideText(const SetupRun &run);

/// The outlet's light has to be on now, as far as is known.
[[nodiscard]] bool setupWaitsForLight(const SetupRun &run);

/// What stands above the hints.
[[nodiscard]] QString setupHintsTitle(const SetupAdvice &advice);
/// {title, text, icon, button, action} of each hint, four at most; button is empty where nothing
/// can be pressed.
[[nodiscard]] QVariantList setupHintList(const QList<SetupHint> &hints);
/// The failure as text to be sent to somebody who can help: causes, times, versions.
[[nodiscard]] QString setupDetails(const SetupRun &run, const SetupAdvice &advice);

/// What is wrong with a network's name, or with a password of \a bytes; empty when nothing is.
[[nodiscard]] QString setupNameMistake(const QString &name);
[[nodiscard]] QString setupPasswordMistake(qsizetype bytes);

/// "0:42".
[[nodiscard]] QString minutesAndSeconds(std::chrono::milliseconds time);

} // namespace outlet
