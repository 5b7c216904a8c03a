// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QObject>
#include <QtCore/QString>
#include <QtQml/qqmlregistration.h>

namespace outlet {

class EnergySource;

/// What the home used and what that cost, in finished texts, for the bar above the cards. Main
/// thread.
class HomeEnergy : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes from App")
    /// False where nothing is recorded at all (no history): then nothing of it is shown.
    Q_PROPERTY(bool available READ available CONSTANT FINAL)
    /// True when there are prices: then cost has figures.
    Q_PROPERTY(bool hasPrices READ hasPrices NOTIFY changed FINAL)
    Q_PROPERTY(QString todayText READ todayText NOTIFY changed FINAL)
    Q_PROPERTY(QString todayUnit READ todayUnit NOTIFY changed FINAL)
    /// What is missing of today ("8 min missing"), or empty.
    Q_PROPERTY(QString todayNote READ todayNote NOTIFY changed FINAL)
    Q_PROPERTY(QString costText READ costText NOTIFY changed FINAL)
    Q_PROPERTY(QString monthText READ monthText NOTIFY changed FINAL)
    Q_PROPERTY(QString monthUnit READ monthUnit NOTIFY changed FINAL)
    Q_PROPERTY(QString projectionText READ projectionText NOTIFY changed FINAL)
    Q_PROPERTY(QString projectionNote READ projectionNote NOTIFY changed FINAL)
public:
    /// \a source must outlive it; nullptr = there is none.
    explicit HomeEnergy(EnergySource *source, QObject *parent = nullptr);

    [[nodiscard]] bool available() const { return m_source != nullptr; }
    [[nodiscard]] bool hasPrices() const { return m_texts.hasPrices; }
    [[nodiscard]] QString todayText() const { return m_texts.today; }
    [[nodiscard]] QString todayUnit() const { return m_texts.todayUnit; }
    [[nodiscard]] QString todayNote() const { return m_texts.todayNote; }
    [[nodiscard]] QString costText() const { return m_texts.cost; }
    [[nodiscard]] QString monthText() const { return m_texts.month; }
    [[nodiscard]] QString monthUnit() const { return m_texts.monthUnit; }
    [[nodiscard]] QString projectionText() const { return m_texts.projection; }
    [[nodiscard]] QString projectionNote() const { return m_texts.projectionNote; }

Q_SIGNALS:
    void changed();

private:
    void update();

    struct Texts
    {
        bool hasPrices = false;
        QString today, todayUnit, todayNote, cost, month, monthUnit, projection, projectionNote;
        friend bool operator==(const Texts &, const Texts &) = default;
    };
    EnergySource *m_source;
    Texts m_texts;
};

} // namespace outlet
