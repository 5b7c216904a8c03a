// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <utility>
#include <variant>

namespace outlet {

/// A value, or the typed error that stands in its place. std::expected is C++23; this is the small
/// part of it that Outlet uses. T and E must be different types.
template <typename T, typename E>
class Result
{
public:
    Result(T value)
        : m_data(std::in_place_index<0>, std::move(value))
    {
    }
    Result(E error)
        : m_data(std::in_place_index<1>, std::move(error))
    {
    }

    /// True when there is a value.
    [[nodiscard]] bool ok() const { return m_data.index() == 0; }
    explicit operator bool() const { return ok(); }

    /// The value; only when ok().
    [[nodiscard]] const T &value() const & { return *std::get_if<0>(&m_data); }
    [[nodiscard]] T &value() & { return *std::get_if<0>(&m_data); }
    [[nodiscard]] T &&value() && { return std::move(*std::get_if<0>(&m_data)); }
    [[nodiscard]] const T &operator*() const { return value(); }
    [[nodiscard]] const T *operator->() const { return &value(); }
    /// The error; only when not ok().
    [[nodiscard]] const E &error() const { return *std::get_if<1>(&m_data); }

private:
    std::variant<T, E> m_data;
};

} // namespace outlet
