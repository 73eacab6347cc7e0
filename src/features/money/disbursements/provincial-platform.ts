import type { ExportColumn, ExportValue } from '../../../platform/workbook/values.ts'
import { exportRows } from '../../../platform/workbook/write.ts'
import { type Language, speak, type Text } from '../../../shared/words.ts'
import type { Disbursement } from './contract.ts'
import { words } from './words.ts'

/** Where disbursements are filed (G4.3). One with an interface would send and answer with the number; this one takes a file. */
export type FilingPlatform = {
  readonly name: Text
  /** What the person has to do, since no interface of the platform is known. */
  readonly how: Text
  /** The file to hand in there, one row a disbursement. */
  write(
    rows: readonly Disbursement[],
    language: Language,
    lines: readonly (readonly [string, string])[],
  ): ReturnType<typeof exportRows>
}

/** The provincial data platform: exported here, entered there by hand, its number brought back by hand. */
export const provincialPlatform: FilingPlatform = {
  name: words.platformName,
  how: words.platformHow,
  write(rows, language, lines) {
    const t = speak(words, language)
    const columns: ExportColumn[] = [
      { title: t.no, kind: 'number', width: 8 },
      { title: t.batch, kind: 'text', width: 18 },
      { title: t.county, kind: 'text', width: 16 },
      { title: t.park, kind: 'text', width: 26 },
      { title: t.uscc, kind: 'text', width: 24 },
      { title: t.tranche, kind: 'number', width: 8 },
      { title: t.amountYuan, kind: 'yuan', width: 18 },
      { title: t.voucher, kind: 'text', width: 22 },
      { title: t.paidOn, kind: 'day', width: 14 },
      { title: t.filingNumber, kind: 'text', width: 24 },
      { title: t.filingName, kind: 'text', width: 32 },
      { title: t.filedOn, kind: 'day', width: 14 },
    ]
    const cells = rows.map((row, i): ExportValue[] => [
      i + 1,
      row.batchName,
      row.countyName,
      row.parkName,
      row.parkUscc,
      row.trancheNo,
      row.amountFen,
      row.voucherNo,
      row.paidOn,
      row.filing?.number ?? null,
      row.filing?.name ?? null,
      row.filing?.filedOn ?? null,
    ])
    const about = { title: t.about, countLabel: t.rows, lines }
    return exportRows({ title: t.sheet, columns, rows: cells, about })
  },
}
