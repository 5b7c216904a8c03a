// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <qt_windows.h>

#include <QtCore/QtGlobal>

#include "base/secret_memory.h"

namespace outlet {

namespace {

/// A function of kernel32 that not every Windows has, and that headers may lack; null without.
template <typename Function>
Function kernelFunction(const char *name)
{
    const HMODULE kernel = GetModuleHandleW(L"kernel32.dll");
    // Through void *: what GetProcAddress returns is no real type of a function.
    return kernel
               ? reinterpret_cast<Function>(reinterpret_cast<void *>(GetProcAddress(kernel, name)))
               : nullptr;
}

} // namespace

char *takeSecretMemory(std::size_t size)
{
    void *const memory = VirtualAlloc(nullptr, size, MEM_COMMIT | MEM_RESERVE, PAGE_READWRITE);
    if (!memory)
        qBadAlloc();
    VirtualLock(memory, size);
    using Exclude = HRESULT(WINAPI *)(const void *, DWORD); // from Windows 10 1703 on
    if (const auto exclude = kernelFunction<Exclude>("WerRegisterExcludedMemoryBlock"))
        exclude(memory, static_cast<DWORD>(size));
    return static_cast<char *>(memory);
}

void giveSecretMemory(char *memory, std::size_t)
{
    if (!memory)
        return;
    using Include = HRESULT(WINAPI *)(const void *);
    if (const auto include = kernelFunction<Include>("WerUnregisterExcludedMemoryBlock"))
        include(memory);
    VirtualFree(memory, 0, MEM_RELEASE);
}

} // namespace outlet
