// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "history/import_columns.h"

#include <QtCore/QCoreApplication>
#include <algorithm>

namespace outlet {

namespace {

using Unit = ImportColumns::Unit;

QString tr(const char *text)
{
    return QCoreApplication::translate("Import", text);
}

/// The first column whose name holds one of \a words; those of the first words first.
int columnLike(const QStringList &columns, std::initializer_list<const char *> words)
{
    for (const char *word : words) {
        for (qsizetype i = 0; i < columns.size(); ++i) {
            if (columns.at(i).contains(QLatin1StringView(word), Qt::CaseInsensitive))
                return int(i);
        }
    }
    return -1;
}

int columnNamed(const QStringList &columns, std::initializer_list<const char *> names)
{
    for (const char *name : names) {
        const auto i = columns.indexOf(QLatin1StringView(name), 0);
        if (i >= 0)
            return int(i);
    }
    return -1;
}

std::optional<Unit> unitOf(const QString &text)
{
    const QString name = text.toLower();
    if (name.contains(QLatin1StringView("kwh")) || name.contains(QLatin1StringView("kw h")))
        return Unit::KilowattHours;
    if (name.contains(QLatin1StringView("wh")))
        return Unit::WattHours;
    if (name.contains(QLatin1StringView("joule")) || name == QLatin1StringView("j") ||
        name.endsWith(QLatin1StringView("[j]")) || name.endsWith(QLatin1StringView("(j)")))
        return Unit::Joules;
    return std::nullopt;
}

bool isCumulativeName(const QString &name)
{
    return columnLike({name}, {"cumul", "total", "meter", "counter"}) == 0;
}

/// The first other column that holds words in every row: names, most likely.
int columnOfWords(const ImportFile &file, int time, int energy)
{
    for (int column = 0; column < file.columns().size(); ++column) {
        bool isWords = column != time && column != energy && !file.sample().isEmpty();
        for (const TransferRecord &row : file.sample()) {
            const QString cell = row.cells.value(column);
            isWords =
                isWords && (!row.fault.isEmpty() || (!cell.isEmpty() && cell.at(0).isLetter()));
        }
        if (isWords)
            return column;
    }
    return -1;
}

DateOrder orderOf(const ImportFile &file, int time)
{
    for (const TransferRecord &row : file.sample()) {
        if (time < 0 || time >= row.cells.size())
            continue;
        if (const auto order = dateOrderOf(row.cells.at(time)))
            return *order;
    }
    // 1/2/2025 alone says nothing; who writes am and pm writes the month first.
    for (const TransferRecord &row : file.sample()) {
        if (time >= 0 && time < row.cells.size() &&
            row.cells.at(time).trimmed().endsWith(u'm', Qt::CaseInsensitive))
            return DateOrder::MonthFirst;
    }
    return DateOrder::DayFirst;
}

} // namespace

bool isOutletFile(const ImportFile &file)
{
    const QStringList &columns = file.columns();
    const bool isTimed = columns.contains(u"time") || columns.contains(u"start");
    return isTimed && columns.contains(u"outlet") && columns.contains(u"joules") &&
           columns.contains(u"seconds") && columns.contains(u"kwh");
}

ImportColumns guessColumns(const ImportFile &file)
{
    const QStringList &columns = file.columns();
    ImportColumns guess;
    if (isOutletFile(file)) {
        guess.time = columnNamed(columns, {"time", "start"});
        guess.outlet = columnNamed(columns, {"outlet"});
        guess.outletId = columnNamed(columns, {"outlet_id", "outletId"});
        guess.energy = columnNamed(columns, {"joules"});
        guess.seconds = columnNamed(columns, {"seconds"});
        guess.known = columnNamed(columns, {"seconds_known", "secondsKnown"});
        guess.unit = Unit::Joules;
        return guess;
    }
    guess.time = columnLike(columns, {"timestamp", "datetime", "start", "time", "date", "datum",
                                      "zeit", "fecha", "jour", "day", "month"});
    guess.outlet =
        columnLike(columns, {"outlet", "device", "plug", "appliance", "name", "entity", "sensor"});
    guess.energy = columnLike(columns, {"kwh", "joule", "energy", "energie", "consumption",
                                        "verbrauch", "usage", "state", "wh"});
    if (guess.energy == guess.time || guess.energy == guess.outlet)
        guess.energy = -1;
    if (guess.energy >= 0) {
        guess.unit = unitOf(columns.at(guess.energy)).value_or(Unit::KilowattHours);
        guess.isCumulative = isCumulativeName(columns.at(guess.energy));
    }
    if (guess.outlet < 0)
        guess.outlet = columnOfWords(file, guess.time, guess.energy);
    guess.dates = orderOf(file, guess.time);
    return guess;
}

Result<ImportColumns, QString> chooseColumns(const ImportFile &file, const ImportColumnNames &names)
{
    ImportColumns choice = guessColumns(file);
    const QStringList &columns = file.columns();
    QString fault;
    const auto choose = [&](const QString &name, int &column) {
        if (name.isEmpty())
            return false;
        bool isNumber = false;
        const int number = name.toInt(&isNumber);
        int found = -1;
        for (qsizetype i = 0; i < columns.size() && found < 0; ++i) {
            if (columns.at(i).compare(name, Qt::CaseInsensitive) == 0)
                found = int(i);
        }
        if (found < 0 && isNumber && number >= 1 && number <= columns.size())
            found = number - 1;
        if (found < 0)
            fault = tr("There is no column “%1”; the file has %2.")
                        .arg(name, columns.join(QStringLiteral(", ")).left(500));
        else
            column = found;
        return found >= 0;
    };
    if (choose(names.time, choice.time))
        choice.dates = orderOf(file, choice.time);
    if (choose(names.outlet, choice.outlet))
        choice.outletId = -1;
    if (choose(names.energy, choice.energy)) {
        choice.unit = unitOf(columns.at(choice.energy)).value_or(Unit::KilowattHours);
        choice.isCumulative = isCumulativeName(columns.at(choice.energy));
    }
    if (!fault.isEmpty())
        return fault;
    if (!names.unit.isEmpty()) {
        const auto unit = unitOf(names.unit);
        if (!unit)
            return tr("The unit is kWh, Wh or J.");
        choice.unit = *unit;
    }
    choice.isCumulative = names.isCumulative.value_or(choice.isCumulative);
    if (const QString missing = columnFault(choice); !missing.isEmpty())
        return missing;
    return choice;
}

QString columnFault(const ImportColumns &columns)
{
    if (columns.time < 0 && columns.energy < 0)
        return tr("This file has no time and energy columns.");
    if (columns.time < 0)
        return tr("This file has no time column.");
    if (columns.energy < 0)
        return tr("This file has no energy column. Readings of power can't be imported; export "
                  "hours or 5 minutes instead.");
    if (columns.time == columns.energy || columns.energy == columns.outlet ||
        columns.time == columns.outlet)
        return tr("One column can't be time, outlet and energy at once.");
    return {};
}

} // namespace outlet
