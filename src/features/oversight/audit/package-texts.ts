import { packagePapers } from '../../../policy/oversight/audit-package.ts'
import { minuteOf } from '../../../shared/dates.ts'
import type { TrailPart } from './package-trail.ts'

/** What a package says of itself. `records`: whether the ledger and the evidence of pilots are in it. */
export type PackageHead = {
  readonly unit: string
  readonly from: string
  readonly to: string
  readonly madeAt: string
  readonly records: boolean
}

/** What is in a package, how it is verified and what that proves, in Chinese and in English. */
export function aboutPackage(head: PackageHead, { range }: TrailPart): string {
  const { events, accounts, seals, ledger, evidence, manifest } = packagePapers
  const { unit, from, to, madeAt, records } = head
  const at = minuteOf(new Date(madeAt))
  const sealed = range ? [range.first, range.last] : null
  const lines = [
    `园企通 审计资料包：${unit}，${from} 至 ${to}，生成于 ${at}`,
    `Yuanqitong, package for an auditor: ${unit}, ${from} to ${to}, made at ${at}`,
    '',
    '一、内容 Contents',
    `${events}  上述单位及下属单位在上述日期内的操作记录；其他记录只列哈希值。`,
    '  The events of this unit and of those below it on these days; of all others the hashes alone.',
    `${accounts}  上列记录的经办账号、岗位和单位。 Who acted in them: accounts, posts, units.`,
    `${seals}  ${sealed ? `第 ${sealed[0]} 至 ${sealed[1]} 批的封存值。 The heads of seals ${sealed[0]} to ${sealed[1]}.` : '期间内没有封存。 Nothing was sealed on these days.'}`,
    ...(records
      ? [
          `${ledger}  期间内记账的专账凭证，一行一条分录，金额单位为分，同一凭证借贷相等。`,
          '  Ledger entries that were booked on these days, a line a posting, in fen; of an entry debits equal credits.',
          `${evidence}  期间内上传、已被记录引用的文件：SHA-256、大小、上传账号、时间和证明内容；报送附件等列为其他材料。文件本身在系统内调阅。`,
          '  Files uploaded on these days that a record uses: SHA-256, size, who, when, what they prove (others: attachments of filings). The files are opened in the system.',
        ]
      : [
          '本岗位不查阅试点资料，故不含专账和证据清单。',
          'No ledger and no evidence: the post that asked does not read the records of pilots.',
        ]),
    `${manifest}  各文件的字节数和 SHA-256；${manifest}.sha256 为其自身的校验值。 Sizes and SHA-256 of all parts, and its own.`,
    '',
    '二、核验方法 How to verify (offline: the package and a copy of the program are enough)',
    '1. npm run audit -- verify 资料包.zip    核对资料包和操作记录 the package and its events',
    `2. npm run audit -- verify ${events} --head N=HASH    与另处留存、经签字的第 N 批封存值比对 against a head that was signed and kept elsewhere`,
    `3. sha256sum 文件    与 ${evidence} 所列比对 a file against its line`,
    `不用本程序时：${events} 每行一个 JSON。event.line 按 UTF-8 计算 SHA-256 和 SM3，即 event.sha256、event.sm3；`,
    '一批的封存值是下列各行（每行以换行符结尾）的哈希值：yuanqitong-audit 1、批次、封存时间、条数、上一批封存值、批内各条哈希值（按序，含只列哈希值的）。',
    `Without the program: each line of ${events} is JSON. The SHA-256 and SM3 of event.line (UTF-8) are event.sha256 and event.sm3; a seal's`,
    'head is the hash of these lines, each ended by a line feed: "yuanqitong-audit 1", number, moment, count, the head before, and the hash of',
    'each of its events in order, those told by their hashes alone among them.',
    '',
    '三、能证明什么 What this proves',
    '- 所附每条记录与封存时一字不差，位置未变；批内不多、不少、不乱序；各批首尾相接。',
    '- 与留存的封存值比对一致时，该批及本包内更早各批均未被整体改写。',
    '- Every event in it is what was sealed, at its place; nothing was put into a batch, taken out or moved; each batch goes on from the one before.',
    '- Where a head that was kept elsewhere agrees, that batch and all earlier ones of this package were not rewritten as a whole.',
    '四、不能证明什么 What it does not prove',
    '- 只列哈希值的记录属于其他单位或其他日期，由系统按权限判定；其内容须在运行单位以 npm run audit -- verify 对全部记录核对。',
    '- 首批之前的封存值按所列采用；末尾未封存的记录（waiting）尚无哈希值；专账和证据清单由封装校验值保护，不在封存链内。',
    '- 重新封装本包的人可以重算校验值：请直接从系统下载，并与留存的封存值比对。',
    '- That what is told by its hash alone is of other units or days is what the system says; the operator checks the whole trail by npm run audit -- verify.',
    '- The head before the first batch is taken as told; events that wait for their seal (waiting) have no hash yet; ledger and evidence are guarded by the',
    '  manifest, not by the chain.',
    '- Whoever packs it anew can make its hashes anew: download it yourself, and compare the heads with those that were kept.',
    '号码等个人信息在操作记录中已部分遮盖。 Personal numbers stand in the trail in part only.',
  ]
  return `${lines.join('\r\n')}\r\n`
}
