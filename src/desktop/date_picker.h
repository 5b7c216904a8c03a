// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QDate>
#include <QtCore/QLocale>
#include <QtCore/QObject>
#include <QtCore/QVariantList>
#include <QtQml/qqmlregistration.h>

namespace outlet {

/// What DateField.qml shows: a date, how it is written and read in the locale, and the month that
/// is leafed through to choose another. Dates cross to QML as "2025-10-01", because a JavaScript
/// date is an instant and may fall on the day before. Main thread.
class DatePicker : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    /// The chosen date; empty = none. What is no date, or not between the bounds, is not taken.
    Q_PROPERTY(QString value READ value WRITE setValue NOTIFY valueChanged FINAL)
    /// The chosen date as it is written: "Oct 1, 2025".
    Q_PROPERTY(QString text READ text NOTIFY valueChanged FINAL)
    /// The first and the last date that can be chosen; empty = any.
    Q_PROPERTY(QString earliest READ earliest WRITE setEarliest NOTIFY boundsChanged FINAL)
    Q_PROPERTY(QString latest READ latest WRITE setLatest NOTIFY boundsChanged FINAL)
    /// Today; the system's date unless somebody says otherwise.
    Q_PROPERTY(QString today READ today WRITE setToday NOTIFY todayChanged FINAL)
    /// "October 2025"
    Q_PROPERTY(QString monthTitle READ monthTitle NOTIFY monthChanged FINAL)
    /// {label, name} of the seven days of a week, in the locale's order.
    Q_PROPERTY(QVariantList weekdays READ weekdays CONSTANT FINAL)
    /// {iso, label, name, inMonth, isToday, isChosen, canChoose} of six weeks around the month.
    Q_PROPERTY(QVariantList days READ days NOTIFY monthChanged FINAL)
    /// Which of days the keyboard is on.
    Q_PROPERTY(int cursor READ cursor NOTIFY monthChanged FINAL)
public:
    static constexpr int kDaysShown = 42;

    explicit DatePicker(QObject *parent = nullptr);

    [[nodiscard]] QString value() const;
    void setValue(const QString &iso);
    [[nodiscard]] QString text() const;
    [[nodiscard]] QString earliest() const;
    void setEarliest(const QString &iso);
    [[nodiscard]] QString latest() const;
    void setLatest(const QString &iso);
    [[nodiscard]] QString today() const;
    void setToday(const QString &iso);
    [[nodiscard]] QString monthTitle() const;
    [[nodiscard]] QVariantList weekdays() const;
    [[nodiscard]] QVariantList days() const { return m_days; }
    [[nodiscard]] int cursor() const;

    /// Shows the month of the chosen date, or of today, with the cursor on it.
    Q_INVOKABLE void showChosen();
    /// Moves the cursor, not beyond the bounds.
    Q_INVOKABLE void stepDays(int by);
    Q_INVOKABLE void stepMonths(int by);
    /// To the first or the last day of the cursor's week.
    Q_INVOKABLE void stepToWeekEnd(bool last);
    /// The date of this place in days.
    Q_INVOKABLE QString isoAt(int index) const;
    /// Takes what was typed; returns what is wrong with it, or an empty text.
    Q_INVOKABLE QString take(const QString &typed);

    /// A date as people write it in \a locale, or as ISO 8601; invalid when it is none. A year of
    /// two digits lies between 1970 and 2069.
    [[nodiscard]] static QDate fromText(const QString &text, const QLocale &locale);

Q_SIGNALS:
    void valueChanged();
    void boundsChanged();
    void todayChanged();
    void monthChanged();

private:
    [[nodiscard]] bool canChoose(QDate date) const;
    void moveTo(QDate date);
    void makeDays();

    QDate m_value;
    QDate m_earliest;
    QDate m_latest;
    QDate m_today;
    QDate m_cursor;
    QDate m_first; ///< of the days that are shown
    QVariantList m_days;
};

} // namespace outlet
