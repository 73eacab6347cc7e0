const maxLength = 120
// the reserved characters of Windows, where these files end up, and the invisible ones that turn `gpj.exe` around
const unsafe = /[<>:"/\\|?*\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]/gu
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i

/** A name fit for any disk and header: no path, no control characters, at most 120 characters, Chinese kept. */
export function safeFileName(name: string, fallback = 'file'): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const plain = last
    .replace(unsafe, '')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '')
  if (plain === '') return fallback
  const whole = reserved.test(plain) ? `_${plain}` : plain
  const characters = [...whole]
  if (characters.length <= maxLength) return whole
  const extension = [...fullExtension(whole)]
  return [...characters.slice(0, maxLength - extension.length), ...extension].join('')
}

function fullExtension(name: string): string {
  return /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0] ?? ''
}

/** Lower-case extension without its dot; null when there is none (`2026.5.6 走访`). */
export function extensionOf(name: string): string | null {
  const found = /\.([A-Za-z0-9]{1,8})$/.exec(name.trim())?.[1]
  return found === undefined || /^\d+$/.test(found) ? null : found.toLowerCase()
}

/** `Content-Disposition` with the name in both spellings of RFC 6266 / RFC 5987. */
export function contentDisposition(name: string, inline = false): string {
  const safe = safeFileName(name)
  const ascii = safe.replace(/[^\x20-\x7e]/g, '_').replace(/["%]/g, '_')
  const encoded = encodeURIComponent(safe).replace(/['()*!]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
  return `${inline ? 'inline' : 'attachment'}; filename="${ascii}"; filename*=UTF-8''${encoded}`
}
