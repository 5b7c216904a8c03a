// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QObject>
#include <functional>

#include "base/clock.h"
#include "base/result.h"
#include "control/control_message.h"

namespace outlet {

class ControlHost;
class Outlet;
class OutletRegistry;

/// Carries out the requests of the control channel: hello, list, status, setRelay, allow, ignore,
/// rename, forget, raise and quit. ("watch" belongs to the session, which then gets events.)
/// What is remembered is answered only when it is on disk. Main thread.
class ControlDispatcher : public QObject
{
    Q_OBJECT
public:
    using Reply = std::function<void(const control::Outcome &)>;
    /// The longest time that setRelay waits for a confirmation, and what it waits by default.
    static constexpr std::chrono::seconds kMaxWait{600};
    static constexpr std::chrono::seconds kDefaultWait{12};
    /// The longest name of an outlet or room, in characters.
    static constexpr int kMaxNameLength = 64;

    /// All three must outlive the dispatcher.
    ControlDispatcher(OutletRegistry &registry, ControlHost &host, Clock &clock,
                      QObject *parent = nullptr);

    /// Carries out \a request and calls \a reply exactly once, now or later; not at all when the
    /// dispatcher is destroyed first.
    void dispatch(const control::Request &request, Reply reply);
    /// What "hello" answers, and what a watcher hears first.
    [[nodiscard]] QJsonObject hello() const;

private:
    using Handler = void (ControlDispatcher::*)(const QJsonObject &, const Reply &);
    [[nodiscard]] static Handler handlerFor(const QString &verb);
    void answerHello(const QJsonObject &arguments, const Reply &reply);
    void list(const QJsonObject &arguments, const Reply &reply);
    void status(const QJsonObject &arguments, const Reply &reply);
    void setRelay(const QJsonObject &arguments, const Reply &reply);
    void allow(const QJsonObject &arguments, const Reply &reply);
    void ignore(const QJsonObject &arguments, const Reply &reply);
    void rename(const QJsonObject &arguments, const Reply &reply);
    void forget(const QJsonObject &arguments, const Reply &reply);
    void raise(const QJsonObject &arguments, const Reply &reply);
    void quit(const QJsonObject &arguments, const Reply &reply);

    [[nodiscard]] Result<Outlet *, control::Error> outletOf(const QJsonObject &arguments) const;
    [[nodiscard]] control::Error ambiguous(const QString &text) const;
    /// Answers with \a result once it is on disk.
    void replyWhenSaved(const QJsonObject &result, const QString &done, const Reply &reply);

    OutletRegistry &m_registry;
    ControlHost &m_host;
    Clock &m_clock;
};

} // namespace outlet
