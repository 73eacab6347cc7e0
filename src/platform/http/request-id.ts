import type { IncomingMessage } from 'node:http'
import { BlockList, isIP } from 'node:net'

/** What nginx (`$request_id`) and Envoy make, and we ourselves: nothing that could be somebody's name or number. */
const wellFormed = /^(?:[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i

/** The id of a request: as the proxy before us sent it, where that is one of `trusted` and it is well-formed; else a new one. */
export function requestIds(trusted: readonly string[], newId: () => string): (request: IncomingMessage) => string {
  const proxies = new BlockList()
  for (const range of trusted.flatMap((one) => (one === 'loopback' ? ['127.0.0.0/8', '::1'] : [one]))) {
    const [address = '', bits] = range.split('/')
    if (bits === undefined) proxies.addAddress(address, familyOf(address))
    else proxies.addSubnet(address, Number(bits), familyOf(address))
  }
  return ({ headers, socket }) => {
    const sent = headers['x-request-id']
    const from = socket.remoteAddress ?? ''
    const isTrusted = isIP(from) !== 0 && proxies.check(from, familyOf(from))
    return isTrusted && typeof sent === 'string' && wellFormed.test(sent) ? sent : newId()
  }
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 6 ? 'ipv6' : 'ipv4'
}
