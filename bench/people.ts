import { expect } from './expect.ts'

/** Asks the product as the person of a session; anything but 200 ends the benchmark. */
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
      cookie: `yqt_session=${session}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  if (!answer.ok) expect(false, `${method} ${path} → ${answer.status} ${await answer.text()}`)
  return answer
}
