import { address, type Route } from '../shared/route.ts'
import type { Args, Reply } from './api.ts'
import { ApiError, readError } from './api-error.ts'
import { lostSession } from './lost-session.ts'
import { newKey } from './reach.ts'
import { shownAccount } from './shown-account.ts'

type SendFileOptions = {
  readonly name: string
  /** Of one intent: sent again after a broken line, it is done once. */
  readonly key?: string
  /** How much of it is sent, in percent. */
  readonly onProgress?: (percent: number) => void
  readonly signal?: AbortSignal
  /** Refused unless this account is signed in; the one that is shown, if left out. */
  readonly account?: string
}

/** A file as it is sent to a route: `content` may be a copy that no longer changes with the file on the disk. */
export type NamedFile = { readonly name: string; readonly content: Blob }
export type FileSending = Omit<SendFileOptions, 'name'>
type FileArgs<R extends Route> = Pick<Args<R>, 'params' | 'search'>

/** Sends one file to a route. Throws `ApiError`. When the session has ended, waits for the person to sign in again. */
export async function sendTo<R extends Route>(
  route: R,
  args: FileArgs<R>,
  file: NamedFile,
  options: FileSending = {},
): Promise<Reply<R>> {
  return parse(await (await exchangeFile(route, args, file, options)).text()) as Reply<R>
}

/** The same for a route that answers with a file. */
export async function exchangeFile<R extends Route>(
  route: R,
  args: FileArgs<R>,
  { name, content }: NamedFile,
  options: FileSending = {},
): Promise<Blob> {
  const { params, search } = args as { params?: object; search?: object }
  const send = () => post(address(route, params, search), content, { name, key: newKey(), ...options })
  try {
    return await send()
  } catch (thrown) {
    if (!(thrown instanceof ApiError) || thrown.status !== 401 || !(await lostSession.regained())) throw thrown
    return send()
  }
}

/** Sends one file to an address, whoever is signed in. Throws `ApiError`. */
export async function postFile(to: string, content: Blob, options: SendFileOptions): Promise<unknown> {
  return parse(await (await post(to, content, options)).text())
}

function post(to: string, content: Blob, { name, key, onProgress, signal, account }: SendFileOptions): Promise<Blob> {
  return new Promise((resolve, reject) => {
    // XMLHttpRequest, because fetch tells nothing about the progress of sending.
    const request = new XMLHttpRequest()
    request.open('POST', to)
    request.responseType = 'blob'
    // The server looks at the content itself; a named type would be read by its JSON and text parsers instead.
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.setRequestHeader('idempotency-key', key ?? newKey())
    request.setRequestHeader('x-file-name', encodeURIComponent(name))
    const by = account ?? shownAccount()
    if (by) request.setRequestHeader('x-account', by)
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress?.(Math.round((event.loaded / event.total) * 100))
    }
    request.onload = () => {
      const answer = request.response as Blob
      const number = request.getResponseHeader('x-request-id')
      if (request.status >= 200 && request.status < 300) resolve(answer)
      else void answer.text().then((text) => reject(readError(request.status, parse(text), number)))
    }
    request.onerror = () => reject(new ApiError(0, {}))
    request.onabort = () => reject(new DOMException('aborted', 'AbortError'))
    signal?.addEventListener('abort', () => request.abort())
    request.send(content)
  })
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
