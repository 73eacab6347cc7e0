/** What is printed on a paper and typed in again to verify it: the first sixteen figures of the version's hash. */
export function verifyCode(hash: string): string {
  return (hash.slice(0, 16).toUpperCase().match(/.{4}/g) ?? []).join('-')
}

/** The beginning of a hash that a code stands for, as somebody typed it; null when it is no code. */
export function codePrefix(typed: string): string | null {
  const plain = typed
    .normalize('NFKC')
    .replace(/[\s\-—–]/g, '')
    .toLowerCase()
  return /^[0-9a-f]{16}$/.test(plain) ? plain : null
}
