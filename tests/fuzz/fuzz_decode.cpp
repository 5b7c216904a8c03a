// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "decode_check.h"

/// The entry of libFuzzer. Start it by hand for a long run:
/// build/tests/fuzz_decode -max_len=2048 -dict=... some/corpus/folder
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    outlet::test::checkDecode({reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)});
    return 0;
}
