import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { MetricSources, Metrics } from './metrics.ts'

type Place = { readonly host: string; readonly port: number }

/** Answers `GET /metrics`, and nothing else, at an address of its own. @throws Error where that is taken */
export async function serveMetrics(metrics: Metrics, sources: MetricSources, { host, port }: Place) {
  const server = createServer((request, response) => {
    const end = (status: number, text: string, type = 'text/plain; charset=utf-8') =>
      response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(text)
    if (request.url !== '/metrics') end(404, 'GET /metrics\n')
    else if (request.method !== 'GET') end(405, 'GET /metrics\n')
    else
      metrics.text(sources).then(
        (text) => end(200, text, metrics.contentType),
        () => end(500, 'The metrics could not be collected.\n'),
      )
  })
  server.requestTimeout = 10_000
  server.listen({ host, port })
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    async close(): Promise<void> {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
