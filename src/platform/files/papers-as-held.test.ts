import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makePdf } from '../../../database/demo/photos.ts'
import { keptFile, openIntake } from '../../../tests/support/intake.ts'
import { makeZip } from './zip-maker.ts'

let intake: Awaited<ReturnType<typeof openIntake>>
beforeAll(async () => {
  intake = await openIntake()
})
afterAll(() => intake.close())
const take = (name: string, data: Buffer | string) => intake.take(name, data)
const refusal = (name: string, data: Buffer | string) => intake.refusal(name, data)

const part = (name: string, text = '<x/>') => ({ name, data: Buffer.from(text) })
const typed = (...types: string[]) =>
  part(
    '[Content_Types].xml',
    `<Types>${types.map((one) => `<o ContentType="application/${one}+xml"/>`).join('')}</Types>`,
  )

describe('PDF', () => {
  const plain = makePdf({ title: '材料', lines: ['一'] })

  test.each([
    ['a byte order mark', '\ufeff'],
    ['a line end', '\r\n'],
    ['blank space and line ends', ' \n\n\t'],
    ['both', '\ufeff\n'],
  ])('is taken behind %s', async (_, before) => {
    expect((await take('a.pdf', Buffer.concat([Buffer.from(before), plain]))).mediaType).toBe('application/pdf')
  })

  test('is no PDF behind anything else', async () => {
    expect((await refusal('a.pdf', Buffer.concat([Buffer.from('<html><script>1</script>'), plain]))).facts.found).toBe(
      'html',
    )
  })

  test.each(['r2', 'r3', 'r4', 'r5', 'r6'])(
    'that asks for a password is refused, one locked against changes is taken (%s)',
    async (revision) => {
      const { facts, text } = await refusal('回单.pdf', await keptFile(`${revision}-user.pdf`))
      expect(facts.found).toBe('pdf-password')
      expect(text.zh).toContain('去除打开密码')
      expect((await take('回单.pdf', await keptFile(`${revision}-open.pdf`))).mediaType).toBe('application/pdf')
    },
  )

  test('that only speaks of encryption is taken', async () => {
    const speaking = Buffer.concat([plain.subarray(0, -6), Buffer.from('% /Encrypt (a word)\n%%EOF\n')])
    expect((await take('a.pdf', speaking)).mediaType).toBe('application/pdf')
  })
})

