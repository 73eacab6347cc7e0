import { createHash, createHmac } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()

/** Whether a request is signed with this secret, in version 4, as every S3 holds it: method, address, named headers and hash of the body. */
export function isSigned({ method = '', url = '', headers }: IncomingMessage, secret: string): boolean {
  const given = /Credential=[^/]+\/(\d+)\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=(\w+)/.exec(
    headers.authorization ?? '',
  )
  if (!given) return false
  const [, day = '', region = '', names = '', signature] = given
  const [path = '', query = ''] = url.split('?')
  const canonical = [
    ...[method, path, query.split('&').filter(Boolean).map(withValue).sort().join('&')],
    ...names.split(';').map((name) => `${name}:${String(headers[name] ?? '').trim()}`),
    ...['', names, headers['x-amz-content-sha256']],
  ].join('\n')
  const scope = `${day}/${region}/s3/aws4_request`
  const hashed = createHash('sha256').update(canonical).digest('hex')
  const key = [region, 's3', 'aws4_request'].reduce<Buffer>(hmac, hmac(`AWS4${secret}`, day))
  return hmac(key, ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, hashed].join('\n')).toString('hex') === signature
}

function withValue(part: string): string {
  return part.includes('=') ? part : `${part}=`
}
