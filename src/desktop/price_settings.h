// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QObject>
#include <QtCore/QStringList>
#include <QtQml/qqmlregistration.h>

#include "base/clock.h"
#include "desktop/plan_editor.h"
#include "desktop/plan_model.h"

class QJSEngine;
class QQmlEngine;

namespace outlet {

class App;
class EnergySource;

/// Settings, Energy prices: the plans, the one that is edited, and what belongs to all of them.
/// What is saved goes to EnergySource::setTariff(), as with outletctl. Main thread.
class PriceSettings : public QObject
{
    Q_OBJECT
    QML_NAMED_ELEMENT(Prices)
    QML_SINGLETON
    /// False where nothing is recorded at all.
    Q_PROPERTY(bool available READ available CONSTANT FINAL)
    Q_PROPERTY(outlet::PlanModel *plans READ plans CONSTANT FINAL)
    Q_PROPERTY(outlet::PlanEditor *editor READ editor CONSTANT FINAL)
    /// Which of the plans is in the editor; -1 = none, or a new one.
    Q_PROPERTY(int current READ current NOTIFY currentChanged FINAL)
    Q_PROPERTY(QString today READ today NOTIFY tariffChanged FINAL)
    /// Why saving failed; empty when it did not.
    Q_PROPERTY(QString problem READ problem NOTIFY problemChanged FINAL)
    /// The first is the locale's.
    Q_PROPERTY(QStringList currencies READ currencies CONSTANT FINAL)
    Q_PROPERTY(int currency READ currency WRITE setCurrency NOTIFY tariffChanged FINAL)
    /// The day of the month on which a billing month starts, 1 to 28.
    Q_PROPERTY(int billingDay READ billingDay WRITE setBillingDay NOTIFY tariffChanged FINAL)
    /// Grams of CO2 a kWh; empty = not known.
    Q_PROPERTY(QString co2 READ co2 NOTIFY tariffChanged FINAL)
public:
    /// \a source may be null (nothing is recorded); all must outlive it.
    PriceSettings(EnergySource *source, Clock &clock, App &app, QObject *parent = nullptr);
    ~PriceSettings() override;
    /// For the QML engine: the one that was made last, owned by C++.
    static PriceSettings *create(QQmlEngine *engine, QJSEngine *script);

    [[nodiscard]] bool available() const { return m_source != nullptr; }
    [[nodiscard]] PlanModel *plans() { return &m_plans; }
    [[nodiscard]] PlanEditor *editor() { return &m_editor; }
    [[nodiscard]] int current() const { return m_current; }
    [[nodiscard]] QString today() const;
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] QStringList currencies() const;
    [[nodiscard]] int currency() const;
    void setCurrency(int index);
    [[nodiscard]] int billingDay() const;
    void setBillingDay(int day);
    [[nodiscard]] QString co2() const;

    /// Shows the plan that is used now, unless something is being edited.
    Q_INVOKABLE void showUsed();
    Q_INVOKABLE void edit(int index);
    Q_INVOKABLE void newPlan();
    Q_INVOKABLE void duplicate(int index);
    /// Deletes a plan; App::undo() brings it back.
    Q_INVOKABLE void remove(int index);
    /// False, with problem(), when it could not be saved.
    Q_INVOKABLE bool save();
    /// Takes back what was edited.
    Q_INVOKABLE void discard();
    /// Takes what was typed; returns what is wrong with it, or an empty text.
    Q_INVOKABLE QString takeCo2(const QString &text);

Q_SIGNALS:
    void currentChanged();
    void problemChanged();
    void tariffChanged();

private:
    [[nodiscard]] Tariff tariff() const;
    [[nodiscard]] QDate todaysDate() const;
    [[nodiscard]] QString currencyCode() const;
    bool put(const Tariff &tariff);
    void setCurrent(int index);
    void setProblem(const QString &problem);
    void load();
    /// The first of a month, from \a date on, on which no plan starts.
    [[nodiscard]] QDate freeMonthFrom(QDate date) const;

    App &m_app;
    EnergySource *m_source;
    Clock &m_clock;
    PlanModel m_plans;
    PlanEditor m_editor;
    int m_current = -1;
    QString m_problem;
};

} // namespace outlet
