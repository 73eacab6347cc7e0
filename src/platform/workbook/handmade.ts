import { makeZip } from '../files/zip-maker.ts'

/** For tests: a workbook of one sheet from raw XML, with prefixed names as some writers have them. */
export function handmade(
  sheet: string,
  workbook = '<sheets><sheet name="表" sheetId="1" r:id="r1"/></sheets>',
): Buffer {
  const part = (name: string, text: string) => ({ name, data: Buffer.from(`<?xml version="1.0"?>${text}`) })
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  return makeZip([
    part('[Content_Types].xml', '<Types/>'),
    part(
      '_rels/.rels',
      `<Relationships><Relationship Id="a" Type="${type}/officeDocument" Target="/xl/workbook.xml"/></Relationships>`,
    ),
    part('xl/workbook.xml', `<x:workbook xmlns:x="x">${workbook.replace(/<(\/?)(sheet)/g, '<$1x:$2')}</x:workbook>`),
    part(
      'xl/_rels/workbook.xml.rels',
      `<Relationships><Relationship Id="r1" Type="${type}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    part('xl/worksheets/sheet1.xml', sheet),
  ])
}
