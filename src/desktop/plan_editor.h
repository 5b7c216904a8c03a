// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QDate>
#include <QtCore/QObject>
#include <QtQml/qqmlregistration.h>
#include <optional>

#include "desktop/period_model.h"
#include "desktop/week_editor.h"
#include "tariff/tariff.h"

namespace outlet {

/// One price plan while it is being edited: what is typed, what is wrong with it, and the prices
/// that would result. Nothing is saved here; PriceSettings does that. Main thread.
class PlanEditor : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes from Prices")
    /// A plan is being looked at or edited.
    Q_PROPERTY(bool active READ active NOTIFY loaded FINAL)
    /// It is not among the plans yet.
    Q_PROPERTY(bool isNew READ isNew NOTIFY loaded FINAL)
    Q_PROPERTY(QString name READ name WRITE setName NOTIFY changed FINAL)
    /// One price at all times; what is set up for times of use is kept until it is saved.
    Q_PROPERTY(bool flat READ flat WRITE setFlat NOTIFY changed FINAL)
    /// "2025-10-01"
    Q_PROPERTY(QString validFrom READ validFrom WRITE setValidFrom NOTIFY changed FINAL)
    Q_PROPERTY(QString dateError READ dateError NOTIFY changed FINAL)
    /// The standing charge of a day, as typed; empty = none.
    Q_PROPERTY(QString standing READ standing WRITE setStanding NOTIFY changed FINAL)
    Q_PROPERTY(QString standingError READ standingError NOTIFY changed FINAL)
    Q_PROPERTY(outlet::PeriodModel *periods READ periods CONSTANT FINAL)
    Q_PROPERTY(outlet::WeekEditor *week READ week CONSTANT FINAL)
    /// Which costs are worked out again by saving.
    Q_PROPERTY(QString note READ note NOTIFY changed FINAL)
    /// Something differs from what is saved.
    Q_PROPERTY(bool edited READ edited NOTIFY changed FINAL)
    Q_PROPERTY(bool canSave READ canSave NOTIFY changed FINAL)
public:
    explicit PlanEditor(QObject *parent = nullptr);

    /// Looks at a plan of \a tariff.
    void edit(const Tariff &tariff, qsizetype index, QDate today, const QString &currency);
    /// Begins a plan that is to be added to \a tariff.
    void begin(const PricePlan &plan, const Tariff &tariff, QDate today, const QString &currency);
    void clear();
    /// The other plans changed meanwhile.
    void setTariff(const Tariff &tariff);
    /// The prices with this plan as it stands here.
    [[nodiscard]] Tariff result() const;
    [[nodiscard]] PricePlan plan() const;

    [[nodiscard]] bool active() const { return m_isActive; }
    [[nodiscard]] bool isNew() const { return m_isActive && !m_original; }
    [[nodiscard]] QString name() const { return m_name; }
    void setName(const QString &name);
    [[nodiscard]] bool flat() const { return m_isFlat; }
    void setFlat(bool flat);
    [[nodiscard]] QString validFrom() const;
    void setValidFrom(const QString &iso);
    [[nodiscard]] QString dateError() const;
    [[nodiscard]] QString standing() const { return m_standing; }
    void setStanding(const QString &text);
    [[nodiscard]] QString standingError() const;
    [[nodiscard]] PeriodModel *periods() { return &m_periods; }
    [[nodiscard]] WeekEditor *week() { return &m_week; }
    [[nodiscard]] QString note() const;
    [[nodiscard]] bool edited() const;
    [[nodiscard]] bool canSave() const;

    Q_INVOKABLE void addPeriod();
    Q_INVOKABLE void removePeriod(int index);

Q_SIGNALS:
    /// Another plan is being edited.
    void loaded();
    void changed();

private:
    void load(const PricePlan &plan, const QString &currency);
    [[nodiscard]] bool isValid() const;
    [[nodiscard]] std::optional<int> standingE4() const;

    PeriodModel m_periods;
    WeekEditor m_week{m_periods};
    Tariff m_tariff;
    std::optional<PricePlan> m_original; ///< as it is saved
    QDate m_today;
    QString m_currency;
    QString m_name;
    QDate m_validFrom;
    QString m_standing;
    bool m_isFlat = true;
    bool m_isActive = false;
};

} // namespace outlet
