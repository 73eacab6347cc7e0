import { existsSync } from 'node:fs'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { noRoute } from './error-reply.ts'

/** Serves the built screens, in their brotli form where the browser reads it; every address that is not the API's opens the application, which finds its own page. */
export async function serveScreens(http: FastifyInstance, folder: string): Promise<void> {
  if (existsSync(folder)) {
    await http.register(fastifyStatic, {
      root: folder,
      wildcard: false,
      index: false,
      cacheControl: false,
      preCompressed: true,
      globIgnore: ['**/*.br'],
      setHeaders,
    })
  }
  http.setNotFoundHandler((request, reply) => {
    const { url, method } = request
    if (
      url.startsWith('/api/') ||
      (method !== 'GET' && method !== 'HEAD') ||
      /\.\w{2,5}$/.test(url.split('?')[0] ?? '') ||
      !existsSync(folder)
    ) {
      return reply.code(404).send(noRoute)
    }
    return reply.header('cache-control', 'no-cache').sendFile('index.html')
  })
}

/** Files with a hash in their name never change; everything else is asked for anew. */
function setHeaders(reply: FastifyReply, path: string): void {
  reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache')
}
