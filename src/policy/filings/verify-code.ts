import { cleanCode } from '../../shared/clean.ts'

/** What is printed on a paper and typed in again to verify it: the first sixteen figures of the version's hash. */
export function verifyCode(hash: string): string {
  return (hash.slice(0, 16).toUpperCase().match(/.{4}/g) ?? []).join('-')
}

/**
 * The beginning of a hash that somebody typed: the code with or without its hyphens, or the whole hash, which counts to its last
 * figure; the full stop or bracket of the sentence around it does not. Null when it is neither.
 */
export function codePrefix(typed: string): string | null {
  const plain = cleanCode(typed)
    .toLowerCase()
    .replace(/^\p{P}+|\p{P}+$/gu, '')
  return /^(?:[0-9a-f]{16}|[0-9a-f]{64})$/.test(plain) ? plain : null
}

/** A prefix as it stands in an address: the code in its groups, a whole hash whole. */
export function writePrefix(prefix: string): string {
  return prefix.length > 16 ? prefix : verifyCode(prefix)
}
