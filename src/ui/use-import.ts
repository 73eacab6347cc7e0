import { useEffect, useRef, useState } from 'react'
import { ApiError, asApiError } from './api-error.ts'
import type { ImportAccount } from './import-account.ts'
import { importWords } from './import-words.ts'
import { newKey } from './reach.ts'
import type { FileSending, NamedFile } from './send-file.ts'

/** What an import has to know of its doors. */
export type ImportDoors<Preview extends ImportAccount> = {
  preview(file: NamedFile, options: FileSending): Promise<Preview>
  /** Confirms what the preview said, with all of its warnings. */
  confirm(file: NamedFile, preview: Preview, options: FileSending): Promise<void>
}

export type ImportState<Preview> =
  | { readonly kind: 'checking'; readonly percent: number }
  | { readonly kind: 'failed'; readonly error: ApiError }
  | { readonly kind: 'checked'; readonly preview: Preview; readonly running: boolean; readonly error: ApiError | null }

/** From a chosen file to confirmed rows. The file is read once, so that what was checked is what is confirmed. */
export function useImport<Preview extends ImportAccount>(chosen: File, doors: ImportDoors<Preview>) {
  const [state, setState] = useState<ImportState<Preview>>({ kind: 'checking', percent: 0 })
  const file = useRef<NamedFile | null>(null)
  const stop = useRef(new AbortController())
  const intent = useRef('')

  async function check(): Promise<void> {
    stop.current.abort()
    const controller = new AbortController()
    stop.current = controller
    const { signal } = controller
    setState({ kind: 'checking', percent: 0 })
    try {
      file.current ??= { name: chosen.name, content: await copyOf(chosen) }
      const onProgress = (percent: number) => signal.aborted || setState({ kind: 'checking', percent })
      const preview = await doors.preview(file.current, { signal, onProgress: (percent) => void onProgress(percent) })
      intent.current = newKey()
      if (!signal.aborted) setState({ kind: 'checked', preview, running: false, error: null })
    } catch (thrown) {
      if (!signal.aborted) setState({ kind: 'failed', error: asApiError(thrown) })
    }
  }

  /** Returns whether the rows were taken. */
  async function confirm(): Promise<boolean> {
    if (state.kind !== 'checked' || state.running || !file.current) return false
    const { preview } = state
    setState({ kind: 'checked', preview, running: true, error: null })
    try {
      await doors.confirm(file.current, preview, { key: intent.current })
      return true
    } catch (thrown) {
      const error = asApiError(thrown)
      // A definite answer ends the intent; after a broken line the same key asks again.
      if (error.status >= 400 && error.status < 500) intent.current = newKey()
      setState({ kind: 'checked', preview, running: false, error })
      return false
    }
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each chosen file; the dialog is made anew for the next
  useEffect(() => {
    void check()
    return () => stop.current.abort()
  }, [])

  return { state, check, confirm, file }
}

/** A copy in memory: what is saved over in Excel meanwhile is another file. */
async function copyOf(file: File): Promise<Blob> {
  try {
    return new Blob([await file.arrayBuffer()])
  } catch {
    throw new ApiError(-1, { code: 'file-unreadable', text: importWords.unreadable })
  }
}
