import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import type { Plugin } from 'vite'

const compress = promisify(brotliCompress)
/** A smaller file fits one packet as it is. */
const leastBytes = 1024

/** Writes beside each text file of the build its brotli form, so that the server compresses no screen while somebody waits. */
export function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    async writeBundle({ dir = '' }, bundle) {
      const texts = Object.keys(bundle).filter((name) => /\.(?:js|css|html)$/.test(name))
      await Promise.all(
        texts.map(async (name) => {
          const content = await readFile(join(dir, name))
          if (content.length < leastBytes) return
          const params = {
            [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
            [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
          }
          await writeFile(join(dir, `${name}.br`), await compress(content, { params }))
        }),
      )
    },
  }
}
