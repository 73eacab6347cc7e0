import sharp from 'sharp'

export type DemoPhoto = {
  /** The same seed draws the same picture; different seeds differ also in their perceptual hash. */
  readonly seed: number
  readonly capturedAt: Date
  readonly latitude: number
  readonly longitude: number
  /** Written below the picture where fonts exist. */
  readonly caption: string
}

const width = 800
const height = 600

/** A drawn workshop scene as JPEG with time, place and camera in its EXIF, as a phone would write them. */
export function makePhoto(photo: DemoPhoto): Promise<Buffer> {
  return sharp(Buffer.from(scene(photo)))
    .withExif({
      IFD0: { Make: 'DEMO', Model: `Park Phone ${(photo.seed % 3) + 1}` },
      IFD2: { DateTimeOriginal: localTime(photo.capturedAt), OffsetTimeOriginal: '+08:00' },
      IFD3: {
        GPSLatitudeRef: photo.latitude < 0 ? 'S' : 'N',
        GPSLatitude: degrees(photo.latitude),
        GPSLongitudeRef: photo.longitude < 0 ? 'W' : 'E',
        GPSLongitude: degrees(photo.longitude),
      },
    })
    .jpeg({ quality: 78 })
    .toBuffer()
}

/** `2026:05:06 09:10:11` on a clock in China. */
function localTime(at: Date): string {
  return new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 19).replaceAll('-', ':').replace('T', ' ')
}

/** Degrees, minutes and hundredths of seconds as EXIF rationals. */
function degrees(value: number): string {
  const hundredths = Math.round(Math.abs(value) * 360_000)
  return `${Math.floor(hundredths / 360_000)}/1 ${Math.floor(hundredths / 6000) % 60}/1 ${hundredths % 6000}/100`
}

function scene({ seed, caption }: DemoPhoto): string {
  const random = randomFrom(seed)
  const between = (low: number, high: number) => Math.round(low + random() * (high - low))
  const hue = between(0, 359)
  const colour = (lightness: number, saturation = 35) =>
    `hsl(${(hue + between(-60, 60) + 360) % 360},${saturation}%,${lightness}%)`
  // large light and dark blocks decide the difference hash, so they must fall differently for every seed
  const panels = Array.from({ length: 12 }, (_, i) => {
    const x = (i % 4) * 200 + between(-60, 60)
    const y = Math.floor(i / 4) * 150 + between(-50, 50)
    return `<rect x="${x}" y="${y}" width="${between(90, 260)}" height="${between(80, 220)}" fill="${colour(between(12, 88))}"/>`
  })
  const machines = Array.from({ length: between(3, 6) }, () => {
    const [x, y, size] = [between(20, 680), between(260, 420), between(50, 150)]
    const body = `<rect x="${x}" y="${y}" width="${size * 1.4}" height="${size}" rx="8" fill="${colour(between(25, 70), 25)}"/>`
    const lamp = `<circle cx="${x + size * 0.3}" cy="${y + size * 0.3}" r="${size * 0.14}" fill="${colour(60, 70)}"/>`
    const door = `<rect x="${x + size * 0.7}" y="${y + size * 0.2}" width="${size * 0.5}" height="${size * 0.6}" fill="#0003"/>`
    return body + lamp + door
  })
  const people = Array.from({ length: between(2, 5) }, () => {
    const [x, y] = [between(60, 740), between(380, 430)]
    const head = `<circle cx="${x}" cy="${y}" r="20" fill="hsl(28,45%,${between(60, 75)}%)"/>`
    const coat = `<path d="M${x - 32} ${y + 105}q0-82 32-82t32 82z" fill="${colour(between(20, 60), 45)}"/>`
    return head + coat
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
<defs><linearGradient id="g" x2="${random()}" y2="1"><stop stop-color="${colour(between(20, 80))}"/>
<stop offset="1" stop-color="${colour(between(20, 80))}"/></linearGradient></defs>
<rect width="800" height="600" fill="url(#g)"/>${panels.join('')}
<rect y="470" width="800" height="130" fill="${colour(45, 12)}"/>${machines.join('')}${people.join('')}
<rect y="556" width="800" height="44" fill="#000a"/>
<text x="20" y="586" font-size="22" fill="#fff" font-family="sans-serif">${escapeXml(caption)}</text></svg>`
}

/** mulberry32: small, fast, and the same everywhere. */
function randomFrom(seed: number): () => number {
  let state = Math.imul(seed + 1, 0x9e3779b1) >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`)
}

/**
 * A small A4 PDF with Chinese text, for contracts, invoices and receipts of the demo. Uses the reader's own Song typeface
 * (`STSong-Light`), so that no font is shipped. Lines that do not fit go to further pages.
 */
export function makePdf({ title, lines }: { title: string; lines: readonly string[] }): Buffer {
  const perPage = 34
  const wrapped = lines.flatMap((line) => wrap(line, 76))
  const pages: string[][] = []
  for (let from = 0; from === 0 || from < wrapped.length; from += perPage)
    pages.push(wrapped.slice(from, from + perPage))
  const objects: string[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${6 + i * 2} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>',
    `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /W [1 [500] 2 95 500] /FontDescriptor 5 0 R
/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >>`,
    `<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0
/Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>`,
  ]
  for (const [index, page] of pages.entries()) {
    const content = pageContent(index === 0 ? title : '', page)
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${7 + index * 2} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    )
  }
  let file = '%PDF-1.4\n'
  const offsets = objects.map((object, i) => {
    const offset = file.length
    file += `${i + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const count = objects.length + 1
  file += `xref\n0 ${count}\n0000000000 65535 f \n${table}trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`
  return Buffer.from(file, 'latin1')
}

function pageContent(title: string, lines: readonly string[]): string {
  const titleLeft = Math.max(60, (595 - textWidth(title) * 9) / 2)
  const heading = title === '' ? '' : `/F1 18 Tf 1 0 0 1 ${titleLeft.toFixed(1)} 770 Tm <${ucs2(title)}> Tj `
  const body = lines.map((line) => `<${ucs2(line)}> Tj T*`).join('\n')
  return `BT ${heading}/F1 12 Tf 20 TL 1 0 0 1 68 730 Tm\n${body}\nET`
}

/** Half-width cells: a Chinese character takes two. */
function textWidth(text: string): number {
  let cells = 0
  for (const c of text) cells += c.charCodeAt(0) < 0x2000 ? 1 : 2
  return cells
}

function wrap(line: string, cells: number): string[] {
  const parts = ['']
  for (const c of line) {
    const last = parts.length - 1
    if (textWidth(parts[last] + c) > cells) parts.push(c)
    else parts[last] += c
  }
  return parts
}

function ucs2(text: string): string {
  return Buffer.from(text, 'utf16le').swap16().toString('hex')
}
