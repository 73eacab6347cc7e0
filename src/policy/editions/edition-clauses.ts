import { type Clause, clauseList } from '../guide/clauses.ts'
import { type Edition, findEdition } from './edition.ts'

/**
 * A clause by the number it bears in this edition. A rule that serves several editions names the clause of the oldest one;
 * whoever tells it to a person asks here.
 */
export function clauseIn(edition: Edition, clause: Clause): Clause {
  return edition.carriedOver?.renumbered[clause] ?? clause
}

/** Every clause in force in an edition: its own, and those of the older one that it took over under their old number. */
export function clausesOf(edition: Edition): readonly Clause[] {
  const older = edition.carriedOver && findEdition(edition.carriedOver.from)
  const carried = older ? clausesOf(older).filter((clause) => clauseIn(edition, clause) === clause) : []
  const own = clauseList.filter((clause) => clause.startsWith(letterOf(edition)))
  return clauseList.filter((clause) => own.includes(clause) || carried.includes(clause))
}

/** Whether an edition took this clause over from the older one, being silent about it itself. */
export function isCarriedOver(edition: Edition, clause: Clause): boolean {
  return edition.carriedOver !== null && !clause.startsWith(letterOf(edition)) && clausesOf(edition).includes(clause)
}

/** Every clause of an edition begins with its letter. */
function letterOf({ excludedDivisions }: Edition): string {
  return excludedDivisions.clause.charAt(0)
}
