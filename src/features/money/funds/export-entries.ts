import { download } from '../../../platform/command.ts'
import { type ExportColumn, xlsxMediaType } from '../../../platform/workbook/values.ts'
import { exportRows } from '../../../platform/workbook/write.ts'
import { refuse } from '../../../policy/guide/refuse.ts'
import { entryName } from '../../../policy/money/entry-name.ts'
import { entryNames } from '../../../policy/money/ledger.ts'
import { dayOf, minuteOf } from '../../../shared/dates.ts'
import { speak } from '../../../shared/words.ts'
import { fundLinesEver } from '../../programme/baselines/public.ts'
import { requirePilot } from '../../programme/pilots/public.ts'
import * as contract from './contract.ts'
import { exportedPostings } from './export-views.ts'
import { accountName, countEntries } from './ledger-views.ts'
import { exportWords, words } from './words.ts'

/** Exactly the entries of the filtered ledger, all of them, one row a posting, so that debits and credits can be added up. */
export const exportEntries = download(contract.exportEntries, async ({ params, search }, { tx, actor, now }) => {
  const { language, ...filters } = search
  const pilot = await requirePilot(tx, params.pilotId)
  const t = { ...speak(words, language), ...speak(exportWords, language) }
  const max = contract.mostExported
  const { entries: count, postings } = await exportedPostings(tx, { pilotId: pilot.id, filters, limit: max + 1 })
  if (count > max)
    throw refuse('funds.too-many-to-export', null, { count: await countEntries(tx, pilot.id, filters), max })
  const fundLines = new Map((await fundLinesEver(tx, pilot.id)).map((line) => [line.id, line]))
  const columns: ExportColumn[] = [
    { title: t.bookedOn, kind: 'day', width: 14 },
    { title: t.entryKind, kind: 'text', width: 16 },
    { title: t.account, kind: 'text', width: 48 },
    { title: t.debit, kind: 'yuan', width: 18, isSummed: true },
    { title: t.credit, kind: 'yuan', width: 18, isSummed: true },
    { title: t.subject, kind: 'text', width: 18 },
    { title: t.memo, kind: 'text', width: 28 },
    { title: t.byWhom, kind: 'text', width: 26 },
    { title: t.reversed, kind: 'text', width: 10 },
    { title: t.entryId, kind: 'text', width: 38 },
  ]
  const rows = (function* () {
    for (const [entry, key, amountFen] of postings) {
      const [bookedOn, kind, trancheNo, serviceNo, memo, byName, isReversed, entryId, isMeasure, reverses] = entry
      yield [
        bookedOn,
        entryName(kind, reverses)[language],
        accountName(key, fundLines)[language],
        amountFen > 0 ? amountFen : null,
        amountFen < 0 ? -amountFen : null,
        trancheNo === null ? (serviceNo ?? (isMeasure ? t.measure : t.plan)) : t.trancheNo(trancheNo),
        memo,
        byName,
        isReversed ? t.reversed : '',
        entryId,
      ]
    }
  })()
  const lines: (readonly [string, string])[] = [
    [t.exportedAt, minuteOf(now)],
    [t.exportedBy, actor.name],
    [t.park, pilot.parkName],
    [t.rules, pilot.edition.name[language]],
    [t.entryKind, filters.kind ? entryNames[filters.kind][language] : t.all],
    [t.fundLine, filters.lineId ?? t.all],
    [t.entries, String(count)],
  ]
  return {
    fileName: `${t.ledgerFile}-${pilot.parkName}-${dayOf(now)}.xlsx`,
    mediaType: xlsxMediaType,
    content: exportRows({
      title: t.ledgerCaption,
      columns,
      rows,
      totalLabel: t.total,
      about: { title: t.about, countLabel: t.rows, lines },
    }),
  }
})
