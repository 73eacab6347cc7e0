import { randomUUID } from 'node:crypto'
import { expect } from './expect.ts'

/** Asks the product as the person of a session (empty: nobody); anything but 200 ends the benchmark. */
export async function get(address: string, session: string, path: string): Promise<Response> {
  return send(address, session, 'GET', path)
}

export async function getJson<T>(address: string, session: string, path: string): Promise<T> {
  return (await get(address, session, path)).json() as Promise<T>
}

export async function send(
  address: string,
  session: string,
  method: string,
  path: string,
  body?: unknown,
): Promise<Response> {
  const answer = await fetch(address + path, {
    method,
    headers: {
      ...(session ? { cookie: `yqt_session=${session}` } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      // As the screens send every act.
      ...(method === 'GET' ? {} : { 'idempotency-key': randomUUID() }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  if (!answer.ok) expect(false, `${method} ${path} → ${answer.status} ${await answer.text()}`)
  return answer
}

/** Uploads a file under a name; its id. */
export async function upload(address: string, session: string, name: string, content: Buffer): Promise<string> {
  const answer = await fetch(`${address}/api/files`, {
    method: 'POST',
    headers: {
      cookie: `yqt_session=${session}`,
      'content-type': 'application/octet-stream',
      'x-file-name': encodeURIComponent(name),
    },
    body: new Uint8Array(content),
  })
  expect(answer.ok, `upload of ${name} → ${answer.status}`)
  return ((await answer.json()) as { fileId: string }).fileId
}
