import type { Text } from '../../shared/words.ts'

/**
 * The folders of a pilot's archive, after the order of a case file in GB/T 42727: what was asked for, what was done, what proves
 * it, how it ended. The standard's own layout is not public in full; the names are ours (inferred).
 */
export const archiveFolders = {
  filings: '01-报送材料',
  money: '02-资金与专账',
  notices: '03-公示',
  diagnoses: '04-企业诊断',
  services: '05-精准服务',
  activities: '06-活动',
  results: '07-企业成果与长效机制',
  consultations: '08-会商纪要',
  'close-out': '09-结项',
} as const
export type ArchiveFolder = keyof typeof archiveFolders

/** What an archive says of itself, at its top. */
export const archivePapers = {
  about: '说明文件.txt',
  reportData: '四性检测报告.json',
  report: '四性检测报告.txt',
  list: '归档目录.csv',
  manifest: '归档目录.json',
} as const

/** One file of an archive. Sizes in bytes; hashes are SHA-256. `stored`: what was kept of it when it came in. */
export type ArchivedFile = {
  readonly path: string
  readonly size: number
  readonly sha256: string
  /** What it proves or holds, in Chinese as the archive is. */
  readonly proves: string
  readonly stored: {
    readonly hash: string
    readonly size: number
    readonly mediaType: string
    readonly uploadedAt: string
    /** Whether a check of the store had found it damaged. */
    readonly damaged: boolean
    /** What its content is now, by the signature at its beginning; null where it opens as nothing that may be uploaded. */
    readonly openedAs: string | null
  } | null
}

/** What the archive's four properties are judged by. */
export type ArchiveFacts = {
  readonly files: readonly ArchivedFile[]
  /** Names of files that a record names and the store does not hold. */
  readonly missing: readonly string[]
  /** Versions of filings, papers: whether the hash they were given is still that of their content. */
  readonly versions: readonly { readonly name: string; readonly isGenuine: boolean }[]
  readonly papers: readonly { readonly name: string; readonly isGenuine: boolean }[]
  /** What all postings of the ledger add up to, in fen. */
  readonly ledgerFen: number
  /** Rows of each table that went in. */
  readonly records: Readonly<Record<string, number>>
}

/** What an archive says of its pilot at its top. */
export type ArchiveHead = {
  readonly pilotId: string
  readonly park: string
  readonly county: string
  readonly batch: string
  readonly edition: string
  readonly closedOn: string
}

export type ArchiveCheck = Text & { readonly checked: number; readonly failed: readonly string[] }
export type ArchiveProperty = Text & { readonly passed: boolean; readonly checks: readonly ArchiveCheck[] }

/** The four properties of an archived record: authentic, complete, usable, safe; each by checks that were really made. */
export function fourProperties(facts: ArchiveFacts): ArchiveProperty[] {
  const { files, missing, versions, papers, ledgerFen, records } = facts
  const stored = files.flatMap(({ path, sha256, stored: kept }) => (kept ? [{ path, sha256, ...kept }] : []))
  const pathsOf = (of: readonly { readonly path: string }[]) => of.map(({ path }) => path)
  const falseOf = (of: readonly { readonly name: string; readonly isGenuine: boolean }[]) =>
    of.filter(({ isGenuine }) => !isGenuine).map(({ name }) => name)
  const rows = Object.values(records).reduce((sum, n) => sum + n, 0)
  return [
    property('真实性', 'authenticity', [
      check(
        '文件的校验值与登记时一致',
        'files hash to what was kept when they came in',
        stored.length,
        pathsOf(stored.filter((one) => one.sha256 !== one.hash)),
      ),
      check(
        '报送版本的校验值与内容一致',
        'versions of filings hash to their content',
        versions.length,
        falseOf(versions),
      ),
      check('正式文本的核验码与内容一致', 'papers verify by their codes', papers.length, falseOf(papers)),
    ]),
    property('完整性', 'integrity', [
      check('记录所列文件齐全', 'every file that a record names is there', stored.length + missing.length, missing),
      check(
        '记录已全部归入，结项在案',
        'the records are there, the close-out among them',
        rows,
        records.close_outs ? [] : ['结项'],
      ),
      check('专账借贷相等', 'debits equal credits', 1, ledgerFen === 0 ? [] : ['专账']),
    ]),
    property('可用性', 'usability', [
      check(
        '文件可按其格式打开',
        'files open as what they are',
        stored.length,
        pathsOf(stored.filter(({ openedAs, mediaType }) => openedAs !== mediaType)),
      ),
      check('没有空文件', 'no file is empty', files.length, pathsOf(files.filter(({ size }) => size === 0))),
    ]),
    property('安全性', 'security', [
      check(
        '没有标记为损坏的文件',
        'no file is marked as damaged',
        stored.length,
        pathsOf(stored.filter(({ damaged }) => damaged)),
      ),
      check(
        '没有程序、脚本等可执行文件',
        'no program or script is among them',
        stored.length,
        pathsOf(stored.filter(({ openedAs }) => openedAs === null)),
      ),
      check(
        '路径不指向归档包之外',
        'no path leads out of the archive',
        files.length,
        pathsOf(files.filter(({ path }) => !isInside(path))),
      ),
    ]),
  ]
}

/** Whether a path stays inside the archive, on any disk. */
export function isInside(path: string): boolean {
  return path !== '' && !/^[/\\]|\\|:|\0/.test(path) && path.split('/').every((step) => !['', '.', '..'].includes(step))
}

function check(zh: string, en: string, checked: number, failed: readonly string[]): ArchiveCheck {
  return { zh, en, checked, failed }
}

function property(zh: string, en: string, checks: readonly ArchiveCheck[]): ArchiveProperty {
  return { zh, en, passed: checks.every(({ failed }) => failed.length === 0), checks }
}
