import exifr from 'exifr'

export type CaptureData = {
  /** When the picture was taken; the camera's own offset, or the programme's zone where it gives none. */
  readonly capturedAt: Date | null
  /** WGS 84, degrees. */
  readonly latitude: number | null
  readonly longitude: number | null
  readonly camera: string | null
}

const nothing: CaptureData = { capturedAt: null, latitude: null, longitude: null, camera: null }

/** What the camera wrote into its EXIF block. What cannot be read counts as none: it is no reason to refuse a picture. */
export async function readCapture(exif: Buffer | undefined): Promise<CaptureData> {
  if (!exif) return nothing
  // JPEG and WebP put a name before the block, HEIC does not
  const block = exif.toString('latin1', 0, 6) === 'Exif\0\0' ? exif.subarray(6) : exif
  const tags: Record<string, unknown> | undefined = await exifr
    .parse(block, { tiff: true, exif: true, gps: true, reviveValues: false, translateValues: false })
    .catch(() => undefined)
  if (!tags) return nothing
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
