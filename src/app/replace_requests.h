// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QObject>

#include "app/replace_service.h"
#include "control/control_dispatcher.h"
#include "control/control_host.h"

namespace outlet {

/// Carries out the control channel's requests about replaced outlets: "merge" (an outlet "into"
/// another; "takeName", "forget"), "undoMerge" and "merges". Main thread.
class ReplaceRequests : public QObject
{
    Q_OBJECT
public:
    /// All must outlive this.
    ReplaceRequests(ReplaceService &service, History &history, OutletRegistry &registry,
                    ControlHost &host, QObject *parent = nullptr);

    /// False, with nothing done, when the verb is another's; otherwise \a reply is called once.
    bool carryOut(const control::Request &request, const ControlDispatcher::Reply &reply);

private:
    void merge(const QJsonObject &arguments, const ControlDispatcher::Reply &reply);
    void replace(const ReplaceService::Wish &wish, const ControlDispatcher::Reply &reply);
    void undo(qint64 id, const ControlDispatcher::Reply &reply);
    void answerWhenSaved(const QJsonObject &answer, const ControlDispatcher::Reply &reply);

    ReplaceService &m_service;
    History &m_history;
    OutletRegistry &m_registry;
    ControlHost &m_host;
};

} // namespace outlet
