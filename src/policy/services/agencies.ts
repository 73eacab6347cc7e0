/** Parties that are related to one another, directly or through others, count as one (G3.3). */
export type Party = { readonly uscc: string; readonly relatedTo: readonly string[] }

/** Groups of related parties among `parties`; those related to the park itself are left out, for the park can't choose freely there. */
export function unrelatedGroups(parties: readonly Party[], parkUscc: string | null = null): string[][] {
  const parent = new Map<string, string>()
  const root = (code: string): string => {
    let at = code
    for (let up = parent.get(at); up !== undefined; up = parent.get(at)) at = up
    return at
  }
  const join = (one: string, other: string) => {
    const a = root(one)
    const b = root(other)
    if (a !== b) parent.set(a, b)
  }
  for (const party of parties) for (const other of party.relatedTo) join(party.uscc, other)
  const groups = new Map<string, string[]>()
  for (const code of new Set(parties.map((party) => party.uscc))) {
    if (parkUscc !== null && root(code) === root(parkUscc)) continue
    const group = groups.get(root(code))
    if (group) group.push(code)
    else groups.set(root(code), [code])
  }
  return [...groups.values()]
}

/** How many agencies a fair choice really has. */
export function unrelatedCount(parties: readonly Party[], parkUscc: string | null = null): number {
  return unrelatedGroups(parties, parkUscc).length
}
