import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import { build, type Rolldown } from 'vite'
import { beforeAll, expect, it, vi } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
let output: Rolldown.RolldownOutput['output']
beforeAll(async () => {
  vi.stubEnv('NODE_ENV', 'production')
  const built = await build({ root, logLevel: 'silent', build: { write: false } })
  output = (built as Rolldown.RolldownOutput).output
}, 180_000)

/** What a browser fetches for a document before its first line of ours runs. */
function fetchedFor(document: string): (Rolldown.OutputChunk | Rolldown.OutputAsset)[] {
  const page = output.find(({ fileName }) => fileName === document)
  const source = page?.type === 'asset' ? String(page.source) : ''
  const names = [document, ...[...source.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map(([, name]) => name)]
  return names.map((name) => {
    const part = output.find(({ fileName }) => fileName === name)
    if (!part) throw new Error(`${document} names ${name}, which was not built`)
    return part
  })
}

const chunksFor = (document: string) => fetchedFor(document).filter((part) => part.type === 'chunk')
const bytesOf = (part: Rolldown.OutputChunk | Rolldown.OutputAsset) =>
  brotliCompressSync(part.type === 'chunk' ? part.code : part.source).length

it('sign-in comes in one step after its document, in at most 350 KB', () => {
  const parts = fetchedFor('sign-in.html')
  const names = parts.map(({ fileName }) => fileName)
  expect(chunksFor('sign-in.html').flatMap(({ imports }) => imports.filter((name) => !names.includes(name)))).toEqual(
    [],
  )
  expect(parts.reduce((sum, part) => sum + bytesOf(part), 0)).toBeLessThanOrEqual(350_000)
})

it('sign-in holds React and modules of ours, neither Ant Design nor router, store or shapes', () => {
  const packages = chunksFor('sign-in.html')
    .flatMap(({ moduleIds }) => moduleIds)
    .flatMap((id) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(id)?.[1] ?? [])
  expect([...new Set(packages)].sort()).toEqual(['react', 'react-dom', 'scheduler'])
})

it('the product is named whole in its document, with the pages that people open it at', () => {
  const parts = chunksFor('index.html')
  const names = parts.map(({ fileName }) => fileName)
  const modules = parts.flatMap(({ moduleIds }) => moduleIds)
  expect(modules).toContain(`${root}src/product.tsx`)
  expect(parts.flatMap(({ imports }) => imports.filter((name) => !names.includes(name)))).toEqual([])
  // What is asked ahead is asked before Ant Design is there.
  const [ahead] = parts
  expect(ahead?.moduleIds).toContain(`${root}src/web.tsx`)
  const needed =
    ahead?.imports.flatMap((name) => parts.find(({ fileName }) => fileName === name)?.moduleIds ?? []) ?? []
  expect(needed).toContain(`${root}src/ui/first-view.ts`)
  expect(
    needed.filter((id) => /node_modules\/(?:antd|@ant-design|@rc-component|@tanstack\/(?!query-core))/.test(id)),
  ).toEqual([])
})
