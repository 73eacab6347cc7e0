const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

/** Trims, folds full-width characters and upper-cases; never guesses a letter. */
export function normaliseUscc(text: string): string {
  return text.normalize('NFKC').trim().toUpperCase()
}

/** The 18th character of a unified social credit code (GB 32100-2015) for its first 17, or null if one is not in the alphabet. */
export function usccCheckCharacter(first17: string): string | null {
  let sum = 0
  for (let i = 0; i < 17; i++) {
    const value = alphabet.indexOf(first17.charAt(i) || '?')
    if (value < 0) return null
    sum += value * (weights[i] ?? 0)
  }
  return alphabet.charAt((31 - (sum % 31)) % 31)
}

export function isUscc(code: string): boolean {
  return code.length === 18 && usccCheckCharacter(code.slice(0, 17)) === code.charAt(17)
}

/** The organisation code inside (characters 9–17, GB 11714). Old codes break it: a warning, never a refusal. */
export function hasValidOrganisationCode(code: string): boolean {
  const factors = [3, 7, 9, 10, 5, 8, 4, 2]
  const sum = factors.reduce((total, factor, i) => total + factor * Number.parseInt(code.charAt(8 + i), 36), 0)
  return organisationCheck(sum) === code.charAt(16)
}

function organisationCheck(sum: number): string {
  const digit = 11 - (sum % 11)
  return digit === 10 ? 'X' : digit === 11 ? '0' : String(digit)
}
