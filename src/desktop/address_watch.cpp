// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/address_watch.h"

#include "desktop/engine.h"

namespace outlet {

namespace {

const QString kDismissed = QStringLiteral("dismissedAddressNotice");

} // namespace

AddressWatch::AddressWatch(Engine &engine, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_timer(engine.clock(), [this] { look(); })
{
    connect(&engine, &Engine::ready, this, &AddressWatch::look);
    connect(&engine, &Engine::serverStateChanged, this, &AddressWatch::look);
    look();
}

void AddressWatch::look()
{
    m_timer.start(kLook);
    QString text = m_engine.changedAddressText();
    if (text == m_engine.setting(kDismissed).toString())
        text.clear();
    if (text == m_text)
        return;
    m_text = text;
    Q_EMIT textChanged();
}

void AddressWatch::dismiss()
{
    if (m_text.isEmpty())
        return;
    m_engine.setSetting(kDismissed, m_text);
    look();
}

} // namespace outlet
