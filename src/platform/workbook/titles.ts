/** A title as a sheet has it, fit for a message. */
export function shownTitle(title: string): string {
  return title
    .replace(/\s+/g, ' ')
    .replace(/[\s*＊]+$/, '')
    .trim()
}
