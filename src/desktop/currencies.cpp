// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/currencies.h"

#include <QtCore/QHash>
#include <QtCore/QLocale>
#include <algorithm>

namespace outlet {

namespace {

struct Known
{
    const char *code;
    const char *name;
    const char *sign; ///< as people write it at home; "" = the code
};

// Qt knows a currency's name in the language of its own country alone.
constexpr Known kKnown[] = {
    {"USD", QT_TRANSLATE_NOOP("outlet::Currencies", "US dollar"), "$"},
    {"EUR", QT_TRANSLATE_NOOP("outlet::Currencies", "Euro"), "€"},
    {"GBP", QT_TRANSLATE_NOOP("outlet::Currencies", "Pound sterling"), "£"},
    {"CAD", QT_TRANSLATE_NOOP("outlet::Currencies", "Canadian dollar"), "$"},
    {"AUD", QT_TRANSLATE_NOOP("outlet::Currencies", "Australian dollar"), "$"},
    {"NZD", QT_TRANSLATE_NOOP("outlet::Currencies", "New Zealand dollar"), "$"},
    {"JPY", QT_TRANSLATE_NOOP("outlet::Currencies", "Japanese yen"), "¥"},
    {"CHF", QT_TRANSLATE_NOOP("outlet::Currencies", "Swiss franc"), ""},
    {"SEK", QT_TRANSLATE_NOOP("outlet::Currencies", "Swedish krona"), "kr"},
    {"NOK", QT_TRANSLATE_NOOP("outlet::Currencies", "Norwegian krone"), "kr"},
    {"DKK", QT_TRANSLATE_NOOP("outlet::Currencies", "Danish krone"), "kr"},
    {"PLN", QT_TRANSLATE_NOOP("outlet::Currencies", "Polish złoty"), "zł"},
    {"CZK", QT_TRANSLATE_NOOP("outlet::Currencies", "Czech koruna"), "Kč"},
    {"HUF", QT_TRANSLATE_NOOP("outlet::Currencies", "Hungarian forint"), "Ft"},
    {"RON", QT_TRANSLATE_NOOP("outlet::Currencies", "Romanian leu"), "lei"},
    {"TRY", QT_TRANSLATE_NOOP("outlet::Currencies", "Turkish lira"), "₺"},
    {"UAH", QT_TRANSLATE_NOOP("outlet::Currencies", "Ukrainian hryvnia"), "₴"},
    {"INR", QT_TRANSLATE_NOOP("outlet::Currencies", "Indian rupee"), "₹"},
    {"CNY", QT_TRANSLATE_NOOP("outlet::Currencies", "Chinese yuan"), "¥"},
    {"KRW", QT_TRANSLATE_NOOP("outlet::Currencies", "South Korean won"), "₩"},
    {"MXN", QT_TRANSLATE_NOOP("outlet::Currencies", "Mexican peso"), "$"},
    {"BRL", QT_TRANSLATE_NOOP("outlet::Currencies", "Brazilian real"), "R$"},
    {"ZAR", QT_TRANSLATE_NOOP("outlet::Currencies", "South African rand"), "R"},
    {"ILS", QT_TRANSLATE_NOOP("outlet::Currencies", "Israeli shekel"), "₪"},
};

} // namespace

QStringList Currencies::codes()
{
    static const QStringList all = [] {
        QStringList codes;
        for (const Known &known : kKnown)
            codes.append(QString::fromLatin1(known.code));
        QStringList others;
        const QList<QLocale> locales =
            QLocale::matchingLocales(QLocale::AnyLanguage, QLocale::AnyScript, QLocale::AnyCountry);
        for (const QLocale &locale : locales) {
            const QString code = locale.currencySymbol(QLocale::CurrencyIsoCode);
            if (code.size() == 3 && !codes.contains(code) && !others.contains(code))
                others.append(code);
        }
        std::sort(others.begin(), others.end());
        return codes + others;
    }();
    return all;
}

QString Currencies::label(const QString &code)
{
    for (const Known &known : kKnown) {
        if (code != QLatin1StringView(known.code))
            continue;
        const QString sign = QString::fromUtf8(known.sign);
        return tr("%1, %2", "currency, sign").arg(tr(known.name), sign.isEmpty() ? code : sign);
    }
    return code;
}

QString Currencies::systemLabel()
{
    const QString code = QLocale().currencySymbol(QLocale::CurrencyIsoCode);
    return code.isEmpty() ? tr("System") : tr("System (%1)").arg(label(code));
}

} // namespace outlet
