// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <algorithm>
#include <optional>
#include <vector>

#include "base/manual_clock.h"
#include "control/control_client.h"
#include "control/control_host.h"
#include "control/control_server.h"
#include "outlets/outlet_port.h"
#include "outlets/outlet_registry.h"

namespace outlet::test {

/// A program for the control channel that writes down what it is asked, and saves when told to.
class FakeHost : public ControlHost
{
public:
    [[nodiscard]] QString program() const override { return QStringLiteral("outletd"); }
    [[nodiscard]] QJsonObject status() const override
    {
        return {{QStringLiteral("listening"), true}, {QStringLiteral("port"), 17273}};
    }
    void whenSaved(std::function<void(const QString &)> done) override
    {
        if (saveAtOnce)
            done({});
        else
            waiting.push_back(std::move(done));
    }
    bool raise(const WindowWish &wish) override
    {
        ++raised;
        lastWish = wish;
        return hasWindow;
    }
    void quit() override { ++quits; }

    bool saveAtOnce = true;
    bool hasWindow = false;
    int raised = 0;
    WindowWish lastWish;
    int quits = 0;
    std::vector<std::function<void(const QString &)>> waiting;
};

/// Hardware that only takes note of wishes; the test decides what becomes of them.
class FakePort : public OutletPort
{
public:
    explicit FakePort(Outlet &outlet)
        : m_outlet(outlet)
    {
    }
    void requestRelay(bool on) override
    {
        wishes.append(on);
        m_outlet.commandPending(on);
    }
    void requestReading() override {}
    void observedChanged(bool) override {}

    QList<bool> wishes;

private:
    Outlet &m_outlet;
};

/// A control server on a real socket in a folder of its own, with a registry and a clock that the
/// test moves.
struct Fixture
{
    QTemporaryDir dir;
    ManualClock clock;
    OutletRegistry registry{clock, nullptr};
    FakeHost host;
    ControlServer server{registry, host, clock};

    /// Adds an outlet with that id; a known one has a name.
    Outlet *add(const QString &id, const QString &name = {})
    {
        Outlet *outlet = registry.findOrAdd(id);
        if (!name.isEmpty()) {
            OutletRecord record = outlet->record();
            record.name = name;
            registry.update(outlet, record);
            registry.allow(outlet);
        }
        return outlet;
    }
};

/// A client with its answers and events kept in order.
struct Client
{
    struct Answer
    {
        qint64 id;
        control::Outcome outcome;
    };
    ControlClient client;
    QList<Answer> answers;
    QList<QJsonObject> events;
    bool isClosed = false;

    Client()
    {
        QObject::connect(&client, &ControlClient::answered, &client,
                         [this](qint64 id, const control::Outcome &outcome) {
                             answers.append({id, outcome});
                         });
        QObject::connect(&client, &ControlClient::happened, &client,
                         [this](const QJsonObject &event) { events.append(event); });
        QObject::connect(&client, &ControlClient::closed, &client, [this] { isClosed = true; });
    }

    /// Sends a request and waits for its answer; empty when none comes.
    std::optional<control::Outcome> ask(const QString &verb, const QJsonObject &arguments = {})
    {
        const qint64 id = client.send(verb, arguments);
        const auto mine = [this, id] {
            return std::find_if(answers.begin(), answers.end(),
                                [id](const Answer &answer) { return answer.id == id; });
        };
        if (!QTest::qWaitFor([&] { return mine() != answers.end(); }, 5000))
            return std::nullopt;
        return mine()->outcome;
    }
    /// The code of the error that a request leads to; empty when it succeeds or isn't answered.
    std::optional<control::ErrorCode> errorOf(const QString &verb, const QJsonObject &arguments)
    {
        const auto outcome = ask(verb, arguments);
        if (!outcome || outcome->ok())
            return std::nullopt;
        return outcome->error().code;
    }
};

} // namespace outlet::test
