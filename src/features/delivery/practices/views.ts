import type { z } from 'zod'
import type { Actor } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { abilityOf } from '../../../policy/people/ability.ts'
import { mayDecide } from '../../../policy/services/practice.ts'
import { isDamaged, shownFile } from '../../programme/files/public.ts'
import { requirePilot } from '../../programme/pilots/public.ts'
import type { listPractices } from './contract.ts'

/** What a park handed in, the newest first, with what the county decided. */
export async function practicesView(
  tx: Tx,
  pilotId: string,
  actor: Actor,
): Promise<z.input<typeof listPractices.reply>> {
  const { parkName } = await requirePilot(tx, pilotId)
  const rows = await tx
    .selectFrom('practices as p')
    .innerJoin('accounts as s', 's.id', 'p.submittedBy')
    .leftJoin('accounts as d', 'd.id', 'p.decidedBy')
    .innerJoin('files as f', 'f.id', 'p.fileId')
    .selectAll('f')
    .select(isDamaged.as('damaged'))
    .select(['p.id as practiceId', 'p.sort', 'p.title', 'p.writtenOn', 'p.state', 'p.adoptedOn', 'p.adoptionNo'])
    .select(['p.returnReason', 'p.submittedAt', 'p.decidedAt', 's.name as submittedByName', 'd.name as decidedByName'])
    .where('p.pilotId', '=', pilotId)
    .orderBy('p.submittedAt', 'desc')
    .orderBy('p.id', 'desc')
    .execute()
  return {
    parkName,
    practices: rows.map((row) => {
      const { practiceId, sort, title, writtenOn, state, adoptedOn, adoptionNo, returnReason } = row
      const no = mayDecide(row)
      return {
        ...{ practiceId, sort, title, writtenOn, state, adoptedOn, adoptionNo, returnReason },
        file: shownFile(row),
        submittedBy: row.submittedByName,
        submittedAt: row.submittedAt.toISOString(),
        decidedBy: row.decidedByName,
        decidedAt: row.decidedAt?.toISOString() ?? null,
        actions: [abilityOf(actor, 'adopt', 'practice.decide', no), abilityOf(actor, 'return', 'practice.decide', no)],
      }
    }),
    actions: [abilityOf(actor, 'submit', 'practice.submit', null)],
  }
}
