import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { readFrame } from '../src/features/oversight/sampling/frame-file.ts'
import { drawFrom, frameHash, type SamplingMethod, samplingMethods } from '../src/policy/oversight/sampling.ts'

const methods = Object.keys(samplingMethods).join(' | ')
const usage = `Usage: npm run draw -- FRAME.csv --method METHOD --seed SEED --size SIZE
  METHOD: ${methods}
  SEED: the effective seed, as it stands on the page and the paper of the sample`

type Told = { readonly text: string; readonly right: boolean }
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** Draws a sample again from the exported frame; needs nothing but the file. */
export async function draw(args: readonly string[]): Promise<Told> {
  const [file, ...rest] = args
  const said = new Map<string, string>()
  for (let at = 0; at < rest.length; at += 2) said.set(rest[at] ?? '', rest[at + 1] ?? '')
  const [method, seed, size] = ['--method', '--seed', '--size'].map((name) => said.get(name) ?? '')
  const isRight = said.size === 3 && isMethod(method) && seed && /^[1-9]\d{0,8}$/.test(size ?? '')
  if (!file || !isRight || !isMethod(method)) return { text: usage, right: false }
  try {
    const frame = readFrame(await readFile(file))
    const drawn = drawFrom(frame, { method, size: Number(size), seed: seed ?? '' }, sha256)
    const lines = drawn.map(({ id, certain }) => (certain ? `${id} certain` : id))
    const heads = [`${frame.length} services, SHA-256 ${frameHash(frame, sha256)}`, `${drawn.length} drawn`]
    return { text: [...heads, ...lines].join('\n'), right: true }
  } catch (error) {
    return { text: error instanceof Error ? error.message : String(error), right: false }
  }
}

function isMethod(text: string | undefined): text is SamplingMethod {
  return text !== undefined && Object.hasOwn(samplingMethods, text)
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { text, right } = await draw(process.argv.slice(2))
  process[right ? 'stdout' : 'stderr'].write(`${text}\n`)
  process.exitCode = right ? 0 : 1
}
