import { sql } from 'kysely'
import { day, instant, text, uuid, wordsOf } from '../../../platform/database/columns.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { statement } from '../../../platform/database/statement.ts'
import { filedLateText, isInTime } from '../../../policy/calendar/deadlines.ts'
import { editionOf, obligationOf } from '../../../policy/editions/edition.ts'
import { filingTitle } from '../../../policy/filings/filing-title.ts'
import { kindOf, sortOf } from '../../../policy/records/register.ts'
import { classNames } from '../../../policy/services/diagnosis.ts'
import { practiceSorts } from '../../../policy/services/practice.ts'
import { dayOf, daysBetween } from '../../../shared/dates.ts'
import type { Text } from '../../../shared/words.ts'
import { dueAtOf, filedAt, hrefFor } from '../owed/public.ts'
import { joined, kindName, type Labels, same, told, yuan } from './label-texts.ts'
import { words } from './words.ts'

type Ids = readonly string[]

export async function diagnoses(tx: Tx, ids: Ids): Promise<Labels> {
  const rows = await tx
    .selectFrom('diagnoses as d')
    .innerJoin('pilotEnterprises as e', 'e.id', 'd.enterpriseId')
    .select(['d.id', 'd.class', 'd.pilotId', 'd.enterpriseId', 'e.name', 'e.uscc'])
    .where('d.id', 'in', [...ids])
    .execute()
  return new Map(
    rows.map(({ id, pilotId, enterpriseId, name, uscc, class: found }) => [
      id,
      {
        title: same(name),
        detail: joined(
          found === 'early-stage' || found === 'srdi-direction' ? classNames[found] : same(found),
          same(uscc),
        ),
        href: `/pilots/${pilotId}/enterprises/${enterpriseId}`,
      },
    ]),
  )
}

export async function activities(tx: Tx, ids: Ids): Promise<Labels> {
  const rows = await tx
    .selectFrom('activities')
    .select(['id', 'title', 'serviceKind', 'heldOn', 'place'])
    .where('id', 'in', [...ids])
    .execute()
  return new Map(
    rows.map(({ id, title, serviceKind, heldOn, place }) => [
      id,
      {
        title: same(title),
        detail: joined(kindName(serviceKind), same(heldOn), same(place)),
        href: `/activities/${id}`,
      },
    ]),
  )
}

export async function agencies(tx: Tx, ids: Ids): Promise<Labels> {
  const rows = await tx
    .selectFrom('partnerAgencies')
    .select(['id', 'name', 'uscc', 'pilotId', 'serviceKinds'])
    .where('id', 'in', [...ids])
    .execute()
  return new Map(
    rows.map(({ id, name, uscc, pilotId, serviceKinds }) => [
      id,
      {
        title: same(name),
        detail: joined(same(uscc), told(words.kindsOffered, serviceKinds.length)),
        href: `/pilots/${pilotId}/plan?section=agencies`,
      },
    ]),
  )
}

export async function tranches(tx: Tx, ids: Ids): Promise<Labels> {
  const rows = await tx
    .selectFrom('tranches')
    .select(['id', 'no', 'pilotId', 'amountFen', 'voucherNo'])
    .where('id', 'in', [...ids])
    .execute()
  return new Map(
    rows.map(({ id, no, pilotId, amountFen, voucherNo }) => [
      id,
      {
        title: told(words.trancheNo, no),
        detail: joined(yuan(amountFen), told(words.voucherNo, voucherNo ?? '')),
        href: `/pilots/${pilotId}/money`,
      },
    ]),
  )
}

/** A document of lasting practice by its title; what it is and by which paper it was adopted beside it. */
export async function practices(tx: Tx, ids: Ids): Promise<Labels> {
  const rows = await tx
    .selectFrom('practices')
    .select(['id', 'pilotId', 'sort', 'title', 'adoptionNo'])
    .where('id', 'in', [...ids])
    .execute()
  return new Map(
    rows.map(({ id, pilotId, sort, title, adoptionNo }) => [
      id,
      {
        title: same(title),
        detail: joined(practiceSorts[sort], same(adoptionNo ?? '')),
        href: `/pilots/${pilotId}/practices`,
      },
    ]),
  )
}

/** An entry of a register by its firm; what it is, its number and its money beside it. */
export async function registerEntries(tx: Tx, ids: Ids): Promise<Labels> {
  const rows = await tx
    .selectFrom('registerEntries as r')
    .innerJoin('pilotEnterprises as e', 'e.id', 'r.enterpriseId')
    .select(['r.id', 'r.sort', 'r.number', 'r.party', 'r.amountFen', 'r.pilotId', 'r.enterpriseId', 'e.name'])
    .where('r.id', 'in', [...ids])
    .execute()
  return new Map(
    rows.map(({ id, sort, number, party, amountFen, pilotId, enterpriseId, name }) => {
      const { zh, en } = sortOf(kindOf(sort), sort) ?? same(sort)
      const money = amountFen === null ? same('') : yuan(amountFen)
      return [
        id,
        {
          title: joined(same(name), { zh, en }),
          detail: joined(same(number), same(party), money),
          href: `/pilots/${pilotId}/enterprises/${enterpriseId}/register`,
        },
      ]
    }),
  )
}

const filingsDue = statement(
  {
    id: uuid,
    batchId: uuid,
    edition: text,
    pilotId: uuid.nullable(),
    kind: wordsOf('filings.kind'),
    period: text,
    dueOn: day,
    dueAt: instant.nullable(),
    filedAt: instant.nullable(),
  },
  (ids: Ids) => sql`
    select f.id, f.batch_id as "batchId", b.edition, f.pilot_id as "pilotId", f.kind, f.period, f.due_on as "dueOn",
           f.due_at as "dueAt", ${filedAt} as "filedAt"
      from filings f join batches b on b.id = f.batch_id
     where f.id = any(${ids}::uuid[])`,
  [[]],
)

/** A filing by its name and period, with its due day and whether it came in time. */
export async function filings(tx: Tx, ids: Ids): Promise<Labels> {
  return new Map(
    (await filingsDue(tx, ids)).map(({ id, edition, kind, period, dueOn, dueAt, filedAt: at, ...place }) => [
      id,
      {
        title: filingTitle(obligationOf(editionOf(edition), kind), period),
        detail: joined(told(words.dueOn, dueOn), timeText(at, { dueOn, dueAt })),
        href: hrefFor({ ...place, kind, filingId: id }) ?? '',
      },
    ]),
  )
}

function timeText(at: Date | null, due: Parameters<typeof dueAtOf>[0]): Text {
  if (at === null) return words.notFiled
  return isInTime(at, { dueAt: dueAtOf(due) }) ? words.onTime : filedLateText(daysBetween(due.dueOn, dayOf(at)))
}
