import type { Tx } from '../../../platform/database/connect.ts'
import type { Paper } from '../../../platform/documents/paper.ts'
import { safeFileName } from '../../../platform/files/names.ts'
import { paced } from '../../../platform/files/paced.ts'
import { type ArchiveFolder, archiveFolders } from '../../../policy/oversight/archive.ts'
import { isProofKind, proofs } from '../../../policy/records/proofs.ts'
import { canonical } from '../../../shared/canonical.ts'
import { contentHash } from '../../filings/course/public.ts'
import { everyPaperOf } from '../../programme/papers/public.ts'
import { peopleOf } from './people.ts'
import { filesOfPilot, type PilotFile } from './pilot-files.ts'
import { recordsOf, recordTables } from './record-tables.ts'

/** Something that goes into the archive: records that are written when their turn comes, a paper that is drawn when its turn comes, or a file of the store. */
export type Piece = { readonly path: string; readonly proves: string } & (
  | { readonly texts: () => Iterable<string> }
  | { readonly paper: Paper; readonly as: 'docx' | 'xlsx'; readonly at: Date }
  | { readonly file: PilotFile }
)

/** All that an archive is made of, read in one moment; nothing of a closed pilot changes after it. */
export type Contents = {
  readonly pieces: readonly Piece[]
  readonly versions: readonly { readonly name: string; readonly isGenuine: boolean }[]
  readonly papers: readonly { readonly name: string; readonly isGenuine: boolean }[]
  readonly records: Readonly<Record<string, number>>
  readonly ledgerFen: number
}

type Row = Readonly<Record<string, unknown>>

export async function contentsOf(tx: Tx, pilotId: string, site: string | null): Promise<Contents> {
  const rows = new Map<string, Row[]>()
  for (const table of recordTables) {
    rows.set(
      table.table,
      (await recordsOf(tx, { table, pilotId })).map(({ record }) => record),
    )
  }
  const of = (table: string) => rows.get(table) ?? []
  const named = (table: string) => new Map(of(table).map((one) => [String(one.id), one]))
  const subjects = ['filings', 'tranches', 'notices', 'consultations'].flatMap((table) => of(table).map(idOf))
  const kept = await everyPaperOf(tx, site, subjects)
  const placeOf = paperPlaces(named('filings'), named('tranches'), named('notices'))
  const people = await peopleOf(tx, [...rows.values()].flat())
  const files = await filesOfPilot(tx, pilotId)
  const pathOf = uniquePaths()
  const filings = named('filings')
  return {
    pieces: [
      ...recordTables.map(
        ({ folder, table, title }): Piece => ({
          path: pathOf(folder, '记录', `${title}.json`),
          proves: `${title}记录`,
          texts: () => linesOf(of(table)),
        }),
      ),
      { path: pathOf('close-out', '', '经办人员.json'), proves: '记录所涉经办人员', texts: () => linesOf(people) },
      ...of('filing_versions').map((version): Piece => {
        const filing = filings.get(String(version.filing_id)) ?? {}
        const name = `${filing.kind}-${filing.period || '一次性'}`
        return {
          path: pathOf('filings', name, `第${version.no}版.json`),
          proves: '报送版本全文',
          texts: () => [`${canonical(version.content)}\n`],
        }
      }),
      ...kept.flatMap(({ subject, no, issuedAt, paper }): Piece[] => {
        const { folder, label } = placeOf(subject)
        const shared = { proves: '正式文本', paper, at: issuedAt }
        const file = `第${no}号 ${paper.title.replaceAll('\n', ' ')}`
        const word: Piece = { ...shared, as: 'docx', path: pathOf(folder, label, `${file}.docx`) }
        if (!paper.blocks.some(({ kind }) => kind === 'table')) return [word]
        return [word, { ...shared, as: 'xlsx', path: pathOf(folder, label, `${file}.xlsx`) }]
      }),
      ...(await listed(files, (file): Piece => {
        const proves = provenBy(file.proves)
        return { path: pathOf(file.folder as ArchiveFolder, file.label, `${proves}-${file.name}`), proves, file }
      })),
    ],
    versions: await listed(
      of('filing_versions'),
      (version) => ({
        name: `${filings.get(String(version.filing_id))?.kind} ${version.no}`,
        isGenuine: contentHash(version.content) === version.hash,
      }),
      1,
    ),
    papers: kept.map(({ paper, no, isGenuine }) => ({ name: `${paper.title} ${no}`, isGenuine })),
    records: Object.fromEntries(recordTables.map(({ table }) => [table, of(table).length])),
    ledgerFen: of('ledger_postings').reduce((sum, posting) => sum + Number(posting.amount_fen), 0),
  }
}

