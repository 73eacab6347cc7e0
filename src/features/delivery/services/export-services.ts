import { download } from '../../../platform/command.ts'
import { type ExportColumn, xlsxMediaType } from '../../../platform/workbook/values.ts'
import { exportRows } from '../../../platform/workbook/write.ts'
import { refuse } from '../../../policy/guide/refuse.ts'
import { serviceKinds } from '../../../policy/records/service-kinds.ts'
import { serviceStateNames } from '../../../policy/services/service.ts'
import { dayOf, minuteOf } from '../../../shared/dates.ts'
import { speak } from '../../../shared/words.ts'
import { requirePilot } from '../../programme/pilots/public.ts'
import * as contract from './contract.ts'
import { editionsOf } from './edition-views.ts'
import { type Exported, exportedServices } from './export-views.ts'
import { countServices, filtersOf } from './list-filters.ts'
import { exportWords } from './words.ts'

/** Exactly the rows of the filtered list, all of them, with the filters, their number and the rules they were counted by. */
export const exportServices = download(contract.exportServices, async ({ search }, { tx, actor, now }) => {
  const { language, sort, ...asked } = search
  const filters = filtersOf(asked, actor)
  const t = speak(exportWords, language)
  const pilot = filters.pilotId ? await requirePilot(tx, filters.pilotId) : null
  const total = await countServices(tx, filters)
  const max = contract.mostExported
  if (total > max) throw refuse('services.too-many-to-export', null, { count: total, max })
  const services = await exportedServices(tx, filters, { sort, limit: max })
  const columns: ExportColumn[] = [
    { title: t.no, kind: 'text', width: 18 },
    { title: t.park, kind: 'text', width: 22 },
    { title: t.enterprise, kind: 'text', width: 32 },
    { title: t.kind, kind: 'text', width: 16 },
    { title: t.state, kind: 'text', width: 12 },
    { title: t.agency, kind: 'text', width: 28 },
    { title: t.price, kind: 'yuan', width: 16 },
    { title: t.openedOn, kind: 'day', width: 14 },
    { title: t.countedOn, kind: 'day', width: 14 },
    { title: t.updatedOn, kind: 'day', width: 14 },
    { title: t.standing, kind: 'text', width: 12 },
  ]
  const rows = (function* () {
    for (const [
      no,
      parkName,
      enterpriseName,
      kind,
      state,
      agencyName,
      priceFen,
      openedOn,
      countedOn,
      updatedOn,
      standing,
    ] of services)
      yield [
        no,
        parkName,
        enterpriseName,
        serviceKinds[kind][language],
        serviceStateNames[state][language],
        agencyName,
        priceFen,
        openedOn,
        countedOn,
        updatedOn,
        standing ? t.isStanding : null,
      ]
  })()
  const lines: (readonly [string, string])[] = [
    [t.exportedAt, minuteOf(now)],
    [t.exportedBy, actor.name],
    [t.rules, (await editionsOf(tx, filters.pilotId)).join('、')],
    [t.park, pilot?.parkName ?? t.all],
    [t.state, filters.state ? serviceStateNames[filters.state][language] : t.all],
    [t.kind, filters.kind ? serviceKinds[filters.kind][language] : t.all],
    [t.enterprise, filters.enterprise ?? (filters.enterpriseId ? (firstOf(services)?.[2] ?? '') : t.all)],
    [t.no, filters.no ?? t.all],
    [t.countedOn, filters.counted === 'yes' ? t.yes : filters.counted === 'no' ? t.notYet : t.all],
  ]
  return {
    fileName: `${t.fileName}-${dayOf(now)}.xlsx`,
    mediaType: xlsxMediaType,
    content: exportRows({ title: t.sheet, columns, rows, about: { title: t.about, countLabel: t.count, lines } }),
  }
})

function firstOf(services: Iterable<Exported>): Exported | undefined {
  for (const service of services) return service
  return undefined
}
