// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QJsonObject>
#include <QtCore/QObject>
#include <map>
#include <memory>

#include "app/import_session.h"
#include "control/control_dispatcher.h"

namespace outlet {

/// Exports and imports over the control channel. "export" and "import" begin one and answer
/// {"job": n} at once; "transfer" tells how far it is and, once it ended, how; "cancelTransfer"
/// ends it. Nobody asks for a while: then whoever wanted it is gone, and it is cancelled.
/// "takeBackImport" and "imports" answer when they are done. Main thread.
class TransferRequests : public QObject
{
    Q_OBJECT
public:
    static constexpr int kMostJobs = 8;
    static constexpr std::chrono::seconds kLease{30};

    /// \a service must outlive it.
    explicit TransferRequests(TransferService &service, QObject *parent = nullptr);
    ~TransferRequests() override;

    /// False, with nothing done, when the verb is another's; otherwise \a reply is called once.
    bool carryOut(const control::Request &request, const ControlDispatcher::Reply &reply);

private:
    struct Job;
    void exportEnergy(const QJsonObject &arguments, const ControlDispatcher::Reply &reply);
    void importEnergy(const QJsonObject &arguments, const ControlDispatcher::Reply &reply);
    void tell(const QJsonObject &arguments, const ControlDispatcher::Reply &reply);
    void cancel(const QJsonObject &arguments, const ControlDispatcher::Reply &reply);
    [[nodiscard]] Job *add(const ControlDispatcher::Reply &reply);
    void followImport(qint64 id);
    [[nodiscard]] QString mapNames(ImportSession &session, const Job &job) const;
    void end(qint64 id, const control::Outcome &outcome);

    TransferService &m_service;
    std::map<qint64, std::unique_ptr<Job>> m_jobs;
    qint64 m_lastJob = 0;
};

} // namespace outlet