describe('Office files', () => {
  const compound = (...streams: string[]) => {
    const file = Buffer.alloc(512 * 3)
    file.write('d0cf11e0a1b11ae1', 0, 'hex')
    file.writeUInt16LE(9, 30)
    file.writeUInt32LE(0, 48)
    for (const [i, name] of ['Root Entry', ...streams].entries()) {
      file.write(name, 512 + i * 128, 'utf16le')
      file.writeUInt16LE(name.length * 2 + 2, 512 + i * 128 + 64)
    }
    return file
  }

  test('with a password are refused as that, old ones by what they are', async () => {
    expect((await refusal('表.xlsx', compound('EncryptionInfo', 'EncryptedPackage'))).facts.found).toBe(
      'office-password',
    )
    expect((await refusal('表.docx', compound('EncryptedPackage'))).text.zh).toContain('去除打开密码')
    expect((await refusal('表.xls', compound('Workbook'))).text.zh).toContain('.xlsx')
    expect((await refusal('文.doc', compound('1Table', 'WordDocument'))).text.zh).toContain('DOCX')
    expect((await refusal('文.wps', compound('Something'))).facts.found).toBe('cfb')
  })

  test('are workbooks and documents wherever their main part lies', async () => {
    const root = makeZip([
      typed('vnd.openxmlformats-officedocument.spreadsheetml.sheet.main'),
      part('workbook.xml'),
      part('worksheets/sheet1.xml'),
    ])
    expect((await take('表.xlsx', root)).extension).toBe('xlsx')
    const elsewhere = makeZip([
      typed('vnd.openxmlformats-officedocument.wordprocessingml.document.main'),
      part('content/main.xml'),
    ])
    expect((await take('文.docx', elsewhere)).extension).toBe('docx')
    expect((await take('表.xlsx', makeZip([part('[Content_Types].xml'), part('xl/workbook2.xml')]))).extension).toBe(
      'xlsx',
    )
  })

  test('that could carry macros are taken without any, under a name that Office opens', async () => {
    const xlsm = [typed('vnd.ms-excel.sheet.macroEnabled.main'), part('xl/workbook.xml')]
    expect(await take('表.xlsm', makeZip(xlsm))).toMatchObject({ name: '表.xlsm', renamedFrom: null, family: 'data' })
    expect(await take('表.xlsx', makeZip(xlsm))).toMatchObject({ name: '表.xlsm', renamedFrom: '表.xlsx' })
    const docm = [typed('vnd.ms-word.document.macroEnabled.main'), part('word/document.xml')]
    expect((await take('文.docm', makeZip(docm))).extension).toBe('docm')
    for (const macros of ['xl/vbaProject.bin', 'xl/macrosheets/sheet1.xml']) {
      const { facts, text } = await refusal('表.xlsm', makeZip([...xlsm, part(macros)]))
      expect([facts.found, text.zh]).toEqual(['macro', expect.stringContaining('不带宏')])
    }
  })

  test('of other kinds are named, with what to save them as', async () => {
    const openDocument = (kind: string) =>
      makeZip([part('mimetype', `application/vnd.oasis.opendocument.${kind}`), part('content.xml')])
    const named: readonly [string, Buffer, string, string][] = [
      ['表.xlsb', makeZip([typed('x'), part('xl/workbook.bin')]), 'xlsb', '.xlsx'],
      ['表.xlsx', makeZip([typed('vnd.ms-excel.sheet.binary.macroEnabled.main'), part('book.bin')]), 'xlsb', '.xlsx'],
      ['表.ods', openDocument('spreadsheet'), 'ods', '.xlsx'],
      ['文.odt', openDocument('text'), 'odt', 'DOCX'],
      ['讲.odp', openDocument('presentation'), 'odp', 'PDF'],
      [
        '讲.pptx',
        makeZip([
          typed('vnd.openxmlformats-officedocument.presentationml.presentation.main'),
          part('ppt/presentation.xml'),
        ]),
        'pptx',
        'PDF',
      ],
      ['表.numbers', makeZip([part('Index/Document.iwa')]), 'iwork', 'PDF'],
    ]
    for (const [name, data, found, advice] of named) {
      const refused = await refusal(name, data)
      expect([refused.facts.found, refused.text.zh], name).toEqual([found, expect.stringContaining(advice)])
      expect(refused.text.en, name).toMatch(/save|export/i)
    }
  })
})

test('pages, XML and text in place of a workbook are refused with what to do', async () => {
  const named: readonly [string, string, string][] = [
    ['表.xls', '<html><body><table><tr><td>1</td></tr></table></body></html>', 'html-table'],
    ['表.xls', '<table><tr><td>企业</td></tr></table>', 'html-table'],
    ['表.xls', '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>', 'xml-table'],
    ['文.doc', '<?xml version="1.0"?><?mso-application progid="Word.Document"?><w/>', 'xml-letter'],
    ['表.xls', '企业\t金额\n甲\t1\n', 'text-table'],
    ['表.xls', 'MIME-Version: 1.0\nContent-Type: multipart/related\n', 'mhtml'],
    ['文.doc', '{\\rtf1 text}', 'rtf'],
  ]
  for (const [name, data, found] of named) {
    const { facts, text } = await refusal(name, data)
    expect([facts.found, text.zh], data).toEqual([found, expect.stringContaining('另存为')])
  }
})

test('an e-invoice with a stylesheet instruction is XML; what acts in a browser is not', async () => {
  const start = '<?xml version="1.0" encoding="UTF-8"?><?xml-stylesheet type="text/xsl" href="einvoice.xsl"?>'
  const invoice = `${start}<EInvoice><Header><EIid>1</EIid></Header></EInvoice>`
  expect((await take('发票.xml', invoice)).mediaType).toBe('application/xml')
  expect((await take('发票.xml', `\ufeff${start}\n<!-- 一 --><EInvoice/>`)).mediaType).toBe('application/xml')
  expect((await take('发票', invoice)).name).toBe('发票.xml')
  const sheet = `${start}<a xmlns:x="http://www.w3.org/1999/XSL/Transform"/>`
  expect((await refusal('发票.xml', sheet)).facts.found).toBe('html')
})
