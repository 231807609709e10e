// SPDX-License-Identifier: MIT
#include "common/eval/budget.h"
#include "common/eval/error.h"
#include "common/eval/values/complex.h"
#include "common/eval/values/equality.h"
#include "common/eval/values/function.h"
#include "common/eval/values/integer.h"
#include "common/eval/values/mapping.h"
#include "common/eval/values/range.h"
#include "common/eval/values/sequence.h"
#include "common/eval/values/text.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <string>

namespace keisan::eval {

namespace {

// Numbers hash to their residue modulo this prime, so that equal numbers of all types agree (CPython's
// pyhash.c).
constexpr std::uint64_t kModulus = (std::uint64_t{1} << 61) - 1;
constexpr int kModulusBits = 61;
constexpr std::int64_t kInfinityHash = 314159;
constexpr std::int64_t kNoneHash = 0xfca86420;
constexpr std::uint64_t kImaginaryFactor = 1000003;

// -1 is no hash in CPython.
std::int64_t notMinusOne(std::int64_t hash) {
    return hash == -1 ? -2 : hash;
}

std::int64_t hashInt(const Value& integer, Budget& budget) {
    std::uint64_t residue = 0;
    if (integer.isSmallInt()) {
        const std::int64_t number = integer.smallInt();
        residue = (number < 0 ? 0 - static_cast<std::uint64_t>(number) : static_cast<std::uint64_t>(number)) %
                  kModulus;
    } else {
        budget.spend(bitLength(integer) / 32);
        Integer size;
        mpz_abs(size, IntegerView(integer));
        residue = mpz_fdiv_ui(size, kModulus);
    }
    const auto positive = static_cast<std::int64_t>(residue);
    return notMinusOne(signOf(integer) < 0 ? -positive : positive);
}

std::uint64_t rotate(std::uint64_t residue, int bits) {
    return ((residue << bits) & kModulus) | residue >> (kModulusBits - bits);
}

std::int64_t hashFloat(double number) {
    if (std::isnan(number))
        return std::bit_cast<std::int64_t>(number);
    if (std::isinf(number))
        return number > 0 ? kInfinityHash : -kInfinityHash;
    constexpr int kChunkBits = 28;
    int exponent = 0;
    double rest = std::frexp(std::fabs(number), &exponent);
    std::uint64_t residue = 0;
    while (rest != 0.0) {
        residue = rotate(residue, kChunkBits);
        rest *= 1 << kChunkBits;
        exponent -= kChunkBits;
        const auto chunk = static_cast<std::uint64_t>(rest);
        rest -= static_cast<double>(chunk);
        residue += chunk;
        if (residue >= kModulus)
            residue -= kModulus;
    }
    const int turn =
        exponent >= 0 ? exponent % kModulusBits : kModulusBits - 1 - ((-1 - exponent) % kModulusBits);
    const auto hash = static_cast<std::int64_t>(rotate(residue, turn));
    return notMinusOne(number < 0 ? -hash : hash);
}

std::int64_t hashComplex(Complex number) {
    const auto real = static_cast<std::uint64_t>(hashFloat(number.real));
    const auto imaginary = static_cast<std::uint64_t>(hashFloat(number.imaginary));
    return notMinusOne(static_cast<std::int64_t>(real + kImaginaryFactor * imaginary));
}

// CPython's variant of xxHash.
class TupleHash {
public:
    void add(std::int64_t lane) {
        m_state += static_cast<std::uint64_t>(lane) * kPrime2;
        m_state = std::rotl(m_state, 31) * kPrime1;
        ++m_count;
    }
    std::int64_t value() const {
        const std::uint64_t hash = m_state + (m_count ^ (kPrime5 ^ 3527539));
        return hash == UINT64_MAX ? 1546275796 : static_cast<std::int64_t>(hash);
    }

private:
    static constexpr std::uint64_t kPrime1 = 11400714785074694791U;
    static constexpr std::uint64_t kPrime2 = 14029467366897019727U;
    static constexpr std::uint64_t kPrime5 = 2870177450012600261U;

