/** A number without rounding: whole parts over a whole above zero, in lowest terms. */
export type Rational = { readonly num: bigint; readonly den: bigint }

export const nought: Rational = { num: 0n, den: 1n }
export const one: Rational = { num: 1n, den: 1n }
export const hundred: Rational = { num: 100n, den: 1n }

/** The decimal that a number is written as: 0.1 is one tenth. @throws RangeError for what is no number */
export function exact(value: number): Rational {
  const [, sign, whole = '', decimals = '', power = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value)) ?? []
  if (sign === undefined) throw new RangeError(`${value} is no number to reckon with`)
  const digits = BigInt(sign + whole + decimals)
  const places = decimals.length - Number(power)
  return places >= 0 ? fraction(digits, 10n ** BigInt(places)) : fraction(digits * 10n ** BigInt(-places), 1n)
}

/** Whole hundredths, as points are kept. */
export function ofHundredths(hundredths: number): Rational {
  return fraction(BigInt(hundredths), 100n)
}

function fraction(num: bigint, den: bigint): Rational {
  const shared = divisor(num < 0n ? -num : num, den)
  return { num: num / shared, den: den / shared }
}

function divisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : divisor(b, a % b)
}

export function plus(a: Rational, b: Rational): Rational {
  return fraction(a.num * b.den + b.num * a.den, a.den * b.den)
}

export function minus(a: Rational, b: Rational): Rational {
  return fraction(a.num * b.den - b.num * a.den, a.den * b.den)
}

export function times(a: Rational, b: Rational): Rational {
  return fraction(a.num * b.num, a.den * b.den)
}

/** @throws RangeError when divided by nought */
export function over(a: Rational, b: Rational): Rational {
  if (b.num === 0n) throw new RangeError('divided by nought')
  const sign = b.num < 0n ? -1n : 1n
  return fraction(a.num * b.den * sign, a.den * b.num * sign)
}

/** Below, at or above zero as `a` is below, equal to or above `b`. */
export function compare(a: Rational, b: Rational): number {
  const [left, right] = [a.num * b.den, b.num * a.den]
  return left < right ? -1 : left > right ? 1 : 0
}

export function least(a: Rational, b: Rational): Rational {
  return compare(a, b) <= 0 ? a : b
}

export function most(a: Rational, b: Rational): Rational {
  return compare(a, b) >= 0 ? a : b
}

export function percentOf(percent: number, whole: Rational): Rational {
  return over(times(exact(percent), whole), hundred)
}

/** @throws RangeError for none at all */
export function mean(some: readonly Rational[]): Rational {
  return over(some.reduce(plus, nought), exact(some.length))
}

/** The whole number below, or the one above where `up`. */
export function wholeOf({ num, den }: Rational, up = false): Rational {
  const down = num / den - (num % den < 0n ? 1n : 0n)
  return { num: up && down * den !== num ? down + 1n : down, den: 1n }
}

/** Hundredths, halves up: 0.005 is one, and so is 0.0149. */
export function hundredthsOf({ num, den }: Rational): number {
  return Number(wholeOf({ num: num * 200n + den, den: den * 2n }).num)
}

/** As it is read: up to two decimals, without zeros behind. */
export function readable(value: Rational): string {
  return String(hundredthsOf(value) / 100)
}

/** A measured figure with the decimals that tell it from its target, four at most: 2.003 is not 2. */
export function readableFigure(value: number): string {
  return String(Number(value.toFixed(4)))
}

/** Points with their two decimals, from hundredths. */
export function formatPoints(hundredths: number): string {
  const [whole, rest] = [Math.floor(hundredths / 100), hundredths % 100]
  return `${whole}.${String(rest).padStart(2, '0')}`
}

/** A difference of points with its sign, from hundredths. */
export function signedPoints(hundredths: number): string {
  const sign = hundredths > 0 ? '+' : hundredths < 0 ? '−' : ''
  return `${sign}${formatPoints(Math.abs(hundredths))}`
}
