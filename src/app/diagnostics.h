// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QObject>

#include "app/diagnostic_report.h"
#include "app/diagnostics_source.h"
#include "control/control_dispatcher.h"

namespace outlet {

class Core;

/// The running program's DiagnosticsSource. Main thread.
class Diagnostics : public QObject, public DiagnosticsSource
{
    Q_OBJECT
public:
    /// Frames of an outlet in a report: of the one that it is about, and of the others.
    static constexpr qsizetype kMostFrames = FrameTap::kMostFrames;
    static constexpr qsizetype kMostFramesOfOthers = 50;

    /// \a core must outlive this; nothing is asked of it before it is ready.
    explicit Diagnostics(Core &core, QObject *parent = nullptr);
    ~Diagnostics() override;

    [[nodiscard]] FrameTap &frames() override;
    [[nodiscard]] std::chrono::milliseconds readingsEvery(bool isObserved) const override;
    [[nodiscard]] int connectedCount() const override;
    void askLink(const QString &outletId,
                 std::function<void(const std::optional<LinkAnswer> &)> answer) override;
    void askReport(const QString &onlyOutletId, const QString &mainOutletId,
                   std::function<void(const QJsonObject &report)> answer) override;

    /// "diagnostics" {outlet}: {report, text}. False, with nothing done, for other verbs.
    bool carryOut(const control::Request &request, const ControlDispatcher::Reply &reply);

private:
    struct Work;
    void partDone(const std::shared_ptr<Work> &work);
    [[nodiscard]] ProgramFacts programFacts() const;

    Core &m_core;
};

} // namespace outlet
