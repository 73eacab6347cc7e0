import { cleanCode } from '../../shared/clean.ts'

/** What is printed on a paper and typed in again to verify it: the first sixteen figures of the version's hash. */
export function verifyCode(hash: string): string {
  return (hash.slice(0, 16).toUpperCase().match(/.{4}/g) ?? []).join('-')
}

/**
 * The beginning of a hash that a code stands for, as somebody typed it: the code with or without its hyphens, or the whole hash;
 * null when it is neither.
 */
export function codePrefix(typed: string): string | null {
  const plain = cleanCode(typed).toLowerCase()
  return /^[0-9a-f]{16}(?:[0-9a-f]{48})?$/.test(plain) ? plain.slice(0, 16) : null
}
