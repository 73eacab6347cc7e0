/** Titles compare without spaces, invisible characters, marks of duty, letter case, or the width of characters. */
export function plainTitle(title: string): string {
  return title
    .normalize('NFKC')
    .replace(/[\s*:\p{Cf}\p{Cc}]/gu, '')
    .replace(/\((?:必填|选填|required|optional)\)/gi, '')
    .toLowerCase()
}

/** A title as a sheet has it, fit for a message. */
export function shownTitle(title: string): string {
  return title
    .replace(/\s+/g, ' ')
    .replace(/[\s*＊]+$/, '')
    .trim()
}
