import type { Metadata, Sharp } from 'sharp'
import { turns } from '../turns/turns.ts'
import { FileBroken } from './errors.ts'
import { decodeHeic } from './heic.ts'
import { loadSharp } from './load-sharp.ts'

/** Sensors of 200 megapixels give 16,384 × 12,288 at most; read row by row, such a photo takes some 30 MB of memory. */
const mostPixels = 210_000_000
/** What must be unfolded whole takes 3 to 4 bytes a pixel, HEIC about 13. */
const mostWhole = { progressive: 110_000_000, webp: 110_000_000, heif: 64_000_000 }

const rowByRow = turns(2)
const whole = turns(1)

/** Longest edge in pixels of the picture in a list, and of the copy that stands for an original no browser shows. */
export const edges = { preview: 480, copy: 4096 } as const

export type Pictures = { readonly preview: Buffer; readonly copy: Buffer | null }

export type PictureFacts = Pick<Metadata, 'format' | 'width' | 'height' | 'isProgressive' | 'autoOrient' | 'exif'>

/** What its header says; nothing is decoded. Throws when it is no picture. */
export async function pictureFacts(pathOrHead: string | Buffer): Promise<PictureFacts> {
  const sharp = await loadSharp()
  return sharp(pathOrHead, { limitInputPixels: false }).metadata()
}

/** Whether browsers show the original: HEIC they cannot, and one of more than 50 megapixels takes a phone's memory. */
export function needsCopy({ format, width, height }: PictureFacts): boolean {
  return format === 'heif' || width * height > 50_000_000
}

/**
 * The pictures made of a stored photo, upright and without any metadata (no place, no camera). The door and the preview decode here
 * alone, so that what is taken in can be shown. Throws `FileBroken` for what is too large or misses more than its last rows.
 */
export async function makePictures(path: string): Promise<Pictures> {
  const facts = await pictureFacts(path).catch(damaged)
  const { format, isProgressive } = facts
  const most =
    format === 'heif' || format === 'webp' ? mostWhole[format] : isProgressive ? mostWhole.progressive : mostPixels
  if (facts.width * facts.height > most) throw tooManyPixels(facts, most)
  const inTurn = most === mostPixels ? rowByRow : whole
  return inTurn(() => decode(path, facts)).catch((error) =>
    error instanceof FileBroken ? Promise.reject(error) : damaged(),
  )
}

async function decode(path: string, facts: PictureFacts): Promise<Pictures> {
  const sharp = await loadSharp()
  if (facts.format === 'heif') {
    const { data, width, height } = await decodeHeic({ path, maxPixels: mostWhole.heif })
    return draw(() => sharp(data, { raw: { width, height, channels: 4 } }), true)
  }
  const open = (failOn: 'truncated' | 'none') =>
    sharp(path, { limitInputPixels: mostPixels, failOn, sequentialRead: true })
  const upright = (failOn: 'truncated' | 'none') => () => open(failOn).autoOrient()
  try {
    return await draw(upright('truncated'), needsCopy(facts))
  } catch {
    await requireRows(open('truncated'), facts)
    return draw(upright('none'), needsCopy(facts))
  }
}

async function draw(source: () => Sharp, withCopy: boolean): Promise<Pictures> {
  const sharp = await loadSharp()
  const copy = withCopy ? await within(source(), edges.copy).jpeg({ quality: 86 }).toBuffer() : null
  const preview = await within(copy ? sharp(copy) : source(), edges.preview)
    .webp({ quality: 76 })
    .toBuffer()
  return { preview, copy }
}

function within(picture: Sharp, edge: number): Sharp {
  return picture.flatten({ background: '#ffffff' }).resize(edge, edge, { fit: 'inside', withoutEnlargement: true })
}

/** Phones and messengers drop an end marker or the last bytes; a picture that shows all but its lowest rows is taken as it is. */
async function requireRows(picture: Sharp, { width, height }: PictureFacts): Promise<void> {
  const rows = Math.max(1, Math.floor(height * 0.97))
  await picture.extract({ left: 0, top: 0, width, height: rows }).resize(8, 8, { fit: 'fill' }).raw().toBuffer()
}

function damaged(): never {
  throw new FileBroken({
    zh: '图片不完整或已损坏，无法打开，请重新上传原图。',
    en: 'The picture is incomplete or damaged.',
  })
}

function tooManyPixels({ width, height }: PictureFacts, most: number): FileBroken {
  const [zh, en] = [`${most / 10_000} 万像素`, `${most / 1_000_000} megapixels`]
  return new FileBroken(
    {
      zh: `图片尺寸 ${width}×${height} 超过 ${zh}的上限，请缩小后上传。`,
      en: `The picture of ${width}×${height} exceeds ${en}. Make it smaller.`,
    },
    { width, height },
  )
}