/** Each of many as something else; other requests have their turn in between. */
async function listed<From, To>(all: readonly From[], as: (one: From) => To, each?: number): Promise<To[]> {
  const made: To[] = []
  for await (const one of paced(all, each)) made.push(as(one))
  return made
}

function idOf(row: Row): string {
  return String(row.id)
}

/** One record a line, keys in order: the same records are always the same text. */
function* linesOf(rows: readonly Row[]): Generator<string> {
  yield '[\n'
  for (const [at, row] of rows.entries()) yield `${at === 0 ? '' : ',\n'}${canonical(row)}`
  yield '\n]\n'
}

/** Where the papers of a subject lie. */
function paperPlaces(
  filings: ReadonlyMap<string, Row>,
  tranches: ReadonlyMap<string, Row>,
  notices: ReadonlyMap<string, Row>,
): (subject: string) => { readonly folder: ArchiveFolder; readonly label: string } {
  return (subject) => {
    const filing = filings.get(subject)
    if (filing) return { folder: 'filings', label: `${filing.kind}-${filing.period || '一次性'}` }
    const tranche = tranches.get(subject)
    if (tranche) return { folder: 'money', label: String(tranche.no) }
    const notice = notices.get(subject)
    return notice ? { folder: 'notices', label: String(notice.tranche_no) } : { folder: 'consultations', label: '' }
  }
}

const recordProofs: Readonly<Record<string, string>> = {
  contracts: '服务合同',
  invoices: '发票',
  invoice_voids: '红字发票',
  payments: '付款回单',
  payment_reversals: '退款回单',
  tranches: '拨付凭证',
  tranche_reversals: '冲正凭证',
  diagnoses: '诊断报告',
  former_diagnoses: '更正前的诊断报告',
  register_entries: '成果证明',
  former_register_entries: '更正前的成果证明',
  practices: '机制与经验文件',
  evaluation_scores: '评分依据',
  evaluation_objections: '异议材料',
  evaluation_opinions: '县级评价意见',
  evaluation_site_checks: '现场核查材料',
  rectifications: '整改报告',
  measures: '处理依据',
  measure_receipts: '缴款凭证',
  filings: '报送附件',
}

/** What a file proves, in Chinese as the archive is; `proves`: as `PilotFile` has it. */
export function provenBy(proves: string): string {
  const proof = proves.replace(/^proof:/, '')
  return isProofKind(proof) && proves !== proof ? proofs[proof].zh : (recordProofs[proves] ?? proves)
}

/** A path for each piece: fit for any disk, and never twice the same. */
function uniquePaths(): (folder: ArchiveFolder, label: string, name: string) => string {
  const taken = new Map<string, number>()
  return (folder, label, name) => {
    const whole = [archiveFolders[folder], ...(label === '' ? [] : [safeFileName(label)]), safeFileName(name)].join('/')
    const before = taken.get(whole.toLowerCase()) ?? 0
    taken.set(whole.toLowerCase(), before + 1)
    // No name of a file ends in a tilde and a number by itself.
    return before === 0 ? whole : whole.replace(/(\.[A-Za-z0-9]+)?$/, `~${before + 1}$1`)
  }
}
