/** A place in a sentence where a value is missing: empty quotes or brackets, a space before a mark, two marks in a row. */
const holes =
  /“\s*”|「\s*」|（\s*）|\(\s*\)| {2}|[^\S\n](?=[，。、；：）,;!?)]|\.(?:\s|$))|[，、：；][，。、；：）]|[,:;] ?[,.;:)]/

/** What surrounds the first hole of a sentence; null where every part says something. */
export function holeIn(sentence: string): string | null {
  const at = sentence.search(holes)
  return at < 0 ? null : sentence.slice(Math.max(0, at - 10), at + 10)
}
