import { DownloadOutlined } from '@ant-design/icons'
import { Alert, Button, Checkbox, Progress } from 'antd'
import { type ReactNode, useState } from 'react'
import { ActDialog } from './ActDialog.tsx'
import { asApiError } from './api-error.ts'
import { ImportAccountView } from './ImportAccountView.tsx'
import type { ImportAccount } from './import-account.ts'
import { importWords as words } from './import-words.ts'
import { useText, useWords } from './language.tsx'
import { RefusalAlert } from './RefusalAlert.tsx'
import { saveAs } from './save-as.ts'
import type { NamedFile } from './send-file.ts'
import { useTypedStore } from './typed-texts.tsx'
import { type ImportDoors, type ImportState, useImport } from './use-import.ts'

type Previewed = ImportAccount & { readonly standing: number }

export type ImportDialogProps<Preview extends Previewed> = {
  /** 试点企业: what is imported. */
  readonly what: string
  readonly file: File
  readonly doors: ImportDoors<Preview> & { marked(file: NamedFile): Promise<Blob> }
  /** The change against what stands there, and whether there is none; null while it cannot be told. */
  readonly change: (preview: Preview) => { readonly isNone: boolean; readonly shown: ReactNode } | null
  readonly onOther: () => void
  readonly onDone: (rows: number) => void
  readonly onClose: () => void
}

/** A file from checking to confirmed rows: everything that was found is said here before anything is replaced. */
export function ImportDialog<Preview extends Previewed>(props: ImportDialogProps<Preview>) {
  const { what, file: chosen, doors, change, onOther, onDone, onClose } = props
  const t = useWords(words)
  const { state, check, confirm, file } = useImport(chosen, doors)
  const typed = useTypedStore()
  const [accepted, setAccepted] = useState('')
  const preview = state.kind === 'checked' ? state.preview : null
  const rows = preview ? preview.sheets.reduce((sum, sheet) => sum + sheet.rows, 0) : 0
  const difference = preview ? change(preview) : null
  const isAccepted = preview !== null && (preview.warnings.length === 0 || accepted === preview.digest)
  const running = state.kind === 'checked' && state.running
  const isStale = state.kind === 'checked' && state.error?.status === 409
  const why = whyNot()
  // The button says what will happen, once that can be told.
  const canTell = preview !== null && preview.problems.length === 0
  const act = canTell ? (preview.standing > 0 ? t.replace(rows) : t.take(rows)) : t.confirm

  function whyNot(): string | null {
    if (!preview || isStale) return t.notChecked
    if (preview.problems.length > 0) return t.mendFirst(preview.problems.length)
    if (difference?.isNone) return t.same
    return isAccepted ? null : t.waitFor(preview.warnings.length)
  }

  return (
    <ActDialog
      wide
      title={t.title(what)}
      okText={act}
      blocked={why}
      typed={typed}
      running={running}
      error={null}
      onOk={() => void confirm().then((done) => (done ? onDone(rows) : undefined))}
      onCancel={running ? () => {} : onClose}
    >
      <div className="import-file">
        <span className="import-name">
          <span className="soft">{t.file}</span> {chosen.name}
        </span>
        {running ? null : (
          <Button size="small" onClick={onOther}>
            {t.other}
          </Button>
        )}
      </div>
      <ImportProgress state={state} onAgain={() => void check()} />
      {preview && !isStale ? (
        <>
          <ImportAccountView
            account={preview}
            marked={<MarkedCopy name={chosen.name} make={() => doors.marked(file.current ?? fileOf(chosen))} />}
          />
          {difference?.shown}
          {preview.warnings.length > 0 && preview.problems.length === 0 ? (
            <Checkbox
              checked={isAccepted}
              disabled={running}
              onChange={(event) => setAccepted(event.target.checked ? preview.digest : '')}
            >
              {t.accept(preview.warnings.length)}
            </Checkbox>
          ) : null}
        </>
      ) : null}
    </ActDialog>
  )
}

/** How far it is, or what stopped it, with the way on. */
function ImportProgress<Preview>({ state, onAgain }: { state: ImportState<Preview>; onAgain: () => void }) {
  const t = useWords(words)
  if (state.kind === 'checking') {
    return (
      <div role="status" aria-busy="true">
        <span>{state.percent < 100 ? t.sending : t.reading}</span>
        <Progress percent={Math.min(state.percent, 99)} size="small" showInfo={false} status="active" />
      </div>
    )
  }
  const { error } = state
  if (!error) return null
  const isStale = error.status === 409
  const canRetry = isStale || error.status === 0 || error.status >= 500
  return (
    <>
      <RefusalAlert error={error} />
      {canRetry && state.kind === 'failed' && !isStale ? <p className="section-note">{t.kept}</p> : null}
      {canRetry && (state.kind === 'failed' || isStale) ? (
        <div className="button-row">
          <Button type="primary" onClick={onAgain}>
            {isStale ? t.recheck : t.again}
          </Button>
        </div>
      ) : null}
    </>
  )
}

function MarkedCopy({ name, make }: { name: string; make: () => Promise<Blob> }) {
  const t = useWords(words)
  const say = useText()
  const [running, setRunning] = useState(false)
  const [failed, setFailed] = useState('')
  async function download(): Promise<void> {
    setRunning(true)
    setFailed('')
    try {
      saveAs(`${name.replace(/\.[^.]*$/, '')}-${t.markedName}.xlsx`, await make())
    } catch (thrown) {
      setFailed(say(asApiError(thrown).text))
    } finally {
      setRunning(false)
    }
  }
  return (
    <>
      <Button icon={<DownloadOutlined aria-hidden />} loading={running} onClick={() => void download()}>
        {t.marked}
      </Button>
      {failed ? <Alert type="error" role="alert" title={failed} /> : null}
    </>
  )
}

function fileOf(file: File): NamedFile {
  return { name: file.name, content: file }
}
