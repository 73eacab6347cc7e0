import { newKey } from '../../../../ui/api.ts'
import { ApiError, readError } from '../../../../ui/api-error.ts'
import { lostSession } from '../../../../ui/lost-session.ts'
import type { UploadedView } from '../contract.ts'
import * as contract from '../contract.ts'

/** What the server found in an uploaded file. `capturedAt` and `place` come from the photo's EXIF. */
export type UploadedFile = UploadedView

type UploadOptions = { onProgress?: (percent: number) => void; signal?: AbortSignal }

/** Sends one file to POST /api/files as a raw body. Throws `ApiError`. */
export async function uploadFile(file: File, options: UploadOptions = {}): Promise<UploadedFile> {
  try {
    return await send(file, options)
  } catch (thrown) {
    if (!(thrown instanceof ApiError) || thrown.status !== 401 || !(await lostSession.regained())) throw thrown
    return send(file, options)
  }
}

function send(file: File, options: UploadOptions): Promise<UploadedFile> {
  return new Promise((resolve, reject) => {
    // XMLHttpRequest, because fetch tells nothing about the progress of sending.
    const request = new XMLHttpRequest()
    request.open(contract.uploadFile.method, contract.uploadFile.path)
    // The server looks at the content itself; a named type would be read by its JSON and text parsers instead.
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.setRequestHeader('idempotency-key', newKey())
    request.setRequestHeader('x-file-name', encodeURIComponent(file.name))
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) options.onProgress?.(Math.round((event.loaded / event.total) * 100))
    }
    request.onload = () => {
      const payload = parse(request.responseText)
      if (request.status >= 200 && request.status < 300) resolve(payload as UploadedFile)
      else reject(readError(request.status, payload))
    }
    request.onerror = () => reject(new ApiError(0, {}))
    request.onabort = () => reject(new DOMException('aborted', 'AbortError'))
    options.signal?.addEventListener('abort', () => request.abort())
    request.send(file)
  })
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
