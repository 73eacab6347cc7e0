import { fileURLToPath } from 'node:url'

/**
 * LC_CTYPE of the embedded cluster. It says what a letter is to pg_trgm and to text search; in C no Chinese character is one.
 * macOS always has a UTF-8 one under this name; on Linux a copy of C.UTF-8 comes with the product.
 */
export const characterType = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'

export const ownLocales = fileURLToPath(new URL('../../../database/locale', import.meta.url))

/** Where glibc looks for C.UTF-8: in the system's own folder, then in ours, for systems that have no locales installed. */
export function localePath(systemLocales = '/usr/lib/locale'): NodeJS.ProcessEnv {
  return process.platform === 'linux' ? { LOCPATH: `${systemLocales}:${ownLocales}` } : {}
}

/** Whether a database of this LC_CTYPE knows Chinese letters. */
export function knowsLetters(characterType: string): boolean {
  return !/^(?:C|POSIX)$/.test(characterType)
}
