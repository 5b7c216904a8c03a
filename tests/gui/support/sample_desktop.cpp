// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "sample_desktop.h"

#include <QtCore/QCoreApplication>

namespace outlet {

SampleDesktop::SampleDesktop(Clock &clock, History *history)
    : energy(clock)
    , engine(clock, &energy, history)
    , faces(FaceParts{engine.registry(), engine.countdowns(), clock,
                      [this](const QString &id) { return engine.isSimulated(id); }, &energy})
    , preferences(engine)
    , server(engine)
    , app(engine, faces)
    , prices(&energy, clock, app)
    , fileCare(&historyCare, engine, app)
    , diagnostics(engine)
    , setup(engine, faces)
{
    QCoreApplication::installTranslator(&m_plurals);
    faces.share();
    engine.setSetting(QStringLiteral("historyRawDays"), 90);
    engine.setSetting(QStringLiteral("historyMinuteDays"), 730);
    engine.setSetting(QStringLiteral("historyRollupDays"), 0);
    engine.setSetting(QStringLiteral("backupDaily"), true);
}

} // namespace outlet
