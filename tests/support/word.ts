import { bytesOf, openZip } from '../../src/platform/files/zip.ts'

/** What a reader of a Word document sees: its paragraphs, its tables row by row, what stands at head and foot of the pages. */
export type WordText = {
  readonly paragraphs: readonly string[]
  readonly tables: readonly (readonly (readonly string[])[])[]
  readonly heads: string
  readonly feet: string
  /** Fonts named for Chinese text. */
  readonly fonts: readonly string[]
  /** Width and height of every section's page, in millimetres. */
  readonly pages: readonly string[]
  /** How many rows repeat on every page. */
  readonly repeated: number
}

export async function readWord(raw: Buffer): Promise<WordText> {
  const zip = await openZip(bytesOf(raw))
  const part = async (name: string) => {
    const entry = zip.find(name)
    if (!entry) return ''
    const chunks: Uint8Array[] = []
    for await (const chunk of zip.open(entry)) chunks.push(chunk)
    return Buffer.concat(chunks).toString('utf8')
  }
  const all = async (kind: 'header' | 'footer') => {
    const texts: string[] = []
    for (let no = 1; zip.find(`word/${kind}${no}.xml`); no++) texts.push(textIn(await part(`word/${kind}${no}.xml`)))
    return texts.join('\n')
  }
  const body = await part('word/document.xml')
  const rowsOf = (table: string) =>
    [...table.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) =>
      [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) => textIn(cell)),
    )
  const mm = (twips: string | undefined) => Math.round((Number(twips) / 1440) * 25.4)
  return {
    paragraphs: [...body.replace(/<w:tbl>.*?<\/w:tbl>/gs, '').matchAll(/<w:p>.*?<\/w:p>/gs)]
      .map(([paragraph]) => textIn(paragraph))
      .filter(Boolean),
    tables: [...body.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].map(([table]) => rowsOf(table)),
    heads: await all('header'),
    feet: await all('footer'),
    fonts: [...new Set([...body.matchAll(/w:eastAsia="([^"]*[^\x20-\x7e][^"]*)"/g)].map((match) => match[1] ?? ''))],
    pages: [...body.matchAll(/<w:pgSz w:w="(\d+)" w:h="(\d+)"/g)].map(([, w, h]) => `${mm(w)}×${mm(h)}`),
    repeated: body.match(/<w:tblHeader\/>/g)?.length ?? 0,
  }
}

function textIn(xml: string): string {
  return [...xml.matchAll(/<w:t(?: [^>]*)?>(.*?)<\/w:t>|<w:tab\/>|<\/w:p>/gs)]
    .map((match) => (match[0] === '</w:p>' ? '\n' : (match[1] ?? '\t')))
    .join('')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
    .trim()
}
