import { type Acting, type Asking, command } from '../../../platform/command.ts'
import { stale } from '../../../platform/errors.ts'
import { askFitted } from '../../../platform/fit.ts'
import * as policy from '../../../policy/filings/filing.ts'
import { isRefusal } from '../../../shared/refusal.ts'
import type { TypedTexts } from '../../../shared/typed-text.ts'
import * as contract from './contract.ts'
import { lockCourseFiling, whyNotWriter, whyTooLate } from './course-filing.ts'
import { differences } from './differences.ts'
import type { CourseFiling, Kind, Kinds } from './kind.ts'
import { requireOwnIds } from './row-ids.ts'
import { saveSection } from './store.ts'
import { typedHere } from './typed-gaps.ts'

export const saveFilingSection = (kinds: Kinds) =>
  command(contract.saveFilingSection, async ({ params, body }, acting) => {
    const filing = await lockCourseFiling(acting.tx, acting.actor, params.filingId)
    const kind = kinds[filing.duty.kind]
    const { section } = params
    const sent = { section, ...body }
    return { revision: await keepSection(acting, kind, filing, sent), savedAt: acting.now.toISOString() }
  })

type Place = { readonly section: string; readonly revision: number }
type Seen = Pick<CourseFiling, 'row' | 'duty' | 'filing'>

/** What has to hold before a section is written, for whoever looks at the outcome first. @throws as `keepSection` */
export async function requireSavable(asking: Asking, filing: CourseFiling, place: Place): Promise<void> {
  await requireWriter(asking, filing, place.section)
  requireFresh(filing, place, asking.now)
}

async function requireWriter({ tx, actor, now }: Asking, filing: Seen, section: string): Promise<void> {
  const no = whyNotWriter(filing.duty, actor) ?? (await whyTooLate(tx, filing, now))
  if (no) throw no
  const after = policy.saveSection(filing.filing, section, actor.accountId)
  if (isRefusal(after)) throw after
}

function requireFresh(filing: Seen, { section, revision }: Place, now: Date): void {
  const before = sectionOf(filing, section)
  if (before.revision !== revision)
    throw stale(before.editedByName ?? '', before.editedAt ?? now, { revision: before.revision })
}

function sectionOf({ row }: Seen, section: string) {
  const found = row.sections.find((one) => one.section === section)
  if (!found) throw new Error(`filing ${row.id} has no section ${section}`)
  return found
}

type Sent = {
  readonly section: string
  /** The revision that was read; another one is stale. */
  readonly revision: number
  readonly content: unknown
  /** What is no value of its field; none where a workbook fills the section. */
  readonly typed?: TypedTexts
  /** Where it came from, for the event: an imported workbook. */
  readonly source?: object
}

/**
 * Writes one section of a locked filing, typed or imported: ask, parse, compare the revision, save, record. Returns the new
 * revision.
 * @throws Refusal when the section is closed or somebody else writes it; HttpError 409 naming whoever saved it meanwhile
 */
export async function keepSection<Content extends object>(
  acting: Acting,
  kind: Kind<Content>,
  filing: CourseFiling<Content>,
  { section, revision: read, content: sent, typed: texts = {}, source }: Sent,
): Promise<number> {
  const { tx, actor, now, record } = acting
  const { row } = filing
  await requireWriter(acting, filing, section)
  const shape = kind.shapes[section]
  if (!shape) throw new Error(`filing ${row.id} has no section ${section}`)
  const { keep } = kind
  const content = await askFitted(shape, sent, 'content', async (parsed) => {
    requireOwnIds(parsed as object)
    return keep ? keep(acting, filing, section, parsed) : parsed
  })
  const before = sectionOf(filing, section)
  if (before.revision !== read) {
    const mine = { content, typed: texts }
    const fields = differences(kind, filing, { section, theirs: before, mine })
    throw stale(before.editedByName ?? '', before.editedAt ?? now, { revision: before.revision, fields })
  }
  const typed = typedHere(kind, section, content, texts)
  const revision = await saveSection(tx, row, { section, content, typed, by: actor.accountId, at: now })
  const names = Object.keys(typed)
  const unread = names.length > 0 ? { unread: names } : {}
  const audited = (value: unknown) => kind.inPart?.(section, value) ?? value
  record(source ? 'filing.section-imported' : 'filing.section-saved', {
    subject: row.id,
    scope: row.scope,
    before: audited(before.content),
    after: { section, revision, content: audited(content), ...unread, ...source },
  })
  return revision
}
