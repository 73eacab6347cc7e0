import type { Plugin, Rolldown } from 'vite'

/** Names in the document whatever `script` imports, so that a browser fetches all of it at once and not stage by stage. */
export function preloaded(document: string, script: string): Plugin {
  return {
    name: 'preloaded',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { filename, bundle }) {
        if (!bundle || !filename.endsWith(`/${document}`)) return
        const chunks = Object.values(bundle).filter((part) => part.type === 'chunk')
        const first = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(`/${script}`))
        if (!first) throw new Error(`${script} has no chunk of its own`)
        const needed = reached(first, new Map(chunks.map((chunk) => [chunk.fileName, chunk])))
        const sheets = needed.flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])])
        return [
          ...needed.map(({ fileName }) => link('modulepreload', fileName)),
          ...sheets.map((name) => link('stylesheet', name)),
        ].filter(({ attrs }) => !html.includes(attrs.href))
      },
    },
  }
}

const link = (rel: string, name: string) => ({
  tag: 'link',
  attrs: { rel, crossorigin: true, href: `/${name}` },
  injectTo: 'head' as const,
})

/** The chunk, and all that it cannot run without. */
function reached(
  first: Rolldown.OutputChunk,
  chunks: ReadonlyMap<string, Rolldown.OutputChunk>,
): Rolldown.OutputChunk[] {
  const found = new Set([first])
  for (const { imports } of found)
    for (const name of imports) {
      const chunk = chunks.get(name)
      if (chunk) found.add(chunk)
    }
  return [...found]
}
