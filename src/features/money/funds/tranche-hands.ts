import type { TrancheView } from './contract.ts'

/** Names of accounts, by id. */
export type Names = ReadonlyMap<string, string>

/** Who did a step and when; `preparedBy`: where it took two persons, who prepared what the other signed. */
export function signed(
  by: string | null,
  at: Date | null,
  preparedBy: string | null,
  names: Names,
): TrancheView['released'] {
  const one = step(by, at, names)
  return one && { ...one, preparedBy: preparedBy === null ? null : (names.get(preparedBy) ?? '') }
}

export function step(by: string | null, at: Date | null, names: Names): TrancheView['received'] {
  return by && at ? { name: names.get(by) ?? '', at: at.toISOString() } : null
}
