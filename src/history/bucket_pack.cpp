// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "history/bucket_pack.h"

#include "history/packed.h"
#include "history/power_code.h"

namespace outlet {

namespace {

// The first byte of a bucket: two bits for each time, one each for what may be missing.
enum TimeForm : quint8 { None = 0, Full = 1, Spelled = 2 };
constexpr int kReportedShift = 0;
constexpr int kKnownShift = 2;
constexpr int kOnShift = 4;
constexpr quint8 kHasEstimate = 0x40;
constexpr quint8 kHasExtremes = 0x80;
// No time has form 3, so this is no bucket: as many more of the last one follow as the number says.
constexpr quint8 kRepeat = 0x03;

constexpr qint64 kMostMilliwatts = 1'000'000'000;
constexpr qint64 kMostJoules = 1'000'000'000'000'000;

quint8 formOf(qint64 timeMs, qint64 bucketMs)
{
    return timeMs == 0 ? None : timeMs == bucketMs ? Full : Spelled;
}

void putTime(PackedWriter &out, quint8 form, qint64 timeMs)
{
    if (form == Spelled)
        out.putUnsigned(static_cast<quint64>(timeMs));
}

qint64 takeTime(PackedReader &in, quint8 form, qint64 bucketMs)
{
    if (form == None)
        return 0;
    return form == Full ? bucketMs : static_cast<qint64>(in.takeUnsigned());
}

} // namespace

QByteArray packBuckets(const QList<EnergyBucket> &buckets, qint64 bucketMs)
{
    PackedWriter out;
    EnergyBucket last;
    qint64 lastMinCode = 0;
    for (qsizetype i = 0; i < buckets.size();) {
        const EnergyBucket &bucket = buckets.at(i);
        qsizetype run = 0;
        while (i + run < buckets.size() && buckets.at(i + run) == last)
            ++run;
        if (run > 0) {
            out.putByte(kRepeat);
            out.putUnsigned(static_cast<quint64>(run));
            i += run;
            continue;
        }
        const quint8 reported = formOf(bucket.reportedMs, bucketMs);
        const quint8 known = formOf(bucket.knownMs, bucketMs);
        const quint8 on = formOf(bucket.onMs, bucketMs);
        const bool hasExtremes = bucket.minMilliwatts && bucket.maxMilliwatts;
        out.putByte(static_cast<quint8>(reported << kReportedShift | known << kKnownShift |
                                        on << kOnShift |
                                        (bucket.estimatedMillijoules != 0 ? kHasEstimate : 0) |
                                        (hasExtremes ? kHasExtremes : 0)));
        putTime(out, reported, bucket.reportedMs);
        putTime(out, known, bucket.knownMs);
        putTime(out, on, bucket.onMs);
        out.putSigned(bucket.joules - last.joules);
        if (bucket.estimatedMillijoules != 0)
            out.putSigned(bucket.estimatedMillijoules);
        if (hasExtremes) {
            const qint64 minCode = powerCode(*bucket.minMilliwatts);
            out.putSigned(minCode - lastMinCode);
            out.putSigned(powerCode(*bucket.maxMilliwatts) - minCode);
            lastMinCode = minCode;
        }
        last = bucket;
        ++i;
    }
    return out.take();
}

bool unpackBuckets(int format, QByteArrayView bytes, qint64 bucketMs, std::span<EnergyBucket> into)
{
    if (format != kBucketFormat)
        return false;
    PackedReader in(bytes);
    EnergyBucket last;
    qint64 lastMinCode = 0;
    std::size_t i = 0;
    while (i < into.size() && !in.failed()) {
        const quint8 head = in.byte();
        if (head == kRepeat) {
            const quint64 run = in.takeUnsigned();
            if (run == 0 || run > into.size() - i)
                return false;
            for (quint64 k = 0; k < run; ++k)
                into[i++] = last;
            continue;
        }
        const auto form = [head](int shift) { return static_cast<quint8>(head >> shift & 3); };
        if (form(kReportedShift) == 3 || form(kKnownShift) == 3 || form(kOnShift) == 3)
            return false;
        EnergyBucket bucket;
        bucket.reportedMs = takeTime(in, form(kReportedShift), bucketMs);
        bucket.knownMs = takeTime(in, form(kKnownShift), bucketMs);
        bucket.onMs = takeTime(in, form(kOnShift), bucketMs);
        bucket.joules = wrappingAdd(last.joules, in.takeSigned());
        if (head & kHasEstimate)
            bucket.estimatedMillijoules = in.takeSigned();
        if (head & kHasExtremes) {
            lastMinCode = wrappingAdd(lastMinCode, in.takeSigned());
            bucket.minMilliwatts = powerOfCode(lastMinCode);
            bucket.maxMilliwatts = powerOfCode(wrappingAdd(lastMinCode, in.takeSigned()));
        }
        const auto fits = [bucketMs](qint64 timeMs) { return timeMs >= 0 && timeMs <= bucketMs; };
        // What can't have been written keeps sums over years within 64 bits.
        if (!fits(bucket.reportedMs) || !fits(bucket.knownMs) || !fits(bucket.onMs) ||
            bucket.joules < 0 || bucket.joules > kMostJoules ||
            qAbs(bucket.estimatedMillijoules / 1000) > kMostJoules ||
            qAbs(bucket.minMilliwatts.value_or(0)) > kMostMilliwatts * 1000 ||
            qAbs(bucket.maxMilliwatts.value_or(0)) > kMostMilliwatts * 1000)
            return false;
        last = bucket;
        into[i++] = bucket;
    }
    return !in.failed() && in.atEnd() && i == into.size();
}

} // namespace outlet
