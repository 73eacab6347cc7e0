import type { ResultRow } from '../../../platform/database/statement.ts'
import { csvBeginning, csvLine } from '../../../platform/workbook/write-csv.ts'
import { type AccountKind, accountKinds, type EntryKind, entryNames } from '../../../policy/money/ledger.ts'
import { archiveFolders } from '../../../policy/oversight/archive.ts'
import { isPost, posts } from '../../../policy/people/roles.ts'
import { minuteOf } from '../../../shared/dates.ts'
import { provenBy, usesOfFiles } from '../archive/public.ts'
import { accountsOf, filesAfter, type pilotsToTell, postingsOf, type Span } from './package-store.ts'
import type { Later } from './package-trail.ts'

type Pilot = ResultRow<typeof pilotsToTell>

/** So many accounts at a time. */
const accountsAtOnce = 500

/** Who acted in the lines that have gone by. */
export async function* accountLines(later: Later, acted: ReadonlySet<string>): AsyncGenerator<string> {
  yield heading(['账号编号 account', '账号 name', '岗位 post', '单位 unit'])
  const ids = [...acted].sort()
  for (let at = 0; at < ids.length; at += accountsAtOnce) {
    const rows = await later((tx) => accountsOf(tx, ids.slice(at, at + accountsAtOnce)))
    for (const { id, name, post, unitName } of rows) yield csvLine([id, name, postName(post), unitName])
  }
}

/** Every posting of an entry that was booked within the span, pilot by pilot; of an entry debits equal credits. */
export async function* ledgerLines(later: Later, pilots: readonly Pilot[], span: Span): AsyncGenerator<string> {
  yield heading([
    ...[
      '园区 park',
      '批次 batch',
      '凭证编号 entry',
      '序号 seq',
      '凭证种类 kind',
      '记账日期 booked on',
      '记账时间 at',
      '经办账号 by',
      '岗位 post',
    ],
    ...[
      '业务编号 subject',
      '摘要 memo',
      '冲正的凭证 reverses',
      '科目 account',
      '资金用途编号 fund line',
      '借方（分） debit in fen',
      '贷方（分） credit in fen',
    ],
  ])
  for (const { id, parkName, batchName } of pilots) {
    const rows = await later((tx) => postingsOf(tx, { pilotId: id, ...span }))
    for (const row of rows) {
      yield csvLine([
        ...[parkName, batchName, row.entryId, String(row.seq), entryNames[row.kind as EntryKind].zh, row.bookedOn],
        ...[minuteOf(row.at), row.by ?? '', postName(row.post), row.subject, row.memo, row.reverses ?? ''],
        ...[
          accountKinds[row.accountKind as AccountKind].zh,
          row.lineId ?? '',
          row.amountFen > 0 ? String(row.amountFen) : '',
          row.amountFen < 0 ? String(-row.amountFen) : '',
        ],
      ])
    }
  }
}

/** Every file uploaded within the span that a record uses, with what it proves. */
export async function* evidenceLines(later: Later, pilots: readonly Pilot[], span: Span): AsyncGenerator<string> {
  yield heading([
    ...['文件编号 file', '文件名 name', 'SHA-256', '字节数 size', '上传账号 uploaded by', '岗位 post', '上传时间 at'],
    ...['单位 unit', '批次 batch', '所属材料 record', '对象 of', '证明内容 proves', '原始文件状态 state'],
  ])
  const batches = new Map(pilots.map(({ id, batchName }) => [id, batchName]))
  for (let [at, id] = [span.start, '00000000-0000-0000-0000-000000000000']; ; ) {
    const after = { at, id, end: span.end }
    const { files, used } = await later(async (tx) => {
      const found = await filesAfter(tx, after)
      const ids = found.map((file) => file.id)
      return { files: found, used: ids.length === 0 ? [] : await usesOfFiles(tx, ids) }
    })
    // Of several, the first tells it best.
    const best = new Map(used.toReversed().map((use) => [use.fileId, use]))
    for (const file of files) {
      const use = best.get(file.id)
      yield csvLine([
        ...[
          file.id,
          file.name,
          file.hash,
          String(file.size),
          file.by ?? '',
          postName(file.post),
          minuteOf(file.uploadedAt),
        ],
        ...[file.unitName ?? '', (use && batches.get(use.pilotId)) ?? ''],
        ...(use ? [folderName(use.folder), use.label, provenBy(use.proves)] : ['其他材料 other', '', '']),
        file.damaged ? '已损坏 damaged' : '完好 intact',
      ])
    }
    const last = files.at(-1)
    if (!last) return
    ;[at, id] = [last.at, last.id]
  }
}

function heading(titles: readonly string[]): string {
  return `${csvBeginning}${csvLine(titles)}`
}

function postName(post: string | null): string {
  return post !== null && isPost(post) ? posts[post].zh : (post ?? '')
}

/** Without the number that orders folders. */
function folderName(folder: string): string {
  return (archiveFolders[folder as keyof typeof archiveFolders] ?? folder).replace(/^\d+-/, '')
}
