import { readFile } from 'node:fs/promises'
import { parentPort, workerData } from 'node:worker_threads'
import libheif from 'libheif-js/wasm-bundle.js'

export type HeicJob = { readonly path: string; readonly maxPixels: number }

/** Upright pixels, four bytes each: red, green, blue, opacity. */
export type HeicPixels = { readonly width: number; readonly height: number; readonly data: Uint8Array }

/** Decodes the main picture of one file, in a thread of its own that ends with it. */
async function decode({ path, maxPixels }: HeicJob): Promise<HeicPixels> {
  const decoder = new libheif.HeifDecoder()
  const pictures = decoder.decode(await readFile(path))
  const picture = pictures.find((one) => one.is_primary()) ?? pictures[0]
  if (!picture) throw new Error('no picture')
  const [width, height] = [picture.get_width(), picture.get_height()]
  if (width * height > maxPixels) throw new Error('too many pixels')
  const data = new Uint8ClampedArray(width * height * 4)
  const shown = await new Promise<object | null>((resolve) => picture.display({ data, width, height }, resolve))
  if (!shown) throw new Error('not decoded')
  return { width, height, data: new Uint8Array(data.buffer) }
}

const pixels = await decode(workerData as HeicJob)
parentPort?.postMessage(pixels, [pixels.data.buffer as ArrayBuffer])
