import { loadSharp } from './load-sharp.ts'

/** Bits along one edge of the hash. */
const edge = 16

/**
 * 256-bit difference hash of an upright picture, 64 hexadecimal digits: a bit tells whether brightness falls from one field to the
 * next. Alike for the same photograph at another size or quality; says nothing about papers, which all look alike to it.
 */
export async function differenceHash(picture: Buffer): Promise<string> {
  const sharp = await loadSharp()
  const grey = await sharp(picture)
    .greyscale()
    .resize(edge + 1, edge, { fit: 'fill' })
    .raw()
    .toBuffer()
  let bits = 0n
  for (let y = 0; y < edge; y++) {
    for (let x = 0; x < edge; x++) {
      const at = y * (edge + 1) + x
      bits = (bits << 1n) | ((grey[at] ?? 0) > (grey[at + 1] ?? 0) ? 1n : 0n)
    }
  }
  return bits.toString(16).padStart((edge * edge) / 4, '0')
}

/** How many of the 256 bits differ. */
export function hammingDistance(one: string, other: string): number {
  let different = BigInt(`0x${one}`) ^ BigInt(`0x${other}`)
  let count = 0
  for (; different > 0n; different &= different - 1n) count++
  return count
}
