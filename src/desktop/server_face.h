// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QObject>
#include <QtCore/QStringList>
#include <QtCore/QVariantList>
#include <QtQml/qqmlregistration.h>

#include "base/clock.h"
#include "desktop/address_watch.h"
#include "desktop/ui.h"

class QJSEngine;
class QQmlEngine;

namespace outlet {

class Engine;

/// The server as people see it: whether it runs, where, and why not. Main thread.
class ServerFace : public QObject
{
    Q_OBJECT
    QML_NAMED_ELEMENT(Server)
    QML_SINGLETON
    Q_PROPERTY(outlet::Ui::ServerState state READ state NOTIFY stateChanged FINAL)
    Q_PROPERTY(int port READ port NOTIFY stateChanged FINAL)
    Q_PROPERTY(int defaultPort READ defaultPort CONSTANT FINAL)
    /// This computer's addresses at which outlets can reach the server, likely ones first.
    Q_PROPERTY(QStringList addresses READ addresses NOTIFY stateChanged FINAL)
    Q_PROPERTY(QString primaryAddress READ primaryAddress NOTIFY stateChanged FINAL)
    Q_PROPERTY(QString runningText READ runningText NOTIFY stateChanged FINAL)
    Q_PROPERTY(QString sinceText READ sinceText NOTIFY stateChanged FINAL)
    /// What happened, empty while the server runs.
    Q_PROPERTY(QString errorText READ errorText NOTIFY stateChanged FINAL)
    /// What to do about it.
    Q_PROPERTY(QString errorHelp READ errorHelp NOTIFY stateChanged FINAL)
    Q_PROPERTY(QString holderText READ holderText NOTIFY stateChanged FINAL)
    Q_PROPERTY(QString retryText READ retryText NOTIFY retryTextChanged FINAL)
    /// For a bug report; holds no names and no ids.
    Q_PROPERTY(QString details READ details NOTIFY stateChanged FINAL)
    /// The host names that outlets ask the DNS for.
    Q_PROPERTY(QStringList dnsNames READ dnsNames CONSTANT FINAL)
    /// {address, label, selected} per address; selected all = every address.
    Q_PROPERTY(QVariantList bindAddresses READ bindAddresses NOTIFY bindAddressesChanged FINAL)
    /// What to say about an address that outlets were told and this computer has no more; empty
    /// while all is well or once it was dismissed.
    Q_PROPERTY(
        QString changedAddressText READ changedAddressText NOTIFY changedAddressTextChanged FINAL)
    /// {key, label} of the DNS servers that snippet() knows.
    Q_PROPERTY(QVariantList snippetKinds READ snippetKinds CONSTANT FINAL)
public:
    /// \a engine must outlive the face.
    explicit ServerFace(Engine &engine, QObject *parent = nullptr);
    ~ServerFace() override;
    /// For the QML engine: the one that was made last, owned by C++.
    static ServerFace *create(QQmlEngine *engine, QJSEngine *script);

    /// For objects of QML that are given the face.
    [[nodiscard]] Engine &engine() const { return m_engine; }

    [[nodiscard]] Ui::ServerState state() const;
    [[nodiscard]] int port() const;
    [[nodiscard]] int defaultPort() const;
    [[nodiscard]] QStringList addresses() const;
    [[nodiscard]] QString primaryAddress() const;
    [[nodiscard]] QString runningText() const;
    [[nodiscard]] QString sinceText() const;
    [[nodiscard]] QString errorText() const;
    [[nodiscard]] QString errorHelp() const;
    [[nodiscard]] QString holderText() const;
    [[nodiscard]] QString retryText() const;
    [[nodiscard]] QString details() const;
    [[nodiscard]] QStringList dnsNames() const;
    [[nodiscard]] QVariantList bindAddresses() const;
    [[nodiscard]] QVariantList snippetKinds() const;
    [[nodiscard]] QString changedAddressText() const { return m_addressWatch.text(); }

    Q_INVOKABLE void retry();
    /// What is wrong with the text as a port; empty when nothing is.
    Q_INVOKABLE QString portError(const QString &text) const;
    /// Restarts the server on another port and remembers it.
    Q_INVOKABLE void setPort(int port);
    /// Listens on this address or no longer. Returns what is wrong with that, e.g. when it is the
    /// last one; an empty text when it is done.
    Q_INVOKABLE QString selectAddress(const QString &address, bool selected);
    Q_INVOKABLE void copyDetails();
    /// The user knows that the address changed.
    Q_INVOKABLE void dismissChangedAddress();
    /// Lines for a DNS server that lead outlets to \a address; kinds as in snippetKinds.
    Q_INVOKABLE QString snippet(const QString &kind, const QString &address = {}) const;

Q_SIGNALS:
    void stateChanged();
    void retryTextChanged();
    void bindAddressesChanged();
    void changedAddressTextChanged();

private:
    void update();

    Engine &m_engine;
    AddressWatch m_addressWatch;
    ClockTimer m_tick; ///< runs only while "Trying again in 8 s" is shown
};

} // namespace outlet
