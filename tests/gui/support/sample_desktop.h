// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/app.h"
#include "desktop/diagnostics/diagnostics_face.h"
#include "desktop/english_plurals.h"
#include "desktop/file_care.h"
#include "desktop/outlet_faces.h"
#include "desktop/preferences.h"
#include "desktop/price_settings.h"
#include "desktop/server_face.h"
#include "desktop/setup_wizard.h"
#include "sample_energy.h"
#include "sample_engine.h"
#include "sample_history_care.h"

namespace outlet {

/// Everything that the QML module needs to be used, on a SampleEngine.
class SampleDesktop
{
public:
    /// With a \a history, which must outlive it, outlets can be replaced.
    explicit SampleDesktop(Clock &clock, History *history = nullptr);

    SampleEnergy energy;
    SampleEngine engine;
    OutletFaces faces;
    Preferences preferences;
    ServerFace server;
    App app;
    PriceSettings prices;
    SampleHistoryCare historyCare;
    FileCare fileCare;
    DiagnosticsFace diagnostics;
    SetupWizard setup;

private:
    EnglishPlurals m_plurals;
};

} // namespace outlet
