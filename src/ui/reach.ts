import { ApiError, readError } from './api-error.ts'

/** Sends, and throws `ApiError` with status 0 where nothing answers. */
export async function reach(send: () => Promise<Response>): Promise<Response> {
  try {
    return await send()
  } catch (thrown) {
    if (thrown instanceof DOMException && thrown.name === 'AbortError') throw thrown
    throw new ApiError(0, {})
  }
}

/** What was answered. Throws `ApiError` where that is a refusal. */
export async function replyOf<Reply>(response: Response): Promise<Reply> {
  const payload: unknown = await response.json().catch(() => null)
  if (!response.ok) throw readError(response.status, payload, response.headers.get('x-request-id'))
  return payload as Reply
}

/** A random key; works on plain http too, where `crypto.randomUUID` is missing. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
