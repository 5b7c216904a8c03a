// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QCoreApplication>
#include <algorithm>
#include <optional>

#include "desktop/face_state.h"
#include "outlets/outlet.h"

namespace outlet {

/// Makes one FaceState; a part of faceState(), a class only so that the parts need not be handed
/// around.
class FaceMaker
{
    Q_DECLARE_TR_FUNCTIONS(outlet::FaceState)
public:
    FaceMaker(const Outlet &outlet, FaceInput &input)
        : m_outlet(outlet)
        , m_input(input)
    {
    }

    FaceState make()
    {
        makeIdentity();
        makeLink();
        makeSwitch();
        makePower();
        makeCountdown();
        makeSince();
        makeStrip();
        makeTimes();
        makeWords();
        m_face.watts = m_watts;
        return m_face;
    }

private:
    [[nodiscard]] const OutletRecord &record() const { return m_outlet.record(); }
    [[nodiscard]] bool isOnline() const
    {
        return m_face.link.link == Ui::LinkOnline || m_face.link.link == Ui::LinkSilent;
    }
    [[nodiscard]] qint64 sinceUtcMs() const { return m_outlet.relaySinceUtcMs().value_or(0); }

    /// Takes the text and sees to it that the face is made anew when the text is no longer true.
    QString timed(const TimedText &timed)
    {
        m_face.validForMs = std::min(m_face.validForMs, timed.validForMs);
        return timed.text;
    }
    QString timedApart(const TimedText &timed)
    {
        m_face.timesValidForMs = std::min(m_face.timesValidForMs, timed.validForMs);
        return timed.text;
    }
    void remakeAfter(qint64 ms)
    {
        if (ms > 0)
            m_face.validForMs = std::min(m_face.validForMs, ms);
    }

    void makeIdentity();
    void makeLink();
    void makeSignal();
    void makeSwitch();
    void makePower();
    void makeReading(double watts, bool stale);
    void makeCountdown();
    void makeSince();
    void makeStrip();
    void makeQuietStrip();
    void makeTimes();
    void makeWords();
    void setStrip(Ui::Tone tone, const QString &icon, const QString &text);
    void setAction(FaceState::Strip::Action action, const QString &text);

    const Outlet &m_outlet;
    FaceInput &m_input;
    FaceState m_face;
    std::optional<double> m_watts; ///< as shown; empty = unknown
};

} // namespace outlet
