import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * A balancer of load as small as one can be: to each that says it is ready in turn, over connections that it keeps. It asks each a few times a
 * second, and tries nothing twice: a request that is lost is lost.
 */
export async function roundRobin(ports: readonly number[]) {
  const places = ports.map((port) => ({ port, isReady: false, served: 0, agent: new Agent({ keepAlive: true }) }))
  let turn = 0

  const look = async (place: (typeof places)[number]) => {
    const answer = await fetch(`http://127.0.0.1:${place.port}/api/health/ready`).catch(() => null)
    await answer?.arrayBuffer()
    place.isReady = answer?.status === 200
  }
  const looking = setInterval(() => void Promise.all(places.map(look)), 100)

  const pass = (asking: IncomingMessage, reply: ServerResponse) => {
    const ready = places.filter(({ isReady }) => isReady)
    const place = ready[turn++ % Math.max(1, ready.length)]
    if (!place) return void reply.writeHead(502).end()
    place.served++
    const { method, url, headers } = asking
    const { agent, port } = place
    const passed = request({ host: '127.0.0.1', port, agent, method, path: url, headers }, (found) => {
      const { connection: _, 'keep-alive': __, ...kept } = found.headers
      reply.writeHead(found.statusCode ?? 502, kept)
      found.pipe(reply)
    })
    passed.on('error', () => (reply.headersSent ? reply.destroy() : reply.writeHead(502).end()))
    asking.pipe(passed)
  }

  const server = createServer(pass)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  await Promise.all(places.map(look))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** Which of them it would ask. */
    ready: () => places.filter(({ isReady }) => isReady).map(({ port }) => port),
    served: () => places.map(({ served }) => served),
    async stop() {
      clearInterval(looking)
      for (const { agent } of places) agent.destroy()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
