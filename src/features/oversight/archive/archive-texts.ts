import {
  type ArchivedFile,
  type ArchiveHead,
  type ArchiveProperty,
  archiveFolders,
  archivePapers,
} from '../../../policy/oversight/archive.ts'

/** What an archive is, how it is laid out and how it is checked, for whoever opens it in thirty years. */
export function aboutText({ park, county, batch, edition, closedOn, pilotId }: ArchiveHead): string {
  return lines(
    `${park} 试点结项归档包`,
    '',
    `所属县（市、区）：${county}`,
    `批次：${batch}（规则 ${edition}）`,
    `结项备案日期：${closedOn}`,
    `试点编号：${pilotId}`,
    '',
    '目录结构（参照 GB/T 42727 推定）：',
    ...Object.values(archiveFolders).map((folder) => `  ${folder}`),
    '',
    `${archivePapers.manifest} 列出每个文件的路径、字节数、SHA-256 校验值和证明内容；${archivePapers.manifest}.sha256 为该目录文件自身的校验值。`,
    `${archivePapers.report} 为真实性、完整性、可用性、安全性检测结果。`,
    '各“记录”文件夹内的 JSON 文件为系统记录原值，金额单位为分，时间为 ISO 8601。',
    '离线核验：npm run verify-archive -- 归档包.zip；也可用任何 SHA-256 工具逐一核对。',
  )
}

/** The report on the four properties in words. */
export function reportText({ park, batch, closedOn }: ArchiveHead, properties: readonly ArchiveProperty[]): string {
  return lines(
    `${park} 归档包四性检测报告`,
    `${batch}　结项备案日期 ${closedOn}`,
    '',
    ...properties.flatMap(({ zh, passed, checks }) => [
      `${zh}：${passed ? '通过' : '不通过'}`,
      ...checks.flatMap(({ zh: name, checked, failed }) => [
        `  ${name}：检测 ${checked} 项，不符 ${failed.length} 项`,
        ...failed.map((what) => `    ${what}`),
      ]),
      '',
    ]),
  )
}

/** The list of what lies in the archive, for a spreadsheet, line by line. */
export function* listTexts<Part>(parts: readonly Part[], fileOf: (part: Part) => ArchivedFile): Generator<string> {
  yield `\uFEFF${lines(['序号', '路径', '证明内容', '字节数', 'SHA-256'].join(','))}`
  for (const [at, part] of parts.entries()) {
    const { path, proves, size, sha256 } = fileOf(part)
    yield lines([String(at + 1), path, proves, String(size), sha256].map(cell).join(','))
  }
}

/** What a spreadsheet would take for a formula is text. */
function cell(text: string): string {
  const plain = /^[=+\-@]/.test(text) ? `'${text}` : text
  return /[",\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}

function lines(...all: readonly string[]): string {
  return `${all.join('\r\n')}\r\n`
}
