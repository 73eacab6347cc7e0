import { newKey } from './api.ts'
import { ApiError, readError } from './api-error.ts'

export type SendFileOptions = {
  readonly name: string
  readonly key?: string
  /** Refused unless this account is signed in. */
  readonly account?: string
  readonly onProgress?: (percent: number) => void
}

/** Sends one file as a raw body. Throws `ApiError`. */
export function sendFile(address: string, content: Blob, options: SendFileOptions): Promise<unknown> {
  return new Promise((resolve, reject) => {
    // XMLHttpRequest, because fetch tells nothing about the progress of sending.
    const request = new XMLHttpRequest()
    request.open('POST', address)
    // The server looks at the content itself; a named type would be read by its JSON and text parsers instead.
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.setRequestHeader('idempotency-key', options.key ?? newKey())
    request.setRequestHeader('x-file-name', encodeURIComponent(options.name))
    if (options.account) request.setRequestHeader('x-account', options.account)
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) options.onProgress?.(Math.round((event.loaded / event.total) * 100))
    }
    request.onload = () => {
      const payload = parse(request.responseText)
      if (request.status >= 200 && request.status < 300) resolve(payload)
      else reject(readError(request.status, payload))
    }
    request.onerror = () => reject(new ApiError(0, {}))
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
