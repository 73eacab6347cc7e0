import exifr from 'exifr'
import sharp from 'sharp'
import { FileBroken } from './errors.ts'

// originals are opened once; libvips' own cache would only hold memory
sharp.cache(false)

/** 100 megapixels: every phone and every A4 scan fits, no decompression bomb does. */
export const maxPixels = 100_000_000

export type CaptureData = {
  /** When the picture was taken; the camera's own offset, or the programme's zone where it gives none. */
  readonly capturedAt: Date | null
  /** WGS 84, degrees. */
  readonly latitude: number | null
  readonly longitude: number | null
  readonly camera: string | null
}

export type ImageData = CaptureData & {
  readonly width: number
  readonly height: number
  /** 64-bit difference hash, 16 hexadecimal digits: alike for the same picture at another size or quality. */
  readonly perceptualHash: string
}

/** Decodes the whole picture once, so that what is broken is refused at the door. Throws `FileBroken`. */
export async function inspectImage(path: string): Promise<ImageData> {
  try {
    const { width, height, autoOrient } = await sharp(path, { limitInputPixels: false }).metadata()
    if (width * height > maxPixels) throw tooManyPixels(width, height)
    const perceptualHash = await differenceHash(path)
    return { width: autoOrient.width, height: autoOrient.height, perceptualHash, ...(await readCapture(path)) }
  } catch (error) {
    if (error instanceof FileBroken) throw error
    throw new FileBroken({
      zh: '图片不完整或已损坏，无法打开，请重新上传原图。',
      en: 'The picture is incomplete or damaged.',
    })
  }
}

function tooManyPixels(width: number, height: number): FileBroken {
  return new FileBroken(
    {
      zh: `图片尺寸 ${width}×${height} 超过 1 亿像素的上限，请缩小后上传。`,
      en: `The picture of ${width}×${height} exceeds 100 megapixels. Make it smaller.`,
    },
    { width, height },
  )
}

async function differenceHash(path: string): Promise<string> {
  const grey = await sharp(path, { limitInputPixels: maxPixels, failOn: 'truncated' })
    .autoOrient()
    .flatten({ background: '#ffffff' })
    .greyscale()
    .resize(9, 8, { fit: 'fill' })
    .raw()
    .toBuffer()
  let bits = 0n
  for (let y = 0; y < 8; y++) {
    for (let x = 0; x < 8; x++) {
      const darker = (grey[y * 9 + x] ?? 0) > (grey[y * 9 + x + 1] ?? 0)
      bits = (bits << 1n) | (darker ? 1n : 0n)
    }
  }
  return bits.toString(16).padStart(16, '0')
}

/** How many of the 64 bits differ; up to about 6 it is the same picture, saved again. */
export function hammingDistance(one: string, other: string): number {
  let different = BigInt(`0x${one}`) ^ BigInt(`0x${other}`)
  let count = 0
  for (; different > 0n; different &= different - 1n) count++
  return count
}

/** What the camera wrote. Metadata that cannot be read counts as none: it is no reason to refuse a picture. */
export async function readCapture(path: string): Promise<CaptureData> {
  const tags: Record<string, unknown> | undefined = await exifr
    .parse(path, { tiff: true, exif: true, gps: true, reviveValues: false, translateValues: false })
    .catch(() => undefined)
  if (!tags) return { capturedAt: null, latitude: null, longitude: null, camera: null }
  return {
    capturedAt: instant(tags.DateTimeOriginal ?? tags.CreateDate, tags.OffsetTimeOriginal ?? tags.OffsetTime),
    ...place(tags.latitude, tags.longitude),
    camera: camera(tags.Make, tags.Model),
  }
}

function instant(time: unknown, offset: unknown): Date | null {
  const parts = /^(\d{4})[:-](\d\d)[:-](\d\d)[ T](\d\d):(\d\d):(\d\d)/.exec(String(time ?? ''))
  if (!parts) return null
  const [, year, month, day, hour, minute, second] = parts
  const zone = /^[+-]\d\d:\d\d$/.test(String(offset ?? '').trim()) ? String(offset).trim() : '+08:00'
  const at = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`)
  return Number.isNaN(at.getTime()) || at.getUTCFullYear() < 1990 ? null : at
}

function place(latitude: unknown, longitude: unknown): Pick<CaptureData, 'latitude' | 'longitude'> {
  const valid =
    typeof latitude === 'number' &&
    typeof longitude === 'number' &&
    Math.abs(latitude) <= 90 &&
    Math.abs(longitude) <= 180 &&
    (latitude !== 0 || longitude !== 0)
  return valid ? { latitude, longitude } : { latitude: null, longitude: null }
}

function camera(make: unknown, model: unknown): string | null {
  const clean = (value: unknown) => (typeof value === 'string' ? value.replace(/[\p{Cc}\p{Cf}]/gu, '').trim() : '')
  const [by, name] = [clean(make), clean(model)]
  const whole = name.toLowerCase().startsWith(by.toLowerCase()) ? name : `${by} ${name}`.trim()
  return whole === '' ? null : whole.slice(0, 80)
}
