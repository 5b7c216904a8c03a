// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "setup_check.h"

/// The entry of libFuzzer. For a long run: build/tests/fuzz_setup -max_total_time=600 -max_len=4200
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    outlet::test::checkSetup({reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)});
    return 0;
}
