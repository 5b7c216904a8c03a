// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "base/secret_text.h"

#include <QtCore/QStringEncoder>
#include <algorithm>
#include <utility>

#include "base/secret_memory.h"

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
    : m_bytes(std::exchange(other.m_bytes, nullptr))
    , m_size(std::exchange(other.m_size, 0))
    , m_capacity(std::exchange(other.m_capacity, 0))
{
}

SecretText &SecretText::operator=(SecretText &&other) noexcept
{
    if (this == &other)
        return *this;
    clear();
    m_bytes = std::exchange(other.m_bytes, nullptr);
    m_size = std::exchange(other.m_size, 0);
    m_capacity = std::exchange(other.m_capacity, 0);
    return *this;
}

SecretText SecretText::takenFrom(QString &text)
{
    SecretText secret;
    QStringEncoder encoder(QStringEncoder::Utf8);
    secret.reserve(encoder.requiredSpace(text.size()));
    secret.m_size = encoder.appendToBuffer(secret.m_bytes, text) - secret.m_bytes;
    wipe(text);
    return secret;
}

void SecretText::append(QByteArrayView bytes)
{
    if (bytes.isEmpty())
        return;
    reserve(m_size + bytes.size());
    std::copy(bytes.begin(), bytes.end(), m_bytes + m_size);
    m_size += bytes.size();
}

void SecretText::clear()
{
    wipe(m_bytes, static_cast<std::size_t>(m_capacity));
    giveSecretMemory(std::exchange(m_bytes, nullptr), static_cast<std::size_t>(m_capacity));
    m_size = 0;
    m_capacity = 0;
}

void SecretText::reserve(qsizetype size)
{
    if (size <= m_capacity)
        return;
    const qsizetype capacity = std::max<qsizetype>(size, std::max<qsizetype>(64, 2 * m_capacity));
    char *const grown = takeSecretMemory(static_cast<std::size_t>(capacity));
    const qsizetype kept = m_size;
    std::copy_n(m_bytes, kept, grown);
    clear();
    m_bytes = grown;
    m_size = kept;
    m_capacity = capacity;
}

} // namespace outlet
