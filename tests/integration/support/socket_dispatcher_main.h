// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QCoreApplication>
#include <QtTest/QTest>

#include "server/socket_dispatcher.h"

/// A test's main() on the event loop that outletd runs on. The tests without it run on Qt's own, as
/// the desktop app does.
#define OUTLET_SOCKET_DISPATCHER_MAIN(TestClass)                                                   \
    int main(int argc, char *argv[])                                                               \
    {                                                                                              \
        outlet::installSocketDispatcher();                                                         \
        QCoreApplication app(argc, argv);                                                          \
        TestClass test;                                                                            \
        return QTest::qExec(&test, argc, argv);                                                    \
    }
