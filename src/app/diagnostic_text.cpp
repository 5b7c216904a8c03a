// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
// The report as people read it.
#include <QtCore/QJsonArray>

#include "app/diagnostic_report.h"

namespace outlet {

namespace {

constexpr int kLabelWidth = 18;
const QString kUnknown = QStringLiteral("–");

QString words(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return value.toBool() ? QStringLiteral("yes") : QStringLiteral("no");
    case QJsonValue::Double:
        return QString::number(value.toInteger());
    case QJsonValue::String:
        return value.toString().isEmpty() ? kUnknown : value.toString();
    case QJsonValue::Array: {
        QStringList all;
        for (const QJsonValue &one : value.toArray())
            all.append(words(one));
        return all.isEmpty() ? kUnknown : all.join(QStringLiteral(", "));
    }
    default:
        return kUnknown;
    }
}

/// Lines under headings.
class Page
{
public:
    void line(const QString &text = {}) { m_text += text + u'\n'; }
    void heading(const QString &text)
    {
        line();
        line(text);
    }
    void fact(const QString &label, const QString &text)
    {
        line(QStringLiteral("  %1%2").arg(label + u' ', -kLabelWidth).arg(text));
    }
    void fact(const QString &label, const QJsonObject &object, const char *key,
              const QString &unit = {})
    {
        const QJsonValue value = object.value(QLatin1StringView(key));
        fact(label, value.isNull() ? kUnknown : words(value) + unit);
    }
    /// One line for each of \a rows: these values of it, the last one without a width.
    void rows(const QString &label, const QJsonArray &rows, const QList<QLatin1StringView> &keys)
    {
        line(QStringLiteral("  %1%2").arg(label, rows.isEmpty() ? QStringLiteral(": none")
                                                                : QStringLiteral(":")));
        for (const QJsonValue &row : rows) {
            QStringList cells;
            for (const QLatin1StringView &key : keys)
                cells.append(
                    words(row.toObject().value(key)).leftJustified(key == u"state" ? 8 : 3));
            line(QStringLiteral("    ") + cells.join(QStringLiteral("  ")).trimmed());
        }
    }
    [[nodiscard]] QString text() const { return m_text; }

private:
    QString m_text;
};

void addOutlet(Page &page, const QJsonObject &outlet)
{
    page.heading(QStringLiteral("Outlet %1, ID %2")
                     .arg(outlet.value(u"number").toInt())
                     .arg(outlet.value(u"id").toString()));
    page.fact(QStringLiteral("Decision"), outlet, "decision");
    page.fact(QStringLiteral("Model"), outlet, "model");
    page.fact(QStringLiteral("Type it reports"), outlet, "type");
    page.fact(QStringLiteral("Hardware"), outlet, "hardware");
    page.fact(QStringLiteral("Firmware"), outlet, "firmware");
    page.fact(QStringLiteral("Framing"), outlet, "framing");
    page.fact(QStringLiteral("Address"), outlet, "address");
    page.fact(QStringLiteral("Switched on"), outlet, "relay");
    page.fact(QStringLiteral("Signal"), outlet, "signalDbm", QStringLiteral(" dBm"));
    page.fact(QStringLiteral("Logged in"), outlet, "loggedIn");
    page.fact(QStringLiteral("Last seen"), outlet, "lastSeen");
    const QJsonObject link = outlet.value(u"link").toObject();
    page.fact(QStringLiteral("Link"), link, "state");
    page.rows(QStringLiteral("Link changes since the program began"),
              link.value(u"changes").toArray(),
              {QLatin1StringView("at"), QLatin1StringView("state"), QLatin1StringView("reason")});
    page.rows(QStringLiteral("Link, last day"), link.value(u"lastDay").toArray(),
              {QLatin1StringView("from"), QLatin1StringView("to"), QLatin1StringView("state")});
    page.rows(QStringLiteral("Signal in dBm, last day"), link.value(u"signal").toArray(),
              {QLatin1StringView("from"), QLatin1StringView("to"), QLatin1StringView("dbm")});
    const QJsonObject ignored = outlet.value(u"ignored").toObject();
    page.line(QStringLiteral("  Ignored messages since %1%2")
                  .arg(words(outlet.value(u"ignoredSince")),
                       ignored.isEmpty() ? QStringLiteral(": none") : QStringLiteral(":")));
    for (auto it = ignored.begin(); it != ignored.end(); ++it)
        page.line(QStringLiteral("    %1  %2").arg(it.key(), -18).arg(it.value().toInteger()));
    const QList<QLatin1StringView> frame{QLatin1StringView("at"), QLatin1StringView("direction"),
                                         QLatin1StringView("text")};
    if (outlet.value(u"login").isObject())
        page.rows(QStringLiteral("Login of the present connection"),
                  {outlet.value(u"login").toObject()}, frame);
    page.rows(QStringLiteral("Last messages"), outlet.value(u"frames").toArray(), frame);
}

} // namespace

QString diagnosticText(const QJsonObject &report)
{
    Page page;
    page.line(QStringLiteral("Outlet report, made %1 (all times are UTC)")
                  .arg(report.value(u"made").toString()));
    page.line(QStringLiteral("Left out: accounts, passwords, names of outlets, rooms and Wi‑Fi "
                             "networks, and most of every ID."));
    page.line(
        QStringLiteral("Nothing was sent to anybody; what becomes of this file is up to you."));

    const QJsonObject program = report.value(u"program").toObject();
    page.heading(QStringLiteral("Program"));
    page.fact(QStringLiteral("Outlet"),
              QStringLiteral("%1 (%2%3)")
                  .arg(words(program.value(u"version")), words(program.value(u"name")),
                       program.value(u"demo").toBool() ? QStringLiteral(", demo") : QString()));
    page.fact(QStringLiteral("Qt"), program, "qt");
    page.fact(QStringLiteral("System"), program, "system");
    page.fact(QStringLiteral("Processor"), program, "processor");

    const QJsonObject server = report.value(u"server").toObject();
    page.heading(QStringLiteral("Server"));
    page.fact(QStringLiteral("Listening"), server, "listening");
    page.fact(QStringLiteral("Since"), server, "since");
    page.fact(QStringLiteral("Port"), server, "port");
    page.fact(QStringLiteral("Addresses"), server, "addresses");
    page.fact(QStringLiteral("Problem"), server, "problem");

    page.heading(QStringLiteral("DNS check"));
    for (const QJsonValue &value : report.value(u"dns").toArray()) {
        const QJsonObject entry = value.toObject();
        page.line(QStringLiteral("  %1  %2  %3  %4")
                      .arg(words(entry.value(u"name")), -22)
                      .arg(words(entry.value(u"resolver")), -15)
                      .arg(words(entry.value(u"state")), -9)
                      .arg(entry.value(u"addresses").toArray().isEmpty()
                               ? words(entry.value(u"detail"))
                               : words(entry.value(u"addresses"))));
    }

    const QJsonObject data = report.value(u"data").toObject();
    page.heading(QStringLiteral("Data"));
    page.fact(QStringLiteral("Folder"), data, "folder");
    page.fact(QStringLiteral("Database version"), data, "databaseVersion");
    page.fact(QStringLiteral("Size"), data, "bytes", QStringLiteral(" bytes"));
    page.fact(QStringLiteral("Free on disk"), data, "freeBytes", QStringLiteral(" bytes"));
    page.fact(QStringLiteral("Problem"), data, "problem");

    for (const QJsonValue &outlet : report.value(u"outlets").toArray())
        addOutlet(page, outlet.toObject());
    return page.text();
}

} // namespace outlet
