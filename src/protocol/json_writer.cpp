// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "protocol/json_writer.h"

#include <array>
#include <charconv>
#include <utility>

namespace outlet::protocol {

JsonWriter::JsonWriter(Layout layout)
    : m_layout(layout)
{
    m_json.reserve(128); // the longest of the frequent messages has 111 bytes
    m_json += '{';
}

JsonWriter &JsonWriter::word(QByteArrayView name, QByteArrayView word)
{
    key(name);
    m_json += '"';
    m_json += word;
    m_json += '"';
    return *this;
}

JsonWriter &JsonWriter::text(QByteArrayView name, QStringView text)
{
    key(name);
    m_json += '"';
    const QByteArray utf8 = text.toUtf8();
    for (const char c : utf8) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            m_json += '\\';
            m_json += c;
        } else if (byte < 0x20) {
            constexpr char digits[] = "0123456789abcdef";
            m_json += "\\u00";
            m_json += digits[byte >> 4];
            m_json += digits[byte & 0x0f];
        } else {
            m_json += c;
        }
    }
    m_json += '"';
    return *this;
}

JsonWriter &JsonWriter::number(QByteArrayView name, qint64 value)
{
    key(name);
    std::array<char, 20> digits; // the sign and 19 digits of the smallest 64 bit number
    const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), value);
    m_json += QByteArrayView(digits.data(), written.ptr);
    return *this;
}

QByteArray JsonWriter::finish()
{
    m_json += m_layout == Layout::Lines ? QByteArrayView("\n}") : QByteArrayView("}");
    return std::move(m_json);
}

void JsonWriter::key(QByteArrayView key)
{
    if (!m_first)
        m_json += ',';
    m_first = false;
    if (m_layout == Layout::Lines)
        m_json += '\n';
    m_json += '"';
    m_json += key;
    m_json += "\":";
}

} // namespace outlet::protocol
