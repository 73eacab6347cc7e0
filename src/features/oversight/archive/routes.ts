import { download } from '../../../platform/command.ts'
import { whyNotArchived } from '../../../policy/oversight/close-out.ts'
import { dayOf } from '../../../shared/dates.ts'
import { requirePilot } from '../../programme/pilots/public.ts'
import { contentsOf } from './contents.ts'
import * as contract from './contract.ts'
import { packArchive } from './package.ts'

export const archiveRoutes = [
  download(contract.downloadArchive, async ({ params }, { tx, files, site }) => {
    const pilot = await requirePilot(tx, params.pilotId)
    const { id: pilotId, edition, parkName } = pilot
    const closed = await tx
      .selectFrom('closeOuts as c')
      .innerJoin('pilots as p', 'p.id', 'c.pilotId')
      .innerJoin('batches as b', 'b.id', 'p.batchId')
      .innerJoin('units as u', 'u.id', 'p.countyId')
      .select(['c.state', 'c.recordedAt', 'b.name as batch', 'u.name as county'])
      .where('c.pilotId', '=', pilotId)
      .where('c.state', '=', 'recorded')
      .executeTakeFirst()
    const no = whyNotArchived(edition, closed?.state ?? null)
    if (no || !closed?.recordedAt) throw no
    const { batch, county, recordedAt } = closed
    const head = { pilotId, park: parkName, county, batch, edition: edition.id, closedOn: dayOf(recordedAt) }
    const contents = await contentsOf(tx, pilotId, site)
    return {
      fileName: `${parkName}-${batch}-结项归档包.zip`,
      mediaType: 'application/zip',
      content: () => packArchive(files, head, contents),
    }
  }),
]
