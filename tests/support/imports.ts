import ExcelJS from 'exceljs'
import type { Client, Refused } from '../../database/demo/client.ts'
import * as course from '../../src/features/filings/course/contract.ts'
import * as imports from '../../src/features/filings/course/import-contract.ts'
import { address, type Route } from '../../src/shared/route.ts'

export type Place = { readonly filingId: string; readonly section: string }
export type Sent = { readonly name?: string; readonly content: Buffer; readonly revision?: number }
type Answered<Body> = { status: number; body: Body & Partial<Refused>; raw: Buffer; headers: Record<string, unknown> }

/** Sends a workbook to one of the doors of an import. */
export async function sendWorkbook<Body>(
  client: Client,
  route: Route,
  { params, search }: { params: object; search: object },
  { name = '导入.xlsx', content }: Sent,
): Promise<Answered<Body>> {
  const headers = { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(name) }
  const answer = await client.send(route.method, address(route, params, search), content, headers)
  return answer as unknown as Answered<Body>
}

export async function revisionOf(client: Client, { filingId, section }: Place): Promise<number> {
  const { sections } = await client.done(course.showFiling, { params: { filingId } })
  return sections.find((one) => one.section === section)?.revision ?? 0
}

/** What the import would do. */
export async function preview(client: Client, place: Place, file: Sent) {
  const revision = file.revision ?? (await revisionOf(client, place))
  const asked = { params: place, search: { revision } }
  return sendWorkbook<imports.ImportPreview>(client, imports.previewImport, asked, file)
}

type Accepted = { readonly revision: number; readonly digest: string; readonly acceptedWarnings: number }

/** The import itself, with what a person accepted. */
export function confirmImport(client: Client, place: Place, file: Sent, accepted: Accepted) {
  const asked = { params: place, search: accepted }
  return sendWorkbook<{ revision: number; imported: number }>(client, imports.importSection, asked, file)
}

/** Preview and confirmation, every warning accepted; the answer of the preview when it is refused or has problems. */
export async function importWorkbook(client: Client, place: Place, file: Sent) {
  const revision = file.revision ?? (await revisionOf(client, place))
  const checked = await preview(client, place, { ...file, revision })
  if (checked.status !== 200) return { status: checked.status, body: { ...checked.body, imported: 0 } }
  const { digest, warnings } = checked.body
  return confirmImport(client, place, file, { revision, digest, acceptedWarnings: warnings.length })
}

export function markedCopy(client: Client, place: Place, file: Sent, language: 'zh' | 'en' = 'zh') {
  return sendWorkbook<unknown>(client, imports.markImport, { params: place, search: { language } }, file)
}

export type Cell = string | number | null

export const heads = ['统一社会信用代码', '名称', '行业', '从业人员(人)', '营业收入(万元)', '资产总额(万元)']

/** A workbook of one sheet. */
export function sheetOf(rows: Cell[][], name = '试点企业'): Promise<Buffer> {
  const sheet = new ExcelJS.Workbook().addWorksheet(name)
  for (const row of rows) sheet.addRow(row)
  return bytesOf(sheet)
}

export async function bytesOf(sheet: ExcelJS.Worksheet): Promise<Buffer> {
  return Buffer.from(await sheet.workbook.xlsx.writeBuffer())
}

/** The cells that a marked copy colours, in the order of the sheet. */
export function markedCells(sheet: ExcelJS.Worksheet): string[] {
  const { conditionalFormattings } = sheet as unknown as { conditionalFormattings: readonly { ref: string }[] }
  return conditionalFormattings.flatMap(({ ref }) => ref.split(' ')).sort()
}
