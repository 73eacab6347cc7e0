import { type CaptureData, readCapture } from './capture.ts'
import { differenceHash } from './perceptual-hash.ts'
import { makePictures, type Pictures, pictureFacts } from './picture.ts'

export type ImageData = CaptureData & {
  readonly width: number
  readonly height: number
  /** 256-bit difference hash, 64 hexadecimal digits: alike for the same photograph at another size or quality. */
  readonly perceptualHash: string
  readonly pictures: Pictures
}

/** Decodes the whole picture once, so that what is broken is refused at the door. Throws `FileBroken`. */
export async function inspectImage(path: string): Promise<ImageData> {
  const pictures = await makePictures(path)
  const { autoOrient, exif } = await pictureFacts(path)
  const perceptualHash = await differenceHash(pictures.preview)
  const { width, height } = autoOrient
  return { width, height, perceptualHash, pictures, ...(await readCapture(exif)) }
}
