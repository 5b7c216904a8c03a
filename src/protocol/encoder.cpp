// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "protocol/encoder.h"

#include <chrono>

#include "protocol/json_writer.h"
#include "protocol/relay_word.h"

namespace outlet::protocol {

namespace {

void writeClock(JsonWriter &writer, qint64 utcMs)
{
    const ClockFields clock = clockFields(utcMs);
    writer.number("wd", clock.weekday)
        .number("year", clock.year)
        .number("month", clock.month)
        .number("day", clock.day)
        .number("ms", clock.msOfDay);
}

} // namespace

ClockFields clockFields(qint64 utcMs)
{
    using namespace std::chrono;
    const sys_time<milliseconds> time{milliseconds(utcMs)};
    const auto day = floor<days>(time);
    const year_month_day date(day);
    const auto weekday = static_cast<int>(std::chrono::weekday(day).c_encoding()); // Sunday is 0
    return {weekday == 0 ? kSundayWeekday : weekday, static_cast<int>(date.year()),
            static_cast<int>(static_cast<unsigned>(date.month())),
            static_cast<int>(static_cast<unsigned>(date.day())),
            static_cast<int>((time - day).count())};
}

QByteArray encodeLoginReply(qint64 utcMs)
{
    JsonWriter writer;
    writer.word("uri", "/loginReply").number("error", 0);
    writeClock(writer, utcMs);
    // Of unknown meaning; always 0 in the captures (3.3).
    writer.number("hh", 0).number("hl", 0).number("lh", 0).number("ll", 0);
    return writer.finish();
}

QByteArray encodeKeepAliveReply(qint64 utcMs)
{
    JsonWriter writer;
    writer.word("uri", "/kr").number("error", 0);
    writeClock(writer, utcMs);
    return writer.finish();
}

QByteArray encodeKeepAlive()
{
    return QByteArrayLiteral("{\"uri\":\"/ka\"}");
}

QByteArray encodeGetRuntime()
{
    return QByteArrayLiteral("{\"uri\":\"/getRuntime\"}");
}

QByteArray encodeRelay(bool on)
{
    return JsonWriter().word("uri", "/relay").word("action", relayWord(on)).finish();
}

QByteArray encodeOfflineLight(bool blink)
{
    return JsonWriter()
        .word("uri", "/setCtlFlags")
        .number("flag", 0)
        .number("set", blink ? 0 : 1)
        .finish();
}

} // namespace outlet::protocol