    std::uint64_t m_state = kPrime5;
    std::uint64_t m_count = 0;
};

std::int64_t hashTuple(const Value& tuple, Budget& budget) {
    const NestedValue level(budget, "");
    TupleHash hash;
    for (const Value& item : itemsOf(tuple)) {
        budget.spend(10);
        hash.add(hashOf(item, budget));
    }
    return hash.value();
}

std::int64_t hashFrozenSet(const SetObject& set, Budget& budget) {
    budget.spend(set.table.size() * 2);
    const auto shuffled = [](std::uint64_t hash) { return ((hash ^ 89869747) ^ (hash << 16)) * 3644798167; };
    std::uint64_t hash = 0;
    for (const HashTable::Entry& entry : set.table.entries())
        hash ^= shuffled(static_cast<std::uint64_t>(entry.hash));
    hash ^= (set.table.size() + 1) * 1927868237;
    hash ^= (hash >> 11) ^ (hash >> 25);
    hash = hash * 69069 + 907133923;
    return hash == UINT64_MAX ? 590923713 : static_cast<std::int64_t>(hash);
}

std::int64_t hashRange(const RangeObject& range, Budget& budget) {
    TupleHash hash;
    hash.add(hashInt(range.length, budget));
    const bool isEmpty = signOf(range.length) == 0;
    const bool isOne = range.length.isSmallInt() && range.length.smallInt() == 1;
    hash.add(isEmpty ? kNoneHash : hashInt(range.start, budget));
    hash.add(isEmpty || isOne ? kNoneHash : hashInt(range.step, budget));
    return hash.value();
}

std::int64_t hashSlice(const SliceObject& slice, Budget& budget) {
    TupleHash hash;
    for (const Value* const part : {&slice.start, &slice.stop, &slice.step})
        hash.add(hashOf(*part, budget));
    return hash.value();
}

// FNV-1a; CPython's hash of a string differs from run to run, so any will do.
std::int64_t hashText(std::string_view text, Budget& budget) {
    constexpr std::size_t kBlock = 65536;
    std::uint64_t hash = 14695981039346656037U;
    for (; !text.empty(); text.remove_prefix(std::min(kBlock, text.size()))) {
        const std::string_view block = text.substr(0, kBlock);
        budget.spend(block.size());
        for (const char byte : block)
            hash = (hash ^ static_cast<unsigned char>(byte)) * 1099511628211U;
    }
    return notMinusOne(static_cast<std::int64_t>(hash));
}

std::int64_t hashAddress(const void* address) {
    return static_cast<std::int64_t>(reinterpret_cast<std::uintptr_t>(address) >> 4);
}

std::int64_t hashObject(const Value& value) {
    switch (value.kind()) {
    case Kind::Builtin: return hashAddress(&value.builtin());
    case Kind::Type: return hashAddress(&value.type());
    case Kind::Module: return hashAddress(&value.module());
    case Kind::Attribute: return hashAddress(&value.attribute());
    case Kind::Method: return hashAddress(&value.as<MethodObject>().row);
    case Kind::Ellipsis: return hashAddress(nullptr);
    default: return hashAddress(value.object());
    }
}

bool isUnhashable(const Value& value) {
    switch (value.kind()) {
    case Kind::List:
    case Kind::Dict:
    case Kind::Set: return true;
    case Kind::DictView: return value.as<DictViewObject>().part != DictViewObject::Part::ValuePart;
    default: return false;
    }
}

} // namespace

std::int64_t hashOf(const Value& value, Budget& budget) {
    switch (value.kind()) {
    case Kind::None: return kNoneHash;
    case Kind::Bool:
    case Kind::Int:
    case Kind::BigInt: return hashInt(value, budget);
    case Kind::Float: return hashFloat(value.real());
    case Kind::Complex: return hashComplex(value.as<ComplexObject>().number);
    case Kind::Tuple: return hashTuple(value, budget);
    case Kind::FrozenSet: return hashFrozenSet(value.as<SetObject>(), budget);
    case Kind::Range: return hashRange(value.as<RangeObject>(), budget);
    case Kind::Slice: return hashSlice(value.as<SliceObject>(), budget);
    case Kind::Str:
    case Kind::Bytes: return hashText(textOf(value), budget);
    default: break;
    }
    if (isUnhashable(value))
        raise(ErrorType::TypeError, "unhashable type: '" + std::string(typeName(value)) + "'");
    return hashObject(value);
}

bool hasPythonsHash(const Value& value, Budget& budget) {
    if (value.isNumber() || value.isNone() || value.is(Kind::Range))
        return !value.is(Kind::Float) || !std::isnan(value.real());
    if (value.is(Kind::Tuple)) {
        const auto items = itemsOf(value);
        budget.spend(items.size() * 2);
        return std::all_of(items.begin(), items.end(),
                           [&budget](const Value& item) { return hasPythonsHash(item, budget); });
    }
    return value.is(Kind::FrozenSet) && value.as<SetObject>().table.hasPythonsHashes();
}

} // namespace keisan::eval
