import { sql } from 'kysely'
import { day, text, uuid } from '../../../platform/database/columns.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { statement } from '../../../platform/database/statement.ts'
import { filedLateText } from '../../../policy/calendar/deadlines.ts'
import { editionOf } from '../../../policy/editions/edition.ts'
import { kindOf, sortOf } from '../../../policy/records/register.ts'
import { classNames } from '../../../policy/services/diagnosis.ts'
import { daysBetween } from '../../../shared/dates.ts'
import { periodName } from '../../../shared/periods.ts'
import { filedOn } from '../owed/public.ts'
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

const tablesFiled = statement(
  { id: uuid, edition: text, period: text, dueOn: day, filedOn: day.nullable() },
  (ids: Ids) => sql`
    select f.id, b.edition, f.period, f.due_on as "dueOn", ${filedOn} as "filedOn"
      from filings f join batches b on b.id = f.batch_id
     where f.id = any(${ids}::uuid[])`,
  [[]],
)

/** A table by its period, with its due day and whether it came in time. */
export async function tables(tx: Tx, ids: Ids): Promise<Labels> {
  return new Map(
    (await tablesFiled(tx, ids)).map(({ id, edition, period, dueOn, filedOn: on }) => {
      const { name } = editionOf(edition).returns
      const of = periodName(period)
      const late = on === null ? words.notFiled : on > dueOn ? filedLateText(daysBetween(dueOn, on)) : words.onTime
      return [
        id,
        {
          title: { zh: `${of.zh}${name.zh}`, en: `${name.en}, ${of.en}` },
          detail: joined(told(words.dueOn, dueOn), late),
          href: `/returns/${id}`,
        },
      ]
    }),
  )
}
