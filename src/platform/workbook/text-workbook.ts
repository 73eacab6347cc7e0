import { writeZip } from '../files/zip-writer.ts'
import { addMarkStyles, plainStyles } from './mark-styles.ts'
import type { Workbook } from './sheets.ts'
import { textSheetXml } from './text-sheet.ts'
import { escapeXml } from './xml-edit.ts'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const kinds = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** The texts of a CSV as an .xlsx, every cell as text and in its place. */
export function textWorkbook({ sheets }: Workbook): Promise<Buffer> {
  const part = (name: string, xml: string) => ({ name, data: Buffer.from(xml) })
  const { xml: styles, styles: known } = addMarkStyles(plainStyles(main))
  const each = (text: (name: string, number: number) => string) =>
    sheets.map(({ name }, at) => text(name, at + 1)).join('')
  return writeZip([
    part(
      '[Content_Types].xml',
      `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${kinds}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${kinds}.styles+xml"/>${each((_, at) => `<Override PartName="/xl/worksheets/sheet${at}.xml" ContentType="${kinds}.worksheet+xml"/>`)}</Types>`,
    ),
    part(
      '_rels/.rels',
      `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    part(
      'xl/workbook.xml',
      `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${each((name, at) => `<sheet name="${escapeXml(name)}" sheetId="${at}" r:id="rId${at}"/>`)}</sheets></workbook>`,
    ),
    part(
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${packages}/relationships">${each((_, at) => `<Relationship Id="rId${at}" Type="${relations}/worksheet" Target="worksheets/sheet${at}.xml"/>`)}<Relationship Id="styles" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    ),
    part('xl/styles.xml', styles),
    ...sheets.map(({ rows }, at) =>
      part(`xl/worksheets/sheet${at + 1}.xml`, textSheetXml(main, { rows, style: () => known.text })),
    ),
  ])
}
