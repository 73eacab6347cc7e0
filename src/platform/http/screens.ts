import { existsSync } from 'node:fs'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { noRoute } from './error-reply.ts'
import { sessionCookie } from './request-parts.ts'

/** Where to sign in, and whether somebody without a session gets more than that at a path. */
type Pages = { readonly signIn: string; readonly opensForGuests: (path: string) => boolean }

/** Serves the built screens, in their brotli form where the browser reads it; every address that is not the API's opens the application, which finds its own page, or the light page that signs in. */
export async function serveScreens(http: FastifyInstance, folder: string, pages: Pages): Promise<void> {
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
    const path = url.split('?')[0] ?? ''
    if (
      url.startsWith('/api/') ||
      (method !== 'GET' && method !== 'HEAD') ||
      /\.\w{2,5}$/.test(path) ||
      !existsSync(folder)
    ) {
      return reply.code(404).send(noRoute)
    }
    const isGuest = request.cookies[sessionCookie] === undefined
    const signsIn = path === pages.signIn || (isGuest && !pages.opensForGuests(path))
    return reply
      .header('cache-control', 'no-cache')
      .header('vary', 'cookie')
      .sendFile(signsIn ? 'sign-in.html' : 'index.html')
  })
}

/** Files with a hash in their name never change; everything else is asked for anew. */
function setHeaders(reply: FastifyReply, path: string): void {
  reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache')
}
