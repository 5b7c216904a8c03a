// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "base/secret_text.h"

#include <QtCore/QStringEncoder>
#include <algorithm>
#include <utility>

namespace outlet {

void wipe(void *memory, std::size_t size)
{
    // Writing through volatile is what C++20 has; memset before a free is removed as a dead store.
    auto *byte = static_cast<volatile char *>(memory);
    for (std::size_t i = 0; i < size; ++i)
        byte[i] = 0;
}

void wipe(QString &text)
{
    // data() of a shared string would copy it, and the copy would be wiped for nothing.
    if (text.isDetached())
        wipe(text.data(), static_cast<std::size_t>(text.size()) * sizeof(QChar));
    text = QString();
}

SecretText::SecretText(SecretText &&other) noexcept
    : m_bytes(std::move(other.m_bytes))
    , m_size(std::exchange(other.m_size, 0))
    , m_capacity(std::exchange(other.m_capacity, 0))
{
}

SecretText &SecretText::operator=(SecretText &&other) noexcept
{
    if (this == &other)
        return *this;
    clear();
    m_bytes = std::move(other.m_bytes);
    m_size = std::exchange(other.m_size, 0);
    m_capacity = std::exchange(other.m_capacity, 0);
    return *this;
}

SecretText SecretText::takenFrom(QString &text)
{
    SecretText secret;
    QStringEncoder encoder(QStringEncoder::Utf8);
    secret.reserve(encoder.requiredSpace(text.size()));
    secret.m_size = encoder.appendToBuffer(secret.m_bytes.get(), text) - secret.m_bytes.get();
    wipe(text);
    return secret;
}

void SecretText::append(QByteArrayView bytes)
{
    if (bytes.isEmpty())
        return;
    reserve(m_size + bytes.size());
    std::copy(bytes.begin(), bytes.end(), m_bytes.get() + m_size);
    m_size += bytes.size();
}

void SecretText::clear()
{
    wipe(m_bytes.get(), static_cast<std::size_t>(m_capacity));
    m_bytes.reset();
    m_size = 0;
    m_capacity = 0;
}

void SecretText::reserve(qsizetype size)
{
    if (size <= m_capacity)
        return;
    const qsizetype capacity = std::max<qsizetype>(size, std::max<qsizetype>(64, 2 * m_capacity));
    auto grown = std::make_unique<char[]>(static_cast<std::size_t>(capacity));
    std::copy_n(m_bytes.get(), m_size, grown.get());
    wipe(m_bytes.get(), static_cast<std::size_t>(m_capacity));
    m_bytes = std::move(grown);
    m_capacity = capacity;
}

} // namespace outlet
